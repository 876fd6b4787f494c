import type { Entry } from "./define";
import { many } from "./imports";

export const questionnaireTexts = {
  title: { fr: "Faire les questionnaires", en: "Make questionnaires" },
  intro: {
    fr: "Un classeur par territoire, prérempli de son identité ; il s’ouvre partout, sans complément ni macro.",
    en: "One workbook a territory, filled in with its identity; it opens anywhere, without add-in or macro.",
  },
  notSent: { fr: "Pas encore envoyés", en: "Not sent yet" },
  chosen: (count: number) =>
    many(count, ["territoire choisi", "territoires choisis"], ["territory chosen", "territories chosen"]),
  noPanel: {
    fr: "Le panel est vide. Ajoutez-y des territoires, puis revenez.",
    en: "The panel is empty. Add territories to it, then come back.",
  },
  language: { fr: "Langue du questionnaire", en: "Language of the questionnaire" },
  french: { fr: "Français", en: "French" },
  bilingual: { fr: "Français et anglais", en: "French and English" },
  previous: {
    fr: "Montrer en bleu les réponses de l’édition précédente",
    en: "Show the answers of the previous edition in blue",
  },
  previousHelp: {
    fr: "Pour les territoires dont la base en a.",
    en: "For the territories the base has some of.",
  },
  make: (count: number) => ({
    fr: count === 1 ? "Faire le questionnaire" : `Faire ${count.toLocaleString("fr-FR")} questionnaires`,
    en: count === 1 ? "Make the questionnaire" : `Make ${count.toLocaleString("en-GB")} questionnaires`,
  }),
  making: (done: number, total: number) => ({
    fr: `Questionnaire ${done} sur ${total}`,
    en: `Questionnaire ${done} of ${total}`,
  }),
  preparing: { fr: "Préparation…", en: "Preparing…" },
  stop: { fr: "Arrêter", en: "Stop" },
  stopped: { fr: "Arrêté ; aucun fichier n’a été fait.", en: "Stopped; no file was made." },
  failed: (detail: string) => ({
    fr: `Les questionnaires n’ont pas pu être faits (${detail}). Vérifiez que chaque territoire a un code et un nom dans le panel, puis recommencez.`,
    en: `The questionnaires could not be made (${detail}). Check that each territory has a code and a name in the panel, then try again.`,
  }),
  made: (count: number) =>
    many(
      count,
      ["questionnaire prêt", "questionnaires prêts"],
      ["questionnaire ready", "questionnaires ready"],
    ),
  prefilled: (count: number, edition: string) => ({
    fr: `${count} avec les réponses d’avant ${edition}.`,
    en: `${count} with answers from before ${edition}.`,
  }),
  download: (name: string) => ({ fr: `Enregistrer ${name}`, en: `Save ${name}` }),
  downloadHint: {
    fr: "Le fichier est enregistré avec vos téléchargements ; sinon, choisissez le lien.",
    en: "The file is saved with your downloads; if not, choose the link.",
  },
  markSent: (count: number) => ({
    fr: count === 1 ? "Marquer comme envoyé" : `Marquer les ${count} comme envoyés`,
    en: count === 1 ? "Mark as sent" : `Mark all ${count} as sent`,
  }),
  sentOn: { fr: "Envoyés le", en: "Sent on" },
  marked: { fr: "Marqués dans le panel.", en: "Marked in the panel." },
  again: { fr: "En faire d’autres", en: "Make others" },
} satisfies Record<string, Entry>;
