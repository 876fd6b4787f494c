import type { Codebook } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import type { TerritoryReference } from "../../domain/territories";
import { normalizeText } from "../../domain/text/normalize";
import type { PanelTerritory } from "../../excel/contract";

/** A territory of the official list, as it would join the panel. */
export interface Candidate extends PanelTerritory {
  /** Group the commune belongs to. */
  readonly parent?: string;
  /** Department, which tells namesakes apart. */
  readonly department: string;
}

/** Official territories offered at a time. */
export const OFFICIAL_LIMIT = 12;

/**
 * Territories of the panel that a typed text may mean, the nearest first: same name, name that starts with
 * it, word that starts with it, then anywhere in the name; or the code.
 */
export function searchPanel(panel: readonly PanelTerritory[], text: string): PanelTerritory[] {
  const key = normalizeText(text);
  if (!key) return [...panel].sort((a, b) => a.name.localeCompare(b.name, "fr"));
  const rank = ({ name, code }: PanelTerritory): number => {
    const candidate = normalizeText(name);
    if (candidate === key || code.toLowerCase() === key) return 0;
    if (candidate.startsWith(key)) return 1;
    if (candidate.split(/[^a-z0-9]+/).some((word) => word.startsWith(key))) return 2;
    if (candidate.includes(key) || code.toLowerCase().startsWith(key)) return 3;
    return Number.POSITIVE_INFINITY;
  };
  return panel
    .map((territory) => ({ territory, rank: rank(territory) }))
    .filter((found) => found.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.territory.name.localeCompare(b.territory.name, "fr"))
    .map(({ territory }) => territory);
}

/** Territories of the official list that a typed text may mean, in the terms of the study's edition. */
export function searchOfficial(
  reference: TerritoryReference,
  codebook: Codebook,
  text: string,
  language: Language,
): Candidate[] {
  return reference
    .in(codebook)
    .search(text, OFFICIAL_LIMIT)
    .map(({ code, name, typeLabel, region, population, parent, department, departmentName }) => ({
      code,
      name,
      type: typeLabel[language],
      region,
      population,
      parent: parent ?? undefined,
      department: `${departmentName} (${department})`,
    }));
}
