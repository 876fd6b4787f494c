import type { RowFilter } from "./axis";
import { maskOf, type Mask, type Question } from "./slots";

/** Filters whose rows are kept; a workbook asks of its own edition, and of another now and then. */
const MAX_MASKS = 2;

interface Kept {
  readonly shared: readonly RowFilter[];
  readonly rows: Uint8Array;
}

/**
 * Which rows of a table pass the filters that nearly every question shares (the edition, the answers kept in
 * it): a byte a row, worked out when first asked for and kept up to date, so that no question looks at those
 * columns again.
 */
export class Masks {
  private kept: Kept[] = [];

  /** The mask of a question's shared filters; null if they leave no row out. */
  of({ shared, sharedParts }: Question, length: number): Mask {
    if (!sharedParts.length) return null;
    const known = this.kept.find(
      (one) => one.shared.length === shared.length && one.shared.every((filter, i) => filter === shared[i]),
    );
    if (known) return known.rows;
    const rows = maskOf(sharedParts, length);
    this.kept = [...this.kept.slice(1 - MAX_MASKS), { shared, rows }];
    return rows;
  }

  /** A row has another content. */
  follow(row: number): void {
    for (const { shared, rows } of this.kept)
      rows[row] = shared.every((filter) => filter.at(row) === 1) ? 1 : 0;
  }

  /** Rows have moved, or too many changed. */
  clear(): void {
    this.kept = [];
  }
}
