/** Values and formulas written to areas, read from areas. */
import { lastColumn, lastRow, type Area } from "./address";
import type { CellMatrix } from "./book";
import { interpret, patternOf, textOf, toCellData, typeOf, valueOf, type CellContent } from "./cells";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { abbreviate, spellOut, toFrench } from "./formula-text";
import type { ICellData } from "@univerjs/core";

export const MAX_CELLS = 5_000_000;

/** One value for all cells, or rows of values of exactly the area's size. */
export function asGrid(values: unknown, area: Area, what: string): (row: number, column: number) => unknown {
  if (!Array.isArray(values)) return () => values;
  const rows = values as unknown[][];
  const fits =
    rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits)
    throw invalidArgument(
      `the number of rows or columns in ${what} (${rows.length} × ${Array.isArray(rows[0]) ? rows[0].length : 1}) doesn't match the range (${area.rows} × ${area.columns}).`,
    );
  return (row, column) => rows[row]![column];
}
export interface WriteOptions {
  lang: "fr" | "en";
  undoable?: boolean;
}
export function writeValues(host: HostCore, given: Area, values: unknown, options: WriteOptions): void {
  const { book } = host;
  const area = Array.isArray(values) ? given : book.clip(given);
  const at = asGrid(values, area, "the values");
  const styles = book.workbook.getStyles();
  const matrix = book.sheet(area.sheetId).getCellMatrix();
  const cells: CellMatrix = {};
  let some = false;
  for (let r = 0; r < area.rows; r++) {
    const row = area.row + r;
    const line: CellMatrix[number] = {};
    for (let c = 0; c < area.columns; c++) {
      const input = at(r, c);
      if (input === null || input === undefined) continue;
      const column = area.column + c;
      const old = matrix.getValue(row, column);
      const written = interpret(
        input,
        old?.s ? patternOf(old, styles) === "@" || patternOf(old, styles) === "@@@" : false,
        options.lang,
      );
      if (written.formula)
        written.formula = spellOut(
          written.formula,
          host.tables.at({ sheetId: area.sheetId, row, column, rows: 1, columns: 1 })?.name,
        );
      if (written.format && old?.s && patternOf(old, styles) !== "General") delete written.format;
      line[column] = toCellData(written);
      some = true;
    }
    cells[row] = line;
  }
  if (!some) return;
  book.makeRoom(area);
  book.writeCells(area.sheetId, cells, options.undoable);
}

function grid<T>(
  host: HostCore,
  area: Area,
  read: (cell: ICellData | null, row: number, column: number, spilled: boolean) => T,
): T[][] {
  if (area.rows * area.columns > MAX_CELLS)
    throw invalidArgument("more than 5 million cells cannot be read at once.");
  const { book } = host;
  const matrix = book.sheet(area.sheetId).getCellMatrix();
  const spills = book.formulas.getArrayFormulaCellData()[book.unitId]?.[area.sheetId] as
    Record<number, Record<number, ICellData>> | undefined;
  const rows: T[][] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const line: T[] = [];
    for (let column = area.column; column <= lastColumn(area); column++) {
      const cell = matrix.getValue(row, column) ?? null;
      const spilled = spills?.[row]?.[column];
      const own = cell && (cell.f || cell.si || (cell.v !== undefined && cell.v !== null) || cell.p);
      line.push(
        spilled && !own
          ? read({ ...spilled, s: cell?.s } as ICellData, row, column, true)
          : read(cell, row, column, false),
      );
    }
    rows.push(line);
  }
  return rows;
}
export const readValues = (host: HostCore, area: Area): CellContent[][] =>
  grid(host, area, (cell) => valueOf(cell));
export const readTypes = (host: HostCore, area: Area) => grid(host, area, (cell) => typeOf(cell));
export function readTexts(host: HostCore, area: Area): string[][] {
  const styles = host.book.workbook.getStyles();
  return grid(host, area, (cell) => textOf(cell, styles, host.lang));
}
export function readFormats(host: HostCore, area: Area): string[][] {
  const styles = host.book.workbook.getStyles();
  return grid(host, area, (cell) => patternOf(cell, styles));
}
export function readFormulas(host: HostCore, area: Area, local: boolean): CellContent[][] {
  const { formulas, unitId } = host.book;
  return grid(host, area, (cell, row, column) => {
    if (!cell?.f && !cell?.si) return valueOf(cell);
    const stored = cell.f ?? formulas.getFormulaStringByCell(row, column, area.sheetId, unitId) ?? "";
    const formula = abbreviate(stored);
    return local && host.lang === "fr" ? toFrench(formula) : formula;
  });
}
