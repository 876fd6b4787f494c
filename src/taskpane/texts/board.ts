import { counted, percent, type Entry } from "./define";
import { territoryTexts } from "./territories";

export const boardTexts = {
  title: { fr: "Suivi du panel", en: "Panel board" },
  reading: { fr: "Lecture de l’étude…", en: "Reading the study…" },
  responses: (returned: number, territories: number) => ({
    fr: `${returned} ${returned > 1 ? "réponses" : "réponse"} sur ${territories}`,
    en: `${returned} of ${territories} answered`,
  }),
  rate: (share: number) => ({ fr: percent(share, "fr"), en: percent(share, "en") }),
  sent: { fr: "envoyés", en: "sent" },
  reminded: { fr: "relancés", en: "reminded" },
  returned: { fr: "reçus", en: "returned" },
  late: { fr: "tardifs", en: "late" },
  declined: { fr: "refus", en: "declined" },
  counts: { fr: "Où en est le panel", en: "Where the panel stands" },
  closing: (day: string) => ({ fr: `Clôture : ${day}`, en: `Closing date: ${day}` }),
  by: { fr: "Taux de réponse par", en: "Response rate by" },
  outOf: (returned: number, all: number) => ({ fr: `${returned} sur ${all}`, en: `${returned} of ${all}` }),
  completeness: { fr: "Complétude des réponses reçues", en: "Completeness of what came back" },
  write: { fr: "Écrire la feuille de suivi", en: "Write the board’s sheet" },
  refresh: { fr: "Actualiser", en: "Refresh" },
  toSend: { fr: "À envoyer", en: "To send" },
  toSendNone: { fr: "Tous les questionnaires sont partis.", en: "All questionnaires have gone out." },
  toRemind: { fr: "À relancer", en: "To remind" },
  toRemindNone: { fr: "Personne n’est à relancer.", en: "Nobody is to be reminded." },
  toCorrect: { fr: "À corriger", en: "To correct" },
  toCorrectNone: { fr: "Rien n’attend de correction.", en: "Nothing waits for a correction." },
  sentOn: (day: string) => ({ fr: `envoyé le ${day}`, en: `sent on ${day}` }),
  remindedOn: (day: string) => ({ fr: `relancé le ${day}`, en: `reminded on ${day}` }),
  neverReminded: { fr: "jamais relancé", en: "never reminded" },
  chooseAll: territoryTexts.chooseAll,
  chooseNone: territoryTexts.chooseNone,
  day: { fr: "Le", en: "On" },
  markSent: (count: number) => ({
    fr: `Marquer comme envoyés (${count})`,
    en: `Mark as sent (${count})`,
  }),
  markReminded: (count: number) => ({
    fr: `Marquer comme relancés (${count})`,
    en: `Mark as reminded (${count})`,
  }),
  corrections: (count: number) =>
    counted(count, ["valeur mise de côté", "valeurs mises de côté"], ["value put aside", "values put aside"]),
  letter: { fr: "Courriel", en: "E-mail" },
  letterOf: (territory: string) => ({
    fr: `Courriel de corrections : ${territory}`,
    en: `E-mail of corrections: ${territory}`,
  }),
  hideLetter: { fr: "Fermer", en: "Close" },
  all: (count: number) => ({ fr: `Tout le panel (${count})`, en: `The whole panel (${count})` }),
  notReturned: { fr: "pas de réponse", en: "no answer" },
  lateTag: { fr: "tardif", en: "late" },
  lastFile: (file: string, by: string) => ({
    fr: by ? `${file}, par ${by}` : file,
    en: by ? `${file}, by ${by}` : file,
  }),
  complete: (share: number) => ({
    fr: `complet à ${percent(share, "fr")}`,
    en: `${percent(share, "en")} complete`,
  }),
  returnedOn: (day: string) => ({ fr: `reçu le ${day}`, en: `returned on ${day}` }),
} satisfies Record<string, Entry>;
