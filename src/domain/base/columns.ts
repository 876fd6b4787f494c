import { isBlank, readSpecial, type AnswerReader } from "../values/answer";
import { readNumber } from "../values/number";
import { grown, resized, SLACK, SparseValues } from "./stored";

export { TextColumn } from "./textColumn";

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

/** Answers of a code list: one byte a row. Values that are no answer are marked and kept aside. */
export class CodeColumn implements Column {
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  /** Rows by byte: tells at once which values occur. */
  readonly histogram = new Uint32Array(256);
  private readonly invalid = new SparseValues();
  private readonly memory = new Map<unknown, number>();

  constructor(private reader: AnswerReader) {}

  /** Number of bytes there are. */
  get size(): number {
    return 256;
  }

  get stored(): Uint8Array {
    return this.bytes;
  }

  /** Rows that hold this byte. */
  count(byte: number): number {
    return this.histogram[byte];
  }

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
    if (length > this.bytes.length) this.bytes = resized(this.bytes, this.length, grown(length));
    else this.bytes.fill(MARK.notReported, this.length, length);
    this.histogram[MARK.notReported] += length - this.length;
    this.length = length;
  }

  trim(): void {
    this.bytes = resized(this.bytes, this.length, this.length + SLACK);
  }

  private encode(value: unknown): number {
    const answer = this.reader.read(value);
    if (answer.kind === "code") return answer.code;
    return answer.kind === "notReported" && !isBlank(value) ? MARK.saidNotReported : MARK[answer.kind];
  }
}

/** Numbers; NaN is "not reported". What was written instead of a number, "NR" too, is kept aside. */
export class NumberColumn implements Column {
  numbers: Float64Array = new Float64Array(0);
  length = 0;
  private readonly aside = new SparseValues();

  set(row: number, value: unknown): void {
    if (row >= this.length) this.grow(row + 1);
    const blank = isBlank(value) || readSpecial(value) !== undefined;
    const number = blank ? null : readNumber(value, { thousands: true });
    this.numbers[row] = number ?? NaN;
    if (number === null && !isBlank(value)) this.aside.set(row, value);
    else this.aside.delete(row);
  }

  /** A value that is no number, and its row. */
  firstInvalid(): { readonly row: number; readonly value: unknown } | undefined {
    for (const [row] of this.aside.entries()) {
      const value = this.invalidValue(row);
      if (value !== undefined) return { row, value };
    }
    return undefined;
  }

  /** Raw value of a row that is no number. */
  invalidValue(row: number): unknown {
    const value = this.aside.get(row);
    return readSpecial(value) ? undefined : value;
  }

  /** Whether nothing was written; "NR" chosen on purpose was. */
  isBlank(row: number): boolean {
    return Number.isNaN(this.numbers[row]) && this.aside.get(row) === undefined;
  }

  insert(at: number, count: number): void {
    const end = this.length;
    this.grow(end + count);
    this.numbers.copyWithin(at + count, at, end);
    this.numbers.fill(NaN, at, at + count);
    this.aside.shift(at, count);
  }

  remove(at: number, count: number): void {
    this.numbers.copyWithin(at, at + count, this.length);
    this.length -= count;
    this.aside.shift(at, -count);
  }

  trim(): void {
    this.numbers = resized(this.numbers, this.length, this.length + SLACK);
  }

  private grow(length: number): void {
    if (length > this.numbers.length) this.numbers = resized(this.numbers, this.length, grown(length));
    this.numbers.fill(NaN, this.length, length);
    this.length = length;
  }
}
