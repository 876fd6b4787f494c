import { counted, type Entry } from "./define";

const rows = (count: number) => counted(count, ["ligne", "lignes"], ["row", "rows"]);

/** Sentences of the formula helper. */
export const formulaTexts = {
  selected: { fr: "Cellule choisie", en: "Selected cell" },
  selectedAt: (address: string) => ({ fr: `Cellule ${address}`, en: `Cell ${address}` }),
  selectOne: {
    fr: "Choisissez dans la feuille une cellule qui contient une formule BVN : elle sera expliquée ici.",
    en: "Select a cell with a BVN formula in the sheet: it is explained here.",
  },
  value: { fr: "Valeur", en: "Value" },
  toCalculate: {
    fr: "Un argument est calculé par Excel : la valeur est celle de la cellule.",
    en: "An argument is calculated by Excel: the value is the one of the cell.",
  },
  tableOf: (count: number, width: number) => {
    const columns = counted(width, ["colonne", "colonnes"], ["column", "columns"]);
    return {
      fr: `Tableau de ${rows(count).fr} × ${columns.fr}`,
      en: `Table of ${rows(count).en} × ${columns.en}`,
    };
  },
  moreRows: (count: number) => ({
    fr: `… et ${rows(count).fr} de plus`,
    en: `… and ${count} more ${count === 1 ? "row" : "rows"}`,
  }),
  rows,
  territories: (count: number) => counted(count, ["territoire", "territoires"], ["territory", "territories"]),
  answers: (field: string, n: string, notReported: string) => ({
    fr: `${field} : n = ${n}, non renseignés ${notReported}`,
    en: `${field}: n = ${n}, not reported ${notReported}`,
  }),
  definition: { fr: "Définition", en: "Definition" },
  computed: { fr: "Calcul", en: "Computed as" },
  missing: { fr: "Réponses manquantes", en: "Missing answers" },
  criteria: { fr: "Ce que disent les arguments", en: "What the arguments say" },
  showRows: (count: string) => ({ fr: `Voir ces lignes (${count})`, en: `Show these rows (${count})` }),
  showMissing: (count: string) => ({
    fr: `Voir les non renseignées (${count})`,
    en: `Show those not reported (${count})`,
  }),
  showAll: { fr: "Retirer le filtre", en: "Take the filter away" },
  reuse: { fr: "Reprendre dans l’assistant", en: "Edit in the helper" },
  reference: { fr: "Page de la fonction", en: "Page of the function" },
  newTab: { fr: "(nouvel onglet)", en: "(new tab)" },

  compose: { fr: "Composer une formule", en: "Compose a formula" },
  what: { fr: "Que calculer ?", en: "What to compute?" },
  form: { fr: "D’après quoi ?", en: "From what?" },
  formBase: { fr: "La base du classeur", en: "The workbook’s base" },
  formRanges: { fr: "Des plages de cellules", en: "Ranges of cells" },
  answersRange: { fr: "Plage des réponses", en: "Range of answers" },
  takeSelectionFor: (label: string) => ({
    fr: `Prendre la sélection : ${label}`,
    en: `Take the selection: ${label}`,
  }),
  takeSelection: { fr: "Prendre la sélection", en: "Take the selection" },
  filters: { fr: "Filtres et options", en: "Filters and options" },
  noFilter: { fr: "Aucun : toute la base.", en: "None: the whole base." },
  addFilter: { fr: "Ajouter un filtre ou une option", en: "Add a filter or an option" },
  removeFilter: (at: number) => ({ fr: `Supprimer le filtre ${at}`, en: `Delete filter ${at}` }),
  filterAt: (at: number) => ({ fr: `Filtre ${at}`, en: `Filter ${at}` }),
  field: { fr: "Champ", en: "Field" },
  rangeField: { fr: "Plage", en: "Range" },
  comparison: { fr: "Comparaison", en: "Comparison" },
  criterion: { fr: "Réponse", en: "Answer" },
  fieldsHeader: { fr: "Champs", en: "Fields" },
  panelHeader: { fr: "Territoires du panel", en: "Territories of the panel" },
  optionsHeader: { fr: "Options", en: "Options" },
  notReported: { fr: "NR – non renseigné", en: "NR – not reported" },
  everyValue: { fr: "Toutes les éditions", en: "Every edition" },
  leftOut: { fr: "(par défaut)", en: "(by default)" },
  optional: { fr: "facultatif", en: "optional" },
  typeHint: { fr: "Un texte, ou =B2 pour une cellule", en: "A text, or =B2 for a cell" },
  rangeHint: { fr: "Projets[État] ou A2:A50", en: "Projets[État] or A2:A50" },
  isEqual: { fr: "est", en: "is" },
  isNot: { fr: "n’est pas", en: "is not" },
  isAtLeast: { fr: "au moins", en: "at least" },
  isAtMost: { fr: "au plus", en: "at most" },
  isMore: { fr: "plus de", en: "more than" },
  isLess: { fr: "moins de", en: "less than" },

  formula: { fr: "Formule", en: "Formula" },
  insertAt: (address: string) => ({ fr: `Insérer en ${address}`, en: `Insert in ${address}` }),
  insert: { fr: "Insérer", en: "Insert" },
  copy: { fr: "Copier", en: "Copy" },
  copied: { fr: "Formule copiée.", en: "Formula copied." },
  notCopied: { fr: "Copiez-la depuis le champ.", en: "Copy it from the field." },
  replaceQuestion: (address: string, content: string) => ({
    fr: `La cellule ${address} contient déjà « ${content} ». La remplacer ?`,
    en: `The cell ${address} already holds “${content}”. Replace it?`,
  }),
  spillQuestion: (count: number, first: string) => ({
    fr: `Le tableau recouvrirait ${count} ${count > 1 ? "cellules remplies, la première" : "cellule remplie,"} en ${first} : Excel montrerait #EPARS! et garderait vos cellules. Insérer quand même ?`,
    en: `The table would cover ${count} filled ${count === 1 ? "cell," : "cells, the first"} in ${first}: Excel would show #SPILL! and keep your cells. Insert anyway?`,
  }),
  tableRefusal: (table: string) => ({
    fr: `La cellule active est dans le tableau ${table}, qui ne prend pas cette formule. Choisissez une cellule hors des tableaux.`,
    en: `The active cell is in the table ${table}, which does not take this formula. Select a cell outside tables.`,
  }),
  replace: { fr: "Remplacer", en: "Replace" },
  anyway: { fr: "Insérer quand même", en: "Insert anyway" },
  cancel: { fr: "Renoncer", en: "Cancel" },
  understood: { fr: "Compris", en: "Understood" },
} satisfies Record<string, Entry>;
