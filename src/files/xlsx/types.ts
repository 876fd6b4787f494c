/**
 * What is read from an .xlsx file, whoever wrote it. Only values: formulas, macros, links and styles of a
 * file from outside are never run, followed or copied.
 */

/** One cell that holds something. */
export interface ReadCell {
  /**
   * Numbers stay numbers; a number shown as a date comes as ISO text: 2014-03-15, 2014-03-15T12:30:00, or
   * 12:30:00 for a time of day. What no date can be, and durations such as [h]:mm, stay numbers.
   */
  readonly value: string | number | boolean;
  /** The value was computed by a formula of the file (its cached result). */
  readonly computed?: true;
  /** The cell holds an error value such as #N/A; `value` is its name. */
  readonly error?: true;
}

/** A sheet: rows by 0-based number, cells by 0-based column, both in ascending order; blank cells are absent. */
export interface ReadSheet {
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  /** 0-based numbers of rows that are hidden (by hand, a filter or a group). */
  readonly hiddenRows: ReadonlySet<number>;
  /** Merged areas, as A1 references. */
  readonly merges: readonly string[];
}

export interface ReadTable {
  readonly name: string;
  readonly sheet: string;
  /** A1 reference, header row included. */
  readonly ref: string;
  readonly columns: readonly string[];
  /** The table has no header row: the first row of `ref` is already data. */
  readonly headerless?: true;
  /** The last row of `ref` is a row of totals, never an answer. */
  readonly totalsRow?: true;
}

/** Something found in a file that a person should know, though its values could be read. */
export type FileRemark =
  | "macrosIgnored"
  | "externalLinksIgnored"
  | "formulaWithoutValue"
  | "hiddenSheet"
  | "hiddenRows"
  | "mergedCells"
  | "tooManyRows";

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly tables: readonly ReadTable[];
  /** Defined names of the whole workbook: name → formula without "=". */
  readonly names: ReadonlyMap<string, string>;
  readonly remarks: readonly {
    readonly remark: FileRemark;
    readonly sheet?: string;
    readonly cell?: string;
  }[];
  /** Cells read; equals an independent count of the file. */
  readonly cellCount: number;
}

/** Why a file is refused as a whole; its sentence is in the catalogue of messages. */
export type RefusalCode =
  | "emptyFile"
  | "tooLarge"
  | "oldExcelOrEncrypted"
  | "notAWorkbook"
  | "openDocument"
  | "textFile"
  | "damaged"
  | "zipBomb"
  | "tooManyEntries"
  | "unsafeEntry"
  | "unsafeXml"
  | "unsupportedEncoding"
  | "missingPart"
  | "noCells"
  | "tooManyCells";
