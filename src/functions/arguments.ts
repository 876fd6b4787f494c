import { FormulaError } from "../domain/messages";
import type { Localized } from "../domain/language";
import { isErrorValue, type Cells } from "../domain/query/cells";
import { isBlank } from "../domain/values/answer";

/**
 * One argument of a formula. Excel hands over a block of cells for each (a single value is a block of one),
 * null for one that was left out.
 */
export class Argument {
  /** @param position 1-based, as the person counts. */
  constructor(
    readonly cells: Cells | null,
    readonly position: number,
  ) {}

  /** Left out: nothing between the separators. */
  get isOmitted(): boolean {
    return this.cells === null;
  }

  /** More than one cell. */
  get isRange(): boolean {
    return this.cells !== null && (this.cells.length > 1 || this.cells[0].length > 1);
  }

  /** The only value; null for an omitted argument. @throws FormulaError criterionIsRange, errorInCriterion. */
  single(): unknown {
    if (this.cells === null) return null;
    if (this.isRange) throw FormulaError.value("criterionIsRange", { position: this.position });
    const value = this.cells[0][0];
    if (isErrorValue(value)) throw FormulaError.value("errorInCriterion", { value, position: this.position });
    return value;
  }

  /** The only value if it is a text that is not blank. */
  text(): string | null {
    if (this.cells === null || this.isRange) return null;
    const value = this.cells[0][0];
    return typeof value === "string" && !isBlank(value) ? value : null;
  }

  /** The cells. @throws FormulaError missingArgument. */
  range(name: Localized): Cells {
    if (this.cells === null) throw FormulaError.value("missingArgument", { name });
    return this.cells;
  }
}

/**
 * The only value of an argument as a whole number, typed as a text too; null for a blank.
 * @param expected What is right, in words.
 * @throws FormulaError wrongNumber.
 */
export function wholeNumber(
  argument: Argument | undefined,
  name: Localized,
  least: number,
  expected: Localized = {
    fr: `un nombre entier, ${least} ou plus`,
    en: `a whole number, ${least} or more`,
  },
): number | null {
  const value = argument?.single();
  if (isBlank(value)) return null;
  const number = typeof value === "string" ? Number(value.trim()) : value;
  if (typeof number === "number" && Number.isInteger(number) && number >= least) return number;
  throw FormulaError.value("wrongNumber", { name, value, expected });
}

/** A raw argument as one block of cells; null if it was left out. */
export function toArgument(raw: unknown, position: number): Argument {
  if (raw === null || raw === undefined) return new Argument(null, position);
  if (!Array.isArray(raw)) return new Argument([[raw]], position);
  const cells = Array.isArray(raw[0]) ? (raw as Cells) : [raw];
  return new Argument(cells.length && cells[0].length ? cells : null, position);
}

/** The repeated arguments: Excel gives a list of blocks, null or nothing at all when there are none. */
export function toRepeated(raw: unknown, firstPosition: number): Argument[] {
  if (!Array.isArray(raw)) return [];
  const all = raw.map((block, i) => toArgument(block, firstPosition + i));
  while (all.length && all[all.length - 1].isOmitted) all.pop();
  return all;
}
