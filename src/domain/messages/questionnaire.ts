import type { Localized } from "../language";
import { both, listed, quoted } from "./define";

/** The sentences of one remark on a returned file: what is wrong, what was expected, what to do. */
export interface RemarkText {
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
}

const correct = (fr: string, en: string): Localized => ({ fr, en });
const askTerritory = correct(
  "Demandez la bonne réponse au territoire, ou corrigez le fichier et reprenez-le.",
  "Ask the territory for the right answer, or mend the file and take it again.",
);
const nothingToDo = correct("Rien à faire.", "Nothing to do.");
const answers = (labels: readonly Localized[]): Localized =>
  both((l) =>
    listed(
      labels.map((label) => label[l]),
      12,
    ),
  );

/** Remarks on returned questionnaires; a remark is known by its key, never by its words. */
export const questionnaireMessages = {
  notAQuestionnaire: (p: { found: readonly string[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Ce classeur n’est pas un questionnaire : ni projets, ni motivations, ni acteurs. Feuilles : ${listed(p.found)}.`
        : `This workbook is no questionnaire: no projects, motivations or actors. Sheets: ${listed(p.found)}.`,
    ),
    expected: correct(
      "Un questionnaire du baromètre, rempli.",
      "A questionnaire of the barometer, filled in.",
    ),
    action: correct(
      "Vérifiez que c’est le bon fichier ; sinon, demandez-le de nouveau au territoire.",
      "Check that it is the right file; if not, ask the territory for it again.",
    ),
  }),
  otherKind: (p: { kind: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Ce classeur est ${p.kind === "study" ? "un classeur d’étude" : `un classeur « ${p.kind} »`}, pas un questionnaire rendu.`
        : `This workbook is ${p.kind === "study" ? "a study workbook" : `a “${p.kind}” workbook`}, no returned questionnaire.`,
    ),
    expected: correct(
      "Un questionnaire rendu par un territoire.",
      "A questionnaire returned by a territory.",
    ),
    action: correct(
      "Choisissez les fichiers rendus par les territoires.",
      "Choose the files the territories returned.",
    ),
  }),
  unknownEdition: (p: { value: string; known: readonly string[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le questionnaire est de l’édition ${quoted(p.value, l)}, que BVN ne connaît pas.`
        : `The questionnaire is of edition ${quoted(p.value, l)}, which BVN does not know.`,
    ),
    expected: both((l) =>
      l === "fr" ? `Éditions connues : ${listed(p.known)}.` : `Known editions: ${listed(p.known)}.`,
    ),
    action: correct(
      "S’il vient d’une édition plus récente, mettez le complément à jour ; sinon, corrigez l’édition dans la feuille Fiche.",
      "If it comes from a newer edition, update the add-in; if not, mend the edition on the Fiche sheet.",
    ),
  }),
  editionMissing: (p: { assumed: string }): RemarkText => ({
    reason: correct(
      `Le fichier ne dit plus de quelle édition il est ; il a été lu comme ${p.assumed}.`,
      `The file no longer says which edition it is of; it was read as ${p.assumed}.`,
    ),
    action: correct("Vérifiez l’édition avec le territoire.", "Check the edition with the territory."),
  }),
  otherEdition: (p: { found: string; current: string }): RemarkText => ({
    reason: correct(
      `Le questionnaire est de l’édition ${p.found}, l’étude de l’édition ${p.current}.`,
      `The questionnaire is of edition ${p.found}, the study of edition ${p.current}.`,
    ),
    action: correct(
      "Ses réponses gardent leur édition. Vérifiez que le territoire n’a pas rempli un ancien fichier.",
      "Its answers keep their edition. Check that the territory did not fill in an old file.",
    ),
  }),
  otherVersion: (p: { found: string; current: string }): RemarkText => ({
    reason: correct(
      `Le fichier porte le code book ${p.found || "inconnu"}, l’étude ${p.current}.`,
      `The file carries code book ${p.found || "unknown"}, the study ${p.current}.`,
    ),
    action: correct(
      "Vérifiez les réponses mises de côté, s’il y en a.",
      "Check the answers put aside, if any.",
    ),
  }),
  territoryDisagrees: (p: { made: string; typed: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le fichier a été fait pour ${quoted(p.made, l)}, mais sa feuille Fiche dit ${quoted(p.typed, l)}.`
        : `The file was made for ${quoted(p.made, l)}, but its Fiche sheet says ${quoted(p.typed, l)}.`,
    ),
    action: correct(
      "Dites de quel territoire viennent les réponses.",
      "Say which territory the answers come from.",
    ),
  }),
  codeNameDisagree: (p: { code: string; name: string; official: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le code ${p.code} est celui de ${quoted(p.official, l)}, pas de ${quoted(p.name, l)}.`
        : `Code ${p.code} is that of ${quoted(p.official, l)}, not of ${quoted(p.name, l)}.`,
    ),
    action: correct(
      "Vérifiez le territoire dans la feuille Fiche.",
      "Check the territory on the Fiche sheet.",
    ),
  }),
  territoryMissing: (_: object): RemarkText => ({
    reason: correct(
      "Le fichier ne dit pas de quel territoire il vient.",
      "The file does not say which territory it comes from.",
    ),
    expected: correct(
      "Code INSEE ou SIREN, et nom, dans la feuille Fiche.",
      "INSEE code or SIREN, and name, on the Fiche sheet.",
    ),
    action: correct("Choisissez le territoire avant d’importer.", "Choose the territory before importing."),
  }),
  zeroRestored: (p: { found: string; code: string }): RemarkText => ({
    reason: correct(
      `Le code ${p.found} avait perdu son zéro : lu ${p.code}.`,
      `Code ${p.found} had lost its zero: read as ${p.code}.`,
    ),
    action: nothingToDo,
  }),
  copiedSheet: (p: { sheets: readonly string[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Plusieurs feuilles portent les mêmes questions avec des réponses différentes : ${listed(p.sheets)}.`
        : `Several sheets carry the same questions with different answers: ${listed(p.sheets)}.`,
    ),
    action: correct(
      "Dites laquelle compte ; d’ici là, rien n’en est pris.",
      "Say which one counts; until then, nothing is taken of them.",
    ),
  }),
  identicalCopy: (p: { sheet: string; kept: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `La feuille ${quoted(p.sheet, l)} répète exactement ${quoted(p.kept, l)} ; elle n’est comptée qu’une fois.`
        : `The sheet ${quoted(p.sheet, l)} repeats ${quoted(p.kept, l)} exactly; it counts once.`,
    ),
    action: nothingToDo,
  }),
  missingBlock: (p: { table: string }): RemarkText => ({
    reason: correct(
      `Le tableau ${p.table} est introuvable : ses réponses ne sont pas connues.`,
      `The table ${p.table} cannot be found: its answers are not known.`,
    ),
    action: correct(
      "Si la feuille a été supprimée, demandez-la au territoire ; s’il n’avait pas à la remplir, rien à faire.",
      "If the sheet was deleted, ask the territory for it; if it was not to fill it in, nothing to do.",
    ),
  }),
  missingColumn: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `La colonne « ${p.field.fr} » a été supprimée : ses réponses ne sont pas connues.`,
      `The column “${p.field.en}” was deleted: its answers are not known.`,
    ),
    action: askTerritory,
  }),
  headerTypo: (p: { found: string; field: Localized }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `La colonne ${quoted(p.found, l)} n’est pas connue ; elle ressemble à ${quoted(p.field.fr, l)}, qui manque.`
        : `The column ${quoted(p.found, l)} is not known; it looks like ${quoted(p.field.en, l)}, which is missing.`,
    ),
    action: correct(
      "Dites si c’est la même ; d’ici là, ses réponses ne sont pas prises.",
      "Say whether it is the same; until then, its answers are not taken.",
    ),
  }),
  extraColumn: (p: { found: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `La colonne ${quoted(p.found, l)} n’est pas du questionnaire ; elle n’est pas lue.`
        : `The column ${quoted(p.found, l)} is not of the questionnaire; it is not read.`,
    ),
    action: correct("Regardez si elle dit quelque chose d’utile.", "See whether it says something useful."),
  }),
  note: (_: object): RemarkText => ({
    reason: correct(
      "Une note a été écrite hors des questions.",
      "A note was written apart from the questions.",
    ),
    action: correct(
      "Lisez-la ; elle n’est pas prise comme réponse.",
      "Read it; it is not taken as an answer.",
    ),
  }),
  totalRow: (_: object): RemarkText => ({
    reason: correct("Ligne de total : elle n’est pas un projet.", "Row of totals: it is no project."),
    action: nothingToDo,
  }),
  rowBelow: (_: object): RemarkText => ({
    reason: correct(
      "Réponses écrites hors du tableau ; elles ont été lues.",
      "Answers written outside the table; they were read.",
    ),
    action: correct("Vérifiez-les.", "Check them."),
  }),
  hiddenAnswers: (p: { rows: number }): RemarkText => ({
    reason: correct(
      `${p.rows} ligne(s) avec réponses étaient masquées ; elles comptent.`,
      `${p.rows} row(s) with answers were hidden; they count.`,
    ),
    action: correct("Vérifiez qu’elles devaient être rendues.", "Check that they were meant to be returned."),
  }),
  notACode: (p: { field: Localized; expected: readonly Localized[] }): RemarkText => ({
    reason: correct(
      `${p.field.fr} : ce n’est pas une réponse possible.`,
      `${p.field.en}: this is not a possible answer.`,
    ),
    expected: answers(p.expected),
    action: askTerritory,
  }),
  severalAnswers: (p: { field: Localized; found: readonly Localized[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `${p.field.fr} : plusieurs réponses dans une cellule (${listed(p.found.map((label) => label[l]))}).`
        : `${p.field.en}: several answers in one cell (${listed(p.found.map((label) => label[l]))}).`,
    ),
    expected: correct("Une seule réponse.", "One answer only."),
    action: correct("Demandez au territoire laquelle compte.", "Ask the territory which one counts."),
  }),
  notANumber: (p: { field: Localized; unit?: string }): RemarkText => ({
    reason: correct(`${p.field.fr} : ce n’est pas un nombre.`, `${p.field.en}: this is not a number.`),
    expected: correct(
      `Un nombre${p.unit ? ` en ${p.unit}` : ""}, en chiffres.`,
      `A number${p.unit ? ` in ${p.unit}` : ""}, in digits.`,
    ),
    action: askTerritory,
  }),
  outOfRange: (p: { field: Localized; min?: number; max?: number }): RemarkText => ({
    reason: correct(`${p.field.fr} : valeur impossible.`, `${p.field.en}: impossible value.`),
    expected: correct(
      `De ${p.min ?? "−∞"} à ${p.max ?? "+∞"}.`,
      `From ${p.min ?? "−∞"} to ${p.max ?? "+∞"}.`,
    ),
    action: askTerritory,
  }),
  notADate: (p: { field: Localized }): RemarkText => ({
    reason: correct(`${p.field.fr} : ce n’est pas une date.`, `${p.field.en}: this is not a date.`),
    expected: correct("Une date, par exemple 15/03/2014.", "A date, for instance 15/03/2014."),
    action: askTerritory,
  }),
  errorValue: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `${p.field.fr} : la cellule porte une erreur d’Excel.`,
      `${p.field.en}: the cell holds an Excel error.`,
    ),
    action: askTerritory,
  }),
  computedAnswer: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `${p.field.fr} : la réponse est une formule ; sa valeur enregistrée est prise.`,
      `${p.field.en}: the answer is a formula; its saved value is taken.`,
    ),
    action: correct("Vérifiez cette valeur.", "Check this value."),
  }),
  formulaWithoutValue: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `${p.field.fr} : une formule sans valeur enregistrée ; la réponse n’est pas connue.`,
      `${p.field.en}: a formula without a saved value; the answer is not known.`,
    ),
    action: correct(
      "Ouvrez le fichier dans Excel, enregistrez-le et reprenez-le.",
      "Open the file in Excel, save it and take it again.",
    ),
  }),
  mergedAnswer: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `${p.field.fr} : cellules fusionnées, une seule porte la réponse.`,
      `${p.field.en}: merged cells, only one holds the answer.`,
    ),
    expected: correct("Une réponse par ligne.", "One answer a row."),
    action: correct(
      "Demandez si la réponse vaut pour toutes les lignes fusionnées.",
      "Ask whether the answer is meant for all merged rows.",
    ),
  }),
  domainMissing: (p: { project: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le projet ${quoted(p.project, l)} n’a pas de domaine compris.`
        : `The project ${quoted(p.project, l)} has no domain that is understood.`,
    ),
    expected: correct("Un domaine de la liste.", "A domain of the list."),
    action: askTerritory,
  }),
  domainFromProject: (p: { project: string; domain: Localized }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le projet proposé ${quoted(p.project, l)} n’avait pas de domaine ; ${quoted(p.domain.fr, l)} est le sien.`
        : `The listed project ${quoted(p.project, l)} had no domain; ${quoted(p.domain.en, l)} is its own.`,
    ),
    action: correct("Vérifiez le domaine.", "Check the domain."),
  }),
  projectWithoutName: (_: object): RemarkText => ({
    reason: correct("Des réponses sans nom de projet.", "Answers without a project's name."),
    expected: correct("Le nom du projet.", "The project's name."),
    action: askTerritory,
  }),
  statusMissing: (p: { project: string; field: Localized }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `${p.field.fr} manque pour ${quoted(p.project, l)} ; le projet est pris sans.`
        : `${p.field.en} is missing for ${quoted(p.project, l)}; the project is taken without.`,
    ),
    expected: correct("Une réponse : elle est obligatoire.", "An answer: it is required."),
    action: askTerritory,
  }),
  absentWithAnswers: (p: { project: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.project, l)} est « sans objet », mais d’autres réponses sont données ; le projet n’est pas pris.`
        : `${quoted(p.project, l)} is “not applicable”, but other answers are given; the project is not taken.`,
    ),
    action: correct(
      "Demandez au territoire s’il mène ce projet.",
      "Ask the territory whether it has this project.",
    ),
  }),
  rankTwice: (p: { rank: number; among: readonly Localized[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le rang ${p.rank} est donné à plusieurs : ${listed(p.among.map((label) => label[l]))}. Aucun n’est pris.`
        : `Rank ${p.rank} is given to several: ${listed(p.among.map((label) => label[l]))}. None is taken.`,
    ),
    expected: correct("Chaque rang une seule fois.", "Each rank once only."),
    action: askTerritory,
  }),
  unknownRow: (p: { expected: readonly Localized[] }): RemarkText => ({
    reason: correct("Cette ligne n’est pas une question connue.", "This row is no known question."),
    expected: answers(p.expected),
    action: askTerritory,
  }),
  answerTwice: (p: { field: Localized }): RemarkText => ({
    reason: correct(
      `« ${p.field.fr} » est répondu deux fois, différemment ; la première réponse est gardée.`,
      `“${p.field.en}” is answered twice, differently; the first answer is kept.`,
    ),
    action: askTerritory,
  }),
} as const satisfies Record<string, (params: never) => RemarkText>;

export type QuestionnaireMessageCode = keyof typeof questionnaireMessages;

/** Answers offered to the questions a file leaves open. */
export const questionOptions = {
  sheet: (sheet: string): Localized => ({
    fr: `Prendre la feuille « ${sheet} »`,
    en: `Take the sheet “${sheet}”`,
  }),
  none: { fr: "N’en prendre aucune", en: "Take none" },
  same: { fr: "C’est la même colonne", en: "It is the same column" },
  other: { fr: "C’est une autre colonne", en: "It is another column" },
  territory: (name: string): Localized => ({ fr: name, en: name }),
} as const;
