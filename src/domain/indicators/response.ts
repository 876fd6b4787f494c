/** Territories of a panel and those that answered. */
export interface Response {
  readonly returned: number;
  readonly territories: number;
}

/**
 * Response rate: territories that answered over the territories of the panel of the same kind, 0 … 1; NaN
 * when the panel has none. A territory that returned several files counts once.
 *
 * Source: the barometer's own definition (37 of the 119 territories of 2014).
 * @example responseRate({ returned: 37, territories: 119 }) // 0.3109
 * @example responseRate({ returned: 0, territories: 0 }) // NaN
 */
export function responseRate({ returned, territories }: Response): number {
  return returned / territories;
}

/**
 * Territories and answers by group, groups in the order they are first met. O(territories).
 * @example responseByGroup([["A", true], ["B", false], ["A", false]]) // [["A", { returned: 1, territories: 2 }], ["B", { returned: 0, territories: 1 }]]
 */
export function responseByGroup<G>(
  territories: Iterable<readonly [group: G, returned: boolean]>,
): [G, Response][] {
  const groups = new Map<G, { returned: number; territories: number }>();
  for (const [group, returned] of territories) {
    const counts = groups.get(group) ?? { returned: 0, territories: 0 };
    groups.set(group, { returned: counts.returned + Number(returned), territories: counts.territories + 1 });
  }
  return [...groups];
}
