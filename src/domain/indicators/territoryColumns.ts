import type { BaseQuery } from "../query/baseQuery";
import { sumOf, type Columns } from "../query/columns";
import type { Group } from "../query/counts";
import { evenness } from "../statistics/evenness";
import { normalizeText } from "../text/normalize";
import type { Figure } from "./figures";
import type { Indicator } from "./registry";

const territory = { name: "territory" };

/**
 * An indicator of every territory of a table, in columns: there are thousands. Places are those of the groups. Do
 * not keep: they follow the base.
 */
export interface TerritoryColumns {
  readonly groups: readonly Group[];
  readonly amount: ArrayLike<number>;
  /** Whether the figure is the amount over n, or the amount itself (NaN for none). */
  readonly isMean: boolean;
  /** Valid answers; as in `Figure`. */
  readonly n: ArrayLike<number>;
  readonly notReported: ArrayLike<number>;
}

/** The figure at a place; NaN where nobody answered. */
export const valueAt = ({ amount, isMean, n }: TerritoryColumns, place: number): number =>
  isMean ? amount[place] / n[place] : amount[place];

/**
 * The figures of every territory under the criteria of a query. Those without rows have none. Those of rows are
 * kept with their counts; O(territories) for counts and means of indicators.
 * @throws RangeError for an indicator that is not counted by rows.
 */
export function territoryColumns(query: BaseQuery, indicator: Indicator): TerritoryColumns {
  const { computation } = indicator;
  const groups = query.groupsOf(territory);
  const of = ({ amount, n, notReported }: Columns, isMean: boolean): TerritoryColumns => ({
    groups,
    amount,
    isMean,
    n,
    notReported,
  });
  switch (computation.kind) {
    case "mean": {
      const { field, score } = computation;
      const sum = (codes: readonly Group[]) => sumOf(codes.map(({ code }) => score(code!)));
      return of(query.columns(territory, { name: field }, score, sum), true);
    }
    case "evenness":
      return of(
        query.columns(territory, { name: computation.field }, evenness, () => evennessOf),
        false,
      );
    case "count": {
      const { counts, offsets } = query.cube([territory]);
      const [amount, n] = [new Float64Array(groups.length), new Int32Array(groups.length)];
      for (let place = 0; place < groups.length; place++) {
        n[place] = counts[offsets[0][place]];
        amount[place] = n[place] || NaN;
      }
      return { groups, amount, isMean: false, n, notReported: new Int32Array(groups.length) };
    }
    case "average":
      return averaged(
        computation.of.map((part) => territoryColumns(query, part)),
        computation.least,
      );
    case "survey":
      throw new RangeError(`${indicator.id} is not counted by rows`);
  }
}

const evennessOf = (counts: ArrayLike<number>): number => evenness(Array.from(counts)) ?? NaN;

/** Mean of the parts that have data, if they are enough of them: `averageOf` for every territory. */
function averaged(parts: readonly TerritoryColumns[], least: number): TerritoryColumns {
  const [{ groups }] = parts;
  const amount = new Float64Array(groups.length).fill(NaN);
  const [n, notReported] = [new Int32Array(groups.length), new Int32Array(groups.length)];
  for (let place = 0; place < groups.length; place++) {
    let [sum, present, fewest, rows] = [0, 0, Infinity, 0];
    for (const part of parts) {
      rows = Math.max(rows, part.n[place] + part.notReported[place]);
      const value = valueAt(part, place);
      if (Number.isNaN(value)) continue;
      sum += value;
      present++;
      fewest = Math.min(fewest, part.n[place]);
    }
    const isEnough = present > 0 && present >= least * parts.length - 1e-9;
    if (isEnough) amount[place] = sum / present;
    n[place] = isEnough ? fewest : 0;
    notReported[place] = rows - n[place];
  }
  return { groups, amount, isMean: false, n, notReported };
}

/** The figure at a place; null where the territory has no rows. */
export function figureAt(columns: TerritoryColumns, place: number): Figure | null {
  const [n, notReported] = [columns.n[place], columns.notReported[place]];
  if (place < 0 || !(n + notReported)) return null;
  const value = valueAt(columns, place);
  return { value: Number.isNaN(value) ? null : value, sum: null, n, notReported };
}

const keysByGroups = new WeakMap<readonly Group[], readonly string[]>();

/** Comparison keys of some groups, see `normalizeText`; worked out once for each list. */
export function keysOf(groups: readonly Group[]): readonly string[] {
  let keys = keysByGroups.get(groups);
  if (!keys) keysByGroups.set(groups, (keys = groups.map(({ label }) => normalizeText(label.fr))));
  return keys;
}

/** Places of the territories that have rows, in order. */
export function territoriesWithRows(query: BaseQuery): number[] {
  const { groupings, counts, offsets } = query.cube([territory]);
  const places: number[] = [];
  for (let place = 0; place < groupings[0].groups.length; place++)
    if (counts[offsets[0][place]] > 0) places.push(place);
  return places;
}
