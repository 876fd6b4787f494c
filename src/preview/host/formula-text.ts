/** Formula text between what Excel shows (English or French) and what Univer stores (English, no [@Column]). */
import { FRENCH_FUNCTIONS } from "./french-functions";

const toEnglishName = new Map(FRENCH_FUNCTIONS.map(([french, english]) => [french, english]));
const toFrenchName = new Map(FRENCH_FUNCTIONS.map(([french, english]) => [english, french]));

type Piece = { text: string; kind: "code" | "string" | "sheet" | "bracket" };
/** Cuts a formula so that strings, quoted sheet names and [column] parts stay untouched. */
function pieces(formula: string): Piece[] {
  const found: Piece[] = [];
  let code = "";
  const flush = () => {
    if (code) found.push({ text: code, kind: "code" });
    code = "";
  };
  for (let i = 0; i < formula.length;) {
    const char = formula[i]!;
    let end = i;
    if (char === '"' || char === "'") {
      end = i + 1;
      while (end < formula.length) {
        if (formula[end] === char) {
          if (formula[end + 1] !== char) break;
          end++;
        }
        end++;
      }
    } else if (char === "[") {
      let depth = 0;
      for (; end < formula.length; end++) {
        if (formula[end] === "'") end++;
        else if (formula[end] === "[") depth++;
        else if (formula[end] === "]" && --depth === 0) break;
      }
    } else {
      code += char;
      i++;
      continue;
    }
    flush();
    found.push({
      text: formula.slice(i, end + 1),
      kind: char === '"' ? "string" : char === "'" ? "sheet" : "bracket",
    });
    i = end + 1;
  }
  flush();
  return found;
}
const mapNames = (code: string, names: Map<string, string>) =>
  code.replace(/([\p{L}_][\p{L}\p{N}_.]*)(?=\s*\()/gu, (name) => names.get(name.toUpperCase()) ?? name);

/** A semicolon outside strings and braces, or a name only French has: what English formulas never show. */
export function looksFrench(formula: string): boolean {
  let depth = 0;
  for (const { text, kind } of pieces(formula)) {
    if (kind !== "code") continue;
    for (const char of text) {
      if (char === "{") depth++;
      if (char === "}") depth--;
      if (char === ";" && depth === 0) return true;
    }
    for (const [name] of text.matchAll(/[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu))
      if (toEnglishName.has(name.toUpperCase()) && !toFrenchName.has(name.toUpperCase())) return true;
  }
  return false;
}
/** =SOMME(A1;2,5) → =SUM(A1,2.5) */
export function fromFrench(formula: string): string {
  let depth = 0;
  return pieces(formula)
    .map(({ text, kind }) => {
      if (kind === "bracket")
        return text
          .replace(/#En-têtes/gi, "#Headers")
          .replace(/#Données/gi, "#Data")
          .replace(/#Tout/gi, "#All")
          .replace(/#Totaux/gi, "#Totals")
          .replace(/\]\s*;\s*\[/g, "],[");
      if (kind !== "code") return text;
      let out = "";
      for (const [i, char] of [...text].entries()) {
        if (char === "{") depth++;
        if (char === "}") depth--;
        const digits = /\d/.test(text[i - 1] ?? "") && /\d/.test(text[i + 1] ?? "");
        if (char === ";" && depth === 0) out += ",";
        else if (char === "." && depth > 0) out += ",";
        else if (char === "," && digits) out += ".";
        else out += char;
      }
      return mapNames(out, toEnglishName)
        .replace(/\bVRAI\b/gi, "TRUE")
        .replace(/\bFAUX\b/gi, "FALSE");
    })
    .join("");
}
/** =SUM(A1,2.5) → =SOMME(A1;2,5) */
export function toFrench(formula: string): string {
  let depth = 0;
  return pieces(formula)
    .map(({ text, kind }) => {
      if (kind === "bracket")
        return text
          .replace(/#Headers/g, "#En-têtes")
          .replace(/#Data/g, "#Données")
          .replace(/#All/g, "#Tout")
          .replace(/#Totals/g, "#Totaux")
          .replace(/\],\[/g, "];[");
      if (kind !== "code") return text;
      let out = "";
      for (const [i, char] of [...text].entries()) {
        if (char === "{") depth++;
        if (char === "}") depth--;
        const digits = /\d/.test(text[i - 1] ?? "") && /\d/.test(text[i + 1] ?? "");
        if (char === ",") out += depth > 0 ? "." : ";";
        else if (char === "." && digits) out += ",";
        else out += char;
      }
      return mapNames(out, toFrenchName)
        .replace(/\bTRUE\b/g, "VRAI")
        .replace(/\bFALSE\b/g, "FAUX");
    })
    .join("");
}

/** [@Column] and [@[Column name]] are spelt out for Univer; a table's own formulas may leave the table out. */
export function spellOut(formula: string, ownTable?: string): string {
  const parts = pieces(formula);
  return parts
    .map(({ text, kind }, i) => {
      if (kind !== "bracket") return text;
      const before = parts[i - 1];
      const named = before?.kind === "code" && /[\p{L}\p{N}_.]$/u.test(before.text);
      const at = /^\[@(?:\[(.*)\]|(.*))\]$/s.exec(text);
      const body = at ? `[[#This Row],[${at[1] ?? at[2]}]]` : text;
      return at && (at[1] ?? at[2]) === ""
        ? `${named ? "" : (ownTable ?? "")}[#This Row]`
        : (named ? "" : (ownTable ?? "")) + body;
    })
    .join("");
}
/** Back to the form Excel shows. */
export function abbreviate(formula: string): string {
  if (!formula.includes("[#This Row]")) return formula;
  return formula.replace(/\[\[#This Row\],\s*\[((?:[^\]']|'.)*)\]\]/g, (_all, name: string) =>
    /^[\p{L}\p{N}_.]+$/u.test(name) ? `[@${name}]` : `[@[${name}]]`,
  );
}
