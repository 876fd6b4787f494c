import type { Localized } from "../language";
import type { Counts, CountingOptions, CrossCounts } from "../query/counts";
import { validCount } from "./mean";

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

/**
 * Every value of a field with its count, its share of the valid answers and of all answers (0 … 1); then
 * "not reported" and the total. Every code has its row, zeros too.
 */
export function distributionTable({ grouping, n, notReported }: Counts): ResultTable {
  const valid = validCount({ n });
  const total = valid + notReported;
  return [
    [grouping.label, tableWords.count, tableWords.shareOfValid, tableWords.shareOfTotal],
    ...grouping.groups.map(({ label }, i) => [label, n[i], ratio(n[i], valid), ratio(n[i], total)]),
    [tableWords.notReported, notReported, null, ratio(notReported, total)],
    [tableWords.total, total, ratio(valid, valid), ratio(total, total)],
  ];
}

/** What the cells of a crosstab hold. */
export type CrosstabStatistic = "count" | "row" | "column" | "total" | "mean";

/**
 * Two fields crossed: counts, shares of the row, of the column or of the total, or the mean of an ordered
 * field. Totals follow the codes and "not reported" stands last. Totals and bases are those of valid
 * answers to both fields; with base "total" they take "not reported" in.
 */
export function crosstabTable(
  crossed: CrossCounts,
  statistic: CrosstabStatistic,
  { base }: Pick<CountingOptions, "base">,
): ResultTable {
  const { rows, columns } = crossed;
  const withNotReported = base === "total" ? 1 : 0;
  const baseRows = rows.groups.length + withNotReported;
  const baseColumns = columns.groups.length + withNotReported;
  const indexes = (groups: number): (number | "total")[] => [
    ...Array.from({ length: groups }, (_, i) => i),
    "total",
    groups,
  ];
  const sum = (cells: readonly (readonly number[])[], row: number | "total", column: number | "total") => {
    const range = (index: number | "total", size: number): [number, number] =>
      index === "total" ? [0, size] : [index, index + 1];
    const [rowFrom, rowTo] = range(row, baseRows);
    const [columnFrom, columnTo] = range(column, baseColumns);
    let total = 0;
    for (let r = rowFrom; r < rowTo; r++) for (let c = columnFrom; c < columnTo; c++) total += cells[r][c];
    return total;
  };
  const cell = (row: number | "total", column: number | "total"): ResultCell => {
    if (statistic === "mean") {
      const { sum: sums, n } = crossed.values!;
      return ratio(sum(sums, row, column), sum(n, row, column));
    }
    const n = sum(crossed.n, row, column);
    if (statistic === "count") return n;
    const whole = {
      row: () => sum(crossed.n, row, "total"),
      column: () => sum(crossed.n, "total", column),
      total: () => sum(crossed.n, "total", "total"),
    }[statistic]();
    return ratio(n, whole);
  };
  const corner: Localized = {
    fr: `${rows.label.fr} × ${columns.label.fr}`,
    en: `${rows.label.en} × ${columns.label.en}`,
  };
  const header = [...columns.groups.map(({ label }) => label), tableWords.total, tableWords.notReported];
  const labels = [...rows.groups.map(({ label }) => label), tableWords.total, tableWords.notReported];
  return [
    [corner, ...header],
    ...indexes(rows.groups.length).map((row, i) => [
      labels[i],
      ...indexes(columns.groups.length).map((column) => cell(row, column)),
    ]),
  ];
}
