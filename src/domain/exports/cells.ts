import type { Codebook } from "../codebook";
import type { Draft } from "../records/project";
import { serialOfDate } from "../records/dates";
import { isBlank, readSpecial, type Answer } from "../values/answer";
import { readNumber } from "../values/number";
import type { MissingId, Variable } from "./variables";

/**
 * One value ready for any format. A blank is not reported without saying so; `missing` was said; `other` is what
 * stands in a cell that should hold a code, a number or a date and is none: it is listed apart, never dropped.
 */
export type ExportValue =
  | { readonly kind: "blank" }
  | { readonly kind: "code" | "number"; readonly value: number }
  | { readonly kind: "date" | "text"; readonly value: string }
  | { readonly kind: "missing"; readonly missing: MissingId }
  | { readonly kind: "other"; readonly text: string };

const BLANK: ExportValue = { kind: "blank" };
const MISSING: Readonly<Record<Exclude<Answer["kind"], "code" | "invalid">, MissingId>> = {
  notReported: "NR",
  notApplicable: "SO",
  dontKnow: "NSP",
};

/** Reads the values of one variable from the rows of its table. */
export type ValueReader = (row: Draft) => ExportValue;

/** How the values of a variable are read: as formulas read them, so that counts of the exported file are theirs. */
export function valueReader(codebook: Codebook, variable: Variable): ValueReader {
  const { id, list } = variable.field;
  switch (variable.type) {
    case "code":
      return variable.field.kind === "auto"
        ? (row) => derivedClass(codebook, list!, row)
        : codeReader(codebook, id, list!);
    case "number":
      return (row) => special(row[id]) ?? numberOf(row[id]);
    case "date":
      return (row) => special(row[id]) ?? dateOf(row[id]);
    case "text":
      return (row) => textOf(row[id]);
  }
}

function codeReader(codebook: Codebook, id: string, list: string): ValueReader {
  const reader = codebook.reader(list);
  const codes = new Map<number, ExportValue>();
  return (row) => {
    const value = row[id];
    if (isBlank(value)) return BLANK;
    const answer = reader.read(value);
    if (answer.kind === "invalid") return { kind: "other", text: String(value) };
    if (answer.kind !== "code") return { kind: "missing", missing: MISSING[answer.kind] };
    let code = codes.get(answer.code);
    if (!code) codes.set(answer.code, (code = { kind: "code", value: answer.code }));
    return code;
  };
}

/** The class of the row's population, as every formula derives it. */
function derivedClass(codebook: Codebook, list: string, row: Draft): ExportValue {
  const population = readNumber(row.population, { thousands: true });
  const code = population === null ? undefined : codebook.classOf(list, population);
  return code === undefined ? BLANK : { kind: "code", value: code };
}

/** Blank, or an answer that is no value. */
function special(value: unknown): ExportValue | undefined {
  if (value === 0) return undefined;
  if (isBlank(value)) return BLANK;
  const answer = readSpecial(value);
  return answer && answer.kind !== "code" && answer.kind !== "invalid"
    ? { kind: "missing", missing: MISSING[answer.kind] }
    : undefined;
}

function numberOf(value: unknown): ExportValue {
  const number = readNumber(value, { thousands: true });
  return number === null ? { kind: "other", text: String(value) } : { kind: "number", value: number };
}

function dateOf(value: unknown): ExportValue {
  const text = String(value);
  return serialOfDate(text) === null ? { kind: "other", text } : { kind: "date", value: text };
}

function textOf(value: unknown): ExportValue {
  const text = value === null || value === undefined ? "" : wellFormed(String(value));
  return text === "" ? BLANK : { kind: "text", value: text };
}

const HALF = /\p{Surrogate}/u;

/**
 * A text without halves of characters, which no file in UTF-8 can hold: U+FFFD stands in their place.
 * @example wellFormed("a\ud83d!") // "a\ufffd!"
 */
export const wellFormed = (text: string): string =>
  HALF.test(text) ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
