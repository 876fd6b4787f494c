import type { Localized } from "../../domain/language";
import type { FileStatus, OptionRole, QuestionKind } from "../../domain/imports";
import { counted, percent, type Entry, type Spoken } from "./define";

export const importTexts = {
  title: { fr: "Importer des questionnaires", en: "Import questionnaires" },
  intro: {
    fr: "Choisissez les fichiers renvoyés, une archive .zip, ou la base d’une édition antérieure (.xlsx, .csv). Rien n’est écrit avant votre accord.",
    en: "Choose the returned files, a .zip of them, or the base of an older edition (.xlsx, .csv). Nothing is written before you agree.",
  },
  pick: { fr: "Choisir des fichiers…", en: "Choose files…" },
  addFiles: { fr: "Ajouter des fichiers…", en: "Add files…" },
  drop: { fr: "ou déposez-les ici", en: "or drop them here" },
  dropNow: { fr: "Déposez pour les lire", en: "Drop to read them" },

  reading: (done: number, total: number) => ({
    fr: `Lecture des fichiers : ${done} sur ${total}`,
    en: `Reading files: ${done} of ${total}`,
  }),
  baseIn: {
    fr: "La base est importée ; voici les autres fichiers.",
    en: "The base is imported; here are the other files.",
  },
  stopped: {
    fr: "Lecture arrêtée ; rien n’a été importé.",
    en: "Reading stopped; nothing was imported.",
  },
  comparing: { fr: "Comparaison avec la base…", en: "Comparing with the base…" },
  failed: (detail: string) => ({
    fr: `La lecture s’est interrompue (${detail}). Rien n’a été écrit ; choisissez de nouveau les fichiers, en moins grand nombre si cela se répète.`,
    en: `Reading was interrupted (${detail}). Nothing was written; choose the files again, fewer of them if it happens again.`,
  }),
  files: (count: number) => counted(count, ["fichier", "fichiers"], ["file", "files"]),
  fileList: { fr: "Fichiers", en: "Files" },
  inArchive: (archive: string) => ({ fr: `dans ${archive}`, en: `in ${archive}` }),
  stateWaiting: { fr: "en attente", en: "waiting" },
  stateReading: { fr: "en lecture", en: "being read" },
  stateRead: { fr: "lu", en: "read" },
  stateBase: { fr: "base d’une autre édition", en: "base of another edition" },
  stateRefused: { fr: "refusé", en: "refused" },
  stateIgnored: { fr: "laissé de côté", en: "put aside" },
  refusedFiles: (count: number) =>
    counted(count, ["fichier refusé", "fichiers refusés"], ["file refused", "files refused"]),

  receivedDay: { fr: "Reçus le", en: "Received on" },
  receivedHelp: {
    fr: "Jour d’arrivée, comparé à la date de clôture.",
    en: "Day they came in, compared with the closing date.",
  },
  receivedOwn: {
    fr: "Prendre la date de modification de chaque fichier",
    en: "Take each file’s own date of change",
  },
  receivedOf: (file: string) => ({ fr: `${file} : reçu le`, en: `${file}: received on` }),

  leaveOut: { fr: "Laisser de côté", en: "Leave out" },
  leaveOutOf: (file: string) => ({ fr: `Laisser de côté : ${file}`, en: `Leave out: ${file}` }),
  takeIn: { fr: "Reprendre dans l’import", en: "Take in again" },
  takeInOf: (file: string) => ({ fr: `Reprendre dans l’import : ${file}`, en: `Take in again: ${file}` }),
  leftOut: { fr: "laissé de côté", en: "left out" },
  readAgain: { fr: "Relire comme nouveau", en: "Read as new" },
  readAgainOf: (file: string) => ({ fr: `Relire comme nouveau : ${file}`, en: `Read as new: ${file}` }),
  notAgain: { fr: "Ne pas relire", en: "Do not read again" },
  notAgainOf: (file: string) => ({ fr: `Ne pas relire : ${file}`, en: `Do not read again: ${file}` }),
  prefilled: (edition: string, unchanged: number, filledIn: number) => ({
    fr: `réponses de ${edition} revenues telles quelles : ${unchanged} sur ${filledIn}`,
    en: `answers of ${edition} that came back as they were: ${unchanged} of ${filledIn}`,
  }),

  dryRun: { fr: "Essai à blanc", en: "Dry run" },
  dryRunText: {
    fr: "Voici ce que l’import ferait. Rien n’est encore écrit.",
    en: "This is what the import would do. Nothing is written yet.",
  },
  nothingNew: {
    fr: "Rien de nouveau : ces fichiers sont déjà dans la base, ou aucun n’a pu être pris.",
    en: "Nothing new: these files are in the base already, or none could be taken.",
  },
  added: { fr: "ajoutées", en: "added" },
  changed: { fr: "modifiées", en: "changed" },
  unchanged: { fr: "identiques", en: "unchanged" },
  conflicting: { fr: "à décider", en: "to decide" },
  rejected: { fr: "mises de côté", en: "put aside" },
  countsLabel: { fr: "Lignes de réponses", en: "Rows of answers" },
  byTerritory: (count: number) => counted(count, ["territoire", "territoires"], ["territory", "territories"]),
  late: { fr: "tardif", en: "late" },
  unknownTerritory: { fr: "Territoire à établir", en: "Territory to be told" },

  questions: { fr: "À décider", en: "To decide" },
  undecided: (count: number, required: number) => ({
    fr:
      count === 0
        ? "Tout est décidé."
        : `${count} à décider${required ? `, dont ${required} sans quoi la réponse est mise de côté` : ", rien d’obligatoire"}.`,
    en:
      count === 0
        ? "All is decided."
        : `${count} to decide${required ? `, ${required} of them or the answer is put aside` : ", none of them required"}.`,
  }),
  kindCount: (title: string, left: number, all: number) => ({
    fr: left ? `${title} (${left})` : `${title} (${all}, décidé)`,
    en: left ? `${title} (${left})` : `${title} (${all}, decided)`,
  }),
  forAll: (count: number) => ({
    fr: `Pour les ${count} qui restent :`,
    en: `For the ${count} left:`,
  }),
  forAllOf: (kind: string) => ({ fr: `Toutes : ${kind}`, en: `All: ${kind}` }),
  reopen: { fr: "Revenir", en: "Decide again" },
  reopenOf: (question: string) => ({ fr: `Revenir : ${question}`, en: `Decide again: ${question}` }),
  reopenAll: { fr: "Tout redécider", en: "Decide all again" },
  choose: { fr: "Choisir", en: "Choose" },
  decidedBefore: { fr: "décidé lors d’un import précédent", en: "decided in an earlier import" },
  inBase: { fr: "dans la base", en: "in the base" },
  saidBy: (who: string) => ({ fr: `par ${who}`, en: `by ${who}` }),
  digitHint: {
    fr: "Au clavier : 1, 2, 3 choisissent une réponse.",
    en: "Keyboard: 1, 2, 3 choose an answer.",
  },

  agreements: { fr: "Accord entre répondants", en: "Agreement between respondents" },
  agreement: (first: string, second: string) => ({
    fr: `${first} et ${second}`,
    en: `${first} and ${second}`,
  }),
  agreementRate: (rate: number, agreeing: number, n: number) => ({
    fr: `${percent(rate, "fr")} (${agreeing} sur ${n} réponses communes)`,
    en: `${percent(rate, "en")} (${agreeing} of ${n} common answers)`,
  }),
  theBase: { fr: "la base", en: "the base" },

  rejects: { fr: "Mis de côté", en: "Put aside" },
  rejectsText: {
    fr: "Ces valeurs iront dans Rejets ; tout le reste est pris.",
    en: "These values go to Rejets; all else is taken.",
  },
  mended: { fr: "Corrections reçues", en: "Corrections received" },
  mendedText: {
    fr: "Ces lignes quitteront Rejets ; le Journal les garde.",
    en: "These rows leave Rejets; the Journal keeps them.",
  },
  fileMended: { fr: "le fichier est lu", en: "the file is read" },
  remarks: { fr: "À regarder", en: "Worth a look" },
  expected: (value: string) => ({ fr: `Attendu : ${value}`, en: `Expected: ${value}` }),
  othersLater: (count: number) => ({
    fr: `Et ${count} de plus, dans la feuille Rejets une fois l’import écrit.`,
    en: `And ${count} more, on the Rejets sheet once the import is written.`,
  }),

  write: { fr: "Importer", en: "Import" },
  writeTitle: {
    fr: "Écrire tout en une fois, ou rien",
    en: "Write all of it at once, or nothing",
  },
  writeUndecided: (count: number) => ({
    fr:
      count === 1
        ? "Une question obligatoire n’est pas décidée : ses réponses iront dans Rejets."
        : `${count} questions obligatoires ne sont pas décidées : leurs réponses iront dans Rejets.`,
    en:
      count === 1
        ? "One required question is not decided: its answers go to Rejets."
        : `${count} required questions are not decided: their answers go to Rejets.`,
  }),
  writeAnyway: { fr: "Importer quand même", en: "Import all the same" },
  decideFirst: { fr: "Décider d’abord", en: "Decide first" },
  again: { fr: "Relancer l’essai", en: "Run again" },
  abandon: { fr: "Abandonner", en: "Discard" },
  confirmAbandon: {
    fr: "Abandonner cet import ? Les décisions prises sont perdues, la base ne change pas.",
    en: "Discard this import? The decisions taken are lost, the base does not change.",
  },
  carryOn: { fr: "Continuer", en: "Carry on" },
  stale: {
    fr: "La base a changé depuis l’essai. Relancez-le ; vos décisions sont gardées.",
    en: "The base has changed since the dry run. Run it again; your decisions are kept.",
  },

  done: { fr: "Import terminé", en: "Import done" },
  takeBack: { fr: "Retirer l’import", en: "Take the import back" },
  takeBackOf: (what: string) => ({ fr: `Retirer l’import : ${what}`, en: `Take back the import: ${what}` }),
  confirmTakeBack: (what: string) => ({
    fr: `Retirer l’import (${what}) ? Ses lignes sont retirées et les réponses modifiées retrouvent leur valeur ; ce que quelqu’un a changé depuis reste.`,
    en: `Take back the import (${what})? Its rows go and changed answers get back their value; what somebody has changed since stays.`,
  }),
  keep: { fr: "Garder", en: "Keep" },
  takenBack: { fr: "Import retiré.", en: "Import taken back." },
  another: { fr: "Importer d’autres fichiers", en: "Import other files" },
  seeBoard: { fr: "Voir le suivi", en: "See the board" },

  finishImport: { fr: "Terminer l’import", en: "Finish the import" },
  undoImport: { fr: "Annuler l’import", en: "Undo the import" },

  past: { fr: "Imports dans la base", en: "Imports in the base" },
  noPast: { fr: "Aucun import pour l’instant.", en: "No import yet." },
  pastFiles: (first: string, others: number) => ({
    fr: others ? `${first} et ${others} autre${others > 1 ? "s" : ""}` : first,
    en: others ? `${first} and ${others} other${others > 1 ? "s" : ""}` : first,
  }),
  pastCounts: (added: number, changed: number, rejected: number) => ({
    fr: `ajoutées : ${added}, modifiées : ${changed}, mises de côté : ${rejected}`,
    en: `added: ${added}, changed: ${changed}, put aside: ${rejected}`,
  }),
  pastGone: { fr: "retiré", en: "taken back" },

  copyLetter: { fr: "Copier le courriel", en: "Copy e-mail" },
  letterCopied: { fr: "Courriel copié.", en: "E-mail copied." },
  letterByHand: {
    fr: "La copie n’est pas permise ici : le texte est sélectionné, faites Ctrl+C.",
    en: "Copying is not allowed here: the text is selected, press Ctrl+C.",
  },
  letterText: { fr: "Texte du courriel", en: "Text of the e-mail" },
} satisfies Record<string, Entry>;

