import type { BaseTableId } from "../../domain/base/base";
import type { Cells } from "../../domain/query/cells";

/** What the Excel layer offers to the formula helper of the pane. */

/** A block of cells, 0-based. */
export interface CellArea {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The cell a person stands on; for a cell of a spilled table, the cell its formula is in. */
export interface SelectedCell {
  readonly sheetId: string;
  /** "Synthèse!B4", or "B4" alone where the sheet goes without saying. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** As Excel keeps it, with commas; "" for a cell without formula. */
  readonly formula: string;
  /** As the person sees it. */
  readonly formulaLocal: string;
  /** What the cell shows. */
  readonly text: string;
}

/** What a reference of a formula stands for. */
export interface ReadReference {
  /** Undefined: not found, or too large to be read for an explanation. */
  readonly cells: Cells | undefined;
  readonly area: CellArea | null;
}

/** How the person's Excel writes formulas. */
export interface Separators {
  readonly list: string;
  readonly decimal: string;
}

/** What stands where a formula is to be written. */
export interface InsertPlace extends SelectedCell {
  /** What a table that spills from here would run into: how many filled cells, and the first of them. */
  readonly inTheWay: { readonly count: number; readonly first: string } | null;
  /** An Excel table here: tables cannot spill into it, and those of the study hold no formulas. */
  readonly table: { readonly name: string; readonly ofStudy: boolean } | null;
}

/** Rows to show: of a table of the study, or of the ranges a formula names. */
export type RowsToShow =
  | {
      readonly table: BaseTableId;
      /** 0-based body rows. */
      readonly rows: readonly number[];
      /** Ids of the fields the criteria are about: these columns are filtered. */
      readonly columns: readonly string[];
    }
  | {
      /** The first range of the formula. */
      readonly at: CellArea;
      /** 0-based rows of that range. */
      readonly rows: readonly number[];
      /** The ranges the criteria are about: these columns are filtered if a table holds them. */
      readonly columns: readonly CellArea[];
    };

/** Rows that are shown by a filter of ours. */
export interface ShownRows {
  readonly table: string;
  readonly rows: number;
}

export interface FormulaOperations {
  separators(): Promise<Separators>;
  /** The active cell; nothing is told to the person if it cannot be read just now. */
  selected(): Promise<SelectedCell | null>;
  /** Calls back whenever another cell is selected, or cells change. @returns A function that stops it. */
  follow(listener: () => void): Promise<() => Promise<void>>;
  /** The cells that references stand for, seen from a cell. */
  read(
    from: Pick<SelectedCell, "sheetId" | "row">,
    references: readonly string[],
  ): Promise<readonly ReadReference[]>;
  /** Address of the selected cells, as a formula elsewhere names them. */
  selectedAddress(): Promise<string>;
  /** What stands at the active cell, and where a result of this size would spill. @throws StudyError noRoom */
  place(size: { readonly rows: number; readonly columns: number }): Promise<InsertPlace>;
  /** Writes a formula (with commas) there; it can be undone. `format` is given to a cell without own format. */
  insert(place: InsertPlace, formula: string, format?: string): Promise<void>;
  /** Filters the table so that it shows these rows, and goes there; null if no filter was needed. */
  show(rows: RowsToShow): Promise<ShownRows | null>;
  /** Takes our filter away; the person's own one comes back. */
  showAll(): Promise<void>;
  /** Rows shown by our filter at the moment. */
  shown(): ShownRows | null;
}
