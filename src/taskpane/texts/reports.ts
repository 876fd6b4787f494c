import type { Localized } from "../../domain/language";
import { counted, type Entry } from "./define";
import { makingTexts } from "./making";

export const reportTexts = {
  ...makingTexts,
  title: { fr: "Rapports", en: "Reports" },
  intro: {
    fr: "Le rapport du panel et celui de chaque territoire : un classeur avec ses graphiques, et une page à imprimer ou à enregistrer en PDF. Rien n’y renvoie à ce classeur.",
    en: "The panel’s report and each territory’s: a workbook with its charts, and a page to print or to save as PDF. Nothing in them refers to this workbook.",
  },
  noBase: {
    fr: "Il n’y a pas encore de projets : saisissez-en ou importez des retours, puis revenez.",
    en: "There are no projects yet: enter some or import returns, then come back.",
  },
  panel: { fr: "Rapport du panel", en: "Report of the panel" },
  panelMake: { fr: "Faire le rapport", en: "Make the report" },
  mapOf: { fr: "Carte du panel, colorée par", en: "Map of the panel, coloured by" },
  hide: { fr: "Masquer les petites cases", en: "Hide small cells" },
  hideHelp: {
    fr: "Celles qui reposent sur trop peu de territoires, et celles qui permettraient de les recalculer.",
    en: "Those that rest on too few territories, and those they could be computed from.",
  },
  print: { fr: "Imprimer…", en: "Print…" },
  territories: { fr: "Rapports des territoires", en: "Reports of territories" },
  peers: { fr: "Comparer à", en: "Compare with" },
  peersHelp: {
    fr: "Avec moins de pairs que le seuil du questionnaire, la comparaison est masquée.",
    en: "With fewer peers than the threshold of the code book, the comparison is hidden.",
  },
  language: { fr: "Langue des rapports", en: "Language of the reports" },
  workbook: { fr: "Classeur (.xlsx)", en: "Workbook (.xlsx)" },
  page: { fr: "Page à imprimer (.html)", en: "Page to print (.html)" },
  noForm: { fr: "Choisissez au moins une forme.", en: "Choose at least one form." },
  make: (count: number) => ({
    fr:
      count === 0
        ? "Faire les rapports"
        : count === 1
          ? "Faire le rapport du territoire"
          : `Faire ${count.toLocaleString("fr-FR")} rapports`,
    en:
      count === 0
        ? "Make the reports"
        : count === 1
          ? "Make the territory’s report"
          : `Make ${count.toLocaleString("en-GB")} reports`,
  }),
  making: (done: number, total: number) => ({
    fr: `Rapport ${done} sur ${total}`,
    en: `Report ${done} of ${total}`,
  }),
  failed: (detail: Localized) => ({
    fr: `Les rapports n’ont pas pu être faits (${detail.fr}). Lancez « Vérifier », corrigez ce qui est montré, puis recommencez.`,
    en: `The reports could not be made (${detail.en}). Run “Check”, mend what is shown, then try again.`,
  }),
  made: (count: number) =>
    counted(count, ["rapport prêt", "rapports prêts"], ["report ready", "reports ready"]),
} satisfies Record<string, Entry>;
