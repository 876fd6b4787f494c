import { normalizeText } from "../text/normalize";
import { isBlank, readSpecial, type AnswerReader } from "../values/answer";
import { readNumber } from "../values/number";

/**
 * Bytes of a coded column that are no code; codes are 1 … 240. A blank cell and "NR" chosen on purpose are
 * both "not reported"; only completeness tells them apart.
 */
export const MARK = {
  notReported: 0,
  dontKnow: 241,
  notApplicable: 242,
  invalid: 243,
  saidNotReported: 244,
} as const;

/** Whether a byte is "not reported", left blank or said. */
export const isNotReported = (byte: number): boolean =>
  byte === MARK.notReported || byte === MARK.saidNotReported;

const grown = (length: number) => Math.max(1024, Math.ceil(length * 1.5));

/** Sparse raw values by row, kept in step with the rows of a column. */
class SparseValues {
  private values = new Map<number, unknown>();
  get size() {
    return this.values.size;
  }
  get(row: number) {
    return this.values.get(row);
  }
  set(row: number, value: unknown) {
    this.values.set(row, value);
  }
  delete(row: number) {
    if (this.values.size) this.values.delete(row);
  }
  entries() {
    return [...this.values];
  }
  /** Rows from `at` on move by `by` (negative: rows were removed, those in the gap are forgotten). */
  shift(at: number, by: number) {
    if (!this.values.size) return;
    const moved = new Map<number, unknown>();
    for (const [row, value] of this.values) {
      if (row < at) moved.set(row, value);
      else if (by > 0 || row >= at - by) moved.set(row + by, value);
    }
    this.values = moved;
  }
}

/** One column of a table in memory. Rows are 0-based; `length` rows are in use. */
export interface Column {
  readonly length: number;
  set(row: number, value: unknown): void;
  /** Makes room for `count` blank rows at `at`. */
  insert(at: number, count: number): void;
  remove(at: number, count: number): void;
  /** Gives back the room taken in advance while rows were coming in. */
  trim(): void;
}

/** Room left for rows added one by one. */
const SLACK = 1024;

/** Answers of a code list: one byte a row. Values that are no answer are marked and kept aside. */
export class CodeColumn implements Column {
  bytes = new Uint8Array(0);
  length = 0;
  /** Rows by byte: tells at once which values occur. */
  readonly histogram = new Uint32Array(256);
  private readonly invalid = new SparseValues();
  private readonly memory = new Map<unknown, number>();

  constructor(private reader: AnswerReader) {}

  set(row: number, value: unknown): void {
    if (row >= this.length) this.grow(row + 1);
    let byte = this.memory.get(value);
    if (byte === undefined) {
      byte = this.encode(value);
      if (this.memory.size < 4096) this.memory.set(value, byte);
    }
    this.histogram[this.bytes[row]]--;
    this.histogram[byte]++;
    this.bytes[row] = byte;
    if (byte === MARK.invalid) this.invalid.set(row, value);
    else this.invalid.delete(row);
  }

  /** Raw value of a row marked invalid. */
  invalidValue(row: number): unknown {
    return this.invalid.get(row);
  }

  /** Another code list: what was invalid may be an answer now, and the reverse. */
  reread(reader: AnswerReader): void {
    this.reader = reader;
    this.memory.clear();
    for (const [row, value] of this.invalid.entries()) this.set(row, value);
    for (let byte = 1; byte < MARK.dontKnow; byte++) {
      if (!this.histogram[byte] || this.encode(byte) === byte) continue;
      for (let row = 0; row < this.length; row++) if (this.bytes[row] === byte) this.set(row, byte);
    }
  }

  insert(at: number, count: number): void {
    const end = this.length;
    this.grow(end + count);
    this.bytes.copyWithin(at + count, at, end);
    this.bytes.fill(MARK.notReported, at, at + count);
    this.invalid.shift(at, count);
  }

  remove(at: number, count: number): void {
    for (let row = at; row < at + count; row++) this.histogram[this.bytes[row]]--;
    this.bytes.copyWithin(at, at + count, this.length);
    this.length -= count;
    this.invalid.shift(at, -count);
  }

  private grow(length: number): void {
    if (length > this.bytes.length) {
      const bytes = new Uint8Array(grown(length));
      bytes.set(this.bytes.subarray(0, this.length));
      this.bytes = bytes;
    } else {
      this.bytes.fill(MARK.notReported, this.length, length);
    }
    this.histogram[MARK.notReported] += length - this.length;
    this.length = length;
  }

