import { normalizeText } from "../text/normalize";

/** What a territory needs to be told from another one of the same name. */
interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * The name a territory gets in the panel: its own, with its code behind it when the panel has that name
 * already. 1,441 names of communes are borne by several; project rows know a territory by its name.
 * @example panelName({ code: "93066", name: "Saint-Denis" }, [{ code: "97411", name: "Saint-Denis" }]) // "Saint-Denis (93066)"
 */
export function panelName(territory: Named, panel: readonly Named[]): string {
  const taken = new Set(panel.map(({ name }) => normalizeText(name)));
  if (!taken.has(normalizeText(territory.name))) return territory.name;
  return `${territory.name} (${territory.code})`;
}
