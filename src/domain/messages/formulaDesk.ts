import type { Localized } from "../language";
import { both, formatted, quoted } from "./define";

const NOTHING = { fr: "Rien n’a été modifié.", en: "Nothing was changed." };

/** What the formula helper of the pane answers: inserting, showing rows. */
export const formulaDeskMessages = {
  formulaInserted: (p: { address: string }): Localized => ({
    fr: `Formule écrite en ${p.address}`,
    en: `Formula written in ${p.address}`,
  }),
  placeChanged: (p: { address: string }): Localized => ({
    fr: `La cellule ${p.address} a changé entre-temps. Vérifiez-la, puis insérez de nouveau. ${NOTHING.fr}`,
    en: `The cell ${p.address} has changed meanwhile. Look at it, then insert again. ${NOTHING.en}`,
  }),
  formulaChangedSince: (p: { address: string }): Localized => ({
    fr: `Impossible d’annuler : la cellule ${p.address} ne contient plus cette formule. ${NOTHING.fr}`,
    en: `Cannot undo: the cell ${p.address} no longer holds this formula. ${NOTHING.en}`,
  }),
  placeGone: (p: { address: string }): Localized => ({
    fr: `Impossible d’annuler : la feuille de ${p.address} n’existe plus. ${NOTHING.fr}`,
    en: `Cannot undo: the sheet of ${p.address} is gone. ${NOTHING.en}`,
  }),
  noRoom: (p: { address: string; rows: number; columns: number }): Localized =>
    both((l) => {
      const size = `${formatted(p.rows, l)} × ${formatted(p.columns, l)}`;
      return l === "fr"
        ? `Le tableau (${size}) dépasserait le bord de la feuille depuis ${p.address}. Choisissez une cellule plus haut ou plus à gauche. ${NOTHING.fr}`
        : `The table (${size}) would pass the edge of the sheet from ${p.address}. Choose a cell higher or further left. ${NOTHING.en}`;
    }),
  rowsShown: (p: { rows: number; table: string }): Localized =>
    both((l) =>
      l === "fr"
        ? `${formatted(p.rows, l)} ${p.rows > 1 ? "lignes montrées" : "ligne montrée"} dans ${p.table} par un filtre.`
        : `${formatted(p.rows, l)} ${p.rows === 1 ? "row" : "rows"} shown in ${p.table} by a filter.`,
    ),
  allRowsShown: (p: { table: string }): Localized => ({
    fr: `Toutes les lignes de ${p.table} sont concernées : aucun filtre n’est nécessaire.`,
    en: `Every row of ${p.table} is concerned: no filter is needed.`,
  }),
  filterTaken: (p: { table: string }): Localized => ({
    fr: `Filtre retiré : ${p.table} montre de nouveau ce qu’il montrait.`,
    en: `Filter taken away: ${p.table} shows again what it showed.`,
  }),
  rowsMoved: (p: { table: string }): Localized => ({
    fr: `Le tableau ${p.table} a changé entre-temps. Choisissez de nouveau la cellule de la formule. ${NOTHING.fr}`,
    en: `The table ${p.table} has changed meanwhile. Select the cell of the formula again. ${NOTHING.en}`,
  }),
  tableGone: (p: { table: string }): Localized => ({
    fr: `Le tableau ${quoted(p.table, "fr")} n’existe plus. ${NOTHING.fr}`,
    en: `The table ${quoted(p.table, "en")} is gone. ${NOTHING.en}`,
  }),
} as const;
