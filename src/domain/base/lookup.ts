import type { CodeColumn, TextColumn } from "./columns";

/** A column whose rows hold small whole numbers: bytes of codes, or ids of texts. */
export type StoredColumn = CodeColumn | TextColumn;

/**
 * A small table from what a column stores (a byte, a text id) to a bucket, so that a row costs one look-up
 * whatever the criterion. Texts that came in later are looked at when they are first needed.
 */
export class Lookup {
  private values = new Int32Array(0);
  private known = 0;

  constructor(
    readonly column: StoredColumn,
    private readonly bucketOf: (stored: number) => number,
  ) {
    this.extend();
  }

  /** Covers every value the column may hold now; false if nothing was new. */
  extend(): boolean {
    const { size } = this.column;
    if (this.known === size) return false;
    if (size > this.values.length) {
      const values = new Int32Array(this.known ? Math.ceil(size * 1.25) : size);
      values.set(this.values);
      this.values = values;
    }
    for (let stored = this.known; stored < size; stored++) this.values[stored] = this.bucketOf(stored);
    this.known = size;
    return true;
  }

  /** Bucket of a stored value. */
  of(stored: number): number {
    if (stored >= this.known) this.extend();
    return this.values[stored];
  }

  /** Bucket of one row. */
  at(row: number): number {
    return this.of(this.column.stored[row]);
  }
}
