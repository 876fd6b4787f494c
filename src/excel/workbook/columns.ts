import type { Codebook, Field, TableDefinition } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { betweenWords, dateWords, workbookWords } from "../../domain/messages/workbook";
import { columnLetters } from "../tables/addresses";
import { listNames, projectSource } from "./lists";

/** Where a table stands: what formulas of its columns need to know. */
export interface TablePlace {
  /** 0-based row of the header, and first column. */
  readonly row: number;
  readonly column: number;
  readonly columnCount: number;
  /** Column of each field within the table. */
  readonly columns: ReadonlyMap<string, number>;
}

/** How a column is kept in order: everything derived from its field. */
export interface ColumnRules {
  readonly rule: Excel.DataValidationRule | null;
  readonly prompt: { readonly title: string; readonly message: string };
  readonly alert: {
    readonly style: "Stop" | "Warning" | "Information";
    readonly title: string;
    readonly message: string;
    readonly showAlert: boolean;
  };
  /** Formulas of the conditional formats: required cells left blank, values that are not understood. */
  readonly blank: string | null;
  readonly invalid: string | null;
  readonly numberFormat: string;
  /** Points. */
  readonly width: number;
}

/** Excel's limits for the texts of a validation. */
const TITLE = 32;
const MESSAGE = 255;
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** Earliest date a study can hold; a number below it is a mistake, not a day. */
const FIRST_DATE = "2000-01-01";

/** The rules of one column, in the workbook's language. */
export function columnRules(
  codebook: Codebook,
  table: TableDefinition,
  field: Field,
  place: TablePlace,
  language: Language,
): ColumnRules {
  const words = (text: { fr: string; en: string }) => text[language];
  const cellOf = (id: string) => {
    const at = place.columns.get(id);
    return at === undefined ? null : `$${columnLetters(place.column + at)}${place.row + 2}`;
  };
  const cell = cellOf(field.id)!;
  const [rule, hint] = validationOf(codebook, field, cellOf("domain"));
  const optional = field.required ? "" : ` ${words(workbookWords.orMissing)}`;
  const expectation = hint ? words(hint) + (hint === workbookWords.addTerritory ? "" : optional) : "";
  const ranged = field.kind === "number" || field.kind === "date";
  return {
    rule,
    prompt: {
      title: cut(words(field.label), TITLE),
      message: cut([field.help ? words(field.help) : "", expectation].filter(Boolean).join(" "), MESSAGE),
    },
    alert: {
      // A required answer cannot be something else; elsewhere NR, SO and NSP may be typed, and a territory
      // may be added to the panel afterwards. Projects take free text.
      style: field.required && field.kind === "code" ? "Stop" : "Warning",
      title: words(ranged ? workbookWords.notInRange : workbookWords.notInList),
      message: cut(`${words(field.label)}${language === "fr" ? " : " : ": "}${expectation}`, MESSAGE),
      showAlert: field.kind !== "project",
    },
    blank: field.required ? blankFormula(cell, place) : null,
    invalid: invalidFormula(field, cell),
    numberFormat: numberFormat(table, field, language),
    width: pointsOf(field.width ?? 16),
  };
}

function validationOf(
  codebook: Codebook,
  field: Field,
  domainCell: string | null,
): [Excel.DataValidationRule | null, { fr: string; en: string } | null] {
  const listOf = (source: string): Excel.DataValidationRule => ({ list: { inCellDropDown: true, source } });
  switch (field.kind) {
    case "code":
      return [listOf(`=${listNames.offered(field.list!)}`), workbookWords.chooseFromList];
    case "edition":
      return [listOf(`=${listNames.editions}`), workbookWords.chooseFromList];
    case "territory":
      return [listOf(`=${listNames.territories}`), workbookWords.addTerritory];
    case "project":
      return domainCell && codebook.edition.listedProjects.length
        ? [listOf(projectSource(domainCell)), null]
        : [null, null];
    case "number": {
      const { min, max } = field;
      const between = { formula1: min ?? -1e15, formula2: max ?? 1e15, operator: "Between" as const };
      return [{ decimal: between }, betweenWords(min, max, field.unit)];
    }
    case "date":
      return [{ date: { formula1: FIRST_DATE, operator: "GreaterThan" } }, dateWords];
    default:
      return [null, null];
  }
}

/** The row has been started, this required cell is blank: a paste goes round data validation. */
function blankFormula(cell: string, place: TablePlace): string {
  const row = place.row + 2;
  const from = `$${columnLetters(place.column)}${row}`;
  const to = `$${columnLetters(place.column + place.columnCount - 1)}${row}`;
  return `=AND(LEN(TRIM(${cell}))=0,COUNTA(${from}:${to})>0)`;
}

/** The cell holds something that is no answer; an error value makes the formula fail, and is no answer either. */
function invalidFormula(field: Field, cell: string): string | null {
  const filled = `LEN(TRIM(${cell}))>0`;
  const notIn = (name: string) => `SUMPRODUCT(--(${name}&""=${cell}&""))=0`;
  const wrap = (...conditions: string[]) => `=IFERROR(AND(${[filled, ...conditions].join(",")}),TRUE)`;
  switch (field.kind) {
    case "code":
      return wrap(notIn(listNames.understood(field.list!)));
    case "edition":
      return wrap(notIn(listNames.editions));
    case "territory":
      return wrap(notIn(listNames.territories));
    case "number": {
      const bounds = [
        `NOT(ISNUMBER(${cell}))`,
        ...(field.min === undefined ? [] : [`${cell}<${field.min}`]),
        ...(field.max === undefined ? [] : [`${cell}>${field.max}`]),
      ];
      return wrap(notIn(listNames.missing), `OR(${bounds.join(",")})`);
    }
    case "date":
      return wrap(notIn(listNames.missing), `NOT(ISNUMBER(${cell}))`);
    default:
      return null;
  }
}

/** Whether a conditional format's formula is one of ours, wherever its cells have moved. */
export const isOurFormat = (formula: string): boolean =>
  /BVN_/.test(formula) || /^=AND\(LEN\(TRIM\(\$?[A-Z]+\$?\d+\)\)=0,COUNTA\(/.test(formula);

/** Texts made of digits: 01004 and +33 6 … must stay whole when they are typed. */
const DIGIT_TEXTS: ReadonlySet<string> = new Set(["code", "phone"]);

function numberFormat(table: TableDefinition, field: Field, language: Language): string {
  switch (field.kind) {
    case "text":
      return DIGIT_TEXTS.has(field.id) ? "@" : "General";
    case "date": {
      const day = language === "fr" ? "dd/mm/yyyy" : "yyyy-mm-dd";
      // What the product itself writes down has an hour.
      return table.id === "journal" || table.id === "rejects" ? `${day} hh:mm` : day;
    }
    case "number":
      if (field.max !== undefined && field.max <= 1) return "0%";
      return field.unit ? `#,##0 "${field.unit}"` : "#,##0";
    default:
      return "General";
  }
}

/** Width of a column of so many characters of the default font, in points. */
export const pointsOf = (characters: number): number => Math.round((characters * 7 + 5) * 0.75);
