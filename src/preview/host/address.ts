/** Cell addresses: A1 text to rectangles and back. Rows and columns count from 0. */
export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** A rectangle of cells on one sheet. */
export interface Area {
  sheetId: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}
export const lastRow = (area: Area) => area.row + area.rows - 1;
export const lastColumn = (area: Area) => area.column + area.columns - 1;

export function columnName(index: number): string {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}
export const needsQuotes = (sheet: string) =>
  !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) || /^[A-Za-z]{1,3}\d+$/.test(sheet);
export const quoteSheet = (sheet: string) => (needsQuotes(sheet) ? `'${sheet.replace(/'/g, "''")}'` : sheet);

/** "A1:B2", "A:A" or "3:3", with dollars if absolute. */
export function formatCells(area: Area, absolute = false): string {
  const $ = absolute ? "$" : "";
  const column = (i: number) => $ + columnName(i);
  const row = (i: number) => $ + (i + 1);
  if (area.rows >= MAX_ROWS) return `${column(area.column)}:${column(lastColumn(area))}`;
  if (area.columns >= MAX_COLUMNS) return `${row(area.row)}:${row(lastRow(area))}`;
  const start = column(area.column) + row(area.row);
  return area.rows === 1 && area.columns === 1
    ? start
    : `${start}:${column(lastColumn(area))}${row(lastRow(area))}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;
type Cells = Omit<Area, "sheetId">;

/** The rectangle an A1 text names, or null if it is no address. */
export function parseCells(text: string): Cells | null {
  const span = (a: number, b: number): [number, number] => [Math.min(a, b), Math.abs(a - b) + 1];
  const columns = COLUMNS.exec(text);
  if (columns) {
    const [column, count] = span(columnIndex(columns[1]!), columnIndex(columns[2]!));
    return column + count > MAX_COLUMNS ? null : { row: 0, column, rows: MAX_ROWS, columns: count };
  }
  const rows = ROWS.exec(text);
  if (rows) {
    const [row, count] = span(Number(rows[1]) - 1, Number(rows[2]) - 1);
    return row < 0 || row + count > MAX_ROWS ? null : { row, column: 0, rows: count, columns: MAX_COLUMNS };
  }
  const [first, second = first, more] = text.split(":");
  const a = CELL.exec(first ?? "");
  const b = CELL.exec(second ?? "");
  if (!a || !b || more !== undefined) return null;
  const [row, rowCount] = span(Number(a[2]) - 1, Number(b[2]) - 1);
  const [column, columnCount] = span(columnIndex(a[1]!), columnIndex(b[1]!));
  if (row < 0 || row + rowCount > MAX_ROWS || column + columnCount > MAX_COLUMNS) return null;
  return { row, column, rows: rowCount, columns: columnCount };
}

/** "'Mes données'!A1" → sheet and rest; without sheet, sheet is null. */
export function splitSheet(text: string): { sheet: string | null; rest: string } {
  const trimmed = text.trim().replace(/^=/, "");
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(trimmed);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const bang = trimmed.indexOf("!");
  return bang > 0 && !trimmed.includes("[")
    ? { sheet: trimmed.slice(0, bang), rest: trimmed.slice(bang + 1) }
    : { sheet: null, rest: trimmed };
}

export function intersect(a: Area, b: Area): Area | null {
  if (a.sheetId !== b.sheetId) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { sheetId: a.sheetId, row, column, rows, columns } : null;
}
export const contains = (outer: Area, inner: Area) => {
  const common = intersect(outer, inner);
  return !!common && common.rows === inner.rows && common.columns === inner.columns;
};
export const fromUniver = (
  sheetId: string,
  r: { startRow: number; endRow: number; startColumn: number; endColumn: number },
): Area => ({
  sheetId,
  row: r.startRow,
  column: r.startColumn,
  rows: r.endRow - r.startRow + 1,
  columns: r.endColumn - r.startColumn + 1,
});
export const toUniver = (area: Area) => ({
  startRow: area.row,
  endRow: lastRow(area),
  startColumn: area.column,
  endColumn: lastColumn(area),
});
