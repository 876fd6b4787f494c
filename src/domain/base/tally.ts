import type { Buckets } from "./access";
import { CodeColumn } from "./columns";
import { Lookup } from "./lookup";
import type { BaseTable } from "./table";

/** A criterion compiled for the rows of a table: bucket 1 is in, 0 is out. */
export type RowFilter = Buckets;

/** One dimension of a tally: the bucket of a row, −1 where the row leaves every base. */
export interface Axis {
  readonly buckets: Buckets;
  /** Number of buckets now; a text axis grows with the texts. */
  size(): number;
}

const CHUNK = 1 << 14;

/** Filters with those on the same column joined; bytes before texts, which are dearer to look up. */
function merged(filters: readonly RowFilter[]): RowFilter[] {
  const byColumn = new Map<unknown, RowFilter>();
  for (const filter of filters) {
    const column = filter instanceof Lookup ? filter.column : filter;
    const other = byColumn.get(column);
    byColumn.set(column, other ? Lookup.both(other as Lookup, filter as Lookup) : filter);
  }
  const cost = (filter: RowFilter) =>
    !(filter instanceof Lookup) ? 2 : filter.column instanceof CodeColumn ? 0 : 1;
  return [...byColumn.values()].sort((a, b) => cost(a) - cost(b));
}

/**
 * Counts of the rows that pass some filters, by the buckets of up to three axes: what every indicator of
 * the product is made of. Counted once over the columns, then kept up to date row by row, so that an edit
 * costs the same whatever the number of rows. Cost of counting: O(rows × (filters + axes)).
 */
export class Tally {
  private counts = new Int32Array(0);
  private sizes: number[] = [];
  private stale = true;
  private readonly mask = new Uint8Array(CHUNK);
  private readonly slots = new Int32Array(CHUNK);

  private readonly filters: readonly RowFilter[];

  constructor(
    private readonly table: BaseTable,
    filters: readonly RowFilter[],
    private readonly axes: readonly Axis[],
  ) {
    this.filters = merged(filters);
  }

  /** Counts by bucket, the last axis running fastest. Do not keep: they follow the table. */
  read(): { readonly counts: Int32Array; readonly sizes: readonly number[] } {
    if (this.stale || this.axes.some((axis, i) => axis.size() !== this.sizes[i])) this.countAll();
    return { counts: this.counts, sizes: this.sizes };
  }

  /** The table changed in ways that are cheaper to count again. */
  invalidate(): void {
    this.stale = true;
  }

  /** Takes one row in (+1) or out (−1); call it before a row changes and after. */
  follow(row: number, sign: 1 | -1): void {
    if (this.stale || !this.passes(row)) return;
    let slot = 0;
    for (let i = 0; i < this.axes.length; i++) {
      const bucket = this.axes[i].buckets.at(row);
      if (bucket < 0) return;
      if (bucket >= this.sizes[i]) return this.invalidate();
      slot = slot * this.sizes[i] + bucket;
    }
    this.counts[slot] += sign;
  }

  /** First row that is counted in a bucket of the first axis; −1 if none. */
  find(bucket: number): number {
    for (let row = 0; row < this.table.length; row++) {
      if (this.axes[0].buckets.at(row) === bucket && this.passes(row)) return row;
    }
    return -1;
  }

  /** Rows that are counted. */
  *rows(): Iterable<number> {
    for (let row = 0; row < this.table.length; row++) if (this.passes(row)) yield row;
  }

  private passes(row: number): boolean {
    return this.filters.every((filter) => filter.at(row) === 1);
  }

  private countAll(): void {
    const filters = this.filters.filter((filter) => !(filter instanceof Lookup && filter.isAlways(1)));
    for (const { buckets } of this.axes) if (buckets instanceof Lookup) buckets.extend();
    this.sizes = this.axes.map((axis) => axis.size());
    const cells = this.sizes.reduce((product, size) => product * size, 1);
    // One more cell at the end takes the rows that leave every base.
    this.counts = new Int32Array(cells + 1);
    for (let start = 0; start < this.table.length; start += CHUNK) {
      const end = Math.min(start + CHUNK, this.table.length);
      if (!filters.length) this.mask.fill(1);
      filters.forEach((filter, i) => applyFilter(this.mask, filter, start, end, i === 0));
      this.countChunk(start, end, cells);
    }
    this.counts = this.counts.subarray(0, cells);
    this.stale = false;
  }

