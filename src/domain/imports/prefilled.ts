import type { Codebook } from "../codebook";
import type { Draft } from "../records/project";
import type { Admitted } from "./admit";
import { rowsSaid } from "./collect";
import { groupKey, type KnownRow } from "./tables";
import { isGiven, sameValue } from "./values";

/** Answers that were filled in for the territory from an earlier edition, and how many it sent back as they were. */
export interface Prefilled {
  readonly edition: string;
  readonly filledIn: number;
  readonly unchanged: number;
}

/** Rows of the base by what they are about, to look former answers up in. */
export function formerRows(known: readonly KnownRow[]): (key: string) => readonly Draft[] {
  let index: Map<string, Draft[]> | null = null;
  return (key) => {
    if (!index) {
      index = new Map();
      for (const { table, edition, territory, key: own, row } of known) {
        const place = groupKey(table, edition, territory, own);
        const rows = index.get(place);
        if (rows) rows.push(row);
        else index.set(place, [row]);
      }
    }
    return index.get(key) ?? [];
  };
}

/**
 * Of a file that went out with the answers of an earlier edition: how many of them came back as they were. Nobody
 * knows whether those were confirmed or never looked at. Null when nothing was filled in, or the base has not got it.
 */
export function prefilledOf(
  codebook: Codebook,
  { returned, source, territory }: Admitted,
  former: (key: string) => readonly Draft[],
): Prefilled | null {
  const { questionnaire } = returned;
  const { previous } = questionnaire.identity;
  if (!previous || !territory) return null;
  let filledIn = 0;
  let unchanged = 0;
  for (const { table, key, side } of rowsSaid(codebook, questionnaire, source, false)) {
    if (table === "panel") continue;
    // Of several rows of one name the one is meant that says most of the same.
    let most = { filledIn: 0, unchanged: 0 };
    for (const row of former(groupKey(table, previous, territory, key))) {
      const given = Object.keys(side.values).filter((field) => isGiven(row[field]));
      const same = given.filter((field) => sameValue(row[field], side.values[field])).length;
      if (same >= most.unchanged) most = { filledIn: given.length, unchanged: same };
    }
    filledIn += most.filledIn;
    unchanged += most.unchanged;
  }
  return filledIn ? { edition: previous, filledIn, unchanged } : null;
}
