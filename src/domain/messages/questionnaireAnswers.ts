import type { Localized } from "../language";
import { both, listed, quoted } from "./define";
import { answers, askTerritory, sentence, type RemarkText } from "./questionnaireText";

/** Remarks on the answers of a returned questionnaire: values that cannot be taken, and why. */
export const answerMessages = {
  notACode: (p: { field: Localized; expected: readonly Localized[] }): RemarkText => ({
    reason: sentence(
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
    expected: sentence("Une seule réponse.", "One answer only."),
    action: sentence("Demandez au territoire laquelle compte.", "Ask the territory which one counts."),
  }),
  notANumber: (p: { field: Localized; unit?: string }): RemarkText => ({
    reason: sentence(`${p.field.fr} : ce n’est pas un nombre.`, `${p.field.en}: this is not a number.`),
    expected: sentence(
      `Un nombre${p.unit ? ` en ${p.unit}` : ""}, en chiffres.`,
      `A number${p.unit ? ` in ${p.unit}` : ""}, in digits.`,
    ),
    action: askTerritory,
  }),
  outOfRange: (p: { field: Localized; min?: number; max?: number }): RemarkText => ({
    reason: sentence(`${p.field.fr} : valeur impossible.`, `${p.field.en}: impossible value.`),
    expected: sentence(
      `De ${p.min ?? "−∞"} à ${p.max ?? "+∞"}.`,
      `From ${p.min ?? "−∞"} to ${p.max ?? "+∞"}.`,
    ),
    action: askTerritory,
  }),
  notADate: (p: { field: Localized }): RemarkText => ({
    reason: sentence(`${p.field.fr} : ce n’est pas une date.`, `${p.field.en}: this is not a date.`),
    expected: sentence("Une date, par exemple 15/03/2014.", "A date, for instance 15/03/2014."),
    action: askTerritory,
  }),
  errorValue: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
      `${p.field.fr} : la cellule porte une erreur d’Excel.`,
      `${p.field.en}: the cell holds an Excel error.`,
    ),
    action: askTerritory,
  }),
  computedAnswer: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
      `${p.field.fr} : la réponse est une formule ; sa valeur enregistrée est prise.`,
      `${p.field.en}: the answer is a formula; its saved value is taken.`,
    ),
    action: sentence("Vérifiez cette valeur.", "Check this value."),
  }),
  formulaWithoutValue: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
      `${p.field.fr} : une formule sans valeur enregistrée ; la réponse n’est pas connue.`,
      `${p.field.en}: a formula without a saved value; the answer is not known.`,
    ),
    action: sentence(
      "Ouvrez le fichier dans Excel, enregistrez-le et reprenez-le.",
      "Open the file in Excel, save it and take it again.",
    ),
  }),
  mergedAnswer: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
      `${p.field.fr} : cellules fusionnées, une seule porte la réponse.`,
      `${p.field.en}: merged cells, only one holds the answer.`,
    ),
    expected: sentence("Une réponse par ligne.", "One answer a row."),
    action: sentence(
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
    expected: sentence("Un domaine de la liste.", "A domain of the list."),
    action: askTerritory,
  }),
  domainFromProject: (p: { project: string; domain: Localized }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `Le projet proposé ${quoted(p.project, l)} n’avait pas de domaine ; ${quoted(p.domain.fr, l)} est le sien.`
        : `The listed project ${quoted(p.project, l)} had no domain; ${quoted(p.domain.en, l)} is its own.`,
    ),
    action: sentence("Vérifiez le domaine.", "Check the domain."),
  }),
  projectWithoutName: (_: object): RemarkText => ({
    reason: sentence("Des réponses sans nom de projet.", "Answers without a project's name."),
    expected: sentence("Le nom du projet.", "The project's name."),
    action: askTerritory,
  }),
  statusMissing: (p: { project: string; field: Localized }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `${p.field.fr} manque pour ${quoted(p.project, l)} ; le projet est pris sans.`
        : `${p.field.en} is missing for ${quoted(p.project, l)}; the project is taken without.`,
    ),
    expected: sentence("Une réponse : elle est obligatoire.", "An answer: it is required."),
    action: askTerritory,
  }),
  absentWithAnswers: (p: { project: string }): RemarkText => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.project, l)} est « sans objet », mais d’autres réponses sont données ; le projet n’est pas pris.`
        : `${quoted(p.project, l)} is “not applicable”, but other answers are given; the project is not taken.`,
    ),
    action: sentence(
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
    expected: sentence("Chaque rang une seule fois.", "Each rank once only."),
    action: askTerritory,
  }),
  unknownRow: (p: { expected: readonly Localized[] }): RemarkText => ({
    reason: sentence("Cette ligne n’est pas une question connue.", "This row is no known question."),
    expected: answers(p.expected),
    action: askTerritory,
  }),
  answerTwice: (p: { field: Localized }): RemarkText => ({
    reason: sentence(
      `« ${p.field.fr} » est répondu deux fois, différemment ; la première réponse est gardée.`,
      `“${p.field.en}” is answered twice, differently; the first answer is kept.`,
    ),
    action: askTerritory,
  }),
} as const satisfies Record<string, (params: never) => RemarkText>;
