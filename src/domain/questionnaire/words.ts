import type { Localized } from "../language";

/** Sheets of a questionnaire; their names are French in every file, as headers are. */
export const questionnaireSheets = {
  readme: "Lisez-moi",
  fiche: "Fiche",
  projects: "Projets",
  politics: "Politique",
  codes: "Codes",
} as const;

/** Excel tables of a questionnaire, by what they hold. */
export const questionnaireTables = {
  fiche: "Fiche",
  respondents: "Repondants",
  parts: "Parties",
  projects: "Projets",
  motivations: "Motivations",
  meanings: "Significations",
  statements: "Acteurs",
  codes: "Codes",
} as const;
export type BlockId = keyof typeof questionnaireTables;

/** Headers that no field of the code book has. */
export const headers = {
  question: { fr: "Rubrique", en: "Item" },
  answer: { fr: "Réponse", en: "Answer" },
  help: { fr: "Aide", en: "Help" },
  part: { fr: "Partie", en: "Part" },
  filledBy: { fr: "Rempli par", en: "Filled in by" },
  done: { fr: "Terminé", en: "Finished" },
  check: { fr: "À compléter", en: "To complete" },
  missing: { fr: "Réponses manquantes", en: "Missing answers" },
  order: { fr: "Ordre", en: "Order" },
} as const satisfies Record<string, Localized>;

/** Rows of the territory's sheet that say what the file is. */
export const fileRows = {
  edition: { fr: "Édition", en: "Edition" },
  codebook: { fr: "Version du code book", en: "Code-book version" },
  documentId: { fr: "Identifiant du document", en: "Document id" },
} as const satisfies Record<string, Localized>;

/** Answers that are no code, as a questionnaire offers them. */
export const specialChoices = {
  NR: { fr: "Non renseigné", en: "Not reported" },
  SO: { fr: "Sans objet", en: "Not applicable" },
  NSP: { fr: "Ne sait pas", en: "Don't know" },
} as const satisfies Record<string, Localized>;

/** Parts of the questionnaire that are no domain. */
export const partLabels = {
  identity: { fr: "Fiche du territoire", en: "Territory sheet" },
  motivations: { fr: "Motivations", en: "Motivations" },
  statements: { fr: "Acteurs du territoire", en: "Actors of the territory" },
} as const satisfies Record<string, Localized>;

