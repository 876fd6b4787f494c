import type { BaseQuery } from "../query/baseQuery";
import { sumOf, type Columns } from "../query/columns";
import type { Group } from "../query/counts";
import { evenness } from "../statistics/evenness";
import { normalizeText } from "../text/normalize";
import type { Figure } from "./figures";
import type { Indicator } from "./registry";

const territory = { name: "territory" };

/** An indicator of every territory of a table, in columns: there are thousands. Places are those of the groups. */
export interface TerritoryColumns {
  readonly groups: readonly Group[];
  /** NaN where nobody answered. */
  readonly value: Float64Array;
  /** Valid answers; as in `Figure`. */
  readonly n: ArrayLike<number>;
  readonly notReported: ArrayLike<number>;
}

/**
 * The figures of every territory under the criteria of a query. Those without rows have none. O(territories); the
 * figures of rows are kept with their counts.
 * @throws RangeError for an indicator that is not counted by rows.
 */
export function territoryColumns(query: BaseQuery, indicator: Indicator): TerritoryColumns {
  const { computation } = indicator;
  const { groups, buckets } = query.groupsOf(territory);
  const of = (columns: Columns, isMean: boolean): TerritoryColumns => {
    const value = new Float64Array(groups.length);
    const [n, notReported] = [new Int32Array(groups.length), new Int32Array(groups.length)];
    for (let place = 0; place < buckets.length; place++) {
      const bucket = buckets[place];
      n[place] = columns.n[bucket];
      notReported[place] = columns.notReported[bucket];
      value[place] = isMean ? columns.amount[bucket] / n[place] : columns.amount[bucket];
    }
    return { groups, value, n, notReported };
  };
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
      const [value, n] = [new Float64Array(groups.length), new Int32Array(groups.length)];
      for (let place = 0; place < groups.length; place++) {
        n[place] = counts[offsets[0][place]];
        value[place] = n[place] || NaN;
      }
      return { groups, value, n, notReported: new Int32Array(groups.length) };
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
  const value = new Float64Array(groups.length).fill(NaN);
  const [n, notReported] = [new Int32Array(groups.length), new Int32Array(groups.length)];
  for (let place = 0; place < groups.length; place++) {
    let [sum, present, fewest, rows] = [0, 0, Infinity, 0];
    for (const part of parts) {
      rows = Math.max(rows, part.n[place] + part.notReported[place]);
      if (Number.isNaN(part.value[place])) continue;
      sum += part.value[place];
      present++;
      fewest = Math.min(fewest, part.n[place]);
    }
    const isEnough = present > 0 && present >= least * parts.length - 1e-9;
    if (isEnough) value[place] = sum / present;
    n[place] = isEnough ? fewest : 0;
    notReported[place] = rows - n[place];
  }
  return { groups, value, n, notReported };
}

/** The figure at a place; null where the territory has no rows. */
export function figureAt({ value, n, notReported }: TerritoryColumns, place: number): Figure | null {
  if (place < 0 || !(n[place] + notReported[place])) return null;
  const own = Number.isNaN(value[place]) ? null : value[place];
  return { value: own, sum: null, n: n[place], notReported: notReported[place] };
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
