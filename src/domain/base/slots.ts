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
  /** Filters that most questions share, see `Tally`; parts that only put rows out, see `Masks`. */
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

/** Rows worked on at once, a multiple of four: their slots stay in the fastest memory. */
const BLOCK = 1 << 12;
const slots = new Int32Array(BLOCK);

/** The bytes of a mask say which rows may be counted (1) at all; none, and every row may. */
export type Mask = Uint8Array | null;

/** A part ready for its pass over the rows; `words` are its bytes or 16-bit ids, four bytes at once. */
interface Pass {
  readonly stored: Stored;
  readonly words: Int32Array;
  readonly adds: Int32Array;
}

const wordsOf = (stored: Stored): Int32Array =>
  new Int32Array(stored.buffer, stored.byteOffset, stored.byteLength >> 2);

const passesOf = (parts: readonly Part[]): Pass[] =>
  parts.map(({ column: { stored }, adds }) => ({ stored, words: wordsOf(stored), adds }));

/** Slots of a block of rows; the array is used again for the next block. */
function fill(passes: readonly Pass[], start: number, end: number): Int32Array {
  if (!passes.length) return slots.fill(0);
  const whole = end - ((end - start) & 3);
  for (let i = 0; i < passes.length; i++) {
    const { stored, words, adds } = passes[i];
    if (i === 0) {
      if (stored instanceof Uint8Array) setBytes(slots, words, adds, start, whole);
      else if (stored instanceof Uint16Array) setIds(slots, words, adds, start, whole);
      else setLongIds(slots, words, adds, start, whole);
    } else if (stored instanceof Uint8Array) addBytes(slots, words, adds, start, whole);
    else if (stored instanceof Uint16Array) addIds(slots, words, adds, start, whole);
    else addLongIds(slots, words, adds, start, whole);
    for (let row = whole; row < end; row++) {
      slots[row - start] = (i ? slots[row - start] : 0) + adds[stored[row]];
    }
  }
  return slots;
}

/** Counts of the first `length` rows by slot. O(length × columns). */
export function countRows(question: Question, length: number, mask: Mask): Int32Array {
  const { parts, others } = question;
  if (mask && !others.length && parts.every(({ adds }) => adds.every((add) => add >= 0))) {
    return countPlain(question, length, mask);
  }
  const counts = new Int32Array(question.cells);
  const passes = passesOf(parts);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    countIn(counts, putOut(fill(passes, start, end), others, mask, start, end), end - start);
  }
  return counts;
}

/** The same if no part puts a row out, as for a cube: one column of codes is counted while it is read. */
function countPlain({ parts, cells }: Question, length: number, mask: Uint8Array): Int32Array {
  const counts = new Int32Array(cells);
  const passes = passesOf(parts);
  const bytesAt = passes.findIndex(({ stored }) => stored instanceof Uint8Array);
  const [last] = bytesAt < 0 ? [] : passes.splice(bytesAt, 1);
  const maskWords = wordsOf(mask);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    const whole = end - ((end - start) & 3);
    const filled = fill(passes, start, end);
    if (last) countBytes(counts, filled, last.words, last.adds, maskWords, start, whole);
    else countMasked(counts, filled, maskWords, start, whole);
    for (let row = whole; row < end; row++) {
      counts[filled[row - start] + (last ? last.adds[last.stored[row]] : 0)] += mask[row];
    }
  }
  return counts;
}

/** Makes the slots below zero that the mask, or the row itself, puts out. */
function putOut(
  filled: Int32Array,
  others: Question["others"],
  mask: Mask,
  start: number,
  end: number,
): Int32Array {
  for (const other of others) {
    for (let row = start, j = 0; row < end; row++, j++) if (filled[j] >= 0) filled[j] += other(row);
  }
  if (mask) maskOut(filled, mask, start, end);
  return filled;
}

/** The rows that some parts do not put out. O(length × parts). */
export function maskOf(parts: readonly Part[], length: number): Uint8Array {
  const mask = new Uint8Array((length + 3) & ~3);
  const passes = passesOf(parts);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    setMask(mask, fill(passes, start, end), start, end);
  }
  return mask;
}

