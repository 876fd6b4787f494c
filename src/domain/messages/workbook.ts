import type { Localized } from "../language";

/** Sheets that hold no table of the code book; sheet names are French in every workbook, as headers are. */
export const sheetNames = {
  home: "Accueil",
  synthesis: "Synthèse",
  fiche: "Fiche",
  lists: "BVN Listes",
  imports: "BVN Imports",
  formulas: "BVN Formules",
} as const;

/** What a study workbook says it is, by a defined name; questionnaires and reports say otherwise. */
export const STUDY_KIND = "study";

/** Words on the home sheet and the synthesis, in the workbook's language. */
export const workbookWords = {
  edition: { fr: "Édition en cours", en: "Current edition" },
  closing: { fr: "Clôture des réponses", en: "Answers close on" },
  noClosing: { fr: "non fixée", en: "not set" },
  counts: { fr: "Où en est l’étude", en: "Where the study stands" },
  territories: { fr: "Territoires du panel", en: "Territories of the panel" },
  answering: { fr: "Territoires ayant au moins un projet", en: "Territories with at least one project" },
  projectRows: { fr: "Projets saisis, toutes éditions", en: "Projects entered, all editions" },
  projects: { fr: "Projets de l’édition", en: "Projects of the edition" },
  maturity: { fr: "Maturité (1 à 3)", en: "Maturity (1 to 3)" },
  rejects: { fr: "Valeurs mises de côté (Rejets)", en: "Values put aside (Rejets)" },
  next: { fr: "Que faire maintenant", en: "What to do next" },
  notes: { fr: "Notes", en: "Notes" },
  synthesis: { fr: "Synthèse de l’édition", en: "Synthesis of the edition" },
  byDomain: { fr: "Par domaine", en: "By domain" },
  distribution: { fr: "Répartition des projets", en: "Distribution of projects" },
  created: { fr: "Création de l’étude", en: "Study created" },
  repaired: { fr: "Réparation de l’étude", en: "Study repaired" },
  entered: { fr: "saisie", en: "entry" },
  sampleLoaded: { fr: "Exemple chargé", en: "Sample loaded" },
  chooseFromList: {
    fr: "Choisissez dans la liste (Alt+↓).",
    en: "Choose from the list (Alt+↓).",
  },
  orMissing: {
    fr: "Sans réponse : laissez vide, ou NR, SO, NSP.",
    en: "No answer: leave blank, or NR, SO, NSP.",
  },
  notInList: { fr: "Réponse inconnue", en: "Unknown answer" },
  notInRange: { fr: "Valeur impossible", en: "Impossible value" },
  addTerritory: {
    fr: "Territoire absent du panel : ajoutez-le dans la feuille Panel ou par le volet BVN.",
    en: "Territory not in the panel: add it on the Panel sheet or in the BVN pane.",
  },
} as const satisfies Record<string, Localized>;

/** Numbered advice on the home sheet, in order. */
export const nextSteps: readonly Localized[] = [
  {
    fr: "1. Feuille Panel : un territoire par ligne, ou volet BVN › choisir un territoire.",
    en: "1. Panel sheet: one territory a row, or BVN pane › choose a territory.",
  },
  {
    fr: "2. Ruban BVN › Saisir un projet, ou listes déroulantes de la feuille Projets.",
    en: "2. BVN ribbon › Enter a project, or the dropdowns of the Projets sheet.",
  },
  {
    fr: "3. Ruban BVN › Vérifier : chaque valeur à corriger est montrée avec sa place.",
    en: "3. BVN ribbon › Check: every value to mend is shown with its place.",
  },
  {
    fr: "4. Feuille Codes : ajoutez un projet proposé, désactivez-en un ; les listes suivent.",
    en: "4. Codes sheet: add a listed project, deactivate one; the lists follow.",
  },
  {
    fr: "5. Dans une cellule : =BVN.MATURITY(), =BVN.PROJECTS()…",
    en: "5. In a cell: =BVN.MATURITY(), =BVN.PROJECTS()…",
  },
];

/** Between the bounds, in prompts and errors of number columns. */
export const betweenWords = (min: number | undefined, max: number | undefined, unit = ""): Localized => {
  const range = `${min ?? "−∞"} … ${max ?? "+∞"}${unit ? ` ${unit}` : ""}`;
  return { fr: `Un nombre : ${range}.`, en: `A number: ${range}.` };
};
export const dateWords: Localized = {
  fr: "Une date, par exemple 15/03/2014.",
  en: "A date, for instance 2014-03-15.",
};
