import { suppressList, suppressTable } from "../statistics/suppression";

/** A row or column of a table by number, the one behind the last being "not reported"; or all that are in the base. */
export type Index = number | "total";

/** Territories behind some rows and columns together. */
export type Behind = (rows: readonly number[], columns: readonly number[]) => number;

const upTo = (length: number): number[] => Array.from({ length }, (_, i) => i);

/**
 * Which cells of a crosstab are hidden so that no figure of fewer than `least` territories is shown or can be
 * worked out from totals and shares. Totals are those of valid answers unless `withMissing`; then "not reported"
 * is a row and a column like the others, otherwise it stands apart as a list with its own total.
 * @param n Counts of rows × columns, the last ones being "not reported".
 */
export function hiddenInCrosstab(
  n: readonly (readonly number[])[],
  behind: Behind,
  least: number,
  withMissing: boolean,
): (row: Index, column: Index) => boolean {
  const [lastRow, lastColumn] = [n.length - 1, n[0].length - 1];
  const rows = upTo(lastRow + Number(withMissing));
  const columns = upTo(lastColumn + Number(withMissing));
  const isSensitive = (r: readonly number[], c: readonly number[]) => {
    const territories = behind(r, c);
    return territories > 0 && territories < least;
  };
  const sum = (r: readonly number[], c: readonly number[]) =>
    r.reduce((all, row) => all + c.reduce((part, column) => part + n[row][column], 0), 0);
  const lines = (all: readonly number[]) => [...all.map((i) => [i]), all];
  const apart = (cells: readonly (readonly [readonly number[], readonly number[]])[]) =>
    suppressList(
      cells.map(([r, c]) => sum(r, c)),
      cells.map(([r, c]) => isSensitive(r, c)),
    );
  const block = suppressTable(
    lines(rows).map((r) => lines(columns).map((c) => sum(r, c))),
    lines(rows).map((r) => lines(columns).map((c) => isSensitive(r, c))),
  );
  if (withMissing)
    return (row, column) =>
      block[row === "total" ? rows.length : row][column === "total" ? columns.length : column];
  const missingRow = apart(lines(columns).map((set) => [[lastRow], set]));
  const missingColumn = apart(lines(rows).map((set) => [set, [lastColumn]]));
  const corner = isSensitive([lastRow], [lastColumn]);
  return (row, column) => {
    const [r, c] = [row === "total" ? rows.length : row, column === "total" ? columns.length : column];
    if (row === lastRow && column === lastColumn) return corner;
    if (row === lastRow) return missingRow[c];
    if (column === lastColumn) return missingColumn[r];
    return block[r][c];
  };
}

/** What is hidden of a distribution. */
export interface HiddenInDistribution {
  /** By group. */
  readonly groups: readonly boolean[];
  /** The number of valid answers, and so the shares of it. */
  readonly valid: boolean;
  readonly notReported: boolean;
  /** The total, and so the shares of it. */
  readonly total: boolean;
}

/**
 * What is hidden of a distribution. Shares of the valid answers tell how many these are, so that "not reported"
 * can only be hidden together with the total.
 * @param n Counts by group, then "not reported".
 * @example hiddenInDistribution([12, 2, 7, 4], ([i]) => [9, 1, 5, 4][i], 3) // { groups: [false, true, true], valid: false, notReported: false, total: false }
 * @example hiddenInDistribution([12, 8, 7, 2], ([i]) => [9, 8, 5, 2][i], 3) // { groups: [false, false, false], valid: false, notReported: true, total: true }
 */
export function hiddenInDistribution(
  n: readonly number[],
  behind: (groups: readonly number[]) => number,
  least: number,
): HiddenInDistribution {
  const groups = upTo(n.length - 1);
  const sensitive = (set: readonly number[]) => {
    const territories = behind(set);
    return territories > 0 && territories < least;
  };
  const counts = groups.map((i) => n[i]);
  const hidden = suppressList(
    [...counts, counts.reduce((sum, count) => sum + count, 0)],
    [...groups.map((i) => sensitive([i])), sensitive(groups)],
  );
  const valid = hidden[groups.length];
  const notReported = sensitive([groups.length]);
  return {
    groups: hidden.slice(0, -1),
    valid,
    notReported,
    total: valid || notReported || sensitive([...groups, groups.length]),
  };
}
