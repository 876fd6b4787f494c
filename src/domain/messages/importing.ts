import type { Localized } from "../language";
import { both, counted, listed, quoted } from "./define";

const text = (fr: string, en: string): Localized => ({ fr, en });
const NOTHING_CHANGED = text("Rien n’a été modifié.", "Nothing was changed.");

/** What Excel's side of imports, of the politics sheet and of the panel board says: where, what, what to do. */
export const importingMessages = {
  readingStudy: (_: object): Localized => text("Lecture de l’étude…", "Reading the study…"),
  writingImport: (_: object): Localized => text("Écriture de l’import…", "Writing the import…"),
  takingBack: (_: object): Localized => text("Retrait de l’import…", "Taking the import back…"),
  writingBoard: (_: object): Localized => text("Tableau de suivi…", "Panel board…"),
  importDone: (p: { files: number; added: number; changed: number; rejected: number }): Localized => {
    const files = counted(p.files, ["fichier", "fichiers"], ["file", "files"]);
    const added = counted(p.added, ["ligne ajoutée", "lignes ajoutées"], ["row added", "rows added"]);
    const changed = counted(p.changed, ["modifiée", "modifiées"], ["changed", "changed"]);
    const rejected = counted(p.rejected, ["valeur", "valeurs"], ["value", "values"]);
    return {
      fr: `Import terminé (${files.fr}) : ${added.fr}, ${changed.fr}, ${rejected.fr} dans Rejets.`,
      en: `Import done (${files.en}): ${added.en}, ${changed.en}, ${rejected.en} in Rejets.`,
    };
  },
  importTakenBack: (p: { files: readonly string[] }): Localized => ({
    fr: `Import retiré : ${listed(p.files, 3)}.`,
    en: `Import taken back: ${listed(p.files, 3)}.`,
  }),
  importPartlyTakenBack: (p: { left: readonly Localized[] }): Localized =>
    both((l) => {
      const left = listed(
        p.left.map((each) => each[l]),
        6,
      );
      return l === "fr"
        ? `Import retiré, sauf ce que quelqu’un a modifié depuis : ${left}.`
        : `Import taken back, except what somebody has changed since: ${left}.`;
    }),
  importStale: (p: { rows: readonly string[] }): Localized => ({
    fr: `Des lignes ont changé depuis l’essai à blanc : ${listed(p.rows, 4)}. Relancez l’essai, puis écrivez. ${NOTHING_CHANGED.fr}`,
    en: `Rows were changed since the dry run: ${listed(p.rows, 4)}. Run it again, then write. ${NOTHING_CHANGED.en}`,
  }),
  importOvertaken: (_: object): Localized => ({
    fr: `Un autre import a été écrit depuis l’essai à blanc. Relancez l’essai, puis écrivez. ${NOTHING_CHANGED.fr}`,
    en: `Another import was written since the dry run. Run it again, then write. ${NOTHING_CHANGED.en}`,
  }),
  importCancelled: (_: object): Localized => ({
    fr: "Import arrêté ; ce qui était déjà écrit a été retiré : le classeur est comme avant.",
    en: "Import stopped; what was written already was taken out: the workbook is as before.",
  }),
  writeFailed: (p: { why: Localized }): Localized => ({
    fr: `L’écriture s’est arrêtée ; le classeur est comme avant. Cause : ${p.why.fr}`,
    en: `Writing stopped; the workbook is as before. Cause: ${p.why.en}`,
  }),
  writeHalfDone: (p: { why: Localized }): Localized => ({
    fr: `L’écriture s’est arrêtée et une partie reste en place. N’enregistrez pas ; choisissez « Terminer l’import » ou « Annuler l’import ». Cause : ${p.why.fr}`,
    en: `Writing stopped and a part is still in place. Do not save; choose “Finish the import” or “Undo the import”. Cause: ${p.why.en}`,
  }),
  importUnfinished: (p: { when: string; files: readonly string[] }): Localized => ({
    fr: `Un import du ${p.when} s’est interrompu (${listed(p.files, 3)}). Choisissez de le terminer ou de l’annuler avant de continuer.`,
    en: `An import of ${p.when} was interrupted (${listed(p.files, 3)}). Choose to finish or to undo it before you go on.`,
  }),
  unfinishedFirst: (_: object): Localized => ({
    fr: `Un import interrompu attend : terminez-le ou annulez-le d’abord. ${NOTHING_CHANGED.fr}`,
    en: `An interrupted import is waiting: finish or undo it first. ${NOTHING_CHANGED.en}`,
  }),
  importFinished: (_: object): Localized =>
    text("L’import interrompu est terminé.", "The interrupted import is finished."),
  importUndone: (_: object): Localized =>
    text("L’import interrompu est annulé.", "The interrupted import is undone."),
  importUnknown: (_: object): Localized => ({
    fr: `Cet import n’est plus connu du classeur, ou a déjà été retiré. ${NOTHING_CHANGED.fr}`,
    en: `The workbook no longer knows this import, or it was taken back already. ${NOTHING_CHANGED.en}`,
  }),
  namesLost: (_: object): Localized => ({
    fr: `Les répondants n’avaient pas encore été écrits et ne sont gardés nulle part ailleurs. Annulez l’import, puis reprenez les fichiers. ${NOTHING_CHANGED.fr}`,
    en: `The respondents had not been written yet and are kept nowhere else. Undo the import, then import the files again. ${NOTHING_CHANGED.en}`,
  }),
  cellTooLong: (p: { territory: string; field: Localized; length: number }): Localized => ({
    fr: `${p.territory}, ${p.field.fr} : ${p.length} caractères, une cellule en tient 32 767. Raccourcissez le texte. ${NOTHING_CHANGED.fr}`,
    en: `${p.territory}, ${p.field.en}: ${p.length} characters, a cell holds 32,767. Shorten the text. ${NOTHING_CHANGED.en}`,
  }),
  territoryNotInPanel: (p: { territory: string }): Localized => ({
    fr: `${quoted(p.territory, "fr")} n’est pas dans le panel. Ajoutez-le d’abord. ${NOTHING_CHANGED.fr}`,
    en: `${quoted(p.territory, "en")} is not in the panel. Add it first. ${NOTHING_CHANGED.en}`,
  }),
  territorySaved: (p: { territory: string }): Localized => ({
    fr: `Fiche enregistrée : ${p.territory}`,
    en: `Sheet saved: ${p.territory}`,
  }),
  nothingToSave: (_: object): Localized =>
    text(
      "Rien à enregistrer : tout est déjà dans le classeur.",
      "Nothing to save: everything is in the workbook.",
    ),
  contactMarked: (p: { territories: number; contact: Localized }): Localized => ({
    fr: `${p.contact.fr} : ${p.territories === 1 ? "un territoire" : `${p.territories} territoires`}`,
    en: `${p.contact.en}: ${p.territories === 1 ? "one territory" : `${p.territories} territories`}`,
  }),
  boardWritten: (p: { sheet: string }): Localized => ({
    fr: `Feuille ${p.sheet} à jour.`,
    en: `Sheet ${p.sheet} is up to date.`,
  }),
} as const;

