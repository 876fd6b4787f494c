/** What a column keeps for each row: a byte, or the id of a text in as few bytes as the texts need. */
export type Stored = Uint8Array | Uint16Array | Int32Array;

/** Room left for rows added one by one. */
export const SLACK = 1024;

export const grown = (length: number): number => Math.max(SLACK, Math.ceil(length * 1.5));

/** A copy of the first values with room for `capacity`. */
export function resized<A extends Stored | Uint32Array | Float64Array>(
  array: A,
  used: number,
  capacity: number,
): A {
  const copy = new (array.constructor as new (length: number) => A)(capacity);
  copy.set(array.subarray(0, used));
  return copy;
}

/** Ids wide enough for this many texts. */
export function idsFor(texts: number, length: number): Stored {
  if (texts <= 1 << 8) return new Uint8Array(length);
  return texts <= 1 << 16 ? new Uint16Array(length) : new Int32Array(length);
}

/** Sparse raw values by row, kept in step with the rows of a column. */
export class SparseValues {
  private values = new Map<number, unknown>();

  get(row: number): unknown {
    return this.values.get(row);
  }

  set(row: number, value: unknown): void {
    this.values.set(row, value);
  }

  delete(row: number): void {
    if (this.values.size) this.values.delete(row);
  }

  entries(): [number, unknown][] {
    return [...this.values];
  }

  /** Rows from `at` on move by `by` (negative: rows were removed, those in the gap are forgotten). */
  shift(at: number, by: number): void {
    if (!this.values.size) return;
    const moved = new Map<number, unknown>();
    for (const [row, value] of this.values) {
      if (row < at) moved.set(row, value);
      else if (by > 0 || row >= at - by) moved.set(row + by, value);
    }
    this.values = moved;
  }
}
