import type { ResultCell } from "../domain/indicators/tables";
import type { Language } from "../domain/language";
import { FormulaError } from "../domain/messages";
import { toArgument, toRepeated } from "./arguments";
import { fixedCount, type FunctionContext, type FunctionDefinition, type FunctionResult } from "./definition";

/** What a cell of Excel can be given. */
export type CellResult = number | string | (number | string)[][];

/**
 * Computes a function for the arguments of a cell.
 * @param raw What Excel hands over: a block of cells per parameter, null for an omitted one, a list of blocks
 *   for the repeated one.
 * @throws FormulaError with the message for the person.
 */
export function evaluate(
  definition: FunctionDefinition,
  context: FunctionContext,
  raw: readonly unknown[],
): CellResult {
  const count = fixedCount(definition);
  const fixed = Array.from({ length: count }, (_, i) => toArgument(raw[i], i + 1));
  const repeated = count < definition.parameters.length ? toRepeated(raw[count], count + 1) : [];
  return render(definition.compute(context, fixed, repeated), context.language);
}

function render(result: FunctionResult, language: Language): CellResult {
  if (Array.isArray(result)) {
    refuseTooLarge(result as readonly (readonly ResultCell[])[]);
    return (result as readonly (readonly ResultCell[])[]).map((row) =>
      row.map((cell) => renderCell(cell, language)),
    );
  }
  return renderCell(result as ResultCell, language);
}

/** Rows and columns of a sheet, and cells a function may hand over without stopping Excel. */
const MOST = { rows: 1_048_576, columns: 16_384, cells: 2 ** 21 };

/** @throws FormulaError resultTooLarge. */
function refuseTooLarge(table: readonly (readonly ResultCell[])[]): void {
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  if (rows > MOST.rows || columns > MOST.columns || rows * columns > MOST.cells) {
    throw FormulaError.value("resultTooLarge", { rows, columns });
  }
}

/** Nothing is an empty text: null inside an array is not allowed. */
function renderCell(cell: ResultCell, language: Language): number | string {
  if (cell === null) return "";
  if (typeof cell === "number") return cell;
  return cell[language];
}