/** Sheets, tables and headers of the panel board; French in every workbook, as all headers are. */
export const boardNames = {
  sheet: "Suivi",
  listsSheet: "Suivi réponses",
  board: "Suivi",
  response: "SuiviReponses",
  remind: "SuiviRelances",
  correct: "SuiviCorrections",
} as const;

export const boardHeaders = {
  code: "Code",
  territory: "Territoire",
  type: "Type",
  region: "Région",
  sizeClass: "Classe",
  contacted: "Contact pris",
  sent: "Envoi",
  reminded: "Relance",
  returned: "Retour",
  late: "En retard",
  completeness: "Complet à",
  lastFile: "Dernier fichier",
  by: "Rempli par",
  toCorrect: "À corriger",
  next: "À faire",
  dimension: "Selon",
  group: "Groupe",
  asked: "Territoires",
  answered: "Réponses",
  rate: "Taux de réponse",
  since: "Sans réponse depuis",
  values: "Valeurs à corriger",
} as const;

/** Cells of the panel board, in the workbook's language. */
export const boardWords = {
  yes: text("oui", "yes"),
  declined: text("refus", "declined"),
  send: text("envoyer", "send"),
  remind: text("relancer", "remind"),
  correct: text("faire corriger", "have corrected"),
  complete: text("faire compléter", "have completed"),
  panel: text("Panel", "Panel"),
  all: text("Ensemble", "All"),
} as const;