/** Rows whose slot is wanted, in order. */
export function* rowsOf(
  { parts, others }: Question,
  length: number,
  mask: Mask,
  wanted: (slot: number) => boolean = (slot) => slot >= 0,
): Iterable<number> {
  const passes = passesOf(parts);
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length);
    const found: number[] = [];
    const filled = putOut(fill(passes, start, end), others, mask, start, end);
    for (let j = 0; j < end - start; j++) if (wanted(filled[j])) found.push(start + j);
    yield* found;
  }
}

// Small loops over one kind of array each: the JavaScript engine keeps them at the speed of plain arrays. Four
// rows a turn, read as one word or two (the first row in its lowest bits, as on every machine Excel runs on), take
// less than half the time of one. Masked rows add 0 rather than being jumped over: a processor guesses such jumps
// wrong. From `start` to `end` is a multiple of four rows.

function setBytes(to: Int32Array, words: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start >> 2, j = 0; i < end >> 2; i++, j += 4) {
    const word = words[i];
    to[j] = adds[word & 255];
    to[j + 1] = adds[(word >>> 8) & 255];
    to[j + 2] = adds[(word >>> 16) & 255];
    to[j + 3] = adds[word >>> 24];
  }
}

function addBytes(to: Int32Array, words: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start >> 2, j = 0; i < end >> 2; i++, j += 4) {
    const word = words[i];
    to[j] += adds[word & 255];
    to[j + 1] += adds[(word >>> 8) & 255];
    to[j + 2] += adds[(word >>> 16) & 255];
    to[j + 3] += adds[word >>> 24];
  }
}

function setIds(to: Int32Array, words: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start >> 1, j = 0; i < end >> 1; i += 2, j += 4) {
    const word = words[i];
    const next = words[i + 1];
    to[j] = adds[word & 65535];
    to[j + 1] = adds[word >>> 16];
    to[j + 2] = adds[next & 65535];
    to[j + 3] = adds[next >>> 16];
  }
}

function addIds(to: Int32Array, words: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start >> 1, j = 0; i < end >> 1; i += 2, j += 4) {
    const word = words[i];
    const next = words[i + 1];
    to[j] += adds[word & 65535];
    to[j + 1] += adds[word >>> 16];
    to[j + 2] += adds[next & 65535];
    to[j + 3] += adds[next >>> 16];
  }
}

function setLongIds(to: Int32Array, ids: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] = adds[ids[i]];
}

function addLongIds(to: Int32Array, ids: Int32Array, adds: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) to[j] += adds[ids[i]];
}

function setMask(mask: Uint8Array, from: Int32Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) mask[i] = from[j] >= 0 ? 1 : 0;
}

function maskOut(to: Int32Array, mask: Uint8Array, start: number, end: number): void {
  for (let i = start, j = 0; i < end; i++, j++) if (!mask[i]) to[j] = OUT;
}

function countMasked(
  counts: Int32Array,
  from: Int32Array,
  words: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start >> 2, j = 0; i < end >> 2; i++, j += 4) {
    const word = words[i];
    counts[from[j]] += word & 1;
    counts[from[j + 1]] += (word >>> 8) & 1;
    counts[from[j + 2]] += (word >>> 16) & 1;
    counts[from[j + 3]] += word >>> 24;
  }
}

function countBytes(
  counts: Int32Array,
  from: Int32Array,
  bytes: Int32Array,
  adds: Int32Array,
  words: Int32Array,
  start: number,
  end: number,
): void {
  for (let i = start >> 2, j = 0; i < end >> 2; i++, j += 4) {
    const byte = bytes[i];
    const word = words[i];
    counts[from[j] + adds[byte & 255]] += word & 1;
    counts[from[j + 1] + adds[(byte >>> 8) & 255]] += (word >>> 8) & 1;
    counts[from[j + 2] + adds[(byte >>> 16) & 255]] += (word >>> 16) & 1;
    counts[from[j + 3] + adds[byte >>> 24]] += word >>> 24;
  }
}

function countIn(counts: Int32Array, from: Int32Array, length: number): void {
  for (let j = 0; j < length; j++) {
    const slot = from[j];
    if (slot >= 0) counts[slot]++;
  }
}
