/** A range as Excel hands it over: rows of cells. */
export type Cells = readonly (readonly unknown[])[];

/** How many rows and columns a range has, for messages. */
export const shapeOf = (cells: Cells): string => `${cells.length} × ${cells[0]?.length ?? 0}`;

/** A cell by its number, row after row. */
export const cellAt = (cells: Cells, width: number, i: number): unknown =>
  width === 1 ? cells[i][0] : cells[Math.floor(i / width)][i % width];

/** Whether a value of a range is one of Excel's error values. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string"
    ? /^#[A-Z0/]+[!?]?$/.test(value)
    : typeof value === "object" && value !== null;
}
