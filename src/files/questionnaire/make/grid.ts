import type { Cell, CellContent, Row, Style } from "../../xlsx/write";

/** Cells of a sheet while it is laid out. */
export class Grid {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly heights = new Map<number, number>();

  /** Writes a value, or an empty cell with a style. */
  put(row: number, column: number, value: CellContent | null | undefined, style?: Style): void {
    this.cells(row).set(column, { column, value: value ?? undefined, style });
  }

  /** Writes values side by side. */
  line(
    row: number,
    column: number,
    values: readonly (CellContent | null | undefined)[],
    style?: Style,
  ): void {
    values.forEach((value, i) => this.put(row, column + i, value, style));
  }

  /** Writes a formula with the value it has now. */
  formula(row: number, column: number, formula: string, value: CellContent, style?: Style): void {
    this.cells(row).set(column, { column, formula, value, style });
  }

  /** Sets the height of a row so that a text of this many lines fits. */
  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  list(): Row[] {
    const numbers = [...new Set([...this.rows.keys(), ...this.heights.keys()])].sort((a, b) => a - b);
    return numbers.map((row) => ({
      row,
      height: this.heights.get(row),
      cells: [...(this.rows.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column),
    }));
  }

  private cells(row: number): Map<number, Cell> {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    return cells;
  }
}

const LINE = 15;
/** Share of a column's characters that wrapped words really use. */
const FILLED = 0.92;

/**
 * Height of a row with this text in columns of this many characters: programs do not measure merged cells.
 * @example heightFor("short", 40) // 18
 */
export function heightFor(text: string, width: number, least = 18): number {
  const lines = text
    .split("\n")
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (width * FILLED))), 0);
  return Math.max(least, lines * LINE + 3);
}
