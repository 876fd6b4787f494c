import type { Localized } from "../language";
import type { Counts, CountingOptions, CrossCounts } from "../query/counts";
import { validCount } from "./mean";
import type { HiddenInDistribution, Index } from "./secrecy";

/** A cell of a result: a number, a text in both languages, or nothing (shown as ""). */
export type ResultCell = number | Localized | null;
/** A result that spills: its first row is the header. */
export type ResultTable = readonly (readonly ResultCell[])[];

/** Words the tables need besides the code book's. */
export const tableWords = {
  count: { fr: "Nombre", en: "Count" },
  shareOfValid: { fr: "Part des réponses", en: "Share of valid" },
  shareOfTotal: { fr: "Part du total", en: "Share of total" },
  notReported: { fr: "Non renseigné", en: "Not reported" },
  total: { fr: "Total", en: "Total" },
  answers: { fr: "Réponses (n)", en: "Answers (n)" },
  territories: { fr: "Territoires", en: "Territories" },
  reliability: { fr: "Fiabilité", en: "Reliability" },
  weightedCount: { fr: "Nombre pondéré", en: "Weighted count" },
  unweighted: { fr: "Base non pondérée", en: "Unweighted base" },
  /** In place of a figure that would give a territory away. */
  hidden: { fr: "s", en: "s" },
} as const satisfies Record<string, Localized>;

const ratio = (part: number, whole: number): ResultCell => (whole ? part / whole : null);

/** What a table shows besides its figures, or does not show. */
export interface DistributionLooks {
  /** The counts without weights, when the others are weighted. */
  readonly unweighted?: Counts;
  readonly hidden?: HiddenInDistribution;
}

/**
 * Every value of a field with its count, its share of the valid answers and of all answers (0 … 1); then
 * "not reported" and the total. Every code has its row, zeros too. Weighted counts have the unweighted ones
 * beside them.
 */
export function distributionTable(
  { grouping, n, notReported }: Counts,
  { unweighted, hidden }: DistributionLooks = {},
): ResultTable {
  const valid = validCount({ n });
  const total = valid + notReported;
  const base = unweighted && [
    ...unweighted.n,
    unweighted.notReported,
    validCount(unweighted) + unweighted.notReported,
  ];
  const line = (
    i: number,
    label: Localized,
    count: number,
    isValid: boolean,
    isHidden = false,
  ): ResultCell[] => {
    const own = (cell: ResultCell, alsoHidden = false) =>
      isHidden || (alsoHidden && cell !== null) ? tableWords.hidden : cell;
    return [
      label,
      own(count),
      isValid ? own(ratio(count, valid), hidden?.valid) : null,
      own(ratio(count, total), hidden?.total),
      ...(base ? [own(base[i])] : []),
    ];
  };
  const { weightedCount, count, shareOfValid, shareOfTotal, unweighted: baseLabel } = tableWords;
  const k = n.length;
  const last = line(k + 1, tableWords.total, total, false, hidden?.total);
  return [
    [grouping.label, base ? weightedCount : count, shareOfValid, shareOfTotal, ...(base ? [baseLabel] : [])],
    ...grouping.groups.map(({ label }, i) => line(i, label, n[i], true, hidden?.groups[i])),
    line(k, tableWords.notReported, notReported, false, hidden?.notReported),
    [...last.slice(0, 2), hidden?.valid ? tableWords.hidden : ratio(valid, valid), ...last.slice(3)],
  ];
}

/** What the cells of a crosstab hold. */
export type CrosstabStatistic = "count" | "row" | "column" | "total" | "mean";

/** What a crosstab shows besides its figures, or does not show. */
export interface CrosstabLooks extends Pick<CountingOptions, "base"> {
  /** The counts without weights, when the others are weighted: shown as a last row and a last column. */
  readonly unweighted?: CrossCounts;
  readonly hidden?: (row: Index, column: Index) => boolean;
}

/**
 * Two fields crossed: counts, shares of the row, of the column or of the total, or the mean of an ordered
 * field. Totals follow the codes and "not reported" stands last. Totals and bases are those of valid
 * answers to both fields; with base "total" they take "not reported" in.
 */
export function crosstabTable(
  crossed: CrossCounts,
  statistic: CrosstabStatistic,
  { base, unweighted, hidden = () => false }: CrosstabLooks,
): ResultTable {
  const { rows, columns } = crossed;
  const withNotReported = base === "total" ? 1 : 0;
  const baseRows = rows.groups.length + withNotReported;
  const baseColumns = columns.groups.length + withNotReported;
  const indexes = (groups: readonly unknown[]): Index[] => [...groups.keys(), "total", groups.length];
  const totalled = (cells: readonly (readonly number[])[]) => withTotals(cells, baseRows, baseColumns);
  /** The cell a share is of; where it is hidden, so are its shares. */
  const wholeOf = (row: Index, column: Index): [Index, Index] =>
    statistic === "row" ? [row, "total"] : statistic === "column" ? ["total", column] : ["total", "total"];
  const n = totalled(statistic === "mean" ? crossed.values!.n : crossed.n);
  const sums = statistic === "mean" ? totalled(crossed.values!.sum) : null;
  const cell = (row: Index, column: Index): ResultCell => {
    if (hidden(row, column)) return tableWords.hidden;
    if (sums) return ratio(sums(row, column), n(row, column));
    if (statistic === "count") return n(row, column);
    const whole = wholeOf(row, column);
    return hidden(...whole) ? tableWords.hidden : ratio(n(row, column), n(...whole));
  };
  const counted = unweighted && totalled(statistic === "mean" ? unweighted.values!.n : unweighted.n);
  const bare = (row: Index, column: Index): ResultCell =>
    hidden(row, column) ? tableWords.hidden : counted!(row, column);
  const corner: Localized = {
    fr: `${rows.label.fr} × ${columns.label.fr}`,
    en: `${rows.label.en} × ${columns.label.en}`,
  };
  const ends = [tableWords.total, tableWords.notReported];
  const labels = [...rows.groups.map(({ label }) => label), ...ends];
  const across = indexes(columns.groups);
  const line = (label: Localized, row: Index): ResultCell[] => {
    const cells: ResultCell[] = [label];
    for (const column of across) cells.push(cell(row, column));
    if (counted) cells.push(bare(row, "total"));
    return cells;
  };
  const extra = counted ? [tableWords.unweighted] : [];
  return [
    [corner, ...columns.groups.map(({ label }) => label), ...ends, ...extra],
    ...indexes(rows.groups).map((row, i) => line(labels[i], row)),
    ...(counted
      ? [[tableWords.unweighted, ...across.map((column) => bare("total", column)), bare("total", "total")]]
      : []),
  ];
}

/** Counts with the sums of their first rows and columns, each added up once. */
function withTotals(
  cells: readonly (readonly number[])[],
  baseRows: number,
  baseColumns: number,
): (row: Index, column: Index) => number {
  const columns = new Array<number>(cells[0].length).fill(0);
  const rows = cells.map((row, r) => {
    let sum = 0;
    for (let c = 0; c < row.length; c++) {
      if (c < baseColumns) sum += row[c];
      if (r < baseRows) columns[c] += row[c];
    }
    return sum;
  });
  let all = 0;
  for (let r = 0; r < baseRows; r++) all += rows[r];
  return (row, column) => {
    if (row === "total") return column === "total" ? all : columns[column];
    return column === "total" ? rows[row] : cells[row][column];
  };
}
