import { formulaDeskMessages as say } from "../../domain/messages/formulaDesk";
import type { Localized } from "../../domain/language";
import { StudyError, toStudyError } from "../errors";
import { runExcel } from "../session";
import type { Done } from "../study/undo";
import { restorable, type StudyContext } from "../study/rows";
import { columnLetters, SHEET_ROWS } from "../tables/addresses";
import type { InsertPlace, SelectedCell } from "./contract";

const SHEET_COLUMNS = 16_384;
/** Cells looked at for what a spilled table would run into. */
const MOST_LOOKED_AT = 200_000;

export const refuse = (code: keyof typeof say, message: Localized): StudyError =>
  new StudyError({ kind: "error", code, message });

/** A cell read together with what tells whether it is part of a spilled table. */
export interface AskedCell {
  readonly cell: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

const LOADED = "address,rowIndex,columnIndex,formulas,formulasLocal,text,valueTypes";

export function askCell(cell: Excel.Range): AskedCell {
  cell.load(LOADED);
  return { cell, sheet: cell.worksheet.load("id,name") };
}

/** A cell that was asked for, as the helper knows it. */
export function cellOf({ cell, sheet }: AskedCell): SelectedCell {
  const formula = cell.formulas[0][0];
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula.length > 1;
  return {
    sheetId: sheet.id,
    address: cell.address,
    row: cell.rowIndex,
    column: cell.columnIndex,
    formula: isFormula ? formula : "",
    formulaLocal: isFormula ? String(cell.formulasLocal[0][0]) : "",
    text: cell.text[0][0],
  };
}

/** What stands at the active cell and around it. Two requests. */
export async function lookAtPlace(
  context: Excel.RequestContext,
  study: StudyContext,
  { rows, columns }: { rows: number; columns: number },
): Promise<InsertPlace> {
  const asked = askCell(context.workbook.getActiveCell());
  await context.sync();
  const place = cellOf(asked);
  const { row, column, sheetId } = place;
  if (row + rows > SHEET_ROWS || column + columns > SHEET_COLUMNS) {
    throw refuse("noRoom", say.noRoom({ address: place.address, rows, columns }));
  }
  const target = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);
  const tables = target.getTables(false).load("items/id,items/name");
  const looked = rows * columns <= MOST_LOOKED_AT ? target.load("formulas") : null;
  // What the formula in this very cell spills today is no obstacle.
  const own = asked.cell.getSpillingToRangeOrNullObject().load("rowCount,columnCount");
  await context.sync();
  const filled: [number, number][] = [];
  looked?.formulas.forEach((line, r) =>
    line.forEach((content, c) => {
      const isOwn = !own.isNullObject && r < own.rowCount && c < own.columnCount;
      if (content !== "" && !isOwn && (r || c)) filled.push([row + r, column + c]);
    }),
  );
  const [table] = tables.items;
  const ofStudy = Object.values(study.codebook.edition.tables).some(
    ({ id }) => study.loader.shape(id)?.facts.excelId === table?.id,
  );
  return {
    ...place,
    inTheWay: filled.length
      ? { count: filled.length, first: `${columnLetters(filled[0][1])}${filled[0][0] + 1}` }
      : null,
    table: table ? { name: table.name, ofStudy } : null,
  };
}

/** Writes a formula into a cell that is still as the person saw it. Two requests. */
export async function insertFormula(
  study: StudyContext,
  place: InsertPlace,
  formula: string,
  format?: string,
): Promise<Done<void>> {
  const { address } = place;
  const at = (context: Excel.RequestContext) =>
    context.workbook.worksheets.getItem(place.sheetId).getRangeByIndexes(place.row, place.column, 1, 1);
  const former = await inCell(address, () =>
    runExcel(async (context) => {
      const cell = at(context).load("formulas,values,text,numberFormat");
      await context.sync();
      const now = String(cell.formulas[0][0]);
      const isFormula = now.startsWith("=") && now.length > 1;
      if ((isFormula ? now : "") !== place.formula || cell.text[0][0] !== place.text) {
        throw refuse("placeChanged", say.placeChanged({ address }));
      }
      const [content] = restorable(cell.values[0], cell.formulas[0]);
      const before = { content, format: cell.numberFormat[0][0] };
      if (format && before.format === "General") cell.numberFormat = [[format]];
      cell.formulas = [[formula]];
      cell.load("formulas");
      await context.sync();
      return { ...before, written: String(cell.formulas[0][0]) };
    }, study.run),
  );
  const what = say.formulaInserted({ address });
  const revert = () =>
    inCell(address, () =>
      runExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheetId);
        await context.sync();
        if (sheet.isNullObject) throw refuse("placeGone", say.placeGone({ address }));
        const cell = at(context).load("formulas");
        await context.sync();
        if (String(cell.formulas[0][0]) !== former.written) {
          throw refuse("formulaChangedSince", say.formulaChangedSince({ address }));
        }
        cell.numberFormat = [[former.format]];
        cell.formulas = [[former.content]];
        await context.sync();
      }, study.run),
    );
  return { result: undefined, undo: { code: "formulaInserted", what, revert } };
}

/** Runs what touches a cell; an error of Excel names its sheet. */
async function inCell<T>(address: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw toStudyError(error, { sheet: address.split("!")[0].replace(/^'|'$/g, "") });
  }
}
