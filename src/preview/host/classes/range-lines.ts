/** Hidden rows and columns, heights and widths. Excel counts in points, Univer in pixels (96 per inch). */
import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow, type Area } from "../address";
import type { HostCore } from "../core";
import { POINTS_PER_PIXEL, type Side as Axis } from "../extents";

export function setHidden(host: HostCore, area: Area, axis: Axis, hidden: boolean): void {
  host.protection.checkStructure(area.sheetId, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const clipped = host.book.clip(area);
  host.book.makeRoom(clipped);
  const sheet = host.book.facadeSheet(area.sheetId);
  if (axis === "row") {
    if (area.rows >= MAX_ROWS) return;
    if (hidden) sheet.hideRows(clipped.row, clipped.rows);
    else sheet.showRows(clipped.row, clipped.rows);
  } else if (area.columns < MAX_COLUMNS) {
    if (hidden) sheet.hideColumns(clipped.column, clipped.columns);
    else sheet.showColumns(clipped.column, clipped.columns);
  }
}
/** True, false, or null where lines differ. */
export function isHidden(host: HostCore, area: Area, axis: Axis): boolean | null {
  const sheet = host.book.sheet(area.sheetId);
  const clipped = host.book.clip(area);
  const [from, to] = axis === "row" ? [clipped.row, lastRow(clipped)] : [clipped.column, lastColumn(clipped)];
  let seen: boolean | undefined;
  for (let i = from; i <= to; i++) {
    const hidden = axis === "row" ? !sheet.getRowVisible(i) : !sheet.getColVisible(i);
    if (seen !== undefined && seen !== hidden) return null;
    seen = hidden;
  }
  return seen ?? false;
}
export function setSize(host: HostCore, area: Area, axis: Axis, points: number): void {
  host.protection.checkStructure(area.sheetId, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const clipped = host.book.clip(area);
  host.book.makeRoom(clipped);
  const sheet = host.book.facadeSheet(area.sheetId);
  const pixels = points / POINTS_PER_PIXEL;
  if (axis === "row") sheet.setRowHeightsForced(clipped.row, clipped.rows, pixels);
  else sheet.setColumnWidths(clipped.column, clipped.columns, pixels);
}
export function sizeOf(host: HostCore, area: Area, axis: Axis): number | null {
  const sheet = host.book.sheet(area.sheetId);
  const clipped = host.book.clip(area);
  const [from, to] = axis === "row" ? [clipped.row, lastRow(clipped)] : [clipped.column, lastColumn(clipped)];
  let seen: number | undefined;
  for (let i = from; i <= to; i++) {
    const size = axis === "row" ? sheet.getRowHeight(i) : sheet.getColumnWidth(i);
    if (seen !== undefined && seen !== size) return null;
    seen = size;
  }
  return (seen ?? 0) * POINTS_PER_PIXEL;
}
/** As wide as the longest text, roughly: there is nothing to measure with headless. */
export function autofit(host: HostCore, area: Area, axis: Axis): void {
  const { book } = host;
  const used = book.used(area.sheetId, true, axis === "column" ? { ...area, row: 0, rows: MAX_ROWS } : area);
  if (!used) return;
  if (axis === "row") {
    book.facadeSheet(area.sheetId).setRowAutoHeight(used.row, used.rows);
    return;
  }
  for (let column = used.column; column <= lastColumn(used); column++) {
    let longest = 4;
    for (let row = used.row; row <= lastRow(used); row++) {
      const value = book.cell(area.sheetId, row, column)?.v;
      if (value !== undefined && value !== null) longest = Math.max(longest, String(value).length);
    }
    book.facadeSheet(area.sheetId).setColumnWidths(column, 1, Math.min(14 + longest * 7, 1790));
  }
}
