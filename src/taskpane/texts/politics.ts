import type { Entry } from "./define";
import { projectTexts } from "./project";

export const politicsTexts = {
  title: { fr: "Fiche du territoire", en: "Territory sheet" },
  territory: { fr: "Territoire du panel", en: "Territory of the panel" },
  chooseTerritory: { fr: "Nom ou code", en: "Name or code" },
  noTerritory: (text: string) => ({
    fr: `Aucun territoire du panel ne correspond à « ${text} ». Ajoutez-le d’abord au panel, en saisissant un projet.`,
    en: `No territory of the panel matches “${text}”. Add it to the panel first, by entering a project.`,
  }),
  intro: {
    fr: "Choisissez un territoire pour saisir ce qu’il a répondu en dehors des projets.",
    en: "Choose a territory to enter what it answered apart from its projects.",
  },
  reading: { fr: "Lecture de la fiche…", en: "Reading the sheet…" },
  form: { fr: "Réponses du territoire", en: "Answers of the territory" },
  identity: { fr: "Identité", en: "Identity" },
  respondent: (number: number) => ({ fr: `Personne ${number}`, en: `Person ${number}` }),
  addRespondent: { fr: "Ajouter une personne", en: "Add a person" },
  removeRespondent: (name: string) => ({ fr: `Retirer ${name}`, en: `Remove ${name}` }),
  rankHint: {
    fr: "Classez avec Alt et les flèches, un chiffre, ou la souris ; 0 retire du classement.",
    en: "Rank with Alt and the arrows, a digit, or the mouse; 0 takes out of the ranking.",
  },
  /** Behind the label of a line, for who does not see its place. */
  rankOf: (rank: number, count: number) => ({
    fr: `, rang ${rank} sur ${count}`,
    en: `, rank ${rank} of ${count}`,
  }),
  notRanked: { fr: ", non classée", en: ", not ranked" },
  markedAs: (mark: string) => ({ fr: `, ${mark}`, en: `, ${mark}` }),
  rankIt: { fr: "Classer", en: "Rank" },
  up: (label: string) => ({ fr: `Monter ${label}`, en: `Move ${label} up` }),
  down: (label: string) => ({ fr: `Descendre ${label}`, en: `Move ${label} down` }),
  tie: (rank: number) => ({
    fr: `Le rang ${rank} est donné deux fois. Déplacez une ligne : chaque rang une seule fois.`,
    en: `Rank ${rank} is given twice. Move a line: each rank once only.`,
  }),
  wrongRank: {
    fr: "Un rang de la feuille n’est pas un nombre attendu. Déplacez une ligne pour refaire le classement.",
    en: "A rank of the sheet is not a number that is expected. Move a line to make the ranking anew.",
  },
  meaningsOf: (motivation: string) => ({
    fr: `Ce que « ${motivation} » signifie`,
    en: `What “${motivation}” means`,
  }),
  statementsHint: {
    fr: "Au clavier : le numéro de la réponse, 0 pour effacer.",
    en: "Keyboard: the number of the answer, 0 to clear.",
  },
  save: projectTexts.save,
  revert: { fr: "Rétablir", en: "Revert" },
  modified: { fr: "Non enregistré", en: "Not saved" },
  saved: { fr: "Fiche enregistrée.", en: "Sheet saved." },
  nothingToSave: projectTexts.nothingToSave,
  toMend: (count: number) => ({
    fr: count > 1 ? `${count} réponses à corriger :` : "Une réponse à corriger :",
    en: count > 1 ? `${count} answers to mend:` : "One answer to mend:",
  }),
  unsaved: (territory: string) => ({
    fr: `Les modifications de la fiche de ${territory} ne sont pas enregistrées.`,
    en: `The changes to the sheet of ${territory} are not saved.`,
  }),
  discard: projectTexts.discard,
  keepEditing: projectTexts.keepEditing,
  conflict: {
    fr: "Quelqu’un a changé les mêmes réponses dans la feuille pendant votre saisie.",
    en: "Somebody has changed the same answers in the sheet while you were editing.",
  },
  takeSheet: projectTexts.takeSheet,
  overwrite: projectTexts.overwrite,
} satisfies Record<string, Entry>;
