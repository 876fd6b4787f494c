import type { Language, Localized } from "../language";
import { both, counted, listed, quoted } from "./define";

const text = (fr: string, en: string): Localized => ({ fr, en });

interface Message {
  readonly reason: Localized;
  readonly expected?: Localized;
  readonly action: Localized;
}

/** A number with its noun. */
const rows = (n: number, l: Language) => counted(n, ["ligne", "lignes"], ["row", "rows"])[l];
const values = (n: number, l: Language) => counted(n, ["valeur", "valeurs"], ["value", "values"])[l];

const AGAIN = text(
  "Corrigez le fichier ou la correspondance, puis importez-le de nouveau.",
  "Correct the file or the mapping, then import it again.",
);
const CHECK = text("Corrigez dans la base s’il le faut.", "Correct it in the base if need be.");

/** What an older base holds that is not taken, or wants a look. */
export const olderBaseMessages = {
  leftOut: (p: { field: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Ligne laissée de côté : ${quoted(p.field.fr, l)}, à votre demande.`
        : `Row left out, as you chose: ${quoted(p.field.en, l)}.`,
    ),
    action: AGAIN,
  }),
  missing: (p: { field: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Ligne sans ${quoted(p.field.fr, l)} : elle ne peut être rattachée à rien.`
        : `Row without ${quoted(p.field.en, l)}: nobody knows what it belongs to.`,
    ),
    action: AGAIN,
  }),
  aside: (p: { field: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Valeur de ${quoted(p.field.fr, l)} mise de côté à votre demande ; la cellule reste vide.`
        : `Value of ${quoted(p.field.en, l)} put aside as you chose; the cell stays blank.`,
    ),
    action: CHECK,
  }),
  notRead: (p: { field: Localized; expected: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `La valeur n’est pas comprise pour ${quoted(p.field.fr, l)} ; la cellule reste vide.`
        : `The value is not understood for ${quoted(p.field.en, l)}; the cell stays blank.`,
    ),
    expected: p.expected,
    action: CHECK,
  }),
  errorCell: (p: { field: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `La cellule de ${quoted(p.field.fr, l)} est en erreur ou n’a pas de résultat.`
        : `The cell of ${quoted(p.field.en, l)} is an error or has no result.`,
    ),
    action: AGAIN,
  }),
  columnAside: (p: { count: number }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Colonne qui n’est pas de la table ; non repris : ${values(p.count, l)}.`
        : `Column the table does not have; not taken: ${values(p.count, l)}.`,
    ),
    action: text(
      "Pour la reprendre, ajoutez-la à la table Codes ou choisissez son champ, puis importez de nouveau.",
      "To take it, add it to the table Codes or choose its field, then import again.",
    ),
  }),
  tableAside: (p: { fields: readonly Localized[]; rows: number }): Message => ({
    reason: both((l) => {
      const fields = listed(p.fields.map((field) => quoted(field[l], l)));
      return l === "fr"
        ? `Colonne introuvable : ${fields}. Non repris de la feuille : ${rows(p.rows, l)}.`
        : `Column not found: ${fields}. Not taken of the sheet: ${rows(p.rows, l)}.`;
    }),
    action: text("Dites quelle colonne c’est.", "Say which column it is."),
  }),
  sheetAside: (p: { count: number }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Feuille laissée de côté à votre demande, car une autre a les mêmes colonnes : ${rows(p.count, l)}.`
        : `Sheet left out as you chose, because another one has the same columns: ${rows(p.count, l)}.`,
    ),
    action: AGAIN,
  }),
  overlong: (): Message => ({
    reason: text(
      "La ligne a plus de cellules que d’en-têtes : un séparateur de trop a décalé ses valeurs.",
      "The row has more cells than there are headers: a separator too many has shifted its values.",
    ),
    expected: text("Une cellule par en-tête.", "One cell a header."),
    action: text(
      "Mettez entre guillemets les textes qui contiennent le séparateur, puis importez de nouveau.",
      "Put texts that hold the separator between quotes, then import again.",
    ),
  }),
  total: (): Message => ({
    reason: text("Ligne de total : ce n’est pas une réponse.", "A row of totals is no answer."),
    action: text("Rien à faire.", "Nothing to do."),
  }),
  kept: (p: { field: Localized; base: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `L’étude a déjà ${quoted(p.base.fr, l)} pour ${quoted(p.field.fr, l)} ; c’est ce qui reste.`
        : `The study has ${quoted(p.base.en, l)} for ${quoted(p.field.en, l)} already; that stays.`,
    ),
    action: CHECK,
  }),
  notInStudy: (p: { field: Localized }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `${quoted(p.field.fr, l)} du territoire ajouté : l’étude n’a pas cette valeur dans ses listes.`
        : `${quoted(p.field.en, l)} of the territory added: the study’s lists do not have this value.`,
    ),
    action: text("Complétez le panel.", "Complete the panel."),
  }),
  newTerritory: (p: { names: readonly string[] }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Ajoutés au panel : ${listed(p.names)}. Le panel vaut pour toutes les éditions : le taux de réponse de l’édition en cours en tient compte.`
        : `Added to the panel: ${listed(p.names)}. The panel holds for all editions: the response rate of the current one counts them.`,
    ),
    action: text("", ""),
  }),
  panelUnused: (p: { count: number }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Territoires du panel du fichier sans aucune réponse, non ajoutés à l’étude : ${p.count}. Les lignes du panel de l’étude ne changent pas.`
        : `Territories of the file’s panel without any answer, not added to the study: ${p.count}. The rows of the study’s panel do not change.`,
    ),
    action: text("", ""),
  }),
  hiddenRows: (p: { count: number }): Message => ({
    reason: both((l) =>
      l === "fr"
        ? `Masquées dans le fichier, lues comme les autres : ${rows(p.count, l)}.`
        : `Hidden in the file, read like the others: ${rows(p.count, l)}.`,
    ),
    action: text("", ""),
  }),
  domainsAbsent: (p: { edition: string; domains: readonly Localized[] }): Message => ({
    reason: both((l) => {
      const domains = listed(p.domains.map((label) => label[l]));
      return l === "fr"
        ? `L’édition ${p.edition} n’a pas : ${domains}. Les comparaisons le laissent de côté.`
        : `Edition ${p.edition} does not have: ${domains}. Comparisons leave it out.`;
    }),
    action: text("", ""),
  }),
} as const satisfies Record<string, (p: never) => Message>;

/** Why a file of text is refused as a whole. */
export const csvRefusals = {
  unreadable: text(
    "Le fichier ne contient pas de lignes de texte lisibles, ou un guillemet n’y est jamais refermé. Enregistrez-le de nouveau en CSV UTF-8, ou en classeur .xlsx.",
    "The file holds no rows of text that can be read, or a quote in it is never closed. Save it again as CSV UTF-8, or as an .xlsx workbook.",
  ),
  noBase: text(
    "Le fichier de texte n’est pas une base : une ligne d’en-têtes avec Édition ou Territoire, Domaine, Projet, État… était attendue. Un questionnaire se renvoie en classeur .xlsx, jamais en texte.",
    "The text file is no base: a row of headers with Edition or Territory, Domain, Project, Status… was expected. A questionnaire is sent back as an .xlsx workbook, never as text.",
  ),
} as const;

/** What a value may be taken for. */
export const mappingOptions = {
  leaveOut: text("Laisser ces lignes de côté (Rejets)", "Leave these rows out (Rejets)"),
  aside: text("Vider la cellule (valeur dans Rejets)", "Blank the cell (value to Rejets)"),
  columnAside: text("Ne pas reprendre cette colonne", "Do not take this column"),
  notReported: text("NR – Non renseigné", "NR – Not reported"),
  notApplicable: text("SO – Sans objet", "SO – Not applicable"),
  dontKnow: text("NSP – Ne sait pas", "NSP – Don’t know"),
  addAsIs: text("Ajouter au panel sous ce nom", "Add to the panel under this name"),
  addOfficial: (p: { name: string; code: string; department: string }): Localized => ({
    fr: `Ajouter au panel : ${p.name} (${p.code}, ${p.department})`,
    en: `Add to the panel: ${p.name} (${p.code}, ${p.department})`,
  }),
  current: (p: { edition: string }): Localized => ({
    fr: `${p.edition} (édition en cours)`,
    en: `${p.edition} (current edition)`,
  }),
  sheetTaken: text("Reprendre ses lignes", "Take its rows"),
  sheetAside: text("Laisser cette feuille de côté", "Leave this sheet out"),
  keep: text("Garder les réponses de l’étude", "Keep the study’s answers"),
  take: text("Prendre celles du fichier", "Take those of the file"),
} as const;

export const mappingWords = {
  columnOf: (p: { table: Localized }): Localized => ({
    fr: `Colonne de ${p.table.fr}`,
    en: `Column of ${p.table.en}`,
  }),
  /** Several sheets of one file hold such rows: a copy would count everything twice. */
  sheetOf: (p: { table: Localized }): Localized => ({
    fr: `Feuille de ${p.table.fr}, une parmi plusieurs`,
    en: `Sheet of ${p.table.en}, one of several`,
  }),
  edition: text("Édition", "Edition"),
  territory: text("Territoire", "Territory"),
  valueOf: (p: { field: Localized; edition: string }): Localized => ({
    fr: `${p.field.fr}, ${p.edition}`,
    en: `${p.field.en}, ${p.edition}`,
  }),
  rowsAlready: text(
    "Lignes déjà dans l’étude, avec d’autres réponses",
    "Rows the study has, with other answers",
  ),
  journal: (p: {
    editions: readonly string[];
    added: number;
    changed: number;
    unchanged: number;
    rejected: number;
  }): Localized => ({
    fr: `Base ${p.editions.join(", ")}, lignes : ${p.added} ajoutées, ${p.changed} modifiées, ${p.unchanged} identiques ; ${p.rejected} mises de côté.`,
    en: `Base ${p.editions.join(", ")}, rows: ${p.added} added, ${p.changed} changed, ${p.unchanged} unchanged; ${p.rejected} put aside.`,
  }),
  decided: (p: { where: Localized; found: string; answer: Localized; count: number }): Localized =>
    both((l) => {
      const found = p.found === "" ? (l === "fr" ? "(vide)" : "(blank)") : quoted(p.found, l);
      return l === "fr"
        ? `${p.where.fr} : ${found} → ${p.answer.fr} (${rows(p.count, l)}).`
        : `${p.where.en}: ${found} → ${p.answer.en} (${rows(p.count, l)}).`;
    }),
  number: text("Un nombre.", "A number."),
  date: text("Une date.", "A date."),
} as const;
