import type { CountSource, Group, Subject } from "../query/counts";

/**
 * How many territories stand behind some groups of one or two fields: a function of the places of the groups,
 * the place behind the last being "not reported". Rows that name no territory count as one more. Without
 * territories (ranges that do not say them) the rows themselves are counted, which is never fewer.
 * @param fields Each field with its groups as a table shows them.
 * @param values Only rows with a valid answer to this.
 */
export function territoriesOf(
  source: CountSource,
  fields: readonly (readonly [Subject, readonly Group[]])[],
  territory: Subject | undefined,
  values?: Subject,
): (...places: readonly (readonly number[])[]) => number {
  const subjects = [
    ...fields.map(([subject]) => subject),
    ...(values ? [values] : []),
    ...(territory ? [territory] : []),
  ];
  const { groupings, at } = source.cube(subjects);
  // A table may leave out groups without rows: its places are looked up by label.
  const indexes = fields.map(([, shown], f) => {
    const places = new Map(groupings[f].groups.map(({ label }, i) => [label.fr, i]));
    return [...shown.map(({ label }) => places.get(label.fr)!), groupings[f].groups.length];
  });
  const answers = values ? groupings[fields.length].groups.map((_, i) => i) : null;
  const territories = territory ? groupings[groupings.length - 1].groups.length + 1 : 0;
  return (...places) => {
    const sets = [
      ...places.map((set, f) => set.map((place) => indexes[f][place])),
      ...(answers ? [answers] : []),
    ];
    const cells = sets.reduce<number[][]>(
      (all, set) => all.flatMap((cell) => set.map((i) => [...cell, i])),
      [[]],
    );
    if (!territories) return cells.reduce((sum, cell) => sum + at(...cell), 0);
    let count = 0;
    for (let t = 0; t < territories; t++) count += Number(cells.some((cell) => at(...cell, t) > 0));
    return count;
  };
}
