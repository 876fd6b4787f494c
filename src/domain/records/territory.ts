import type { Codebook, Field } from "../codebook";
import type { Language } from "../language";
import { normalizeText } from "../text/normalize";
import type { Draft } from "./project";

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

/** A row of the panel for a territory; what is derived from its population is filled in. */
export function panelDraft(codebook: Codebook, draft: Draft, language: Language): Draft {
  const derived: Record<string, Draft[string]> = {};
  const population = typeof draft.population === "number" ? draft.population : undefined;
  for (const field of codebook.table("panel").fields) {
    if (population !== undefined && isSizeClass(codebook, field)) {
      const code = codebook.classOf(field.list!, population);
      if (code !== undefined) derived[field.id] = codebook.display(field.list!, code, language);
    }
  }
  return { ...draft, ...derived };
}

const isSizeClass = (codebook: Codebook, field: Field): boolean =>
  field.kind === "auto" &&
  !!field.list &&
  codebook.list(field.list).codes.some(({ min }) => min !== undefined);
