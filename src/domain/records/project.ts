import type { Codebook, Field } from "../codebook";
import type { Language } from "../language";
import { isBlank, readSpecial, type Answer } from "../values/answer";
import { dateOfSerial, serialOfDate } from "./dates";

/** A value as a cell of Excel holds it. */
export type CellValue = string | number | boolean;

/**
 * One row of a table while a person works on it: field id → value. A code field holds its code, null when
 * blank, or the answers that are no code ("NR", "SO", "NSP"); a text field a text; a number field a number;
 * a date field an ISO date.
 * A value that could not be understood stays as it was found, so that nothing is lost by showing it.
 */
export type Draft = Readonly<Record<string, string | number | null>>;

const SPECIAL_TEXT = { notReported: "NR", notApplicable: "SO", dontKnow: "NSP" } as const;

/** What a cell shows for an answer; blank for an answer that was not given. */
export function answerText(codebook: Codebook, listId: string, answer: Answer, language: Language): string {
  if (answer.kind === "code") return codebook.display(listId, answer.code, language);
  return answer.kind === "invalid" ? String(answer.raw) : SPECIAL_TEXT[answer.kind];
}

/** The cell that holds a draft's value. Text is kept as text: a leading = + - @ never becomes a formula. */
export function toCell(
  codebook: Codebook,
  field: Field,
  value: Draft[string],
  language: Language,
): CellValue {
  if (value === null || value === undefined || value === "") return "";
  if (field.kind === "code" && typeof value === "number")
    return codebook.display(field.list!, value, language);
  if (typeof value === "number") return value;
  if (field.kind === "date") return serialOfDate(value) ?? asText(value);
  // An edition is a year; as text it would carry Excel's green "number stored as text" mark.
  if (field.kind === "edition" && /^\d{4}$/.test(value)) return Number(value);
  return asText(value);
}

/**
 * A text as a cell must be given it so that Excel keeps it as text.
 * @example asText("=1+1") // "'=1+1"
 * @example asText("+33 6") // "'+33 6"
 * @example asText("1e5") // "'1e5"
 * @example asText("3 mars 2014") // "'3 mars 2014"
 * @example asText("Open data 2.0 pour tous") // "Open data 2.0 pour tous"
 */
export function asText(text: string): string {
  return /^[=+\-@'\t\r]/.test(text) || looksLikeNumberOrDate(text) ? `'${text}` : text;
}

/** Months as Excel reads them in dates, French and English, by their first letters. */
const MONTH =
  /(^|[^a-z])(jan|f[eé]v|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)/i;

/** Whether Excel would read a text as a number, a date, a time, an amount or a truth value. */
function looksLikeNumberOrDate(text: string): boolean {
  if (/^(true|false|vrai|faux)$/i.test(text.trim())) return true;
  if (!/\d/.test(text)) return false;
  return /^[\s\d.,/:%€$£()+-]*(?:e[+-]?\d+)?$/i.test(text) || (text.length <= 30 && MONTH.test(text));
}

/** The draft's value that a cell holds; the inverse of `toCell`. */
export function fromCell(codebook: Codebook, field: Field, cell: unknown): Draft[string] {
  if (field.kind === "code") {
    const answer = codebook.reader(field.list!).read(cell);
    if (answer.kind === "code") return answer.code;
    if (isBlank(cell)) return null;
    return answer.kind === "invalid" ? String(cell) : SPECIAL_TEXT[answer.kind];
  }
  if (field.kind === "number") {
    if (typeof cell === "number") return cell;
    return isBlank(cell) ? null : (readSpecial(cell) && String(cell)) || String(cell);
  }
  if (field.kind === "date" && typeof cell === "number" && cell > 0) return dateOfSerial(cell);
  return cell === null || cell === undefined ? "" : String(cell);
}
