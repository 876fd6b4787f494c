import type { Localized } from "../language";
import { both, counted, listed, quoted } from "./define";

const RUN_REPAIR = { fr: "Lancez « Créer ou réparer l’étude »", en: "Run “Create or repair study”" };
const NOTHING_CHANGED = { fr: "Rien n’a été modifié.", en: "Nothing was changed." };

/** What the study workbook answers when an operation was done, cannot be done, or failed: where, what, what to do. */
export const studyMessages = {
  noStudy: (_: object): Localized => ({
    fr: `Ce classeur n’est pas un classeur d’étude. ${RUN_REPAIR.fr} pour en faire un.`,
    en: `This workbook is not a study workbook. ${RUN_REPAIR.en} to make it one.`,
  }),
  tableMissing: (p: { table: string }): Localized => ({
    fr: `Le tableau ${quoted(p.table, "fr")} est introuvable. ${RUN_REPAIR.fr} pour le remettre. ${NOTHING_CHANGED.fr}`,
    en: `The table ${quoted(p.table, "en")} cannot be found. ${RUN_REPAIR.en} to put it back. ${NOTHING_CHANGED.en}`,
  }),
  damaged: (p: { tables: readonly string[]; columns: readonly string[] }): Localized =>
    both((l) => {
      const parts =
        l === "fr"
          ? [
              p.tables.length && `tableaux introuvables : ${listed(p.tables)}`,
              p.columns.length && `colonnes manquantes : ${listed(p.columns)}`,
            ]
          : [
              p.tables.length && `tables not found: ${listed(p.tables)}`,
              p.columns.length && `missing columns: ${listed(p.columns)}`,
            ];
      const what = parts.filter(Boolean).join(" ; ");
      return l === "fr"
        ? `Il manque une partie de l’étude (${what}). ${RUN_REPAIR.fr} : vos données restent.`
        : `A part of the study is missing (${what}). ${RUN_REPAIR.en}: your data stay.`;
    }),
  columnLooksLike: (p: { table: string; found: string; field: Localized }): Localized => ({
    fr: `Dans le tableau ${p.table}, la colonne ${quoted(p.found, "fr")} ressemble à ${quoted(p.field.fr, "fr")}, qui manque. Renommez-la, ou lancez de nouveau la réparation après l’avoir renommée autrement.`,
    en: `In the table ${p.table}, the column ${quoted(p.found, "en")} looks like ${quoted(p.field.fr, "en")}, which is missing. Rename it, or run the repair again once it has another name.`,
  }),
  copyFound: (p: { table: string; sheet: string; original: string }): Localized => ({
    fr: `La feuille ${quoted(p.sheet, "fr")} porte un tableau ${quoted(p.table, "fr")} qui ressemble à ${quoted(p.original, "fr")}. BVN n’y touche pas et ne le compte pas ; seul ${quoted(p.original, "fr")} fait partie de l’étude.`,
    en: `The sheet ${quoted(p.sheet, "en")} carries a table ${quoted(p.table, "en")} that looks like ${quoted(p.original, "en")}. BVN leaves it alone and does not count it; only ${quoted(p.original, "en")} belongs to the study.`,
  }),
  ambiguousTables: (p: { original: string; candidates: readonly string[] }): Localized => ({
    fr: `Plusieurs tableaux peuvent être ${quoted(p.original, "fr")} : ${listed(p.candidates)}. Donnez ce nom au bon (Création de tableau › Nom du tableau).`,
    en: `Several tables may be ${quoted(p.original, "en")}: ${listed(p.candidates)}. Give this name to the right one (Table Design › Table Name).`,
  }),
  protectedSheet: (p: { sheet: string }): Localized => ({
    fr: `La feuille ${quoted(p.sheet, "fr")} est protégée. Ôtez la protection (Révision › Ôter la protection de la feuille), puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `The sheet ${quoted(p.sheet, "en")} is protected. Unprotect it (Review › Unprotect Sheet), then try again. ${NOTHING_CHANGED.en}`,
  }),
  protectedWorkbook: (_: object): Localized => ({
    fr: `La structure du classeur est protégée : aucune feuille ne peut être ajoutée. Ôtez la protection (Révision › Protéger le classeur), puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `The structure of the workbook is protected: no sheet can be added. Unprotect it (Review › Protect Workbook), then try again. ${NOTHING_CHANGED.en}`,
  }),
  accessDenied: (_: object): Localized => ({
    fr: `Excel refuse l’écriture : feuille protégée ou classeur en lecture seule. Ôtez la protection ou enregistrez une copie, puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `Excel refuses to write: protected sheet or read-only workbook. Unprotect it or save a copy, then try again. ${NOTHING_CHANGED.en}`,
  }),
  cellEdit: (_: object): Localized => ({
    fr: `Une cellule est en cours de saisie dans Excel. Validez-la (Entrée) ou abandonnez-la (Échap), puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `A cell is being edited in Excel. Confirm it (Enter) or leave it (Esc), then try again. ${NOTHING_CHANGED.en}`,
  }),
  waitingForCell: (_: object): Localized => ({
    fr: "En attente : terminez la saisie de la cellule dans Excel (Entrée ou Échap).",
    en: "Waiting: finish editing the cell in Excel (Enter or Esc).",
  }),
  rowGone: (_: object): Localized => ({
    fr: `Ce projet n’est plus dans le tableau : la ligne a été supprimée ou son identifiant effacé. ${NOTHING_CHANGED.fr}`,
    en: `This project is no longer in the table: the row was deleted or its id erased. ${NOTHING_CHANGED.en}`,
  }),
  conflict: (p: { fields: readonly Localized[] }): Localized =>
    both((l) => {
      const fields = listed(p.fields.map((label) => label[l]));
      return l === "fr"
        ? `La ligne a changé entre-temps dans la feuille (${fields}). Relisez-la avant d’enregistrer. ${NOTHING_CHANGED.fr}`
        : `The row was changed meanwhile on the sheet (${fields}). Read it again before saving. ${NOTHING_CHANGED.en}`;
    }),
  textTooLong: (p: { field: Localized; length: number }): Localized => ({
    fr: `${p.field.fr} : ${p.length} caractères, une cellule en tient 32 767. Raccourcissez le texte. ${NOTHING_CHANGED.fr}`,
    en: `${p.field.en}: ${p.length} characters, a cell holds 32,767. Shorten the text. ${NOTHING_CHANGED.en}`,
  }),
  emptyProject: (_: object): Localized => ({
    fr: "Le projet est vide. Remplissez au moins le territoire et le projet.",
    en: "The project is empty. Fill in at least the territory and the project.",
  }),
  filteredTable: (p: { table: string }): Localized => ({
    fr: `Excel refuse de déplacer des lignes dans le tableau ${quoted(p.table, "fr")} : un filtre est actif, ou quelque chose se trouve sous le tableau. Effacez le filtre (Données › Effacer) ou libérez la place, puis recommencez. ${NOTHING_CHANGED.fr}`,
    en: `Excel refuses to move rows in the table ${quoted(p.table, "en")}: a filter is on, or something stands below the table. Clear the filter (Data › Clear) or make room, then try again. ${NOTHING_CHANGED.en}`,
  }),
  nothingToUndo: (_: object): Localized => ({
    fr: "Il n’y a rien à annuler.",
    en: "There is nothing to undo.",
  }),
  undoRefused: (p: { what: Localized }): Localized => ({
    fr: `Impossible d’annuler (${p.what.fr}) : la ligne a été modifiée depuis. ${NOTHING_CHANGED.fr}`,
    en: `Cannot undo (${p.what.en}): the row was changed since. ${NOTHING_CHANGED.en}`,
  }),
  undone: (p: { what: Localized }): Localized => ({
    fr: `Annulé : ${p.what.fr}.`,
    en: `Undone: ${p.what.en}.`,
  }),
  projectAdded: (p: { project: string }): Localized => ({
    fr: `Projet ajouté : ${quoted(p.project, "fr")}`,
    en: `Project added: ${quoted(p.project, "en")}`,
  }),
  projectChanged: (p: { project: string }): Localized => ({
    fr: `Projet modifié : ${quoted(p.project, "fr")}`,
    en: `Project changed: ${quoted(p.project, "en")}`,
  }),
  projectDeleted: (p: { project: string }): Localized => ({
    fr: `Projet supprimé : ${quoted(p.project, "fr")}`,
    en: `Project deleted: ${quoted(p.project, "en")}`,
  }),
  territoryAdded: (p: { territory: string }): Localized => ({
    fr: `Territoire ajouté : ${quoted(p.territory, "fr")}`,
    en: `Territory added: ${quoted(p.territory, "en")}`,
  }),
  territoryKnown: (p: { territory: string; code: string }): Localized => ({
    fr: `${quoted(p.territory, "fr")} (${p.code}) est déjà dans le panel.`,
    en: `${quoted(p.territory, "en")} (${p.code}) is already in the panel.`,
  }),
  studyCreated: (p: { edition: Localized }): Localized => ({
    fr: `Le classeur est prêt : ${p.edition.fr}.`,
    en: `The workbook is ready: ${p.edition.en}.`,
  }),
  studyRepaired: (p: { what: readonly Localized[] }): Localized =>
    both((l) => {
      const what = listed(
        p.what.map((each) => each[l]),
        6,
      );
      return l === "fr" ? `Étude réparée : ${what}.` : `Study repaired: ${what}.`;
    }),
  nothingToRepair: (_: object): Localized => ({
    fr: "L’étude est complète : rien à réparer.",
    en: "The study is complete: nothing to repair.",
  }),
  creationFailed: (p: { why: Localized }): Localized => ({
    fr: `La création ou la réparation s’est arrêtée ; ce qui avait été ajouté a été retiré. Cause : ${p.why.fr}`,
    en: `Creating or repairing stopped; what had been added was taken away. Cause: ${p.why.en}`,
  }),
  creationHalfDone: (p: { why: Localized }): Localized => ({
    fr: `La création ou la réparation s’est arrêtée et une partie reste en place. ${RUN_REPAIR.fr} de nouveau : rien n’est effacé. Cause : ${p.why.fr}`,
    en: `Creating or repairing stopped and a part is still in place. ${RUN_REPAIR.en} again: nothing is erased. Cause: ${p.why.en}`,
  }),
  sampleRefused: (p: { projects: number; territories: number; answers: number }): Localized => ({
    fr: `L’exemple ne se charge que dans une étude vide : celle-ci tient ${p.territories} territoires, ${p.projects} projets et ${counted(p.answers, ["réponse", "réponses"], ["answer", "answers"]).fr} sur les motivations et les acteurs. Ouvrez un nouveau classeur.`,
    en: `The sample loads into an empty study only: this one holds ${p.territories} territories, ${p.projects} projects and ${counted(p.answers, ["réponse", "réponses"], ["answer", "answers"]).en} on motivations and actors. Open a new workbook.`,
  }),
  sampleLoaded: (p: { projects: number; territories: number; answering: number }): Localized => ({
    fr: `Exemple 2014 chargé : ${p.territories} territoires, ${p.projects} projets inventés, motivations et avis inventés de ${p.answering} territoires.`,
    en: `2014 sample loaded: ${p.territories} territories, ${p.projects} invented projects, invented motivations and opinions of ${p.answering} territories.`,
  }),
  loadingSample: (_: object): Localized => ({
    fr: "Chargement de l’exemple 2014…",
    en: "Loading the 2014 sample…",
  }),
  loading: (_: object): Localized => ({ fr: "Lecture du classeur…", en: "Reading the workbook…" }),
  creating: (_: object): Localized => ({ fr: "Mise en place de l’étude…", en: "Setting the study up…" }),
  checking: (_: object): Localized => ({ fr: "Vérification…", en: "Checking…" }),
  tooLarge: (p: { table: string }): Localized => ({
    fr: `Le tableau ${quoted(p.table, "fr")} tient plus de texte qu’Excel n’en transmet. Raccourcissez les plus longs commentaires. ${NOTHING_CHANGED.fr}`,
    en: `The table ${quoted(p.table, "en")} holds more text than Excel hands over. Shorten the longest comments. ${NOTHING_CHANGED.en}`,
  }),
  unknownEditionInBook: (p: { found: string; used: string }): Localized => ({
    fr: `Édition inconnue dans le classeur : ${quoted(p.found, "fr")}. L’édition ${p.used} est utilisée ; corrigez la cellule de la feuille d’accueil.`,
    en: `Unknown edition in the workbook: ${quoted(p.found, "en")}. Edition ${p.used} is used; mend the cell on the home sheet.`,
  }),
  unexpected: (p: { code: string; detail: string }): Localized => ({
    fr: `Excel a répondu par une erreur (${p.code}) : ${p.detail} Recommencez ; si cela persiste, enregistrez et rouvrez le classeur.`,
    en: `Excel answered with an error (${p.code}): ${p.detail} Try again; if it persists, save and reopen the workbook.`,
  }),
} as const;

