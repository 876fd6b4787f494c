import type { ListAudit, ListedFinding } from "../../domain/plausibility/layout";

/** What the Excel layer offers to the pane's screen of published figures. */

/** A finding and the cell of its figure. */
export interface PlacedFinding extends ListedFinding {
  /** "B12" */
  readonly address: string;
}

/** The audit of a list on a sheet. */
export interface SheetAudit extends Omit<ListAudit, "findings"> {
  readonly sheetId: string;
  readonly sheet: string;
  /** "A1:I184" */
  readonly address: string;
  readonly findings: readonly PlacedFinding[];
}

export interface FigureOperations {
  /** Audits the selected cells; of one cell, everything on its sheet. @throws StudyError noFigures, tooMany */
  audit(): Promise<SheetAudit>;
  /** Selects the cell of a finding. @throws StudyError cellGone */
  show(audit: Pick<SheetAudit, "sheetId" | "sheet">, address: string): Promise<void>;
  /** Writes the findings on a new sheet; undone by `undo`. */
  writeFindings(audit: SheetAudit): Promise<void>;
  /** Puts the published figures of 2014 on a new sheet, in the layout that is read; undone by `undo`. */
  writeExample(): Promise<void>;
}
