import type { Localized } from "../domain/language";

/** What commands and screens are for, in the order of a study: groups of the ribbon, first row of the pane's tabs. */
export const commandGroups = [
  { id: "entry", label: { fr: "Saisie", en: "Entry" } },
  { id: "campaign", label: { fr: "Collecte", en: "Survey" } },
  { id: "results", label: { fr: "Résultats", en: "Results" } },
  { id: "help", label: { fr: "Aide", en: "Help" } },
] as const satisfies readonly { id: string; label: Localized }[];

export type CommandGroup = (typeof commandGroups)[number]["id"];