/** What a repair did, in a few words; joined in a sentence and written into the journal. */
export const repairWords = {
  sheetAdded: (p: { sheet: string }): Localized => ({
    fr: `feuille ${p.sheet} ajoutée`,
    en: `sheet ${p.sheet} added`,
  }),
  tableAdded: (p: { table: string }): Localized => ({
    fr: `tableau ${p.table} ajouté`,
    en: `table ${p.table} added`,
  }),
  tableMade: (p: { table: string; address: string }): Localized => ({
    fr: `plage ${p.address} redevenue le tableau ${p.table}`,
    en: `range ${p.address} made the table ${p.table} again`,
  }),
  tableRenamed: (p: { from: string; to: string }): Localized => ({
    fr: `tableau ${p.from} renommé ${p.to}`,
    en: `table ${p.from} renamed ${p.to}`,
  }),
  columnAdded: (p: { table: string; column: string }): Localized => ({
    fr: `colonne ${p.column} ajoutée à ${p.table}`,
    en: `column ${p.column} added to ${p.table}`,
  }),
  nameSet: (p: { name: string }): Localized => ({ fr: `nom ${p.name} remis`, en: `name ${p.name} put back` }),
  validationSet: (p: { table: string; columns: readonly string[] }): Localized => ({
    fr: `contrôles remis dans ${p.table} (${listed(p.columns, 4)})`,
    en: `checks put back in ${p.table} (${listed(p.columns, 4)})`,
  }),
  formatSet: (p: { table: string }): Localized => ({
    fr: `mise en forme de ${p.table} remise`,
    en: `format of ${p.table} put back`,
  }),
  listsRefreshed: (_: object): Localized => ({
    fr: "listes déroulantes mises à jour",
    en: "dropdown lists brought up to date",
  }),
} as const;
