import type { Localized } from "../language";
import type { PanelGroups } from "../query/panelGroups";
import { tableWords, type ResultCell, type ResultTable } from "./tables";

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

const words = {
  territories: { fr: "Territoires du panel", en: "Territories of the panel" },
  returned: { fr: "Ont répondu", en: "Answered" },
  rate: { fr: "Taux de réponse", en: "Response rate" },
  share: { fr: "Part des répondants", en: "Share of respondents" },
} as const satisfies Record<string, Localized>;

/**
 * The panel by one of its fields: territories, those that answered, their rate, and their share of all that
 * answered; then territories that do not say and the total. Groups without a territory are left out: nobody
 * could have answered.
 */
export function responseTable(
  { label, groups, groupOf }: PanelGroups,
  territories: readonly { readonly row: number; readonly hasReturned: boolean }[],
): ResultTable {
  const all = territories.filter(({ hasReturned }) => hasReturned).length;
  const line = (name: Localized, group: number | null): ResultCell[] => {
    const own = territories.filter(({ row }) => group === null || groupOf(row) === group);
    const returned = own.filter(({ hasReturned }) => hasReturned).length;
    return [
      name,
      own.length,
      returned,
      own.length ? returned / own.length : null,
      all ? returned / all : null,
    ];
  };
  const lines = groups.map(({ label: name }, group) => line(name, group)).filter(([, count]) => count);
  const blank = line(tableWords.notReported, -1);
  return [
    [label, words.territories, words.returned, words.rate, words.share],
    ...lines,
    ...(blank[1] ? [blank] : []),
    line(tableWords.total, null),
  ];
}
