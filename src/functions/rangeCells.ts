import { FormulaError } from "../domain/messages";
import { cellAt, isErrorValue } from "../domain/query/cells";
import { isBlank, readSpecial } from "../domain/values/answer";
import { readNumber } from "../domain/values/number";
import type { Argument } from "./arguments";
import type { FunctionContext } from "./definition";
import { rangeSource } from "./source";

/** Cells of a range whose rows meet the criteria, with their row. @throws FormulaError as ranges do. */
function* cellsOf(context: FunctionContext, range: Argument, repeated: readonly Argument[]) {
  const { plain, options } = rangeSource(context, [range], repeated, undefined);
  const cells = range.cells!;
  for (const i of plain.rows()) {
    const value = cellAt(cells, cells[0].length, i);
    yield { value, row: Math.floor(i / cells[0].length) + 1, options };
  }
}

/** Share of the cells of a range that are filled: "NR" is an answer, "SO" expects none. @throws FormulaError noData. */
export function filledShare(
  context: FunctionContext,
  range: Argument,
  repeated: readonly Argument[],
): number {
  let [filled, expected] = [0, 0];
  for (const { value, options } of cellsOf(context, range, repeated)) {
    if (isErrorValue(value)) {
      if (options.invalid === "ignore") continue;
      throw FormulaError.value("errorInRange", { value, position: range.position });
    }
    if (readSpecial(value)?.kind === "notApplicable") continue;
    expected++;
    filled += Number(!isBlank(value));
  }
  if (!expected) throw FormulaError.notAvailable("noData");
  return filled / expected;
}

/**
 * How often each rank from 1 to `most` occurs in a range.
 * @throws FormulaError invalidValue for what is no rank, unless it is to be ignored.
 */
export function rankCounts(
  context: FunctionContext,
  range: Argument,
  repeated: readonly Argument[],
  most: number,
): number[] {
  const counts = new Array<number>(most).fill(0);
  for (const { value, row, options } of cellsOf(context, range, repeated)) {
    if (readSpecial(value)) continue;
    const rank = readNumber(value);
    if (rank !== null && Number.isInteger(rank) && rank >= 1 && rank <= most) counts[rank - 1]++;
    else if (options.invalid === "error") {
      const field = context.codebook.field("motivations", "rank").label;
      throw FormulaError.value("invalidValue", { field, value, row });
    }
  }
  return counts;
}
