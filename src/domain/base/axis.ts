import type { Lookup } from "./lookup";

/** A test or grouping that needs the row itself (a number stored in the table). */
export interface RowBuckets {
  at(row: number): number;
}
export type Buckets = Lookup | RowBuckets;

/** A criterion compiled for the rows of a table: bucket 1 is in, anything else is out. */
export type RowFilter = Buckets;

/** One dimension of a tally: the bucket of a row, −1 where the row leaves every base. */
export interface Axis {
  readonly buckets: Buckets;
  /** Number of buckets now; a text axis grows with the texts. */
  size(): number;
}
