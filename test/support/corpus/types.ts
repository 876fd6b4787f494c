import type { ReadCell, RefusalCode } from "../../../src/files/xlsx";

export type Expected = string | number | boolean | ReadCell;

/** A file of the corpus and what must come of it: either refused with a code, or exactly these cells and remarks. */
export interface FileCase {
  /** A fact: "a DTD is refused", "rows out of order are sorted". */
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly refused?: RefusalCode;
  /** All cells of all sheets, "A1" or "Sheet!A1" for sheets after the first. */
  readonly cells?: Readonly<Record<string, Expected>>;
  /** All remarks, as "remark", "remark Sheet" or "remark Sheet!A1". */
  readonly remarks?: readonly string[];
  /** Number of cells, when there are too many to list. */
  readonly cellCount?: number;
}
export const computed = (value: string | number | boolean): ReadCell => ({ value, computed: true });
export const error = (value: string): ReadCell => ({ value, error: true });
