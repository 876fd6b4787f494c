import { parseCriterion } from "../domain/criteria/criterion";
import { compiled } from "../domain/query/cellCriteria";
import { cellAt, type Cells } from "../domain/query/cells";
import { readSpecial } from "../domain/values/answer";
import type { CellArea, RowsToShow } from "../excel/formulas/contract";
import { toArgument, type Argument } from "./arguments";
import type { FunctionContext } from "./definition";
import { callSource, definitionOf, sorted, type CallSource, type KnownArgument } from "./explain";
import { baseSource } from "./source";

/** An argument with the place of its cells, where it has one. */
export interface PlacedArgument extends KnownArgument {
  readonly area: CellArea | null;
}

/**
 * The rows a call is about, to be shown in the sheet; null where it is about none that can be shown.
 * @param missing Id of a field (any text for ranges): only the rows that do not report it.
 * @throws FormulaError as the function would.
 * @complexity O(rows).
 */
export function rowsBehind(
  context: FunctionContext,
  call: { readonly id: string },
  known: readonly PlacedArgument[],
  missing: string | null = null,
): RowsToShow | null {
  const definition = definitionOf(call.id);
  const args = definition && sorted(definition, known);
  const source = args && callSource(context, definition, args);
  if (!source) return null;
  return source.form === "base"
    ? baseRows(context, source, missing)
    : rangeRows(context, source, known, missing);
}

function baseRows(
  context: FunctionContext,
  { table, pairs }: CallSource,
  missing: string | null,
): RowsToShow {
  const { codebook } = context;
  const all = missing === null ? pairs : [...pairs, toArgument(missing, 0), toArgument("NR", 0)];
  const { fields } = codebook.table(table);
  // What the panel says of a territory is told by its name.
  const territory = table === "panel" ? "name" : "territory";
  const columnOf = (name: string): string | null => {
    const field = codebook.findField(name, [table, "panel"]);
    if (!field) return null;
    return fields.includes(field) ? field.id : territory;
  };
  const columns = ["edition", "inclusion"].filter((id) => fields.some((field) => field.id === id));
  for (let i = 0; i < all.length; i += 2) {
    const column = columnOf(all[i].text() ?? "");
    if (column) columns.push(column);
  }
  return { table, rows: [...baseSource(context, all, table).rows()], columns };
}

/** Rows of the ranges, and the places of the ranges that decide which. */
function rangeRows(
  { codebook }: FunctionContext,
  { subjects, pairs }: CallSource,
  known: readonly PlacedArgument[],
  missing: string | null,
): RowsToShow | null {
  const [first] = subjects.flatMap(({ subject }) => ("cells" in subject ? [subject] : []));
  if (!first) return null;
  const criteria = rangePairs(pairs).flatMap(([range, criterion]) => {
    const parsed = parseCriterion(criterion.single());
    return parsed.everything ? [] : [compiled(codebook, range.cells!, parsed)];
  });
  const width = first.cells[0]?.length ?? 0;
  if (width !== 1) return null;
  const rows: number[] = [];
  first.cells.forEach(([value], i) => {
    const passes = criteria.every(({ cells, memo }) => memo.of(cellAt(cells, 1, i)) === 1);
    const isMissing = readSpecial(value)?.kind === "notReported";
    if (passes && (missing === null || isMissing)) rows.push(i);
  });
  const areaOf = (cells: Cells) => known.find((argument) => argument.cells === cells)?.area ?? null;
  const deciding = [...(missing === null ? [] : [first.cells]), ...criteria.map(({ cells }) => cells)].map(
    areaOf,
  );
  const at = areaOf(first.cells);
  return at && deciding.every((area) => area !== null) ? { at, rows, columns: deciding } : null;
}

/** Pairs whose first argument is a range. */
function rangePairs(pairs: readonly Argument[]): [Argument, Argument][] {
  const start = pairs.length % 2;
  const found: [Argument, Argument][] = [];
  for (let i = start; i + 1 < pairs.length; i += 2) {
    if (pairs[i].isRange) found.push([pairs[i], pairs[i + 1]]);
  }
  return found;
}
