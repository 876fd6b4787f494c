import type { Localized } from "../language";
import { importMessages } from "../messages/imports";
import { normalizeText } from "../text/normalize";

/** What the official list knows; the caller looks it up by INSEE code or SIREN. */
export interface OfficialPopulation {
  readonly population: number | null;
  /** Its most populous member, of a group. */
  readonly mainTown?: { readonly name: string; readonly population: number | null } | null;
}
export type OfficialLookup = (code: string) => OfficialPopulation | undefined;

/** The official list as it is looked up here: each territory with its most populous member. */
export function officialLookup(
  reference:
    | {
        byCode(code: string): { readonly population: number | null } | undefined;
        mainTown(code: string): OfficialPopulation["mainTown"];
      }
    | null
    | undefined,
): OfficialLookup {
  return (code) => {
    const found = reference?.byCode(code);
    return found && { population: found.population, mainTown: reference!.mainTown(code) };
  };
}

/** A territory with the population it gave, or the panel holds. */
export interface Inhabited {
  readonly code: string;
  readonly name: string;
  /** Name of its group; blank if it has none. */
  readonly parent: string;
  readonly isGroup: boolean;
  readonly population: number | null;
}

export interface PopulationFinding {
  readonly code: "populationFar" | "populationOfTown" | "populationBelowTown";
  readonly territory: string;
  readonly found: number;
  /** What it would have to be; null when the official list does not know. */
  readonly official: number | null;
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
}

/** Twice the growth of any large territory between two censuses, and room for the year of the edition. */
const MOST_APART = 1.3;
/** Two counts of one town in different years differ by less. */
const SAME = 0.02;

/**
 * Whether two populations may be those of one territory in neighbouring years.
 * @example plausibleRatio(140000, 141403) // true
 * @example plausibleRatio(14000, 141403) // false
 */
export function plausibleRatio(found: number, official: number): boolean {
  const ratio = found / official;
  return ratio <= MOST_APART && ratio >= 1 / MOST_APART;
}

/**
 * Populations that cannot be right: those of a group that are its main town's, those of a group smaller than
 * one of its members, and those far from the official one. Members are looked for among the territories
 * given and in the official list. One finding a territory, the most telling.
 */
export function implausiblePopulations(
  territories: readonly Inhabited[],
  official: OfficialLookup = () => undefined,
): PopulationFinding[] {
  const members = new Map<string, Inhabited[]>();
  for (const territory of territories) {
    if (!territory.parent) continue;
    const key = normalizeText(territory.parent);
    members.set(key, [...(members.get(key) ?? []), territory]);
  }
  return territories.flatMap((territory) => {
    const { name, code, population: found, isGroup } = territory;
    if (found === null) return [];
    const known = official(code);
    const finding = (
      kind: PopulationFinding["code"],
      message: Omit<PopulationFinding, "code" | "territory" | "found" | "official">,
    ) => [{ code: kind, territory: name, found, official: known?.population ?? null, ...message }];
    const isRight = known?.population != null && Math.abs(found / known.population - 1) < SAME;
    if (isGroup && !isRight) {
      const towns = [
        ...(members.get(normalizeText(name)) ?? []),
        ...(known?.mainTown ? [known.mainTown] : []),
      ].flatMap((town) =>
        town.population === null ? [] : [{ name: town.name, population: town.population }],
      );
      const same = towns.find((town) => Math.abs(found / town.population - 1) < SAME);
      if (same)
        return finding("populationOfTown", importMessages.populationOfTown({ found, town: same.name }));
      const bigger = towns.find((town) => town.population > found);
      if (bigger) {
        const { name: town, population } = bigger;
        return finding(
          "populationBelowTown",
          importMessages.populationBelowTown({ found, town, population }),
        );
      }
    }
    if (known?.population && !plausibleRatio(found, known.population)) {
      return finding("populationFar", importMessages.populationFar({ found, official: known.population }));
    }
    return [];
  });
}
