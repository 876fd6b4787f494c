import type { Base } from "../base/base";
import { CodeColumn, MARK, NumberColumn, TextColumn } from "../base/columns";
import type { Field } from "../codebook";
import { completenessShare } from "../completeness";
import { baseCompleteness, baseTerritories } from "../completeness/fromBase";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import type { BaseQuery } from "../query/baseQuery";
import type { CountSource } from "../query/counts";
import { kendallTau, pearson, spearman } from "../statistics/correlation";
import { normalizeText } from "../text/normalize";
import { isCounted } from "./figures";
import { keysOf, territoriesWithRows, territoryColumns, valueAt } from "./territoryColumns";
import type { Variable } from "./variables";

const METHODS = { pearson, spearman, kendall: kendallTau } as const;
export type CorrelationMethod = keyof typeof METHODS;

/** Pairs of values, each as often as it occurs; null where a side is not reported. */
type Pair = readonly [x: number | null, y: number | null, count: number];

/** How two series go together, and what that rests on. */
export interface Correlation {
  /** −1 … 1; null with fewer than two pairs or a constant side. */
  readonly value: number | null;
  /** Pairs with both values. */
  readonly n: number;
  /** Pairs that lack one or both. */
  readonly notReported: number;
}

/**
 * Correlation of the pairs that have both values.
 * @example correlationOf([[1, 2, 1], [2, 4, 1], [3, null, 1]], "pearson") // { value: 1, n: 2, notReported: 1 }
 * @example correlationOf([], "kendall") // { value: null, n: 0, notReported: 0 }
 */
export function correlationOf(pairs: readonly Pair[], method: CorrelationMethod): Correlation {
  const [x, y, counts]: [number[], number[], number[]] = [[], [], []];
  let notReported = 0;
  for (const [a, b, count] of pairs) {
    if (!count) continue;
    if (a === null || b === null) {
      notReported += count;
      continue;
    }
    x.push(a);
    y.push(b);
    counts.push(count);
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  return { value: METHODS[method](x, y, counts), n, notReported };
}

/**
 * The same of two columns, pair by pair; NaN is not reported.
 * @example correlationOfColumns([1, 2, 3], [2, 4, NaN], "pearson") // { value: 1, n: 2, notReported: 1 }
 */
export function correlationOfColumns(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  method: CorrelationMethod,
): Correlation {
  const [left, right]: [number[], number[]] = [[], []];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    left.push(x[i]);
    right.push(y[i]);
  }
  return { value: METHODS[method](left, right), n: left.length, notReported: x.length - left.length };
}

/** What the panel holds of its territories, by the key of their name. */
const panelValues = (base: Base, field: Field): ReadonlyMap<string, number> =>
  base.derived(JSON.stringify(["panel", field.id]), () => readPanel(base, field));

function readPanel(base: Base, field: Field): Map<string, number> {
  const { columns, length } = base.tableOf("panel");
  const names = columns.get("name");
  const derived = field.id === "sizeClass";
  const column = columns.get(derived ? "population" : field.id);
  const values = new Map<string, number>();
  if (!(names instanceof TextColumn)) return values;
  for (let row = 0; row < length; row++) {
    let value: number | undefined;
    if (column instanceof NumberColumn) value = column.numbers[row];
    else if (column instanceof CodeColumn && column.bytes[row] < MARK.dontKnow) value = column.bytes[row];
    if (derived && value) value = base.codebook.classOf(field.list!, value);
    if (value) values.set(names.key(names.ids[row]), value);
  }
  return values;
}

/** The values of a variable for the territories at some places; NaN where there is none. */
function valuesAt(base: Base, query: BaseQuery, variable: Variable, places: readonly number[]): number[] {
  if (variable.kind === "indicator" && isCounted(variable.indicator)) {
    const columns = territoryColumns(query, variable.indicator);
    return places.map((place) => valueAt(columns, place));
  }
  const values =
    variable.kind === "panel" ? panelValues(base, variable.field) : completenessByTerritory(base);
  const keys = keysOf(query.groupsOf({ name: "territory" }));
  return places.map((place) => values.get(keys[place]) ?? NaN);
}

