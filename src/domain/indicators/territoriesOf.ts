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
  const { groupings, counts, offsets } = source.cube(subjects);
  // A table may leave out groups without rows: its places are looked up by label.
  const shownOffsets = fields.map(([, shown], f) => {
    const { groups } = groupings[f];
    const places = new Map(groups.map(({ label }, i) => [label.fr, i]));
    return [...shown.map(({ label }) => offsets[f][places.get(label.fr)!]), offsets[f][groups.length]];
  });
  const answers = values ? [...offsets[fields.length].subarray(0, -1)] : [0];
  const territories = territory ? offsets[offsets.length - 1] : null;
  return (...places) => {
    const cells = places.reduce<readonly number[]>(
      (all, set, f) => all.flatMap((cell) => set.map((place) => cell + shownOffsets[f][place])),
      answers,
    );
    if (!territories) return cells.reduce((sum, cell) => sum + counts[cell], 0);
    return withRows(counts, cells, territories);
  };
}

/** How many of some offsets have a count in any of some cells. */
function withRows(counts: ArrayLike<number>, cells: readonly number[], offsets: Int32Array): number {
  let found = 0;
  for (let t = 0; t < offsets.length; t++) {
    for (let c = 0; c < cells.length; c++) {
      if (counts[cells[c] + offsets[t]] > 0) {
        found++;
        break;
      }
    }
  }
  return found;
}
