import type { Axis, RowFilter } from "./axis";
import { countRows, MAX_CELLS, questionOf, rowsOf, type Mask, type Question } from "./slots";
import type { BaseTable } from "./table";

export type { Axis, RowFilter } from "./axis";

/** Slot of a row that has a text which came in after the rows were counted. */
const UNKNOWN = -2;

/** Figures worked out from the counts of each bucket of a tally's first axis. */
export interface BucketWork {
  /** Works out those of one bucket anew. */
  update(counts: ArrayLike<number>, bucket: number): void;
}

/** Figures kept at once by one tally. */
const MAX_WORKS = 8;

/**
 * Counts of the rows that pass some filters, by the buckets of up to three axes: what every indicator of
 * the product is made of. Counted once, then kept up to date row by row, so that an edit costs the same
 * whatever the number of rows. Cost of counting: nothing of the rows for one column, the cells of a cube if
 * its columns have one, O(rows × columns) otherwise.
 */
export class Tally {
  private counts: Int32Array = new Int32Array(0);
  private sizes: readonly number[] = [];
  private stale = true;
  /** Differs whenever the counts do; NaN once the tally follows the table no more. */
  version = 0;
  /** Slots of the rows that left and whose successors have not come in yet. */
  private left: readonly number[] = [];
  /** What was worked out from the counts, and the buckets of the first axis that have changed since. */
  private readonly works = new Map<object, { readonly work: BucketWork; readonly touched: Set<number> }>();

  constructor(
    private readonly table: BaseTable,
    private readonly filters: readonly RowFilter[],
    private readonly axes: readonly Axis[],
    /** Filters that nearly every question has: the edition, the answers kept in it. Cubes are made under them. */
    private readonly shared: readonly RowFilter[] = [],
  ) {}

  /**
   * Counts by bucket, the last axis running fastest. Do not keep: they follow the table.
   * @throws RangeError if there would be more than 2²⁴.
   */
  read(): { readonly counts: Int32Array; readonly sizes: readonly number[] } {
    if (this.stale || this.axes.some((axis, i) => axis.size() !== this.sizes[i])) this.countAll();
    return { counts: this.counts, sizes: this.sizes };
  }

  /**
   * Figures made of the counts of each bucket of the first axis: worked out once, and after an edit for the
   * buckets it touched. Do not keep: they follow the table.
   * @param key Tells these figures from others of the same counts.
   */
  worked<W extends BucketWork>(key: object, make: () => W): W {
    const { counts, sizes } = this.read();
    let known = this.works.get(key);
    if (!known) {
      if (this.works.size >= MAX_WORKS) this.works.clear();
      known = { work: make(), touched: new Set() };
      this.works.set(key, known);
      for (let bucket = 0; bucket < sizes[0]; bucket++) known.work.update(counts, bucket);
    }
    for (const bucket of known.touched) known.work.update(counts, bucket);
    known.touched.clear();
    return known.work as W;
  }

  /** The table changed in ways that are cheaper to count again. */
  invalidate(): void {
    this.stale = true;
    this.version++;
  }

  /** The tally is given up: what was computed from it has to be computed again. */
  retire(): void {
    this.version = NaN;
  }

  /** Takes rows out that are about to change or go; `enter` comes next. */
  leave(first: number, count: number): void {
    if (this.stale) return;
    const slots = this.slotsOf(first, count);
    for (const slot of slots) this.counts[slot]--;
    this.left = slots;
  }

  /** Takes rows in that have changed or come, none if some only went. */
  enter(first: number, count: number): void {
    if (this.stale) return;
    const slots = this.slotsOf(first, count);
    const { left } = this;
    this.left = [];
    if (slots.some((slot) => slot === UNKNOWN)) return this.invalidate();
    for (const slot of slots) this.counts[slot]++;
    if (slots.length === left.length && slots.every((slot, i) => slot === left[i])) return;
    this.version++;
    const step = this.counts.length / this.sizes[0];
    for (const { touched } of this.works.values()) {
      for (const slot of left) touched.add(Math.floor(slot / step));
      for (const slot of slots) touched.add(Math.floor(slot / step));
    }
  }

  /** Slots of the rows that are counted. */
  private slotsOf(first: number, count: number): number[] {
    const slots: number[] = [];
    for (let row = first; row < first + count; row++) {
      const slot = this.passes(row) ? this.slotOf(row) : -1;
      if (slot !== -1) slots.push(slot);
    }
    return slots;
  }

  private slotOf(row: number): number {
    let slot = 0;
    for (let i = 0; i < this.axes.length; i++) {
      const bucket = this.axes[i].buckets.at(row);
      if (bucket < 0) return -1;
      if (bucket >= this.sizes[i]) return UNKNOWN;
      slot = slot * this.sizes[i] + bucket;
    }
    return slot;
  }

  /** First row that is counted in a bucket of the first axis; −1 if none. */
  find(bucket: number): number {
    const { question, sizes } = this.question();
    const step = sizes.slice(1).reduce((product, size) => product * size, 1);
    const isWanted = (slot: number) => slot >= 0 && Math.floor(slot / step) === bucket;
    for (const row of rowsOf(question, this.table.length, this.mask(question), isWanted)) return row;
    return -1;
  }

  /** Rows that are counted. */
  rows(): Iterable<number> {
    const { question } = this.question();
    return rowsOf(question, this.table.length, this.mask(question));
  }

  private passes(row: number): boolean {
    for (const filter of this.filters) if (filter.at(row) !== 1) return false;
    for (const filter of this.shared) if (filter.at(row) !== 1) return false;
    return true;
  }

  private mask(question: Question): Mask {
    return this.table.masks.of(question, this.table.length);
  }

  private question(): { question: Question; sizes: readonly number[] } {
    const sizes = this.axes.map((axis) => axis.size());
    return { question: questionOf(this.shared, this.filters, this.axes, sizes), sizes };
  }

  private countAll(): void {
    const { question, sizes } = this.question();
    if (question.cells > MAX_CELLS) throw new RangeError(`${question.cells} cells to count`);
    this.counts = this.answer(question);
    this.sizes = sizes;
    this.stale = false;
    this.works.clear();
    this.version++;
  }

  private answer(question: Question): Int32Array {
    const { parts, sharedParts, others } = question;
    const { length, cubes } = this.table;
    if (parts.length > 1 || sharedParts.length || others.length) {
      const mask = this.mask(question);
      return cubes.ask(question, length, mask) ?? countRows(question, length, mask);
    }
    const counts = new Int32Array(question.cells);
    if (!parts.length) counts[0] = length;
    else {
      // One column: how often each of its values occurs is known.
      const [{ column, adds }] = parts;
      for (let stored = 0; stored < adds.length; stored++) {
        if (adds[stored] >= 0) counts[adds[stored]] += column.count(stored);
      }
    }
    return counts;
  }
}