/** All else a questionnaire says. */
export const words = {
  questionnaire: { fr: "Questionnaire", en: "Questionnaire" },
  closing: { fr: "À renvoyer avant le", en: "Please return before" },
  howTo: { fr: "Comment remplir", en: "How to fill it in" },
  where: { fr: "Où en êtes-vous ?", en: "Where you stand" },
  section: { fr: "Partie", en: "Part" },
  given: { fr: "Réponses", en: "Answers" },
  expected: { fr: "Attendues", en: "Expected" },
  share: { fr: "Complétude", en: "Completeness" },
  toDo: { fr: "À faire", en: "To do" },
  byDomain: { fr: "Projets par domaine", en: "Projects by domain" },
  declared: { fr: "Déclarés", en: "Declared" },
  complete: { fr: "Complets", en: "Complete" },
  next: { fr: "Prochains projets à compléter", en: "Projects to complete next" },
  nothing: { fr: "Aucun projet commencé n’est incomplet.", en: "No project begun is incomplete." },
  fiche: { fr: "Fiche du territoire", en: "Territory sheet" },
  respondents: { fr: "Qui répond ?", en: "Who answers?" },
  respondentsHelp: {
    fr: "Une ligne par personne. Ces noms et adresses ne servent qu’à l’étude et n’en sortent pas.",
    en: "One line a person. These names and addresses serve the study only and never leave it.",
  },
  parts: { fr: "Qui a rempli quoi ?", en: "Who filled which part?" },
  partsHelp: {
    fr: "Plusieurs services peuvent se partager le questionnaire, ou renvoyer chacun leur fichier.",
    en: "Several departments may share the questionnaire, or each return their own file.",
  },
  about: { fr: "Ce fichier", en: "This file" },
  aboutHelp: {
    fr: "Ces lignes disent au lecteur ce qu’est ce fichier : merci de les laisser.",
    en: "These lines tell the reader what this file is: please leave them.",
  },
  projects: { fr: "Projets numériques", en: "Digital projects" },
  projectsHelp: {
    fr: "Choisissez un état pour chaque projet que votre territoire mène ; laissez vides les projets que vous n’avez pas. Les lignes blanches accueillent vos autres projets.",
    en: "Choose a status for each project your territory has; leave blank those you do not have. The white lines are for your other projects.",
  },
  motivations: { fr: "Motivations", en: "Motivations" },
  motivationsHelp: {
    fr: "Classez-les de 1 (la plus importante) à {n}, chaque rang une seule fois.",
    en: "Rank them from 1 (most important) to {n}, each rank once only.",
  },
  meanings: { fr: "Ce que cela signifie pour vous", en: "What it means to you" },
  meaningsHelp: {
    fr: "Pour chaque motivation, classez ses significations : 1 = la plus juste.",
    en: "For each motivation, rank its meanings: 1 = the truest.",
  },
  statements: { fr: "Acteurs du territoire", en: "Actors of the territory" },
  statementsHelp: {
    fr: "Dans quelle mesure êtes-vous d’accord ? Sans avis, laissez vide ou choisissez NR.",
    en: "How far do you agree? Without an opinion, leave blank or choose NR.",
  },
  codes: { fr: "Codes et réponses possibles", en: "Codes and possible answers" },
  codesHelp: {
    fr: "Feuille verrouillée : les menus déroulants s’en servent.",
    en: "Locked sheet: the dropdowns use it.",
  },
  lists: { fr: "Menus déroulants", en: "Dropdowns" },
  previous: {
    fr: "En bleu : vos réponses de l’édition {edition}, à vérifier et à mettre à jour.",
    en: "In blue: your answers of edition {edition}, to check and update.",
  },
  chooseStatus: { fr: "État à choisir", en: "Choose a status" },
  chooseDomain: { fr: "Domaine à choisir", en: "Choose a domain" },
  writeName: { fr: "Nom du projet à écrire", en: "Write the project's name" },
  twice: { fr: "Déjà dans la feuille", en: "Already on the sheet" },
  someMissing: { fr: "réponse(s) à donner", en: "answer(s) to give" },
  isComplete: { fr: "Complet", en: "Complete" },
  notOurs: { fr: "Sans objet", en: "Not applicable" },
  tie: { fr: "Rang donné deux fois", en: "Rank given twice" },
  rankMissing: { fr: "Rang à donner", en: "Give a rank" },
  answerMissing: { fr: "Réponse à choisir", en: "Choose an answer" },
  nameRespondent: { fr: "Nommez au moins un répondant", en: "Name one respondent at least" },
  noProject: { fr: "Aucun projet déclaré", en: "No project declared" },
  choose: { fr: "Choisissez dans la liste (Alt+↓).", en: "Choose from the list (Alt+↓)." },
  optional: { fr: "Sans réponse : laissez vide ou NR.", en: "No answer: leave blank or NR." },
  onlyList: {
    fr: "Cette réponse n’est pas dans la liste. Choisissez-en une (Alt+↓), ou effacez.",
    en: "This answer is not in the list. Choose one (Alt+↓), or clear.",
  },
  unknownAnswer: { fr: "Réponse inconnue", en: "Unknown answer" },
  impossible: { fr: "Valeur impossible", en: "Impossible value" },
  freeProject: {
    fr: "Écrivez le nom d’un projet qui n’est pas proposé plus haut.",
    en: "Write the name of a project that is not listed above.",
  },
} as const satisfies Record<string, Localized>;

/** Advice on the first sheet, in order. */
export const steps: readonly Localized[] = [
  {
    fr: "1. Fiche : vérifiez l’identité du territoire, dites qui répond et qui remplit quelle partie.",
    en: "1. Fiche: check the territory’s identity, say who answers and who fills which part.",
  },
  {
    fr: "2. Projets : un état par projet mené, puis mesure, moyens et gouvernance. Le filtre de l’en-tête isole un domaine.",
    en: "2. Projets: a status for each project, then measure, means and governance. The header’s filter shows one domain.",
  },
  {
    fr: "3. Politique : classez vos motivations, dites ce qu’elles signifient, puis votre accord avec les affirmations.",
    en: "3. Politique: rank your motivations, say what they mean, then how far you agree with the statements.",
  },
  {
    fr: "4. Seules les cellules blanches se remplissent. Jaune : réponse attendue. Rouge : réponse à corriger.",
    en: "4. Only white cells are to be filled in. Yellow: an answer is awaited. Red: an answer to mend.",
  },
  {
    fr: "5. NR = non renseigné, SO = sans objet, NSP = ne sait pas : ce sont des réponses ; un vide n’en est pas une.",
    en: "5. NR = not reported, SO = not applicable, NSP = don’t know: these are answers; a blank is none.",
  },
  {
    fr: "6. Enregistrez au format .xlsx et renvoyez ce fichier. Un service peut n’en remplir qu’une partie.",
    en: "6. Save as .xlsx and return this file. A department may fill in one part only.",
  },
];
