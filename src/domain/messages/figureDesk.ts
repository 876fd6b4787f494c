import type { Localized } from "../language";
import { both, formatted, quoted } from "./define";

/** What the audit of a range of published figures says of the range and of what it writes. */
export const figureDeskMessages = {
  auditing: (): Localized => ({
    fr: "Contrôle des chiffres publiés…",
    en: "Checking the published figures…",
  }),
  writing: (): Localized => ({ fr: "Écriture…", en: "Writing…" }),
  noFigures: (p: { header: Localized; sheet: string }): Localized => ({
    fr: `Aucune colonne ${quoted(p.header.fr, "fr")} ici (${p.sheet}). Choisissez la liste avec sa ligne d’en-têtes, ou une cellule de sa feuille ; l’exemple 2014 montre la disposition.`,
    en: `No column ${quoted(p.header.en, "en")} here (${p.sheet}). Select the list with its header row, or one cell of its sheet; the 2014 example shows the layout.`,
  }),
  tooMany: (p: { rows: number; most: number }): Localized =>
    both((l) =>
      l === "fr"
        ? `La plage a ${formatted(p.rows, l)} cellules ; ${formatted(p.most, l)} au plus sont lues. Choisissez la liste seule.`
        : `The range has ${formatted(p.rows, l)} cells; ${formatted(p.most, l)} at most are read. Select the list alone.`,
    ),
  sheetWritten: (p: { sheet: string }): Localized => ({
    fr: `Feuille ${quoted(p.sheet, "fr")} ajoutée`,
    en: `Sheet ${quoted(p.sheet, "en")} added`,
  }),
  sheetChanged: (p: { sheet: string }): Localized => ({
    fr: `Impossible d’annuler : la feuille ${quoted(p.sheet, "fr")} a été modifiée depuis. Supprimez-la vous-même si vous n’en voulez plus.`,
    en: `Cannot undo: the sheet ${quoted(p.sheet, "en")} was changed since. Delete it yourself if you no longer want it.`,
  }),
  cellGone: (p: { sheet: string }): Localized => ({
    fr: `La feuille ${quoted(p.sheet, "fr")} n’existe plus. Contrôlez de nouveau.`,
    en: `The sheet ${quoted(p.sheet, "en")} is gone. Check again.`,
  }),
} as const;

/** Words of the sheets that are written. */
export const figureSheetWords = {
  findings: { fr: "Chiffres contrôlés", en: "Checked figures" },
  example: { fr: "Chiffres publiés 2014", en: "Published figures 2014" },
  headers: [
    { fr: "Cellule", en: "Cell" },
    { fr: "Chiffre", en: "Figure" },
    { fr: "Imprimé", en: "Printed" },
    { fr: "Constat", en: "Finding" },
    { fr: "Pourquoi", en: "Why" },
    { fr: "Plus proche possible", en: "Nearest possible" },
  ],
  impossible: { fr: "impossible", en: "impossible" },
  doubtful: { fr: "douteux", en: "doubtful" },
  unread: { fr: "illisible", en: "not readable" },
} as const;
