import type { FileRemark, ReadCell } from "../types";
import { addressText, columnOf, parseAddress, parseWhole, rowOf } from "./cellAddress";
import type { CellReader } from "./cellReader";
import { MAX_ROWS, SHEET_COLUMNS, SHEET_ROWS } from "./limits";
import { refuse } from "./refused";
import { CLOSE, END, OPEN, TEXT, type XmlScanner } from "./xmlScanner";

type Row = Map<number, ReadCell>;

/** What a sheet part holds. */
export interface ScannedSheet {
  readonly rows: Map<number, Row>;
  readonly hiddenRows: Set<number>;
  readonly merges: string[];
  /** Cells that hold something. */
  readonly cells: number;
}

/** Rows and merged areas of a file, counted against the limit. */
export interface RowCount {
  rows: number;
}

const R = 114;

/**
 * Reads the rows of a sheet. What the file says about its size, columns and areas is not used: a cell stands
 * where its address says, or after the one before. Rows and cells may come in any order; two different values
 * for one cell refuse the file, since nobody can tell which one was meant.
 */
export function scanSheet(
  scanner: XmlScanner,
  sheet: string,
  reader: CellReader,
  count: RowCount,
  remark: (remark: FileRemark, cell?: string) => void,
): ScannedSheet {
  const rows = new Map<number, Row>();
  const hiddenRows = new Set<number>();
  const merges: string[] = [];
  const unsorted = new Set<number>();
  let cells = 0;
  let sorted = true;
  let lastRow = -1;

  const countRow = () => {
    if (++count.rows > MAX_ROWS) refuse("tooManyCells", { sheet, found: "rows", limit: MAX_ROWS });
  };
  const damaged = (found: string, cell?: string): never => refuse("damaged", { sheet, cell, found });

  function readRow(): void {
    countRow();
    const r = scanner.letterAttribute(R);
    const row =
      r < 0
        ? lastRow + 1
        : parseWhole(scanner.bytes, scanner.attributes.valueStart(r), scanner.attributes.valueEnd(r)) - 1;
    if (row < 0 || row >= SHEET_ROWS) damaged(`row ${r < 0 ? row + 1 : scanner.value(r)}`);
    const hidden = scanner.attribute("hidden");
    if (hidden === "1" || hidden === "true") hiddenRows.add(row);
    const known = rows.get(row);
    const cellsOfRow = known ?? new Map<number, ReadCell>();
    if (known) unsorted.add(row);
    if (row < lastRow) sorted = false;
    lastRow = row;
    let last = -1;
    const depth = scanner.depth;
    for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next()) {
      if (token === TEXT) checkBlank();
      if (token !== OPEN) continue;
      if (scanner.name !== "c") {
        reader.passOver(scanner);
        continue;
      }
      const column = columnAt(row, last);
      if (column <= last) unsorted.add(row);
      last = column;
      const cell = reader.read(scanner, row, column);
      if (cell === null) continue;
      const before = cellsOfRow.get(column);
      if (before !== undefined && !sameCell(before, cell)) damaged("two values", addressText(row, column));
      if (before === undefined) cells++;
      cellsOfRow.set(column, cell);
    }
    if (cellsOfRow.size > 0) rows.set(row, cellsOfRow);
  }

  function columnAt(row: number, last: number): number {
    const r = scanner.letterAttribute(R);
    if (r < 0) return last + 1 < SHEET_COLUMNS ? last + 1 : damaged("column");
    const packed = parseAddress(
      scanner.bytes,
      scanner.attributes.valueStart(r),
      scanner.attributes.valueEnd(r),
    );
    if (packed < 0 || rowOf(packed) !== row) damaged("address", scanner.value(r));
    return columnOf(packed);
  }

  function checkBlank(): void {
    for (let i = scanner.textStart; i < scanner.textEnd; i++)
      if (scanner.bytes[i] > 32) damaged("text between cells");
  }

  function readRows(): void {
    const depth = scanner.depth;
    for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next()) {
      if (token === TEXT) checkBlank();
      if (token !== OPEN) continue;
      if (scanner.name === "row") readRow();
      else damaged("element between rows");
    }
  }

  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.depth === 1 && scanner.name !== "worksheet") damaged("worksheet");
    if (scanner.name === "sheetData" && scanner.depth === 2) readRows();
    else if (scanner.name === "mergeCell") {
      countRow();
      merges.push(scanner.attribute("ref") ?? "");
    } else reader.notice(scanner.name);
  }
  for (const row of unsorted) if (rows.has(row)) rows.set(row, byKey(rows.get(row)!));
  const [merge] = merges;
  if (merge !== undefined) remark("mergedCells", merge);
  return { rows: sorted ? rows : byKey(rows), hiddenRows, merges, cells };
}

const sameCell = (a: ReadCell, b: ReadCell): boolean =>
  a.value === b.value && a.computed === b.computed && a.error === b.error;

const byKey = <T>(map: Map<number, T>): Map<number, T> => new Map([...map].sort(([a], [b]) => a - b));
