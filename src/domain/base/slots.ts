import type { Axis, RowFilter } from "./axis";
import { Lookup, type StoredColumn } from "./lookup";
import type { Stored } from "./stored";

/**
 * Added to the slot of a row that is not counted. Fifteen columns may say so of one row before a whole
 * number of 32 bits ends, and no table of counts reaches its size.
 */
export const OUT = -(2 ** 27);
/** Most cells a table of counts may have. */
export const MAX_CELLS = 2 ** 24;

/** What one column does to the slot of a row: adds a multiple of a stride, or puts the row out. */
export interface Part {
  readonly column: StoredColumn;
  /** By stored value. */
  readonly adds: Int32Array;
}

/** A question over rows: the slot of a row is the sum of what its columns add, below zero if it is out. */
export interface Question {
  readonly parts: readonly Part[];
  /** Filters that most questions share, see `Tally`; parts that only put rows out. */
  readonly shared: readonly RowFilter[];
  readonly sharedParts: readonly Part[];
  /** What is told by the row itself. */
  readonly others: readonly ((row: number) => number)[];
  readonly cells: number;
}

/** Filters and axes on one column become one part; columns that change nothing are left out. */
export function questionOf(
  shared: readonly RowFilter[],
  filters: readonly RowFilter[],
  axes: readonly Axis[],
  sizes: readonly number[],
): Question {
  const { parts, others, cells } = partsOf(filters, axes, sizes);
  const sharing = partsOf(shared, [], []);
  return { parts, shared, sharedParts: sharing.parts, others: [...sharing.others, ...others], cells };
}

function partsOf(
  filters: readonly RowFilter[],
  axes: readonly Axis[],
  sizes: readonly number[],
): Pick<Question, "parts" | "others" | "cells"> {
  const tests = new Map<StoredColumn, ((stored: number) => number)[]>();
  const others: ((row: number) => number)[] = [];
  const take = (buckets: RowFilter, adds: (bucket: number) => number) => {
    if (!(buckets instanceof Lookup)) return others.push((row) => adds(buckets.at(row)));
    const same = tests.get(buckets.column);
    const test = (stored: number) => adds(buckets.of(stored));
    return same ? same.push(test) : tests.set(buckets.column, [test]);
  };
  for (const filter of filters) take(filter, (bucket) => (bucket === 1 ? 0 : OUT));
  let stride = 1;
  for (let i = axes.length - 1; i >= 0; i--) {
    const step = stride;
    take(axes[i].buckets, (bucket) => (bucket < 0 ? OUT : bucket * step));
    stride *= sizes[i];
  }
  const parts = [...tests].flatMap(([column, ways]) => {
    const adds = new Int32Array(column.size);
    let changes = false;
    for (let stored = 0; stored < adds.length; stored++) {
      if (!column.count(stored)) continue;
      adds[stored] = sumOf(ways, stored);
      if (adds[stored] !== 0) changes = true;
    }
    return changes ? [{ column, adds }] : [];
  });
  return { parts, others, cells: stride };
}

function sumOf(ways: readonly ((stored: number) => number)[], stored: number): number {
  let sum = 0;
  for (const way of ways) {
    const add = way(stored);
    if (add === OUT) return OUT;
    sum += add;
  }
  return sum;
}

const BLOCK = 1 << 13;
const slots = new Int32Array(BLOCK);
const widened = new Int32Array(BLOCK);

const bytesOf = ({ column }: Part): Uint8Array => column.stored as Uint8Array;

/** Slots of a block of rows; the array is used again for the next block. */
function fill({ parts, sharedParts, others }: Question, start: number, end: number): Int32Array {
  const all = [...sharedParts, ...parts];
  const bytes = all.filter(({ column }) => column.stored instanceof Uint8Array);
  const [first, second] = bytes;
  if (second) setTwo(slots, bytesOf(first), first.adds, bytesOf(second), second.adds, start, end);
  else if (first) setBytes(slots, bytesOf(first), first.adds, start, end);
  else slots.fill(0);
  for (let i = 2; i < bytes.length; i += 2) {
    const [one, other] = [bytes[i], bytes[i + 1]];
    if (other) addTwo(slots, bytesOf(one), one.adds, bytesOf(other), other.adds, start, end);
    else addBytes(slots, bytesOf(one), one.adds, start, end);
  }
  for (const { column, adds } of all) {
    const stored = column.stored;
    if (stored instanceof Uint8Array) continue;
    widened.set((stored as Exclude<Stored, Uint8Array>).subarray(start, end));
    addIds(slots, widened, adds, end - start);
  }
  for (const other of others) {
    for (let row = start, j = 0; row < end; row++, j++) if (slots[j] >= 0) slots[j] += other(row);
  }
  return slots;
}

/** Counts of the first `length` rows by slot. O(length × columns). */
export function countRows(question: Question, length: number): Int32Array {
  const counts = new Int32Array(question.cells);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    countSlots(counts, fill(question, start, end), end - start);
  }
  return counts;
}

/** Rows whose slot is wanted, in order. */
export function* rowsOf(
  question: Question,
  length: number,
  wanted: (slot: number) => boolean = (slot) => slot >= 0,
): Iterable<number> {
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    const found: number[] = [];
    const filled = fill(question, start, end);
    for (let j = 0; j < end - start; j++) if (wanted(filled[j])) found.push(start + j);
    yield* found;
  }
}

// Small loops over one kind of array each: the JavaScript engine keeps them at the speed of plain arrays.

function setBytes(to: Int32Array, bytes: Uint8Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] = adds[bytes[i]];
}

function setTwo(
  to: Int32Array,
  bytes: Uint8Array,
  adds: Int32Array,
  others: Uint8Array,
  otherAdds: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] = adds[bytes[i]] + otherAdds[others[i]];
}

function addTwo(
  to: Int32Array,
  bytes: Uint8Array,
  adds: Int32Array,
  others: Uint8Array,
  otherAdds: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] += adds[bytes[i]] + otherAdds[others[i]];
}

function addBytes(to: Int32Array, bytes: Uint8Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] += adds[bytes[i]];
}

function addIds(to: Int32Array, ids: Int32Array, adds: Int32Array, length: number): void {
  for (let j = 0; j < length; j++) to[j] += adds[ids[j]];
}

function countSlots(counts: Int32Array, from: Int32Array, length: number): void {
  for (let j = 0; j < length; j++) {
    const slot = from[j];
    if (slot >= 0) counts[slot]++;
  }
}
