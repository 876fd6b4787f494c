import type { Entry } from "./define";

/** Words of the list of territories that questionnaires and reports are made for. */
export const territoryTexts = {
  filter: { fr: "Chercher", en: "Search" },
  filterPlaceholder: { fr: "Nom ou code", en: "Name or code" },
  allOf: (label: string) => ({ fr: `${label} : tous`, en: `${label}: all` }),
  territories: { fr: "Territoires", en: "Territories" },
  chooseAll: (count: number) => ({ fr: `Tout choisir (${count})`, en: `Choose all (${count})` }),
  chooseNone: { fr: "Ne rien choisir", en: "Choose none" },
  noMatch: { fr: "Aucun territoire ne correspond.", en: "No territory matches." },
} satisfies Record<string, Entry>;
