import { CodeColumn, type TextColumn } from "./columns";

/**
 * A small table from what a column stores (a byte, a text id) to a bucket, so that a row costs one look-up
 * whatever the criterion. Texts that came in later are looked at when they are first needed.
 */
export class Lookup {
  values = new Int32Array(256);
  private known = 0;

  constructor(
    readonly column: CodeColumn | TextColumn,
    private readonly bucketOf: (stored: number) => number,
  ) {
    this.extend();
  }

  /** Both conditions on one column at the price of one. */
  static both(a: Lookup, b: Lookup): Lookup {
    return new Lookup(a.column, (stored) => a.bucketOf(stored) & b.bucketOf(stored));
  }

  /** Covers every value the column may hold now; false if nothing was new. */
  extend(): boolean {
    const size = this.column instanceof CodeColumn ? 256 : this.column.texts.length;
    if (this.known === size) return false;
    if (size > this.values.length) {
      const values = new Int32Array(Math.ceil(size * 1.5));
      values.set(this.values);
      this.values = values;
    }
    for (let stored = this.known; stored < size; stored++) this.values[stored] = this.bucketOf(stored);
    this.known = size;
    return true;
  }

  /** Bucket of one row. */
  at(row: number): number {
    const stored = this.column instanceof CodeColumn ? this.column.bytes[row] : this.column.ids[row];
    if (stored >= this.known) this.extend();
    return this.values[stored];
  }

  /** Whether every value that occurs has this bucket. */
  isAlways(bucket: number): boolean {
    this.extend();
    const { column } = this;
    for (let stored = 0; stored < this.known; stored++) {
      const occurs = column instanceof CodeColumn ? column.histogram[stored] > 0 : column.count(stored) > 0;
      if (occurs && this.values[stored] !== bucket) return false;
    }
    return true;
  }
}
