import { counted, type Entry } from "./define";
import { makingTexts } from "./making";

export const questionnaireTexts = {
  ...makingTexts,
  title: { fr: "Faire les questionnaires", en: "Make questionnaires" },
  intro: {
    fr: "Un classeur par territoire, prérempli de son identité ; il s’ouvre partout, sans complément ni macro.",
    en: "One workbook a territory, filled in with its identity; it opens anywhere, without add-in or macro.",
  },
  notSent: { fr: "Pas encore envoyés", en: "Not sent yet" },
  noPanel: {
    fr: "Le panel est vide. Ajoutez-y des territoires, puis revenez.",
    en: "The panel is empty. Add territories to it, then come back.",
  },
  language: { fr: "Langue du questionnaire", en: "Language of the questionnaire" },
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
    fr:
      count === 0
        ? "Faire les questionnaires"
        : count === 1
          ? "Faire le questionnaire"
          : `Faire ${count.toLocaleString("fr-FR")} questionnaires`,
    en:
      count === 0
        ? "Make the questionnaires"
        : count === 1
          ? "Make the questionnaire"
          : `Make ${count.toLocaleString("en-GB")} questionnaires`,
  }),
  making: (done: number, total: number) => ({
    fr: `Questionnaire ${done} sur ${total}`,
    en: `Questionnaire ${done} of ${total}`,
  }),
  failed: (detail: string) => ({
    fr: `Les questionnaires n’ont pas pu être faits (${detail}). Vérifiez que chaque territoire a un code et un nom dans le panel, puis recommencez.`,
    en: `The questionnaires could not be made (${detail}). Check that each territory has a code and a name in the panel, then try again.`,
  }),
  made: (count: number) =>
    counted(
      count,
      ["questionnaire prêt", "questionnaires prêts"],
      ["questionnaire ready", "questionnaires ready"],
    ),
  prefilled: (count: number, edition: string) => ({
    fr: `${count} avec les réponses d’avant ${edition}.`,
    en: `${count} with answers from before ${edition}.`,
  }),
  markSent: (count: number) => ({
    fr: count === 1 ? "Marquer comme envoyé" : `Marquer les ${count} comme envoyés`,
    en: count === 1 ? "Mark as sent" : `Mark all ${count} as sent`,
  }),
  sentOn: { fr: "Date d’envoi", en: "Sent on" },
  marked: { fr: "Noté dans le panel.", en: "Marked in the panel." },
} satisfies Record<string, Entry>;
