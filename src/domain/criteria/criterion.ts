import { normalizeText } from "../text/normalize";
import { isBlank } from "../values/answer";
import { readNumber } from "../values/number";

/** Excel's comparison operators; a criterion without one means "=". */
export type Operator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** One criterion as Excel's COUNTIFS understands it, parsed. */
export interface Criterion {
  readonly operator: Operator;
  /** What stands behind the operator, as typed. */
  readonly operand: unknown;
  /** The operand as a number, if it is one. */
  readonly number: number | null;
  /** Comparison key of the operand: no case, no accents. */
  readonly key: string;
  /** Present when the operand has wildcards: ? one character, * any, ~ takes the next one literally. */
  readonly pattern: RegExp | null;
  /** No operand: "" and "=" match blanks, "<>" matches what is not blank. */
  readonly blank: boolean;
  /** The criterion is "*" alone: everything, blanks included. */
  readonly everything: boolean;
  /** Comparison keys one of which a text must have. */
  readonly among?: ReadonlySet<string>;
}

/** A criterion nobody types: a text that is one of these, by comparison key. */
export class OneOf {
  constructor(readonly keys: ReadonlySet<string>) {}
}

/**
 * Parses a criterion with Excel's own grammar (see the help of COUNTIFS): an operator, wildcards, numbers
 * written as text; case and accents do not matter. A blank criterion means "not reported", like "".
 * @example parseCriterion(">=100000").number // 100000
 * @example parseCriterion("<>Commune").operator // "<>"
 * @example parseCriterion("Éduc*").pattern.test("education") // true
 */
export function parseCriterion(value: unknown): Criterion {
  if (value instanceof OneOf) {
    const key = [...value.keys].sort().join("\n");
    const plain = { operator: "=", number: null, pattern: null, blank: false, everything: false } as const;
    return { ...plain, operand: value, key, among: value.keys };
  }
  if (typeof value !== "string") {
    const blank = isBlank(value);
    const number = typeof value === "number" && !blank ? value : null;
    const key = blank ? "" : normalizeText(String(value));
    return { operator: "=", operand: value, number, key, pattern: null, blank, everything: false };
  }
  const [, sign, rest] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(value)!;
  const operator = (sign ?? "=") as Operator;
  const equality = operator === "=" || operator === "<>";
  const key = normalizeText(rest);
  const blank = key === "" || key === "0";
  const hasWildcards = equality && /[*?~]/.test(rest);
  const pattern = hasWildcards ? wildcardPattern(rest) : null;
  const number = blank && equality ? null : readNumber(rest, { thousands: false });
  return {
    operator,
    operand: rest,
    number,
    key,
    pattern,
    blank,
    everything: operator === "=" && rest === "*",
  };
}

/**
 * The criterion that only this text meets, whatever signs it is written with.
 * @example exactly("Lyon") // "Lyon"
 * @example exactly("=Lyon*") // "==Lyon~*"
 */
export function exactly(text: string): string {
  const plain = text.replace(/[~*?]/g, "~$&");
  return /^[<>=]/.test(plain) ? `=${plain}` : plain;
}

/** Excel's wildcards as a regular expression over comparison keys. */
function wildcardPattern(operand: string): RegExp {
  let source = "";
  const characters = [...operand];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character === "~" && i + 1 < characters.length) source += escaped(characters[++i]);
    else if (character === "*") source += "[\\s\\S]*";
    else if (character === "?") source += "[\\s\\S]";
    else source += escaped(character);
  }
  return new RegExp(`^${source}$`);
}

/** A character of the operand as it stands in a key, safe in a regular expression; spaces stay spaces. */
function escaped(character: string): string {
  const key = /\s/.test(character) ? " " : normalizeText(character);
  return key.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

/** Whether a number compares to the operand as the operator says. */
export function compareNumbers(operator: Operator, left: number, right: number): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/**
 * Whether a plain value (no code) meets a criterion. A number in text counts as the number; blanks meet only
 * "", "=" and "<>something"; numbers and texts are never ordered against each other.
 * @example meets("Bordeaux", parseCriterion("bord*")) // true
 * @example meets(120000, parseCriterion(">=100000")) // true
 * @example meets(null, parseCriterion("<>Commune")) // true
 */
export function meets(value: unknown, criterion: Criterion): boolean {
  return meetsKey(value, isBlank(value) ? "" : normalizeText(String(value)), criterion);
}

/** `meets` for a value whose comparison key is known; "" if it is blank. */
export function meetsKey(value: unknown, ownKey: string, criterion: Criterion): boolean {
  const { operator, number, key, pattern, blank, everything } = criterion;
  if (everything) return true;
  const empty = ownKey === "" || ownKey === "0";
  if (blank) return operator === "<>" ? !empty : operator === "=" ? empty : false;
  if (empty) return operator === "<>";
  const equality = operator === "=" || operator === "<>";
  if (pattern) return pattern.test(ownKey) === (operator === "=");
  const own = typeof value === "number" ? value : number === null ? null : readNumber(value);
  if (number !== null && own !== null) return compareNumbers(operator, own, number);
  if (!equality && (number !== null || typeof value === "number")) return false;
  if (equality) return (ownKey === key) === (operator === "=");
  const order = ownKey < key ? -1 : ownKey > key ? 1 : 0;
  return compareNumbers(operator, order, 0);
}
