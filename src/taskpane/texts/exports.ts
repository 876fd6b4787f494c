import { counted, type Entry } from "./define";
import { makingTexts } from "./making";

export const exportTexts = {
  ...makingTexts,
  title: { fr: "Sorties", en: "Exports" },
  intro: {
    fr: "Emporter la base, figer les formules, partager une copie sans les personnes.",
    en: "Take the base away, freeze the formulas, share a copy without people.",
  },

  data: { fr: "Exporter la base", en: "Export the base" },
  formats: { fr: "Formats", en: "Formats" },
  csv: { fr: "CSV (codes et libellés)", en: "CSV (codes and labels)" },
  spss: { fr: "SPSS (données et syntaxe)", en: "SPSS (data and syntax)" },
  parquet: { fr: "Parquet (DuckDB, Spark, R, Python)", en: "Parquet (DuckDB, Spark, R, Python)" },
  dictionary: { fr: "Dictionnaire et Table Schema", en: "Dictionary and Table Schema" },
  separator: { fr: "Séparateur du CSV", en: "CSV separator" },
  comma: { fr: "Virgule (norme RFC 4180)", en: "Comma (RFC 4180)" },
  semicolon: { fr: "Point-virgule (Excel en français)", en: "Semicolon (French Excel)" },
  bom: { fr: "Marquer l’UTF-8 pour Excel (BOM)", en: "Mark UTF-8 for Excel (BOM)" },
  labelLanguage: { fr: "Langue des libellés", en: "Language of labels" },
  delivery: { fr: "Livraison", en: "Delivery" },
  zip: { fr: "Un seul fichier .zip", en: "One .zip file" },
  files: { fr: "Fichier par fichier", en: "File by file" },
  personal: {
    fr: "Inclure les noms et adresses (Répondants)",
    en: "Include names and addresses (Répondants)",
  },
  personalOff: {
    fr: "Sans cette case, aucune donnée personnelle du tableau Répondants ne sort.",
    en: "Unless ticked, no personal data of the table Répondants leave.",
  },
  personalOn: {
    fr: "Les fichiers contiendront des noms, courriels et téléphones : protégez-les, ne les publiez pas.",
    en: "The files will hold names, e-mail addresses and telephone numbers: keep them safe, do not publish them.",
  },
  export: { fr: "Exporter", en: "Export" },
  noFormat: { fr: "Choisissez au moins un format.", en: "Choose at least one format." },
  reading: { fr: "Lecture de la base…", en: "Reading the base…" },
  writing: (name: string) => ({ fr: `Écriture de ${name}`, en: `Writing ${name}` }),
  failed: (detail: string) => ({
    fr: `L’export n’a pas abouti (${detail}). Rien n’a été modifié ; recommencez avec moins de formats.`,
    en: `The export did not succeed (${detail}). Nothing was changed; try again with fewer formats.`,
  }),
  ready: (count: number) => counted(count, ["fichier prêt", "fichiers prêts"], ["file ready", "files ready"]),
  tableRows: (title: string, count: number) => {
    const rows = counted(count, ["ligne", "lignes"], ["row", "rows"]);
    return { fr: `${title} : ${rows.fr}`, en: `${title}: ${rows.en}` };
  },
  emptyBase: {
    fr: "La base est vide : les fichiers n’ont que leurs en-têtes.",
    en: "The base is empty: the files have their headers only.",
  },
  notUnderstood: (count: number) => {
    const values = counted(
      count,
      ["valeur laissée vide", "valeurs laissées vides"],
      ["value left blank", "values left blank"],
    );
    return {
      fr: `${values.fr}, faute de code, de nombre ou de date valable ; voir valeurs_non_comprises.csv.`,
      en: `${values.en} for want of a valid code, number or date; see valeurs_non_comprises.csv.`,
    };
  },
  cut: (count: number) => {
    const texts = counted(count, ["texte coupé", "textes coupés"], ["text cut", "texts cut"]);
    return {
      fr: `${texts.fr} dans les fichiers SPSS seulement : trop de caractères pour SPSS.`,
      en: `${texts.en} in the SPSS files only: more characters than SPSS takes.`,
    };
  },
  again: { fr: "Faire un autre export", en: "Make another export" },

  formulas: { fr: "Formules", en: "Formulas" },
  formulasIntro: {
    fr: "Figer remplace les formules BVN par leurs valeurs, pour qui n’a pas le complément. Les formules restent dans le classeur : dégeler les remet.",
    en: "Freezing replaces BVN formulas by their values, for those without the add-in. The formulas stay in the workbook: thawing puts them back.",
  },
  freezeBook: { fr: "Figer tout le classeur", en: "Freeze the whole workbook" },
  freezeSelection: { fr: "Figer la sélection", en: "Freeze the selection" },
  thaw: { fr: "Dégeler", en: "Thaw" },
  repair: { fr: "Réparer les #NOM?", en: "Repair #NAME?" },
  find: { fr: "Vérifier avant d’envoyer", en: "Check before sending" },
  changedTitle: (count: number) => {
    const left = counted(count, ["formule laissée", "formules laissées"], ["formula left", "formulas left"]);
    return {
      fr: `${left.fr}, dont la valeur a été modifiée depuis. Remettre les formules efface ces modifications.`,
      en: `${left.en}, whose value was changed since. Putting formulas back erases these changes.`,
    };
  },
  overwrite: { fr: "Remettre les formules", en: "Put the formulas back" },
  keepValues: { fr: "Garder les valeurs", en: "Keep the values" },
  nothingFound: (frozen: number) => {
    const kept = counted(
      frozen,
      ["formule figée reste", "formules figées restent"],
      ["frozen formula stays", "frozen formulas stay"],
    );
    return {
      fr: `Aucune formule BVN ne partira.${frozen ? ` ${kept.fr} sur une feuille masquée ; une copie anonymisée n’en a pas.` : ""}`,
      en: `No BVN formula would leave.${frozen ? ` ${kept.en} on a hidden sheet; an anonymised copy has none.` : ""}`,
    };
  },
  found: (count: number) => {
    const formulas = counted(count, ["formule", "formules"], ["formula", "formulas"]);
    return {
      fr: `${formulas.fr} que d’autres ne pourraient pas lire :`,
      en: `${formulas.en} that others could not read:`,
    };
  },
  kindCell: { fr: "cellule", en: "cell" },
  kindStuck: { fr: "bloquée", en: "stuck" },
  kindName: { fr: "nom défini", en: "defined name" },
  kindFormat: { fr: "mise en forme conditionnelle", en: "conditional format" },
  kindValidation: { fr: "validation", en: "validation" },
  namesHint: {
    fr: "Un nom défini se change dans Formules › Gestionnaire de noms.",
    en: "A defined name is changed in Formulas › Name Manager.",
  },
  more: (count: number) => ({ fr: `et ${count} de plus`, en: `and ${count} more` }),

  anonymous: { fr: "Copie anonymisée", en: "Anonymised copy" },
  anonymousIntro: {
    fr: "Un nouveau classeur de valeurs, sans Répondants, Rejets, Journal, sources ni propriétés. Ce classeur-ci n’est pas modifié.",
    en: "A new workbook of values, without Répondants, Rejets, Journal, sources and properties. This workbook is not changed.",
  },
  codeTerritories: { fr: "Coder les territoires (T001…)", en: "Code the territories (T001…)" },
  withKey: { fr: "Faire aussi la clé, dans un fichier à part", en: "Make the key too, as a file of its own" },
  keyWarning: {
    fr: "La clé dit qui est qui : gardez-la, ne l’envoyez pas avec la copie.",
    en: "The key says who is who: keep it, do not send it with the copy.",
  },
  keepComments: { fr: "Garder les commentaires", en: "Keep comments" },
  commentsHint: {
    fr: "Noms, courriels et téléphones connus y sont remplacés par […] ; relisez-les.",
    en: "Known names, e-mail addresses and telephone numbers are replaced by […] there; read them again.",
  },
  makeCopy: { fr: "Faire la copie", en: "Make the copy" },
  copyReady: { fr: "Copie prête", en: "Copy ready" },
  anotherCopy: { fr: "Faire une autre copie", en: "Make another copy" },
} satisfies Record<string, Entry>;
