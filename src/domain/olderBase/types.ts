import type { CodesTableRow } from "../codebook";
import type { AnswerTable, Counts, PlannedAnomaly } from "../imports/types";
import type { Localized } from "../language";
import type { FileAnomaly, FilePlace } from "../questionnaire/returned";

/**
 * A base of an older edition: rows of projects from any program, or one of our own study workbooks. It stands in
 * the domain because what maps it must know it, and must not know files.
 */
export interface FoundBase {
  readonly file: string;
  /** Edition the file says it is of; null when it does not. */
  readonly edition: string | null;
  /** The `Codes` table of a study workbook: labels its team has added. */
  readonly codes: readonly CodesTableRow[] | null;
  /** Sheets of rows, the panel's among them. */
  readonly tables: readonly FoundTable[];
  /** What the reader of files wants to be known. */
  readonly remarks: readonly FileAnomaly[];
}

export interface FoundTable {
  readonly table: AnswerTable;
  /** Absent where the file is one sheet of text. */
  readonly sheet?: string;
  /** 0-based row of the header. */
  readonly headerRow: number;
  /** Header texts by 0-based column; empty for a column with values and no header. */
  readonly headers: ReadonlyMap<number, string>;
  readonly rows: readonly FoundRow[];
  /** A1 address of a cell. */
  readonly addressOf: (row: number, column: number) => string;
}

export interface FoundRow {
  /** 0-based, as the sheet counts. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, FoundCell>;
  /** It has more cells than there are headers, so that nobody knows which is which. */
  readonly overlong?: true;
  /** Hidden by hand, a filter or a group: it counts. */
  readonly hidden?: true;
}

export interface FoundCell {
  readonly value: string | number | boolean;
  /** An error value such as #N/A, or a formula without its result. */
  readonly error?: true;
}

/**
 * column: which field a column is · edition: which edition rows belong to · territory: which territory of the
 * panel a name is · value: which code an answer is · same: rows the study has with other answers.
 */
export type MappingSection = "column" | "edition" | "territory" | "value" | "same";

/** One thing found in a file, and what it is taken for. */
export interface MappingItem {
  /** Stable: what was chosen is found again when the file comes again. */
  readonly key: string;
  readonly section: MappingSection;
  /** Table and field it belongs to. */
  readonly where: Localized;
  /** As the file has it; empty for blank cells. */
  readonly found: string;
  /** Rows it stands in. */
  readonly count: number;
  /** The first of them. */
  readonly place: FilePlace;
  readonly options: readonly MappingOption[];
  /** The option that is most likely meant; null when nothing is near. */
  readonly proposed: string | null;
  /** It says exactly this: it stands unless a person says otherwise. */
  readonly certain: boolean;
  /** What a person has chosen, now or when the file came before. */
  readonly chosen: string | null;
}

export interface MappingOption {
  readonly id: string;
  readonly label: Localized;
}

/** What persons have chosen: key of the item → id of the option. */
export type Choices = ReadonlyMap<string, string>;

/** The file a base came in. */
export interface BaseFile {
  readonly digest: string;
  /** ISO date. */
  readonly received: string;
}

/** Rows a table gets. */
export interface TableCounts extends Counts {
  readonly table: AnswerTable;
  readonly title: Localized;
}

/** What the rows of a base would do to the study, and what must be chosen before. */
export interface BaseMapping extends Counts {
  readonly items: readonly MappingItem[];
  /** Items nobody has decided and that are not certain. */
  readonly open: number;
  readonly tables: readonly TableCounts[];
  /** Rows by edition, of those that are taken. */
  readonly editions: readonly { readonly edition: string; readonly rows: number }[];
  readonly rejects: readonly PlannedAnomaly[];
  readonly remarks: readonly PlannedAnomaly[];
  /** The file was imported before and not taken back: nothing of it is written again. */
  readonly again: boolean;
}
