/** Where rows and columns start on their sheet. */
import type { HostCore } from "./core";

export type Side = "row" | "column";
export const POINTS_PER_PIXEL = 0.75;

/** Distance of a line's start from the sheet's, in points. */
export function startOf({ book }: HostCore, sheetId: string, axis: Side, index: number): number {
  const sheet = book.sheet(sheetId);
  let pixels = 0;
  for (let i = 0; i < index; i++) {
    if (axis === "row" ? sheet.getRowVisible(i) : sheet.getColVisible(i))
      pixels += axis === "row" ? sheet.getRowHeight(i) : sheet.getColumnWidth(i);
  }
  return pixels * POINTS_PER_PIXEL;
}
