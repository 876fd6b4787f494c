import type { Codebook, Field, TableDefinition, TableId } from "../../domain/codebook";
import type { Language, Localized } from "../../domain/language";
import type { Identified } from "../tables/headers";
import type { ColumnRules, TablePlace } from "./columns";
import type { BookFacts, TableFacts } from "./inspect";
import type { ListsBlock } from "./lists";

/** What is read of an existing column to see whether it is in order. */
export interface ColumnFacts {
  readonly rule: Excel.DataValidationRule | null;
  readonly formats: readonly { readonly id: string; readonly formula: string }[];
  readonly numberFormat: unknown;
}

/** What is read of an existing table, by field id. */
export type TableDetails = ReadonlyMap<string, ColumnFacts>;

/** A header row found on a sheet whose table was turned into a range. */
export interface LooseHeader {
  readonly row: number;
  readonly column: number;
  readonly headers: readonly unknown[];
  readonly rowCount: number;
}

export interface TablePlan {
  readonly definition: TableDefinition;
  /** The table, if it is there. */
  readonly found?: TableFacts;
  /** Where a new one goes: an existing sheet, or a new one of this name. */
  readonly sheet: { readonly name: string; readonly isNew: boolean };
  readonly loose?: LooseHeader;
  readonly renameTo?: string;
  /** Columns to add: in front of which column of the table as it is then, from left to right. */
  readonly addColumns: readonly { readonly field: Field; readonly at: number }[];
  /** Place of the table once columns are added. */
  readonly place: TablePlace;
  readonly fields: readonly { readonly field: Field; readonly rules: ColumnRules; readonly mend: Mend }[];
}

/** What of a column must be set. */
export interface Mend {
  readonly rule: boolean;
  readonly formats: boolean;
  readonly numberFormat: boolean;
  readonly width: boolean;
  /** Conditional formats of ours that are out of date. */
  readonly staleFormats: readonly string[];
}

export interface Plan {
  readonly codebook: Codebook;
  readonly language: Language;
  readonly isNew: boolean;
  readonly identified: Identified<TableFacts>;
  readonly tables: readonly TablePlan[];
  readonly sheets: { readonly home: boolean; readonly synthesis: boolean; readonly lists: boolean };
  readonly lists: ListsBlock;
  /** The helper sheet's cells as they are; null when there is none to keep. */
  readonly currentLists: PlanInput["currentLists"];
  readonly listsStale: boolean;
  /** Defined names to set, with their formulas; those that exist are changed. */
  readonly names: ReadonlyMap<string, string>;
  readonly done: readonly Localized[];
  readonly lookalikes: readonly {
    readonly table: string;
    readonly found: string;
    readonly field: Localized;
  }[];
}

export interface PlanInput {
  readonly facts: BookFacts;
  readonly codebook: Codebook;
  readonly language: Language;
  readonly details: ReadonlyMap<TableId, TableDetails>;
  readonly loose: ReadonlyMap<TableId, LooseHeader>;
  /** Sheets without anything on them. */
  readonly emptySheets: ReadonlySet<string>;
  /** The helper sheet's cells as they are, to see whether lists are up to date. */
  readonly currentLists: readonly (readonly unknown[])[] | null;
}
