import { runExcel, type RunOptions } from "../session";
import { findFormulas, type FormulaCell } from "./find";
import { reentered } from "./formulaText";
import { formulaIn, mustBeOpen, writeCells } from "./write";

export interface RepairOutcome {
  readonly entered: number;
  /** Cells that still show #NAME? right after. */
  readonly stuck: number;
}

/** Enters formulas again that are stuck at #NAME?, or carry the name Excel gave them without the add-in. */
export async function repair(run: RunOptions): Promise<RepairOutcome> {
  const found = await runExcel(findFormulas, run);
  const stuck = found.cells.filter(isStuck);
  if (!stuck.length) return { entered: 0, stuck: 0 };
  mustBeOpen(found.sheets, stuck);
  const changes = stuck.map(({ sheetId, row, column, formula }) => ({
    sheetId,
    at: [row, column, 1, 1] as const,
    to: formulaIn(reentered(formula), 1, 1),
    back: formulaIn(formula, 1, 1),
  }));
  await writeCells(changes, run);
  const after = await runExcel(async (context) => {
    const cells = stuck.map(({ sheetId, row, column }) =>
      context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1).load("values"),
    );
    await context.sync();
    return cells.filter(({ values }) => values[0][0] === "#NAME?").length;
    // Everything is entered: a request lost now must not make it look as if it were not.
  }, run).catch(() => 0);
  return { entered: stuck.length, stuck: after };
}

/** A formula that shows no value because its function is not known. */
export const isStuck = ({ formula, values }: FormulaCell): boolean =>
  values[0][0] === "#NAME?" || reentered(formula) !== formula;
