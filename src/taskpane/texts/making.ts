import { counted, type Entry } from "./define";

/** Words of files being made for the person, and handed over: questionnaires, reports, exports. */
export const makingTexts = {
  chosen: (count: number) =>
    counted(count, ["territoire choisi", "territoires choisis"], ["territory chosen", "territories chosen"]),
  preparing: { fr: "Préparation…", en: "Preparing…" },
  stopped: { fr: "Arrêté ; aucun fichier n’a été fait.", en: "Stopped; no file was made." },
  save: (name: string) => ({ fr: `Enregistrer ${name}`, en: `Save ${name}` }),
  saveHint: {
    fr: "Le fichier est enregistré avec vos téléchargements ; sinon, choisissez le lien.",
    en: "The file is saved with your downloads; if not, choose the link.",
  },
  again: { fr: "En faire d’autres", en: "Make others" },
  french: { fr: "Français", en: "French" },
  english: { fr: "Anglais", en: "English" },
} satisfies Record<string, Entry>;
