import type { Language } from "./language";

const texts = {
  title: { fr: "Aperçu du complément BVN", en: "BVN add-in preview" },
  bookName: { fr: "Classeur1", en: "Book1" },
  book: { fr: "Classeur", en: "Workbook" },
  empty: { fr: "Vide", en: "Empty" },
  study: { fr: "Étude", en: "Study" },
  "sample-2014": { fr: "Exemple 2014", en: "2014 sample" },
  notExcel: {
    fr: "Aperçu : ceci n’est pas Excel. Les données restent dans cette page.",
    en: "Preview: this is not Excel. Data stays in this page.",
  },
  loading: { fr: "Chargement…", en: "Loading…" },
  preparing: { fr: "Préparation du classeur…", en: "Preparing the workbook…" },
  ready: { fr: "Prêt", en: "Ready" },
  calculating: { fr: "Calcul…", en: "Calculating…" },
  ribbon: { fr: "Ruban", en: "Ribbon" },
  grid: { fr: "Classeur", en: "Workbook" },
  pane: { fr: "Volet du complément", en: "Add-in pane" },
  closePane: { fr: "Fermer le volet", en: "Close the pane" },
  resizePane: { fr: "Largeur du volet", en: "Width of the pane" },
  dismiss: { fr: "Masquer l’erreur", en: "Dismiss the error" },
  errorIn: { fr: "Erreur", en: "Error" },
  lang: { fr: "Langue", en: "Language" },
  theme: { fr: "Thème", en: "Theme" },
  light: { fr: "Clair", en: "Light" },
  dark: { fr: "Sombre", en: "Dark" },
  contrast: { fr: "Contraste", en: "Contrast" },
} as const;

/** The page's own sentences; those of the add-in come from the add-in. */
export const say = (key: keyof typeof texts, language: Language): string => texts[key][language];
