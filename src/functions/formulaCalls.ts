/** One argument of a call, as it is written. */
export type WrittenArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "logical"; readonly value: boolean }
  /** Cells, a table's column or a name: what only Excel can read. */
  | { readonly kind: "reference"; readonly text: string }
  /** Anything that has to be calculated first. */
  | { readonly kind: "expression"; readonly text: string };

/** A call of a BVN function inside a formula. */
export interface WrittenCall {
  /** Name behind "BVN.", in capitals. */
  readonly id: string;
  readonly arguments: readonly WrittenArgument[];
  /** Where it stands in the formula, and how it is written there. */
  readonly start: number;
  readonly text: string;
}

/** What a formula is made of; a bracket is a whole structured reference's part, a sheet a quoted sheet name. */
interface Piece {
  readonly kind: "text" | "sheet" | "bracket" | "braces" | "open" | "close" | "separator" | "other";
  readonly text: string;
  readonly at: number;
}

/** End of a part that starts with a quote; the quote is doubled inside. */
function endOfQuoted(formula: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < formula.length) {
    if (formula[at] !== quote) at++;
    else if (formula[at + 1] === quote) at += 2;
    else return at + 1;
  }
  return at;
}

/** End of a [part] of a structured reference; an apostrophe takes the next character literally. */
function endOfBracket(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** End of an {array}. */
function endOfBraces(formula: string, from: number): number {
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === '"') at = endOfQuoted(formula, at, '"') - 1;
    else if (formula[at] === "}") return at + 1;
  }
  return formula.length;
}

/** Cuts a formula into pieces. Semicolons part arguments wherever there are any outside texts and arrays. */
function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let other = 0;
  const push = (kind: Piece["kind"], at: number, end: number) => {
    if (other < at) pieces.push({ kind: "other", text: formula.slice(other, at), at: other });
    pieces.push({ kind, text: formula.slice(at, end), at });
    other = end;
  };
  for (let at = 0; at < formula.length; at++) {
    const character = formula[at];
    let end = at + 1;
    if (character === '"') push("text", at, (end = endOfQuoted(formula, at, '"')));
    else if (character === "'") push("sheet", at, (end = endOfQuoted(formula, at, "'")));
    else if (character === "[") push("bracket", at, (end = endOfBracket(formula, at)));
    else if (character === "{") push("braces", at, (end = endOfBraces(formula, at)));
    else if (character === "(") push("open", at, end);
    else if (character === ")") push("close", at, end);
    else if (character === ";" || character === ",") push("separator", at, end);
    at = end - 1;
  }
  if (other < formula.length) pieces.push({ kind: "other", text: formula.slice(other), at: other });
  return pieces;
}

const NAME = /(?<![\p{L}\p{N}_.])BVN\.([A-Z]+)\s*$/iu;

/**
 * The BVN calls of a formula, outermost first, however deep they stand (`=1-BVN.MATURITY()`), with commas or
 * semicolons. What is written wrongly is cut where it ends.
 * @complexity O(length of the formula) for each level of nesting.
 */
export function callsIn(formula: string): WrittenCall[] {
  const pieces = piecesOf(formula);
  // With semicolons, a comma is a decimal one.
  const semicolons = pieces.some(({ kind, text }) => kind === "separator" && text === ";");
  const separates = ({ kind, text }: Piece) => kind === "separator" && (text === ";") === semicolons;
  const calls: WrittenCall[] = [];
  pieces.forEach((piece, i) => {
    const name = pieces[i + 1]?.kind === "open" && piece.kind === "other" ? NAME.exec(piece.text) : null;
    if (!name) return;
    const start = piece.at + name.index;
    let depth = 0;
    let from = pieces[i + 1].at + 1;
    const written: string[] = [];
    let end = formula.length;
    for (const each of pieces.slice(i + 1)) {
      if (each.kind === "open") depth++;
      const closes = each.kind === "close" && --depth === 0;
      if (closes || (depth === 1 && separates(each))) {
        written.push(formula.slice(from, each.at));
        from = each.at + 1;
      }
      if (!closes) continue;
      end = each.at + 1;
      break;
    }
    if (end === formula.length && depth > 0) written.push(formula.slice(from));
    const none = written.length === 1 && written[0].trim() === "";
    calls.push({
      id: name[1].toUpperCase(),
      arguments: none ? [] : written.map((text) => argumentOf(text, semicolons)),
      start,
      text: formula.slice(start, end),
    });
  });
  return calls;
}

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}#?`;
const LINES = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const TABLE = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*(?:\[.*\])?|\[.*\]`;
const REFERENCE = new RegExp(`^${SHEET}(?:${CELL}(?::${CELL})?|${LINES}|${TABLE})$`, "isu");

/** What an argument is by its writing. */
function argumentOf(written: string, semicolons: boolean): WrittenArgument {
  const text = written.trim();
  if (text === "") return { kind: "omitted" };
  if (text.startsWith('"') && endOfQuoted(text, 0, '"') === text.length) {
    return { kind: "text", value: text.slice(1, -1).replace(/""/g, '"') };
  }
  const digits = semicolons ? text.replace(",", ".") : text;
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(digits)) return { kind: "number", value: Number(digits) };
  if (/^-?[\d.,]+%$/.test(digits)) return { kind: "number", value: Number(digits.slice(0, -1)) / 100 };
  const logical = /^(TRUE|VRAI)$/i.test(text) ? true : /^(FALSE|FAUX)$/i.test(text) ? false : null;
  if (logical !== null) return { kind: "logical", value: logical };
  return REFERENCE.test(text) ? { kind: "reference", text } : { kind: "expression", text };
}
