/** Rows written at once: between two parts the page answers, and the work can be stopped. */
const PART_ROWS = 2_000;

/** A file to write, part by part. */
export interface ExportFile {
  readonly name: string;
  /** Number of parts, for the progress. */
  readonly steps: number;
  parts(): Generator<string | Uint8Array>;
}

/** Parts of this many rows, and one for what stands around them. */
export const stepsOf = (rows: number): number => Math.ceil(rows / PART_ROWS) + 1;

/** First rows of parts. */
export function* partsOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += PART_ROWS) yield rows.slice(at, at + PART_ROWS);
}

/** A small file that is one text. */
export const textFile = (name: string, text: () => string): ExportFile => ({
  name,
  steps: 1,
  *parts() {
    yield text();
  },
});
