import type { Localized } from "../language";
import { both, listed, quoted } from "./define";
import { answerMessages } from "./questionnaireAnswers";
import { askTerritory, sentence, nothingToDo, type RemarkText } from "./questionnaireText";

export type { RemarkText };

/** Remarks on returned questionnaires; a remark is known by its key, never by its words. */
export const questionnaireMessages = {
  notAQuestionnaire: (p: { found: readonly string[] }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Ce classeur n’est pas un questionnaire : ni projets, ni motivations, ni acteurs. Feuilles : ${listed(p.found)}.`
        : `This workbook is no questionnaire: no projects, motivations or actors. Sheets: ${listed(p.found)}.`,
    ),
    expected: sentence(
      "Un questionnaire du baromètre, rempli.",
      "A questionnaire of the barometer, filled in.",
    ),
    action: sentence(
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
    expected: sentence(
      "Un questionnaire rendu par un territoire.",
      "A questionnaire returned by a territory.",
    ),
    action: sentence(
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
    action: sentence(
      "S’il vient d’une édition plus récente, mettez le complément à jour ; sinon, corrigez l’édition dans la feuille Fiche.",
      "If it comes from a newer edition, update the add-in; if not, mend the edition on the Fiche sheet.",
    ),
  }),
  editionMissing: (p: { assumed: string }): RemarkText => ({
    reason: sentence(
      `Le fichier ne dit plus de quelle édition il est ; il a été lu comme ${p.assumed}.`,
      `The file no longer says which edition it is of; it was read as ${p.assumed}.`,
    ),
    action: sentence("Vérifiez l’édition avec le territoire.", "Check the edition with the territory."),
  }),
  otherEdition: (p: { found: string; current: string }): RemarkText => ({
    reason: sentence(
      `Le questionnaire est de l’édition ${p.found}, l’étude de l’édition ${p.current}.`,
      `The questionnaire is of edition ${p.found}, the study of edition ${p.current}.`,
    ),
    action: sentence(
      "Ses réponses gardent leur édition. Vérifiez que le territoire n’a pas rempli un ancien fichier.",
      "Its answers keep their edition. Check that the territory did not fill in an old file.",
    ),
  }),
  otherVersion: (p: { found: string; current: string }): RemarkText => ({
    reason: sentence(
      `Le fichier porte le code book ${p.found || "inconnu"}, l’étude ${p.current}.`,
      `The file carries code book ${p.found || "unknown"}, the study ${p.current}.`,
    ),
    action: sentence(
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
    action: sentence(
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
    action: sentence(
      "Vérifiez le territoire dans la feuille Fiche.",
      "Check the territory on the Fiche sheet.",
    ),
  }),
  territoryMissing: (_: object): RemarkText => ({
    reason: sentence(
      "Le fichier ne dit pas de quel territoire il vient.",
      "The file does not say which territory it comes from.",
    ),
    expected: sentence(
      "Code INSEE ou SIREN, et nom, dans la feuille Fiche.",
      "INSEE code or SIREN, and name, on the Fiche sheet.",
    ),
    action: sentence("Choisissez le territoire avant d’importer.", "Choose the territory before importing."),
  }),
  zeroRestored: (p: { found: string; code: string }): RemarkText => ({
    reason: sentence(
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
    action: sentence(
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
    reason: sentence(
      `Le tableau ${p.table} est introuvable : ses réponses ne sont pas connues.`,
      `The table ${p.table} cannot be found: its answers are not known.`,
    ),
    action: sentence(
      "Si la feuille a été supprimée, demandez-la au territoire ; s’il n’avait pas à la remplir, rien à faire.",
      "If the sheet was deleted, ask the territory for it; if it was not to fill it in, nothing to do.",
    ),
  }),
  missingColumn: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
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
    action: sentence(
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
    action: sentence("Regardez si elle dit quelque chose d’utile.", "See whether it says something useful."),
  }),
  note: (_: object): RemarkText => ({
    reason: sentence(
      "Une note a été écrite hors des questions.",
      "A note was written apart from the questions.",
    ),
    action: sentence(
      "Lisez-la ; elle n’est pas prise comme réponse.",
      "Read it; it is not taken as an answer.",
    ),
  }),
  totalRow: (_: object): RemarkText => ({
    reason: sentence("Ligne de total : elle n’est pas un projet.", "Row of totals: it is no project."),
    action: nothingToDo,
  }),
  rowBelow: (_: object): RemarkText => ({
    reason: sentence(
      "Réponses écrites hors du tableau ; elles ont été lues.",
      "Answers written outside the table; they were read.",
    ),
    action: sentence("Vérifiez-les.", "Check them."),
  }),
  hiddenAnswers: (p: { rows: number }): RemarkText => ({
    reason: sentence(
      `Lignes masquées avec des réponses : ${p.rows}. Elles comptent.`,
      `Hidden rows with answers: ${p.rows}. They count.`,
    ),
    action: sentence(
      "Vérifiez qu’elles devaient être rendues.",
      "Check that they were meant to be returned.",
    ),
  }),
  ...answerMessages,
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
