import type { Code, CodeList } from "../codebook/types";
import { normalizeText } from "../text/normalize";

/**
 * What a cell that should hold a code says. "Not reported", "not applicable" and "don't know" are kept apart
 * and none of them is a number.
 */
export type Answer =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "notReported" }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "dontKnow" }
  | { readonly kind: "invalid"; readonly raw: unknown };

export const notReported: Answer = { kind: "notReported" };
export const notApplicable: Answer = { kind: "notApplicable" };
export const dontKnow: Answer = { kind: "dontKnow" };

/** What a cell shows for an answer that is no code, and what is understood when it is read. */
const SPECIAL: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["nr", notReported],
  ["n.r.", notReported],
  ["non renseigne", notReported],
  ["non renseignee", notReported],
  ["not reported", notReported],
  ["so", notApplicable],
  ["s.o.", notApplicable],
  ["sans objet", notApplicable],
  ["not applicable", notApplicable],
  ["nsp", dontKnow],
  ["ne sait pas", dontKnow],
  ["don't know", dontKnow],
]);

/**
 * Whether a cell value is blank. Excel hands an empty cell over as 0, null or "" depending on the platform;
 * spaces of any kind count as empty too. All are "not reported".
 * @example isBlank(0) // true
 * @example isBlank(" ") // true
 * @example isBlank("NR") // false
 */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === "") return true;
  return typeof value === "string" && normalizeText(value) === "";
}

/** Reads what is neither a code nor a label: blanks, NR, SO, NSP. */
export function readSpecial(value: unknown): Answer | undefined {
  if (isBlank(value)) return notReported;
  if (typeof value !== "string") return undefined;
  const key = normalizeText(value);
  return key === "0" ? notReported : (SPECIAL.get(key) ?? readSpelledOut(key));
}

/** "NR – Non renseigné · Not reported", as questionnaires offer it: all of it must say the same. */
function readSpelledOut(key: string): Answer | undefined {
  const [first, ...others] = key.split(/ [-·] /).map((part) => SPECIAL.get(part));
  return others.length && others.every((answer) => answer === first) ? first : undefined;
}

const LEADING_CODE = /^(-?\d+)(?:[.,]0*)?(?:\s*[-.:)]\s*(.*))?$/;

/** Reads the answers of one code list; made once per list, each distinct text is understood once. */
export class AnswerReader {
  private readonly byLabel = new Map<string, Code>();
  private readonly byCode = new Map<number, Code>();
  private readonly memory = new Map<string, Answer>();

  constructor(list: CodeList) {
    // Labels before aliases: a label of today may be a former label of another code.
    for (const code of list.codes) {
      this.byCode.set(code.code, code);
      // Bilingual questionnaires show both.
      this.learn(code, [code.label.fr, code.label.en, `${code.label.fr} · ${code.label.en}`]);
    }
    for (const code of list.codes) this.learn(code, code.aliases ?? []);
  }

  private learn(code: Code, texts: readonly string[]): void {
    for (const text of texts) {
      const key = normalizeText(text);
      if (!this.byLabel.has(key)) this.byLabel.set(key, code);
    }
  }

  /**
   * The answer a cell holds: a code (3, "3", "3."), a label in either language, or "code – label". A code
   * and a label that contradict each other are invalid, never a guess.
   */
  read(value: unknown): Answer {
    if (typeof value === "number" && value !== 0) {
      return this.byCode.has(value) ? { kind: "code", code: value } : { kind: "invalid", raw: value };
    }
    if (typeof value !== "string") return readSpecial(value) ?? { kind: "invalid", raw: value };
    const known = this.memory.get(value);
    if (known) return known;
    const answer = this.readText(value);
    if (this.memory.size < 10_000) this.memory.set(value, answer);
    return answer;
  }

  private readText(value: string): Answer {
    const special = readSpecial(value);
    if (special) return special;
    const key = normalizeText(value);
    const label = this.byLabel.get(key);
    if (label) return { kind: "code", code: label.code };
    const parts = LEADING_CODE.exec(key);
    const code = parts && this.byCode.get(Number(parts[1]));
    if (!code) return { kind: "invalid", raw: value };
    const text = parts[2]?.trim();
    if (text && this.byLabel.get(text) !== code) {
      // A list may give the same label to two codes, or the book may have been relabelled since.
      const same = [code.label.fr, code.label.en, ...(code.aliases ?? [])].some(
        (l) => normalizeText(l) === text,
      );
      if (!same) return { kind: "invalid", raw: value };
    }
    return { kind: "code", code: code.code };
  }
}
