import type { Localized } from "../../domain/language";
import type { AnomalyCode } from "../../domain/messages";
import { counted, type Entry } from "./define";

export const checkTexts = {
  checkIntro: {
    fr: "Toutes les réponses du classeur sont relues, aussi celles qui ont été collées.",
    en: "Every answer of the workbook is read again, pasted ones too.",
  },
  noAnomaly: { fr: "Aucune anomalie", en: "No anomaly" },
  noAnomalyText: {
    fr: "Toutes les réponses sont dans les listes et rien d’obligatoire ne manque.",
    en: "Every answer is in its list and nothing required is missing.",
  },
  errors: (count: number) => counted(count, ["erreur", "erreurs"], ["error", "errors"]),
  warnings: (count: number) =>
    counted(count, ["point à regarder", "points à regarder"], ["point to look at", "points to look at"]),
  error: { fr: "Erreur", en: "Error" },
  warning: { fr: "À regarder", en: "To look at" },
  groupCount: (title: string, count: number) => ({ fr: `${title} (${count})`, en: `${title} (${count})` }),
  place: (sheet: string, row: number, column: string) => ({
    fr: `${sheet}, ligne ${row} du tableau, ${column}`,
    en: `${sheet}, table row ${row}, ${column}`,
  }),
  placeRow: (sheet: string, row: number) => ({
    fr: `${sheet}, ligne ${row} du tableau`,
    en: `${sheet}, table row ${row}`,
  }),
  placeTable: (sheet: string) => ({ fr: `Feuille ${sheet}`, en: `Sheet ${sheet}` }),
  apply: (value: string) => ({ fr: `Mettre « ${value} »`, en: `Put “${value}”` }),
  goToHint: { fr: "Entrée ou clic : aller à la cellule", en: "Enter or click: go to the cell" },
} satisfies Record<string, Entry>;

/** Heading of each kind of anomaly; a kind without heading does not compile. */
export const anomalyTitles: Readonly<Record<AnomalyCode, Localized>> = {
  required: { fr: "Réponses obligatoires manquantes", en: "Required answers missing" },
  notACode: { fr: "Réponses hors de la liste", en: "Answers not in the list" },
  errorValue: { fr: "Cellules en erreur", en: "Cells in error" },
  notANumber: { fr: "Nombres illisibles", en: "Unreadable numbers" },
  outOfRange: { fr: "Nombres hors limites", en: "Numbers out of range" },
  belowPanelThreshold: {
    fr: "Populations sous le seuil du panel",
    en: "Populations below the panel’s threshold",
  },
  notADate: { fr: "Dates illisibles", en: "Unreadable dates" },
  unknownTerritory: { fr: "Territoires absents du panel", en: "Territories not in the panel" },
  unknownEdition: { fr: "Éditions inconnues", en: "Unknown editions" },
  nearListedProject: { fr: "Proches d’un projet proposé", en: "Close to a listed project" },
  projectOfOtherDomain: { fr: "Projets d’un autre domaine", en: "Projects of another domain" },
  duplicateProject: { fr: "Projets en double", en: "Duplicate projects" },
  textTooLong: { fr: "Textes trop longs", en: "Texts too long" },
  duplicateId: { fr: "Identifiants en double", en: "Duplicate identifiers" },
  codeLostZero: { fr: "Codes INSEE sans leur zéro", en: "INSEE codes without their zero" },
  duplicateTerritory: { fr: "Territoires en double", en: "Duplicate territories" },
  missingColumn: { fr: "Colonnes manquantes", en: "Missing columns" },
  missingTable: { fr: "Tableaux manquants", en: "Missing tables" },
  codesRowIncomplete: { fr: "Feuille Codes : lignes incomplètes", en: "Codes sheet: incomplete rows" },
  codesDuplicate: { fr: "Feuille Codes : codes en double", en: "Codes sheet: duplicate codes" },
};
