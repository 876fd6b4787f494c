/** Single cells: what a written value becomes, what is read back (value, formula, text, type). */
import { CellValueType, numfmt, type ICellData, type Styles } from "@univerjs/core";
import { fromFrench } from "./formula-text";
import { invalidArgument } from "./errors";

export const ERRORS = new Set([
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#GETTING_DATA",
  "#ERROR!",
  "#CYCLE!",
]);
const FRENCH_ERRORS: Record<string, string> = {
  "#NAME?": "#NOM?",
  "#NULL!": "#NUL!",
  "#NUM!": "#NOMBRE!",
  "#VALUE!": "#VALEUR!",
  "#SPILL!": "#PROPAGATION!",
  "#BUSY!": "#OCCUPÉ!",
};
export type CellContent = string | number | boolean;
/** The cell's content emptied; its style stays. */
export const EMPTY: Partial<ICellData> = {
  v: null,
  f: null,
  si: null,
  p: null,
  t: null,
} as unknown as Partial<ICellData>;

/** What Excel makes of a value written to a cell. formula: English, commas, with "=". */
export interface Written {
  value: CellContent | null;
  formula?: string;
  format?: string;
  forcedText?: boolean;
}
export function interpret(input: unknown, textCell: boolean, lang: "fr" | "en"): Written {
  if (input === null || input === undefined || input === "") return { value: null };
  if (typeof input === "number") {
    if (!Number.isFinite(input)) throw invalidArgument(`${input} is no cell value.`);
    return textCell ? { value: String(input), forcedText: true } : { value: input };
  }
  if (typeof input === "boolean") return { value: input };
  if (typeof input !== "string") throw invalidArgument(`a cell cannot take ${JSON.stringify(input)}.`);
  if (input.length > 32767) throw invalidArgument("a cell takes at most 32767 characters.");
  // The apostrophe is taken for a prefix in text cells too.
  if (input.startsWith("'")) return { value: input.slice(1), forcedText: true };
  if (textCell) return { value: input, forcedText: true };
  if (input.startsWith("=") && input.length > 1)
    return { value: null, formula: lang === "fr" ? fromFrench(input) : input };
  const parsed = parseTyped(input, lang);
  if (parsed) return parsed;
  // Excel takes +x, -x and @x for formulas, and refuses what is none.
  if (/^[+\-@]./.test(input)) {
    if (/^[+\-@][\p{L}\p{N}_.$!:()+*/^&,;-]+$/u.test(input)) return { value: null, formula: `=${input}` };
    throw invalidArgument(`Excel takes ${JSON.stringify(input)} for a formula, and it is not a valid one.`);
  }
  return { value: input };
}
function parseTyped(text: string, lang: "fr" | "en"): Written | null {
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: /^true$/i.test(trimmed) };
  if (lang === "fr" && /^(vrai|faux)$/i.test(trimmed)) return { value: /^vrai$/i.test(trimmed) };
  if (ERRORS.has(trimmed)) return { value: trimmed };
  const decimal =
    lang === "fr"
      ? trimmed.replace(/[\u00a0\u202f ](?=\d{3}\b)/g, "").replace(",", ".")
      : trimmed.replace(/,(?=\d{3}\b)/g, "");
  if (lang === "fr" && /\d\.\d/.test(trimmed)) return date(trimmed, lang);
  const number = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(decimal);
  if (number) {
    if (number[2]) return { value: Number(number[1]) / 100, format: "0%" };
    return { value: Number(number[1]) };
  }
  return date(trimmed, lang);
}
function date(text: string, lang: "fr" | "en"): Written | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!iso && !slashed) return null;
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : lang === "fr"
      ? [slashed![3], slashed![2], slashed![1]]
      : [slashed![3], slashed![1], slashed![2]];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(time).getUTCDate() !== Number(day) || new Date(time).getUTCMonth() !== Number(month) - 1)
    return null;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / 86400000);
  return serial > 60 ? { value: serial, format: lang === "fr" ? "dd/mm/yyyy" : "m/d/yyyy" } : null;
}

export function toCellData(written: Written): Partial<ICellData> {
  const { value, formula, forcedText, format } = written;
  const data: Partial<ICellData> = { ...EMPTY };
  if (formula) data.f = formula;
  else if (value !== null) {
    data.v = typeof value === "boolean" ? (value ? 1 : 0) : value;
    data.t =
      typeof value === "boolean"
        ? CellValueType.BOOLEAN
        : typeof value === "number"
          ? CellValueType.NUMBER
          : forcedText
            ? CellValueType.FORCE_STRING
            : CellValueType.STRING;
  }
  if (format) data.s = { n: { pattern: format } };
  return data;
}

export function valueOf(cell: ICellData | null | undefined): CellContent {
  if (!cell) return "";
  if (cell.p) return (cell.p.body?.dataStream ?? "").replace(/\r?\n$/, "");
  const { v, t } = cell;
  if (v === undefined || v === null) return cell.f || cell.si ? 0 : "";
  if (t === CellValueType.BOOLEAN || typeof v === "boolean")
    return v === true || v === 1 || v === "1" || v === "TRUE";
  if (t === CellValueType.NUMBER && typeof v === "string") return v === "" ? "" : Number(v);
  return v;
}
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";
export function typeOf(cell: ICellData | null | undefined): ValueType {
  const value = valueOf(cell);
  if (value === "") return cell?.f || cell?.si ? "String" : "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return ERRORS.has(value) && cell?.t !== CellValueType.FORCE_STRING ? "Error" : "String";
}
export function patternOf(cell: ICellData | null | undefined, styles: Styles): string {
  return (cell && styles.getStyleByCell(cell)?.n?.pattern) || "General";
}
/** What the cell shows. */
export function textOf(cell: ICellData | null | undefined, styles: Styles, lang: "fr" | "en"): string {
  const value = valueOf(cell);
  if (typeof value === "boolean") return lang === "fr" ? (value ? "VRAI" : "FAUX") : value ? "TRUE" : "FALSE";
  if (typeof value === "string") return lang === "fr" ? (FRENCH_ERRORS[value] ?? value) : value;
  try {
    return String(numfmt.format(patternOf(cell, styles), value, { locale: lang, throws: true }));
  } catch {
    return lang === "fr" ? String(value).replace(".", ",") : String(value);
  }
}