/** Heading of each kind of question; a kind without one does not compile. */
export const questionTitles: Readonly<Record<QuestionKind, Localized>> = {
  territory: { fr: "De quel territoire ?", en: "Which territory?" },
  file: { fr: "À préciser dans un fichier", en: "Left open by a file" },
  conflict: { fr: "Deux réponses à une question", en: "Two answers to one question" },
  late: { fr: "Arrivés après la clôture", en: "Came in after closing" },
  repeated: { fr: "Déclarés deux fois", en: "Declared twice" },
  shared: { fr: "Commune et groupement", en: "Commune and group" },
  listed: { fr: "Proches d’un projet proposé", en: "Close to a listed project" },
  spelling: { fr: "Noms de projet proches", en: "Project names close to each other" },
};

/** What a choice does, where one button stands for all questions of a kind. */
export const roleTitles: Readonly<Record<OptionRole, Localized>> = {
  keep: { fr: "Garder la réponse en place", en: "Keep the answer there first" },
  take: { fr: "Prendre la dernière arrivée", en: "Take the last to come" },
  both: { fr: "Garder les deux", en: "Keep both" },
  apart: { fr: "Laisser séparés", en: "Leave apart" },
  join: { fr: "C’est le même", en: "They are the same" },
  refuse: { fr: "Ne rien prendre", en: "Take nothing" },
  letIn: { fr: "Compter dans l’édition", en: "Count in the edition" },
  other: { fr: "Autre", en: "Other" },
};

export const fileStatusTitles: Readonly<Record<FileStatus, Localized>> = {
  new: { fr: "nouveau", en: "new" },
  again: { fr: "déjà importé", en: "imported already" },
  repeated: { fr: "en double dans le lot", en: "twice in this set" },
  held: { fr: "territoire à établir", en: "territory to be told" },
  refused: { fr: "rien n’en est pris", en: "nothing taken" },
};

export type ImportTexts = Spoken<typeof importTexts>;
