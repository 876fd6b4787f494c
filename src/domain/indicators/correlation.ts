import type { Base } from "../base/base";
import { CodeColumn, MARK, NumberColumn, TextColumn } from "../base/columns";
import type { Codebook, Field } from "../codebook";
import { completenessShare } from "../completeness";
import { baseCompleteness, baseTerritories } from "../completeness/fromBase";
import type { Localized } from "../language";
import { FormulaError } from "../messages";
import type { BaseQuery } from "../query/baseQuery";
import type { Cells } from "../query/cells";
import { inferField } from "../query/codedFields";
import type { CountSource } from "../query/counts";
import { kendallTau, pearson, spearman } from "../statistics/correlation";
import { normalizeText } from "../text/normalize";
import { isBlank, readSpecial } from "../values/answer";
import { readNumber } from "../values/number";
import { isCounted } from "./figures";
import { findIndicator, indicatorsOf, suggestIndicator, type Indicator } from "./registry";
import { keysOf, territoriesWithRows, territoryColumns, valueAt } from "./territoryColumns";

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

/** What is correlated: an indicator, or a number or class the panel holds of each territory. */
export type Variable =
  | { readonly kind: "indicator"; readonly indicator: Indicator }
  | { readonly kind: "panel"; readonly field: Field };

const isMeasured = (codebook: Codebook, { kind, list }: Field): boolean =>
  kind === "number" || (list !== undefined && codebook.list(list).ordered === true);
const isUsable = (indicator: Indicator): boolean => isCounted(indicator) || indicator.id === "completeness";

/** Everything that can be correlated, for lists and messages. */
export function variablesOf(codebook: Codebook): readonly Localized[] {
  const indicators = indicatorsOf(codebook).filter(
    (one) => one.table !== "actors" && isUsable(one) && one.unit !== "index",
  );
  const fields = codebook.table("panel").fields.filter((field) => isMeasured(codebook, field));
  const labels = [...indicators, ...fields].map(({ label }) => label);
  return labels.filter(({ fr }, i) => labels.findIndex((other) => other.fr === fr) === i);
}

/**
 * The variable a text names: an indicator, an ordered field of the projects (its mean), or a number or ordered
 * field of the panel.
 * @throws FormulaError unknownField with the nearest name; notOrdered for a field that only tells kinds apart.
 */
export function variableNamed(codebook: Codebook, name: string): Variable {
  const indicator = findIndicator(codebook, name);
  if (indicator && indicator.table !== "actors" && isUsable(indicator))
    return { kind: "indicator", indicator };
  const field = codebook.findField(name, ["projects", "panel"]);
  if (field && codebook.table("panel").fields.includes(field) && isMeasured(codebook, field)) {
    return { kind: "panel", field };
  }
  if (field ?? indicator) {
    throw notOrdered(codebook, (field ?? indicator)!.label);
  }
  const suggested = suggestIndicator(codebook, name) ?? codebook.suggestField(name, ["projects", "panel"]);
  throw FormulaError.value("unknownField", { value: name, suggestion: suggested?.label });
}

const notOrdered = (codebook: Codebook, name: Localized) =>
  FormulaError.value("notOrdered", { name, expected: variablesOf(codebook) });

/**
 * Reads the cells of a range as numbers: the codes of an ordered list, or numbers as they are. Blank, 0, NR and
 * SO are not reported.
 * @throws FormulaError notOrdered, if the cells are answers of a list without an order.
 */
export function cellReader(codebook: Codebook, cells: Cells, field?: Field): (value: unknown) => CellValue {
  const known = field ?? inferField(codebook, cells);
  if (!known) {
    return (value) => {
      if (isBlank(value) || readSpecial(value)) return null;
      return readNumber(value) ?? { error: (row) => FormulaError.value("notANumber", { value, row }) };
    };
  }
  if (!codebook.list(known.list!).ordered) throw notOrdered(codebook, known.label);
  const reader = codebook.reader(known.list!);
  return (value) => {
    const answer = reader.read(value);
    if (answer.kind === "code") return answer.code;
    if (answer.kind !== "invalid") return null;
    return { error: (row) => FormulaError.value("invalidValue", { field: known.label, value, row }) };
  };
}

/** A cell read: a number, not reported, or what to say of it. */
export type CellValue = number | null | { readonly error: (row: number) => FormulaError };

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
