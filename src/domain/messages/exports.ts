import type { Localized } from "../language";
import { counted } from "./define";

/** Words inside exported files: data dictionary, read-me, comments of the SPSS syntax. */
export const exportWords = {
  dictionary: { fr: "Dictionnaire des données", en: "Data dictionary" },
  study: { fr: "Baromètre des villes numériques", en: "Barometer of digital cities" },
  made: { fr: "Fait le", en: "Made on" },
  rows: { fr: "lignes", en: "rows" },
  column: { fr: "Colonne", en: "Column" },
  label: { fr: "Libellé", en: "Label" },
  type: { fr: "Type", en: "Type" },
  answers: { fr: "Réponses", en: "Answers" },
  help: { fr: "Précisions", en: "Notes" },
  required: { fr: "obligatoire", en: "required" },
  unique: { fr: "unique", en: "unique" },
  personal: { fr: "donnée personnelle", en: "personal data" },
  refersTo: { fr: "renvoie à", en: "refers to" },
  labelOf: { fr: "libellé de", en: "label of" },
  notOffered: { fr: "n’est plus proposé", en: "no longer offered" },
  unit: { fr: "unité", en: "unit" },
  code: { fr: "code", en: "code" },
  number: { fr: "nombre", en: "number" },
  date: { fr: "date (AAAA-MM-JJ)", en: "date (YYYY-MM-DD)" },
  text: { fr: "texte", en: "text" },
  tables: { fr: "Tableaux", en: "Tables" },
  conventions: { fr: "Conventions", en: "Conventions" },
} as const satisfies Record<string, Localized>;

/** How blanks and other answers are told apart, in every format; shown in the dictionary and the read-me. */
export const exportConventions: readonly Localized[] = [
  {
    fr: "Un vide est « non renseigné » sans le dire ; NR (non renseigné), SO (sans objet) et NSP (ne sait pas) ont été répondus. Aucun n’est un zéro.",
    en: "A blank is “not reported” without a word; NR (not reported), SO (not applicable) and NSP (don’t know) were answered. None of them is a zero.",
  },
  {
    fr: "CSV : UTF-8, guillemets doubles, fins de ligne CRLF (RFC 4180). NR, SO et NSP sont écrits dans la colonne des codes.",
    en: "CSV: UTF-8, double quotes, CRLF line ends (RFC 4180). NR, SO and NSP stand in the column of codes.",
  },
  {
    fr: "CSV : une apostrophe précède un = + - @ qui ouvrirait une cellule, pour qu’aucun tableur n’en fasse une formule. La retirer (une seule) rend le texte.",
    en: "CSV: an apostrophe stands before a = + - @ that would open a cell, so that no spreadsheet makes a formula of it. Taking it off (only one) gives the text back.",
  },
  {
    fr: "SPSS : NR, SO et NSP sont les valeurs manquantes −1, −2 et −3 des codes, −999999991 à −999999993 des nombres ; dans les textes, ⏎ tient lieu de fin de ligne et ⇥ de tabulation.",
    en: "SPSS: NR, SO and NSP are the missing values −1, −2 and −3 of codes, −999999991 to −999999993 of numbers; in texts, ⏎ stands for an end of line and ⇥ for a tab.",
  },
  {
    fr: "Parquet : les codes sont des entiers, NULL sans code ; la colonne du libellé dit alors lequel de NR, SO ou NSP, et l’est par « _manquant » pour un nombre ou une date.",
    en: "Parquet: codes are integers, NULL without a code; the label column then says which of NR, SO and NSP it is, and for a number or a date “_manquant” does.",
  },
  {
    fr: "Ce qui n’est ni un code, ni un nombre, ni une date là où il en faut un est laissé vide et listé dans valeurs_non_comprises.csv.",
    en: "What is no code, number or date where one is needed is left blank and listed in valeurs_non_comprises.csv.",
  },
];

/** Said in the read-me of every export. */
export const exportNotices = {
  withoutPeople: {
    fr: "Sans le tableau Répondants (noms et adresses), ni Rejets ni Journal.",
    en: "Without the table Répondants (names and addresses), Rejets and Journal.",
  },
  withPeople: {
    fr: "AVEC le tableau Répondants : noms et adresses de personnes. À protéger ; ne pas publier.",
    en: "WITH the table Répondants: names and addresses of people. Keep it safe; do not publish.",
  },
  freeTexts: {
    fr: "Les commentaires sont des textes libres, et Source peut citer un nom de fichier : relire avant de publier.",
    en: "Comments are free texts, and Source may quote a file name: read them again before publishing.",
  },
  cut: (count: number): Localized => ({
    fr: `Textes de plus de 32 767 octets, coupés dans les fichiers SPSS, entiers dans les autres : ${count}.`,
    en: `Texts of more than 32,767 bytes, cut in the SPSS files, whole in the others: ${count}.`,
  }),
} as const;

const rows = (count: number): Localized => counted(count, ["ligne", "lignes"], ["row", "rows"]);

/** Words of the anonymised copy, and of the pane where it is made. */
export const anonymousWords = {
  file: { fr: "copie anonymisée", en: "anonymised copy" },
  keyFile: { fr: "clé des territoires (confidentiel)", en: "key of territories (confidential)" },
  keyCode: { fr: "code", en: "code" },
  keyName: { fr: "territoire", en: "territory" },
  keyOfficial: { fr: "code_insee_ou_siren", en: "insee_or_siren_code" },
  sheet: { fr: "Lisez-moi", en: "Read me" },
  title: { fr: "Copie anonymisée d’une étude", en: "Anonymised copy of a study" },
  rows: (title: Localized, count: number): Localized => ({
    fr: `${title.fr} : ${rows(count).fr}`,
    en: `${title.en}: ${rows(count).en}`,
  }),
  /** What was left out, changed, or may still tell who is who. */
  leftOut: (p: {
    people: number;
    comments: number;
    scrubbed: number;
    dropped: number;
    coded: boolean;
    keptComments: boolean;
  }): Localized[] => [
    {
      fr: `Retiré : Répondants (${rows(p.people).fr}), Rejets et Journal, dont les tableaux sont vides ; la source de chaque réponse, les feuilles et colonnes ajoutées, les formules, l’auteur et les propriétés du classeur.`,
      en: `Left out: Répondants (${rows(p.people).en}), Rejets and Journal, whose tables are empty; the source of each answer, added sheets and columns, formulas, the author and properties of the workbook.`,
    },
    p.keptComments
      ? {
          fr: "Gardé : les commentaires. Noms, courriels et téléphones connus y sont remplacés par […] ; relisez-les.",
          en: "Kept: comments. Known names, e-mail addresses and telephone numbers are replaced by […] there; read them again.",
        }
      : {
          fr: `Commentaires retirés : ${p.comments}.`,
          en: `Comments left out: ${p.comments}.`,
        },
    {
      fr: `Textes libres retouchés : ${p.scrubbed}. Valeurs incomprises retirées : ${p.dropped}.`,
      en: `Free texts changed: ${p.scrubbed}. Values not understood, left out: ${p.dropped}.`,
    },
    p.coded
      ? {
          fr: "Territoires codés (T001…), sans code INSEE ni population. Type, région, classe de population et titres libres restent : une combinaison rare peut encore se reconnaître.",
          en: "Territories coded (T001…), without INSEE code and population. Type, region, size class and free titles stay: a rare combination may still be recognised.",
        }
      : {
          fr: "Les territoires sont nommés.",
          en: "Territories are named.",
        },
  ],
} as const;
