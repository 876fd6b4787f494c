import type { Base, BaseTableId } from "../base/base";
import { postStratify } from "../statistics/weights";
import { BaseQuery, type CellWeights, type CriterionPair } from "./baseQuery";
import type { CountingOptions } from "./counts";

const options: CountingOptions = { base: "valid", invalid: "ignore" };
const type = { name: "type" };
const size = { name: "sizeClass" };

/**
 * Weights that make the territories with rows in a table stand for the panel, by type and size class: the share
 * of each cell in the panel over its share among the respondents. A cell of the panel without respondents is
 * joined with the nearest size class of its type that has some (of two, the smaller); if its type has none, with
 * the type that has most respondents in the nearest size class. Territories whose type or size is unknown weigh
 * 1. The criteria of the formula do not change the weights, except the edition and what is left out of it.
 */
export function typeSizeWeights(
  base: Base,
  table: BaseTableId,
  pairs: readonly CriterionPair[],
): CellWeights {
  const ownPairs = pairs.filter(([name]) => {
    const id = base.codebook.findField(name, [table])?.id;
    return id === "edition" || id === "inclusion";
  });
  const key = JSON.stringify(["weights", table, ownPairs]);
  return base.derived(key, () => computedWeights(base, table, ownPairs));
}

function computedWeights(base: Base, table: BaseTableId, ownPairs: readonly CriterionPair[]): CellWeights {
  const panel = new BaseQuery(base, "panel", [], options).cube([type, size]);
  const answers = new BaseQuery(base, table, ownPairs, options).cube([type, size, { name: "territory" }]);
  const [types, sizes] = answers.groupings.map(({ groups }) => groups.length);
  const [typeOffsets, sizeOffsets, territories] = answers.offsets;
  const asked = (t: number, s: number) => {
    const cell = typeOffsets[t] + sizeOffsets[s];
    let count = 0;
    // The last one is that of rows that name no territory.
    for (let i = 0; i < territories.length - 1; i++) if (answers.counts[cell + territories[i]] > 0) count++;
    return count;
  };
  const respondents = Array.from({ length: types }, (_, t) =>
    Array.from({ length: sizes }, (_, s) => asked(t, s)),
  );
  const stratum = (t: number, s: number): number => {
    const nearest = (own: number) =>
      Array.from({ length: sizes }, (_, i) => i)
        .filter((i) => respondents[own][i] > 0)
        .sort((a, b) => Math.abs(a - s) - Math.abs(b - s) || a - b)[0];
    const same = nearest(t);
    if (same !== undefined) return t * sizes + same;
    const others = Array.from({ length: types }, (_, i) => ({ i, at: nearest(i) }))
      .filter(({ at }) => at !== undefined)
      .sort(
        (a, b) => Math.abs(a.at - s) - Math.abs(b.at - s) || respondents[b.i][b.at] - respondents[a.i][a.at],
      );
    return others.length ? others[0].i * sizes + others[0].at : -1;
  };
  const strata = (count: (t: number, s: number) => number) =>
    respondents.flatMap((row, t) => row.flatMap((_, s) => Array<number>(count(t, s)).fill(stratum(t, s))));
  const weights = postStratify(
    strata((t, s) => respondents[t][s]),
    strata((t, s) => panel.counts[panel.offsets[0][t] + panel.offsets[1][s]]),
  )?.weights;
  return (t, s) => (t < types && s < sizes ? (weights?.get(stratum(t, s)) ?? 1) : 1);
}

/**
 * Territories the answers of a formula were drawn from: those of the panel that meet its criteria on the panel,
 * and besides those of the edition's published panel that the table lacks (119 in 2014), which might meet them
 * too; so the number is never too small, and an interval never too narrow.
 */
export function populationOf(base: Base, table: BaseTableId, pairs: readonly CriterionPair[]): number {
  const { codebook } = base;
  const ownFields = codebook.table(table).fields;
  let edition = base.editionId;
  const criteria = pairs.flatMap(([name, criterion]): CriterionPair[] => {
    const field = codebook.findField(name, [table, "panel"]);
    if (!field) return [];
    if (field.id === "edition") edition = String(criterion);
    if (field.id === "territory") return [["name", criterion]];
    return ownFields.includes(field) ? [] : [[field.id, criterion]];
  });
  const matching = new BaseQuery(base, "panel", criteria, options).total();
  const published = edition === codebook.edition.id ? (codebook.edition.panelSize ?? 0) : 0;
  return matching + Math.max(0, published - base.tableOf("panel").length);
}