  private countChunk(start: number, end: number, trash: number): void {
    const { mask, slots, counts } = this;
    if (!this.axes.length) {
      counts[0] += countMask(mask, end - start);
      return;
    }
    if (this.axes.length === 1 && this.axes[0].buckets instanceof Lookup) {
      const { column, values } = this.axes[0].buckets;
      if (column instanceof CodeColumn) countBytes(counts, mask, column.bytes, values, start, end, trash);
      else countIds(counts, mask, column.ids, values, start, end, trash);
      return;
    }
    slots.fill(0);
    this.axes.forEach(({ buckets }, i) => addAxis(slots, buckets, this.sizes[i], start, end));
    for (let i = 0, n = end - start; i < n; i++) {
      if (mask[i]) counts[slots[i] < 0 ? trash : slots[i]]++;
    }
  }
}

// Small loops over one kind of array each: the JavaScript engine keeps them at the speed of plain arrays.

function applyFilter(mask: Uint8Array, filter: RowFilter, start: number, end: number, first: boolean): void {
  if (!(filter instanceof Lookup)) {
    for (let i = start, j = 0; i < end; i++, j++) mask[j] = (first || mask[j]) && filter.at(i) === 1 ? 1 : 0;
  } else if (filter.column instanceof CodeColumn) {
    if (first) setBytes(mask, filter.column.bytes, filter.values, start, end);
    else filterBytes(mask, filter.column.bytes, filter.values, start, end);
  } else {
    if (first) setIds(mask, filter.column.ids, filter.values, start, end);
    else filterIds(mask, filter.column.ids, filter.values, start, end);
  }
}

function setBytes(mask: Uint8Array, bytes: Uint8Array, values: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) mask[j] = values[bytes[i]];
}

function setIds(mask: Uint8Array, ids: Int32Array, values: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) mask[j] = values[ids[i]];
}

function filterBytes(
  mask: Uint8Array,
  bytes: Uint8Array,
  values: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) mask[j] &= values[bytes[i]];
}

function filterIds(mask: Uint8Array, ids: Int32Array, values: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) mask[j] &= values[ids[i]];
}

function countMask(mask: Uint8Array, length: number): number {
  let n = 0;
  for (let j = 0; j < length; j++) n += mask[j];
  return n;
}

function countBytes(
  counts: Int32Array,
  mask: Uint8Array,
  bytes: Uint8Array,
  values: Int32Array,
  start: number,
  end: number,
  trash: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) {
    if (mask[j]) {
      const bucket = values[bytes[i]];
      counts[bucket < 0 ? trash : bucket]++;
    }
  }
}

function countIds(
  counts: Int32Array,
  mask: Uint8Array,
  ids: Int32Array,
  values: Int32Array,
  start: number,
  end: number,
  trash: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) {
    if (mask[j]) {
      const bucket = values[ids[i]];
      counts[bucket < 0 ? trash : bucket]++;
    }
  }
}

/** slot = slot × size + bucket; once −1 always negative. */
function addAxis(slots: Int32Array, buckets: Buckets, size: number, start: number, end: number): void {
  if (!(buckets instanceof Lookup)) {
    for (let i = start, j = 0; i < end; i++, j++) slots[j] = joined(slots[j], size, buckets.at(i));
  } else if (buckets.column instanceof CodeColumn) {
    addBytes(slots, buckets.column.bytes, buckets.values, size, start, end);
  } else {
    addIds(slots, buckets.column.ids, buckets.values, size, start, end);
  }
}

const joined = (slot: number, size: number, bucket: number): number =>
  slot < 0 || bucket < 0 ? -1 : slot * size + bucket;

function addBytes(
  slots: Int32Array,
  bytes: Uint8Array,
  values: Int32Array,
  size: number,
  start: number,
  end: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) slots[j] = joined(slots[j], size, values[bytes[i]]);
}

function addIds(
  slots: Int32Array,
  ids: Int32Array,
  values: Int32Array,
  size: number,
  start: number,
  end: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) slots[j] = joined(slots[j], size, values[ids[i]]);
}
