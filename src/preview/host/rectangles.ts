/** Lists of rectangles on one sheet, as validations and conditional formats keep them. */
import { contains, intersect, lastColumn, lastRow, type Area } from "./address";

/** What is left of an area without a hole. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const parts: Area[] = [];
  const add = (row: number, column: number, endRow: number, endColumn: number) => {
    if (endRow >= row && endColumn >= column)
      parts.push({
        sheetId: area.sheetId,
        row,
        column,
        rows: endRow - row + 1,
        columns: endColumn - column + 1,
      });
  };
  add(area.row, area.column, cut.row - 1, lastColumn(area));
  add(lastRow(cut) + 1, area.column, lastRow(area), lastColumn(area));
  add(cut.row, area.column, lastRow(cut), cut.column - 1);
  add(cut.row, lastColumn(cut) + 1, lastRow(cut), lastColumn(area));
  return parts;
}
/** Rules that covered a table column as a whole cover its new rows too. */
export function grow(areas: Area[], before: Area, after: Area): Area[] | null {
  const added = lastRow(after) - lastRow(before);
  if (added <= 0) return null;
  let changed = false;
  const grown = areas.map((area) => {
    const body = { ...before, row: before.row + 1, rows: before.rows - 1 };
    const onColumns = area.column >= before.column && lastColumn(area) <= lastColumn(before);
    if (
      !onColumns ||
      lastRow(area) !== lastRow(body) ||
      !contains(before, { ...area, rows: 1, row: area.row })
    )
      return area;
    changed = true;
    return { ...area, rows: area.rows + added };
  });
  return changed ? grown : null;
}
