import { localeOf, type Localized } from "../language";
import { both, quoted, type MessageTemplate } from "./define";

/** What is known about a refused file or a remark; each sentence uses what it needs. */
export interface FileFacts {
  /** What stood there: a kind of file, a number, an entry name, an encoding, a value. */
  readonly found?: string | number;
  /** The limit that was passed: megabytes, entries or cells, as the code says. */
  readonly limit?: number;
  /** Part of the package, such as xl/workbook.xml. */
  readonly part?: string;
  readonly sheet?: string;
  readonly cell?: string;
}
type FileMessage = MessageTemplate<FileFacts>;

const number = (value: string | number | undefined, language: "fr" | "en"): string =>
  typeof value === "number" ? value.toLocaleString(localeOf(language)) : (value ?? "");

/** " (feuille « Projets », cellule B7)": where in the file, as far as it is known. */
function where({ part, sheet, cell }: FileFacts, language: "fr" | "en"): string {
  const fr = language === "fr";
  const places = [
    sheet === undefined ? "" : `${fr ? "feuille" : "sheet"} ${quoted(sheet, language)}`,
    cell === undefined ? "" : `${fr ? "cellule" : "cell"} ${cell}`,
    part === undefined || sheet !== undefined ? "" : `${fr ? "partie" : "part"} ${quoted(part, language)}`,
  ].filter(Boolean);
  return places.length ? ` (${places.join(", ")})` : "";
}
const found = ({ found }: FileFacts, language: "fr" | "en"): string =>
  found === undefined ? "" : `${language === "fr" ? " : " : ": "}${number(found, language)}`;

/** What the reader met, in its own words, for whoever is asked for help. */
const detail = ({ found }: FileFacts, language: "fr" | "en"): string =>
  found === undefined
    ? ""
    : language === "fr"
      ? ` Détail technique, en anglais : ${quoted(found, language)}.`
      : ` Technical detail: ${quoted(found, language)}.`;

/** What a workbook may hold too many of. */
const countedThings: Readonly<Record<string, Localized | undefined>> = {
  rows: { fr: "lignes", en: "rows" },
  characters: { fr: "caractères", en: "characters" },
  names: { fr: "noms définis", en: "defined names" },
  links: { fr: "liens entre parties", en: "links between parts" },
  formats: { fr: "formats de cellule", en: "cell formats" },
};
const open = {
  fr: "Ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) » et reprenez-le.",
  en: "Open it in Excel, save it as “Excel workbook (.xlsx)” and take it again.",
};
const askAgain = {
  fr: "Demandez au territoire de renvoyer le classeur.",
  en: "Ask the territory to send the workbook again.",
};
const suspicious = {
  fr: "N’ouvrez pas ce fichier ; demandez à l’expéditeur un classeur enregistré par Excel ou LibreOffice.",
  en: "Do not open this file; ask the sender for a workbook saved by Excel or LibreOffice.",
};

