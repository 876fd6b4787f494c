import type { StudyData } from "../domain/exports";

/** What the Excel layer offers to the ways out: data to export, formulas made values and back. */

/** A formula that others could not read: it calls BVN. */
export interface BvnFormula {
  /** cell: shows its value · stuck: its function is not known here · elsewhere: name, conditional format, validation. */
  readonly kind: "cell" | "stuck" | "name" | "format" | "validation";
  readonly sheet: string | null;
  /** Cells without their sheet, "B5:F20"; null for a name. */
  readonly cells: string | null;
  /** Name of a defined name; of the others where they stand. */
  readonly place: string;
  readonly formula: string;
}

/** A formula that was made values, known by its id. */
export interface FrozenPlace {
  readonly id: string;
  readonly place: string;
  readonly formula: string;
}

export interface FormulaReport {
  readonly found: readonly BvnFormula[];
  /** Formulas the workbook remembers as frozen. */
  readonly frozen: readonly FrozenPlace[];
}

export interface OutOperations {
  /** The study's rows; those about people only when asked for. Progress with `cancel` is in the state. */
  readForExport(options: { readonly people: boolean }): Promise<StudyData>;
  /** Everything that calls BVN, on every sheet, hidden ones too. */
  findFormulas(): Promise<FormulaReport>;
  /** BVN formulas of the workbook, or those the selection touches, become their values; undone by `undo`. */
  freezeFormulas(scope: "book" | "selection"): Promise<void>;
  /**
   * Frozen formulas come back; undone by `undo`. @returns Those whose values somebody has changed since: they stay
   * unless `overwrite`.
   */
  thawFormulas(options?: {
    readonly ids?: readonly string[];
    readonly overwrite?: boolean;
  }): Promise<readonly FrozenPlace[]>;
  /** Formulas stuck at #NAME? are entered again. */
  repairFormulas(): Promise<void>;
  /** Selects the cells of a formula. @throws StudyError hiddenSheet */
  showFormula(formula: Pick<BvnFormula, "sheet" | "cells">): Promise<void>;
}
