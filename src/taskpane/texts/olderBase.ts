import type { Localized } from "../../domain/language";
import type { MappingSection } from "../../domain/olderBase";
import { counted, type Entry, type Spoken } from "./define";

const rows = (count: number) => counted(count, ["ligne", "lignes"], ["row", "rows"]);

export const olderBaseTexts = {
  title: { fr: "Base d’une autre édition", en: "Base of another edition" },
  intro: {
    fr: "Dites ce que chaque valeur veut dire. Rien n’est écrit avant votre accord ; ce qui n’est pas pris va dans Rejets.",
    en: "Say what each value means. Nothing is written before you agree; what is not taken goes to Rejets.",
  },
  reading: { fr: "Lecture de la base…", en: "Reading the base…" },
  again: {
    fr: "Ce fichier est déjà dans l’étude : il ne change rien. Retirez d’abord son import pour l’importer de nouveau.",
    en: "This file is in the study already: it changes nothing. Take its import back first to import it again.",
  },
  editionRows: (edition: string, count: number) => ({
    fr: `Édition ${edition} : ${rows(count).fr}`,
    en: `Edition ${edition}: ${rows(count).en}`,
  }),
  tableCounts: (table: string, added: number, changed: number, unchanged: number) => ({
    fr: `${table} – ajoutées : ${added}, modifiées : ${changed}, identiques : ${unchanged}`,
    en: `${table} – added: ${added}, changed: ${changed}, unchanged: ${unchanged}`,
  }),
  rows,
  blank: { fr: "(vide)", en: "(blank)" },
  sectionOpen: (title: string, open: number) => ({
    fr: open ? `${title} (${open} à confirmer)` : title,
    en: open ? `${title} (${open} to confirm)` : title,
  }),
  certain: (count: number) => ({
    fr: `Compris tels quels (${count})`,
    en: `Understood as they are (${count})`,
  }),
  toDecide: { fr: "À décider", en: "To decide" },
  takenFor: (found: string, where: string) => ({
    fr: `${where} : ${found} veut dire`,
    en: `${where}: ${found} means`,
  }),
  proposed: { fr: "proposé", en: "proposed" },
  confirm: { fr: "Confirmer", en: "Confirm" },
  confirmOf: (found: string) => ({ fr: `Confirmer : ${found}`, en: `Confirm: ${found}` }),
  confirmAll: (count: number) => ({
    fr: count === 1 ? "Confirmer la proposition" : `Confirmer les ${count} propositions`,
    en: count === 1 ? "Confirm the proposal" : `Confirm the ${count} proposals`,
  }),
  leaveOutAll: (count: number) => ({
    fr: count === 1 ? "Mettre de côté l’autre" : `Mettre de côté les ${count} autres`,
    en: count === 1 ? "Put the other aside" : `Put the ${count} others aside`,
  }),
  leftOpen: (count: number) => ({
    fr: count === 1 ? "Il reste une valeur à confirmer." : `Il reste ${count} valeurs à confirmer.`,
    en: count === 1 ? "One value is left to confirm." : `${count} values are left to confirm.`,
  }),
  nothing: { fr: "Rien à écrire.", en: "Nothing to write." },
  write: { fr: "Importer la base", en: "Import the base" },
  back: { fr: "Retour", en: "Back" },
  confirmBack: {
    fr: "Quitter la correspondance ? Vos choix sont perdus, la base ne change pas.",
    en: "Leave the mapping? Your choices are lost, the base does not change.",
  },
  map: { fr: "Établir la correspondance", en: "Map it" },
  mapOf: (file: string) => ({ fr: `Établir la correspondance : ${file}`, en: `Map ${file}` }),
  baseFiles: {
    fr: "Bases d’une autre édition, à importer une par une :",
    en: "Bases of another edition, to be imported one by one:",
  },
} satisfies Record<string, Entry>;

export const sectionTitles: Readonly<Record<MappingSection, Localized>> = {
  column: { fr: "Colonnes", en: "Columns" },
  edition: { fr: "Éditions", en: "Editions" },
  territory: { fr: "Territoires", en: "Territories" },
  value: { fr: "Réponses", en: "Answers" },
  same: { fr: "Déjà dans l’étude", en: "Already in the study" },
};

export type OlderBaseTexts = Spoken<typeof olderBaseTexts>;