/** Why a file is refused as a whole: what it is, what was expected, what to do. */
export const fileRefusals = {
  emptyFile: () => ({
    fr: `Le fichier est vide ; un classeur .xlsx était attendu. ${askAgain.fr}`,
    en: `The file is empty; an .xlsx workbook was expected. ${askAgain.en}`,
  }),
  tooLarge: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier est trop gros : ${number(facts.found, l)} Mo, au plus ${number(facts.limit, l)} attendus${where(facts, l)}. Retirez-en images et feuilles étrangères au questionnaire, ou envoyez les fichiers un par un.`
        : `The file is too large: ${number(facts.found, l)} MB, at most ${number(facts.limit, l)} expected${where(facts, l)}. Remove pictures and sheets that are no part of the questionnaire, or send the files one by one.`,
    ),
  oldExcelOrEncrypted: ({ found: kind }) =>
    kind === "encrypted"
      ? {
          fr: "Le fichier est protégé par un mot de passe ; un classeur lisible était attendu. Ouvrez-le dans Excel, retirez le mot de passe (Fichier › Informations › Protéger le classeur), enregistrez et reprenez-le.",
          en: "The file is protected by a password; a readable workbook was expected. Open it in Excel, remove the password (File › Info › Protect Workbook), save and take it again.",
        }
      : {
          fr: `Le fichier est dans l’ancien format d’Excel (.xls) ou protégé par un mot de passe ; un classeur .xlsx lisible était attendu. ${open.fr}`,
          en: `The file is in the old Excel format (.xls) or protected by a password; a readable .xlsx workbook was expected. ${open.en}`,
        },
  notAWorkbook: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier n’est pas un classeur .xlsx, malgré son nom${found(facts, l)}. Choisissez le questionnaire lui-même, enregistré au format « Classeur Excel (.xlsx) ».`
        : `The file is no .xlsx workbook, whatever its name says${found(facts, l)}. Choose the questionnaire itself, saved as “Excel workbook (.xlsx)”.`,
    ),
  openDocument: () => ({
    fr: "Le fichier est au format OpenDocument (.ods) ; un classeur .xlsx était attendu. Dans LibreOffice : Fichier › Enregistrer sous › Classeur Excel 2007-365 (.xlsx), puis reprenez-le.",
    en: "The file is in OpenDocument format (.ods); an .xlsx workbook was expected. In LibreOffice: File › Save as › Excel 2007–365 (.xlsx), then take it again.",
  }),
  textFile: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier est un texte (CSV ou page web), pas un classeur .xlsx${found(facts, l)}. Renvoyez le questionnaire lui-même : un texte perd codes, feuilles et zéros de tête.`
        : `The file is text (CSV or web page), no .xlsx workbook${found(facts, l)}. Send the questionnaire itself: text loses codes, sheets and leading zeros.`,
    ),
  damaged: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier est abîmé ou incomplet${where(facts, l)}. Rien n’en a été pris. ${open.fr} ${askAgain.fr}${detail(facts, l)}`
        : `The file is damaged or incomplete${where(facts, l)}. Nothing was taken from it. ${open.en} ${askAgain.en}${detail(facts, l)}`,
    ),
  zipBomb: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier se gonfle démesurément à l’ouverture (${number(facts.found, l)} ; limite ${number(facts.limit, l)})${where(facts, l)}. ${suspicious.fr}`
        : `The file swells beyond measure when opened (${number(facts.found, l)}; limit ${number(facts.limit, l)})${where(facts, l)}. ${suspicious.en}`,
    ),
  tooManyEntries: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier contient ${number(facts.found, l)} éléments, au plus ${number(facts.limit, l)} attendus. ${suspicious.fr}`
        : `The file holds ${number(facts.found, l)} entries, at most ${number(facts.limit, l)} expected. ${suspicious.en}`,
    ),
  unsafeEntry: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier contient un nom d’élément dangereux ou en double : ${quoted(facts.found, l)}. ${suspicious.fr}`
        : `The file holds an unsafe or repeated entry name: ${quoted(facts.found, l)}. ${suspicious.en}`,
    ),
  unsafeXml: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le fichier contient des déclarations XML qu’un classeur n’a jamais${where(facts, l)}${found(facts, l)}. ${suspicious.fr}`
        : `The file holds XML declarations that no workbook has${where(facts, l)}${found(facts, l)}. ${suspicious.en}`,
    ),
  unsupportedEncoding: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le texte du fichier est dans un codage qui n’est pas lu${where(facts, l)}${found(facts, l)} ; UTF-8 ou UTF-16 attendu. ${open.fr}`
        : `The text of the file is in an encoding that is not read${where(facts, l)}${found(facts, l)}; UTF-8 or UTF-16 expected. ${open.en}`,
    ),
  missingPart: (facts) =>
    both((l) =>
      l === "fr"
        ? `Une partie du classeur manque${where(facts, l)}${found(facts, l)}. Rien n’en a été pris. ${open.fr} ${askAgain.fr}`
        : `A part of the workbook is missing${where(facts, l)}${found(facts, l)}. Nothing was taken from it. ${open.en} ${askAgain.en}`,
    ),
  noCells: ({ found: only }) =>
    only === "formulas"
      ? {
          fr: `Le classeur ne contient que des formules sans valeur enregistrée ; des réponses étaient attendues. ${open.fr}`,
          en: `The workbook holds nothing but formulas without saved values; answers were expected. ${open.en}`,
        }
      : {
          fr: "Le classeur ne contient aucune cellule remplie ; un questionnaire rempli était attendu. Vérifiez que c’est le bon fichier et qu’il a été enregistré après la saisie.",
          en: "The workbook holds no filled cell; a filled questionnaire was expected. Check that it is the right file and that it was saved after being filled.",
        },
  tooManyCells: (facts) =>
    both((l) =>
      l === "fr"
        ? `Le classeur contient plus de ${number(facts.limit, l)} ${countedThings[facts.found ?? ""]?.fr ?? "cellules remplies"}${where(facts, l)} ; un questionnaire en a quelques milliers. Supprimez les lignes recopiées sous le tableau, enregistrez et reprenez-le.`
        : `The workbook holds more than ${number(facts.limit, l)} ${countedThings[facts.found ?? ""]?.en ?? "filled cells"}${where(facts, l)}; a questionnaire has a few thousand. Delete the rows filled down below the table, save and take it again.`,
    ),
} as const satisfies Record<string, FileMessage>;

/** What a person should know about a file whose values could be read. */
export const fileRemarks = {
  macrosIgnored: (facts) => ({
    fr: `Le classeur contient des macros${where(facts, "fr")} : elles n’ont pas été exécutées, seules les valeurs ont été lues. Rien à faire ; le questionnaire n’en a pas besoin.`,
    en: `The workbook holds macros${where(facts, "en")}: they were not run, only values were read. Nothing to do; the questionnaire needs none.`,
  }),
  externalLinksIgnored: (facts) => ({
    fr: `Le classeur renvoie à d’autres fichiers ou services${where(facts, "fr")} : rien n’a été appelé, la dernière valeur enregistrée a été lue. Vérifiez ces valeurs.`,
    en: `The workbook points to other files or services${where(facts, "en")}: nothing was fetched, the last saved value was read. Check these values.`,
  }),
  formulaWithoutValue: (facts) => ({
    fr: `Une formule n’a pas de valeur enregistrée${where(facts, "fr")} : la réponse n’est pas connue. Ouvrez le classeur dans Excel, enregistrez-le et reprenez-le.`,
    en: `A formula has no saved value${where(facts, "en")}: the answer is not known. Open the workbook in Excel, save it and take it again.`,
  }),
  hiddenSheet: (facts) => ({
    fr: `Une feuille est masquée${where(facts, "fr")} ; elle a été lue comme les autres. Vérifiez qu’elle doit l’être.`,
    en: `A sheet is hidden${where(facts, "en")}; it was read like the others. Check that it should be.`,
  }),
  hiddenRows: (facts) => ({
    fr: `Des lignes remplies sont masquées${where(facts, "fr")} ; elles ont été lues comme les autres. Vérifiez qu’elles doivent l’être.`,
    en: `Filled rows are hidden${where(facts, "en")}; they were read like the others. Check that they should be.`,
  }),
  mergedCells: (facts) => ({
    fr: `Des cellules sont fusionnées${where(facts, "fr")} ; seule la première porte une valeur. Défusionnez-les si la valeur vaut pour toutes.`,
    en: `Cells are merged${where(facts, "en")}; only the first holds a value. Unmerge them if the value is meant for all.`,
  }),
  tooManyRows: (facts) => ({
    fr: `Une feuille a bien plus de lignes remplies qu’un questionnaire${where(facts, "fr")} ; elles ont toutes été lues. Vérifiez qu’une ligne n’a pas été recopiée jusqu’en bas.`,
    en: `A sheet has far more filled rows than a questionnaire${where(facts, "en")}; all were read. Check that no row was filled down to the bottom.`,
  }),
} as const satisfies Record<string, (facts: FileFacts) => Localized>;

/** Why an entry of a .zip of questionnaires is not read. */
export const archiveRemarks = {
  lockFile: ({ found: name }) => ({
    fr: `${quoted(name, "fr")} est le verrou d’un classeur resté ouvert, pas un classeur ; il a été laissé de côté. Rien à faire.`,
    en: `${quoted(name, "en")} is the lock of a workbook left open, no workbook; it was put aside. Nothing to do.`,
  }),
  systemFile: ({ found: name }) => ({
    fr: `${quoted(name, "fr")} est un fichier technique de macOS ou de Windows ; il a été laissé de côté. Rien à faire.`,
    en: `${quoted(name, "en")} is a technical file of macOS or Windows; it was put aside. Nothing to do.`,
  }),
  nestedArchive: ({ found: name }) => ({
    fr: `${quoted(name, "fr")} est une archive dans l’archive ; elle n’est pas ouverte. Extrayez-la et choisissez les classeurs qu’elle contient.`,
    en: `${quoted(name, "en")} is an archive inside the archive; it is not opened. Extract it and choose the workbooks it holds.`,
  }),
  notXlsx: ({ found: name }) => ({
    fr: `${quoted(name, "fr")} n’est pas un fichier .xlsx ; il a été laissé de côté. S’il contient des réponses, enregistrez-le au format .xlsx et reprenez-le.`,
    en: `${quoted(name, "en")} is no .xlsx file; it was put aside. If it holds answers, save it as .xlsx and take it again.`,
  }),
} as const satisfies Record<string, (facts: FileFacts) => Localized>;

/** What becomes of a picked file whose content is not even looked at. */
export const pickedFileMessages = {
  /** @param detail What the reader met, in its own words. */
  unreadable: (detail: string): Localized => ({
    fr: `Le fichier n’a pas pu être lu (${detail}). Ouvrez-le dans Excel, enregistrez-le sous un autre nom et reprenez-le.`,
    en: `The file could not be read (${detail}). Open it in Excel, save it under another name and take it again.`,
  }),
  gone: (detail: string): Localized => ({
    fr: `Le fichier ne peut plus être ouvert (${detail}) : déplacé, supprimé ou fermé à la lecture. Choisissez-le de nouveau.`,
    en: `The file can no longer be opened (${detail}): moved, deleted or locked. Choose it again.`,
  }),
  emptyArchive: {
    fr: "L’archive ne contient aucun classeur .xlsx. Choisissez les questionnaires eux-mêmes, ou une archive .zip qui les contient.",
    en: "The archive holds no .xlsx workbook. Choose the questionnaires themselves, or a .zip that holds them.",
  },
} as const;
