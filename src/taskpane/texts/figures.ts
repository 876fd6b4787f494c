import type { FindingSeverity } from "../../domain/plausibility/figures";
import type { Localized } from "../../domain/language";
import { counted, type Entry } from "./define";

export const figuresTexts = {
  title: { fr: "Chiffres publiés", en: "Published figures" },
  intro: {
    fr: "Contrôle une liste de chiffres imprimés : sommes, parts, moyennes, répétitions. Choisissez la liste avec ses en-têtes, ou une cellule de sa feuille.",
    en: "Checks a list of printed figures: sums, shares, means, repetitions. Select the list with its headers, or one cell of its sheet.",
  },
  check: { fr: "Contrôler", en: "Check" },
  example: { fr: "Exemple 2014", en: "2014 example" },
  exampleHint: {
    fr: "Pose sur une nouvelle feuille les chiffres publiés en 2014, tels qu’imprimés.",
    en: "Puts the figures published in 2014 on a new sheet, as printed.",
  },
  counts: (sheet: string, address: string, figures: number, checked: number) => {
    const all = counted(figures, ["chiffre", "chiffres"], ["figure", "figures"]);
    return {
      fr: `${sheet}, ${address} : ${all.fr}, dont ${checked} ${checked > 1 ? "contrôlables" : "contrôlable"}`,
      en: `${sheet}, ${address}: ${all.en}, ${checked} of which can be checked`,
    };
  },
  none: { fr: "Rien ne se contredit", en: "Nothing is contradicted" },
  noneText: {
    fr: "Tous les chiffres contrôlables peuvent venir de comptes entiers et vont ensemble.",
    en: "Every figure that can be checked may come from whole counts, and they go together.",
  },
  nothingToCheck: {
    fr: "Aucun chiffre n’a de base ni de relation : donnez au moins la Base des parts et des moyennes.",
    en: "No figure has a base or a relation: give at least the Base of shares and means.",
  },
  nearest: (values: string) => ({ fr: `Plus proche : ${values}`, en: `Nearest: ${values}` }),
  group: (title: string, count: number) => ({ fr: `${title} (${count})`, en: `${title} (${count})` }),
  goTo: { fr: "Aller à la cellule", en: "Go to the cell" },
  write: { fr: "Écrire sur une feuille", en: "Write on a sheet" },
  layout: { fr: "Colonnes lues", en: "Columns read" },
} satisfies Record<string, Entry>;

/** Headings of the findings, worst first. */
export const severityTitles: Readonly<Record<FindingSeverity, Localized>> = {
  impossible: { fr: "Impossibles", en: "Impossible" },
  doubtful: { fr: "Douteux", en: "Doubtful" },
  unread: { fr: "À corriger dans la liste", en: "To mend in the list" },
};

/** What each column of the list is for; in the order of the example. */
export const columnTexts: readonly (readonly [Localized, Localized])[] = [
  [
    { fr: "Chiffre", en: "Figure" },
    { fr: "son nom, que les autres colonnes citent", en: "its name, which the other columns quote" },
  ],
  [
    { fr: "Imprimé", en: "Printed" },
    { fr: "tel qu’imprimé : 76,60 %, 2,14, 1/3, reste", en: "as printed: 76.60%, 2.14, 1/3, rest" },
  ],
  [
    { fr: "Nature", en: "Kind" },
    {
      fr: "compte, part, moyenne, score, médiane, minimum, maximum, lignes, renseignés, non renseignés, part moyenne",
      en: "count, share, mean, score, median, minimum, maximum, rows, reported, not reported, average share",
    },
  ],
  [
    { fr: "Base", en: "Base" },
    {
      fr: "nom ou nombre ; « ≤ 28 » si c’est un plafond",
      en: "name or number; “≤ 28” for the most it can be",
    },
  ],
  [
    { fr: "Effectif", en: "Count" },
    { fr: "ce qui est divisé par la base", en: "what is divided by the base" },
  ],
  [
    { fr: "Partie de", en: "Part of" },
    { fr: "le total que ses parties font, ou 100 %", en: "the total that its parts make, or 100%" },
  ],
  [
    { fr: "Codes", en: "Codes" },
    {
      fr: "échelle d’une moyenne (1 à 4), codes d’une part (3)",
      en: "scale of a mean (1 to 4), codes of a share (3)",
    },
  ],
  [
    { fr: "Question", en: "Question" },
    { fr: "ce qui va ensemble sur une même base", en: "what belongs together on one base" },
  ],
  [
    { fr: "Répète", en: "Repeats" },
    { fr: "le chiffre imprimé ici une seconde fois", en: "the figure printed here a second time" },
  ],
];
