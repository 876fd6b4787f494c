import type { Base } from "../base/base";
import { TextColumn } from "../base/columns";
import type { CountSource, Group } from "../query/counts";
import { averageOf, type Figure, type SubjectOf } from "./figures";
import type { Indicator } from "./registry";

/** What a territory adds to a mean over rows: see `statistics/ratioEstimator`. */
export interface TerritorySum {
  readonly territory: Group;
  readonly sum: number;
  readonly squares: number;
  readonly n: number;
  readonly notReported: number;
}

/**
 * Sums and squares of the scores by territory, for intervals. Evenness and the global index, which are no means
 * of rows, come as their linearisation: one value a territory, whose mean is the figure and whose spread is
 * that of the figure (Taylor series, as for a ratio), so that the same estimator serves them.
 *
 * Source of the linearisation: C.-E. Särndal, B. Swensson and J. Wretman, Model Assisted Survey Sampling,
 * 1992, 5.5; K. M. Wolter, Introduction to Variance Estimation, 2nd ed., 2007, chapter 6.
 * @throws RangeError for an indicator that is not counted by rows, or is a count.
 */
export function territorySums(
  source: CountSource,
  indicator: Indicator,
  subjectOf: SubjectOf = (name) => ({ name }),
): TerritorySum[] {
  const { computation } = indicator;
  if (computation.kind === "average") return averageSums(source, indicator, subjectOf);
  if (computation.kind !== "mean" && computation.kind !== "evenness") {
    throw new RangeError(`${indicator.id} has no sums by territory`);
  }
  const crossed = source.cross(subjectOf("territory")!, subjectOf(computation.field)!);
  const codes = crossed.columns.groups.map(({ code }) => code!);
  const scores =
    computation.kind === "mean" ? codes.map(computation.score) : evennessScores(crossed.n, codes.length);
  return crossed.rows.groups.map((territory, r) => {
    const counts = crossed.n[r];
    const sumOf = (power: number) => scores.reduce((sum, score, i) => sum + score ** power * counts[i], 0);
    return { territory, sum: sumOf(1), squares: sumOf(2), n: sumOf(0), notReported: counts[codes.length] };
  });
}

/** What a row of each code counts for in −Σ p ln p / ln S: its derivative; their mean is the evenness itself. */
function evennessScores(rows: readonly (readonly number[])[], codes: number): number[] {
  const territories = rows.slice(0, -1);
  const counts = Array.from({ length: codes }, (_, c) => territories.reduce((sum, row) => sum + row[c], 0));
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (count && codes > 1 ? -Math.log(count / n) / Math.log(codes) : 0));
}

function averageSums(source: CountSource, indicator: Indicator, subjectOf: SubjectOf): TerritorySum[] {
  const { of, least } = indicator.computation as Extract<Indicator["computation"], { kind: "average" }>;
  const parts = of.map((part) => territorySums(source, part, subjectOf));
  const totals = parts.map((sums) => ({
    sum: sums.reduce((total, { sum }) => total + sum, 0),
    n: sums.reduce((total, { n }) => total + n, 0),
  }));
  const figures = totals.map(({ sum, n }): Figure => ({ value: n ? sum / n : null, sum, n, notReported: 0 }));
  const { value } = averageOf(figures, least);
  const present = figures.flatMap(({ value: own }, i) => (own === null ? [] : [i]));
  const labels = new Map(
    parts.flatMap((sums) => sums.map(({ territory }) => [territory.label.fr, territory])),
  );
  const byLabel = parts.map((sums) => new Map(sums.map((one) => [one.territory.label.fr, one])));
  const lines = [...labels.values()].map((territory) => ({
    territory,
    own: byLabel.map((sums) => sums.get(territory.label.fr)),
  }));
  const answering = lines.filter(({ own }) => present.some((i) => own[i]?.n));
  return lines.map(({ territory, own }) => {
    const rows = Math.max(0, ...own.map((part) => (part ? part.n + part.notReported : 0)));
    const n = Math.min(...present.map((i) => own[i]?.n ?? 0));
    if (value === null || !present.some((i) => own[i]?.n)) {
      return { territory, sum: 0, squares: 0, n: 0, notReported: rows };
    }
    const spread = present.reduce((sum, i) => {
      const { sum: y = 0, n: x = 0 } = own[i] ?? {};
      return sum + (y - figures[i].value! * x) / figures[i].n / present.length;
    }, 0);
    const linear = value + answering.length * spread;
    return { territory, sum: linear, squares: linear ** 2, n: 1, notReported: rows - n };
  });
}

/**
 * The territories of the panel, by name, whether they answered or not.
 * @param rows Rows of the panel that are meant, as a query of it gives them.
 */
export function panelTerritories(base: Base, rows: Iterable<number>): string[] {
  const names = base.tableOf("panel").columns.get("name");
  if (!(names instanceof TextColumn)) return [];
  return [...rows].map((row) => names.texts[names.ids[row]]).filter(Boolean);
}