  trim(): void {
    this.bytes = this.bytes.slice(0, this.length + SLACK);
  }

  private encode(value: unknown): number {
    const answer = this.reader.read(value);
    if (answer.kind === "code") return answer.code;
    return answer.kind === "notReported" && !isBlank(value) ? MARK.saidNotReported : MARK[answer.kind];
  }
}

/** Texts, each kept once: an id a row; id 0 is blank. Spellings that differ by case or accents share an id. */
export class TextColumn implements Column {
  ids = new Int32Array(0);
  length = 0;
  /** Text first seen for each id. */
  readonly texts: string[] = [""];
  /** Comparison key of each text. */
  readonly keys: string[] = [""];
  private readonly byText = new Map<unknown, number>();
  private readonly byKey = new Map<string, number>([["", 0]]);
  private counts = new Uint32Array(64);

  /** @param canonical Key that stands for another key, e.g. of a listed project in the other language. */
  constructor(private readonly canonical: (key: string) => string = (key) => key) {}

  set(row: number, value: unknown): void {
    if (row >= this.length) this.grow(row + 1);
    const id = this.idOf(value);
    this.counts[this.ids[row]]--;
    if (id >= this.counts.length) {
      const counts = new Uint32Array(grown(id + 1));
      counts.set(this.counts);
      this.counts = counts;
    }
    this.counts[id]++;
    this.ids[row] = id;
  }

  /** Id of a text, given one if new. */
  private idOf(value: unknown): number {
    const known = this.byText.get(value);
    if (known !== undefined) return known;
    const key = isBlank(value) || readSpecial(value) ? "" : this.keyOf(String(value));
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.texts.length;
      this.texts.push(String(value).trim());
      this.keys.push(key);
      this.byKey.set(key, id);
    }
    this.byText.set(value, id);
    return id;
  }

  keyOf(text: string): string {
    return this.canonical(normalizeText(text));
  }

  /** Id of a text if it occurs. */
  find(text: string): number | undefined {
    return this.byKey.get(this.keyOf(text));
  }

  /** Rows that hold the text of this id. */
  count(id: number): number {
    return this.counts[id] ?? 0;
  }

  insert(at: number, count: number): void {
    const end = this.length;
    this.grow(end + count);
    this.ids.copyWithin(at + count, at, end);
    this.ids.fill(0, at, at + count);
  }

  remove(at: number, count: number): void {
    for (let row = at; row < at + count; row++) this.counts[this.ids[row]]--;
    this.ids.copyWithin(at, at + count, this.length);
    this.length -= count;
  }

  trim(): void {
    this.ids = this.ids.slice(0, this.length + SLACK);
  }

  private grow(length: number): void {
    if (length > this.ids.length) {
      const ids = new Int32Array(grown(length));
      ids.set(this.ids.subarray(0, this.length));
      this.ids = ids;
    } else {
      this.ids.fill(0, this.length, length);
    }
    this.counts[0] += length - this.length;
    this.length = length;
  }
}

/** Numbers; NaN is "not reported". Texts that are no number are kept aside. */
export class NumberColumn implements Column {
  numbers = new Float64Array(0);
  length = 0;
  private readonly invalid = new SparseValues();

  set(row: number, value: unknown): void {
    if (row >= this.length) this.grow(row + 1);
    const blank = isBlank(value) || readSpecial(value) !== undefined;
    const number = blank ? null : readNumber(value, { thousands: true });
    this.numbers[row] = number ?? NaN;
    if (!blank && number === null) this.invalid.set(row, value);
    else this.invalid.delete(row);
  }

  invalidValue(row: number): unknown {
    return this.invalid.get(row);
  }

  insert(at: number, count: number): void {
    const end = this.length;
    this.grow(end + count);
    this.numbers.copyWithin(at + count, at, end);
    this.numbers.fill(NaN, at, at + count);
    this.invalid.shift(at, count);
  }

  remove(at: number, count: number): void {
    this.numbers.copyWithin(at, at + count, this.length);
    this.length -= count;
    this.invalid.shift(at, -count);
  }

  trim(): void {
    this.numbers = this.numbers.slice(0, this.length + SLACK);
  }

  private grow(length: number): void {
    if (length > this.numbers.length) {
      const numbers = new Float64Array(grown(length));
      numbers.set(this.numbers.subarray(0, this.length));
      this.numbers = numbers;
    }
    this.numbers.fill(NaN, this.length, length);
    this.length = length;
  }
}