/** Completeness of the territories that answered, by the key of their name. */
function completenessByTerritory(base: Base): Map<string, number> {
  const columns = baseCompleteness(base);
  const sum = (part: "answered" | "expected", place: number) =>
    columns.reduce((total, column) => total + column[part][place], 0);
  return new Map(
    baseTerritories(base).flatMap(({ name, hasReturned }, place): [string, number][] => {
      const [answered, expected] = [sum("answered", place), sum("expected", place)];
      return hasReturned && expected > 0
        ? [[normalizeText(name), completenessShare({ answered, expected })]]
        : [];
    }),
  );
}

/**
 * The values of some variables for each territory that has rows in a query, NaN where there is none.
 * O(territories) on counted rows.
 */
export function territoryValues(base: Base, query: BaseQuery, variables: readonly Variable[]): number[][] {
  const places = territoriesWithRows(query);
  return variables.map((variable) => valuesAt(base, query, variable, places));
}

/**
 * The two values of each row of a source, counted: rows are never gone through one by one.
 * @throws FormulaError notByProject for an indicator that a single project does not have.
 */
export function projectPairs(base: Base, source: CountSource, x: Variable, y: Variable): Pair[] {
  const [rows, columns] = [x, y].map((variable) => axisOf(base, variable));
  if (rows.name === columns.name) {
    const { grouping, n, notReported } = source.counts(rows);
    const one = ({ label, code }: Cell): [number | null, number | null] => [
      rows.value(label, code),
      columns.value(label, code),
    ];
    return [...grouping.groups.map((group, i): Pair => [...one(group), n[i]]), [null, null, notReported]];
  }
  const crossed = source.cross(rows, columns);
  const along = (axis: Axis, groups: readonly Cell[]) => [
    ...groups.map(({ label, code }) => axis.value(label, code)),
    null,
  ];
  const right = along(columns, crossed.columns.groups);
  return along(rows, crossed.rows.groups).flatMap((value, r) =>
    right.map((other, c): Pair => [value, other, crossed.n[r][c]]),
  );
}

interface Cell {
  readonly label: Localized;
  readonly code?: number;
}
interface Axis {
  /** Field the rows are counted by. */
  readonly name: string;
  readonly value: (label: Localized, code: number | undefined) => number | null;
}

function axisOf(base: Base, variable: Variable): Axis {
  if (variable.kind === "panel") {
    const values = panelValues(base, variable.field);
    return { name: "territory", value: (label) => values.get(normalizeText(label.fr)) ?? null };
  }
  const { computation, label } = variable.indicator;
  if (computation.kind !== "mean") throw FormulaError.value("notByProject", { label });
  return { name: computation.field, value: (_label, code) => computation.score(code!) };
}

/**
 * Means of pairs by territory: a territory counts once, with the mean of what it has on each side.
 * @example meansByKey([["A", 1, 2], ["A", 3, null], ["B", 5, 6]]) // [[2, 2, 1], [5, 6, 1]]
 */
export function meansByKey(rows: Iterable<readonly [string, number | null, number | null]>): Pair[] {
  const sums = new Map<string, { sum: [number, number]; n: [number, number] }>();
  for (const [key, ...values] of rows) {
    let own = sums.get(key);
    if (!own) sums.set(key, (own = { sum: [0, 0], n: [0, 0] }));
    for (const side of [0, 1] as const) {
      const value = values[side];
      if (value === null) continue;
      own.sum[side] += value;
      own.n[side]++;
    }
  }
  return [...sums.values()].map(({ sum, n }): Pair => {
    const mean = (side: 0 | 1) => (n[side] ? sum[side] / n[side] : null);
    return [mean(0), mean(1), 1];
  });
}
