import type { Cells } from "../domain/query/cells";
import { RangeQuery } from "../domain/query/rangeQuery";
import { readSpecial } from "../domain/values/answer";
import type { CellArea, RowsToShow } from "../excel/formulas/contract";
import { toArgument, type Argument } from "./arguments";
import type { FunctionContext } from "./definition";
import {
  ALL_OPTIONS,
  callSource,
  definitionOf,
  sorted,
  type CallSource,
  type KnownArgument,
} from "./callSource";
import { optionNamed } from "./options";
import { parsedBase } from "./source";

/** An argument with the place of its cells, where it has one. */
export interface PlacedArgument extends KnownArgument {
  readonly area: CellArea | null;
}

/**
 * The rows a call is about, to be shown in the sheet; null where it is about none that can be shown.
 * @param missing Id of a field (any text for ranges): only the rows that do not report it.
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
  return source.form === "base" ? baseRows(context, source, missing) : rangeRows(source, known, missing);
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
    const field = optionNamed(name) ? undefined : codebook.findField(name, [table, "panel"]);
    if (!field) return null;
    return fields.includes(field) ? field.id : territory;
  };
  const columns = ["edition", "inclusion"].filter((id) => fields.some((field) => field.id === id));
  for (let i = 0; i < all.length; i += 2) {
    const column = columnOf(all[i].text() ?? "");
    if (column) columns.push(column);
  }
  return { table, rows: [...parsedBase(context, all, table, ALL_OPTIONS, []).plain.rows()], columns };
}

/** Rows of the ranges, and the places of the ranges that decide which. */
function rangeRows(
  { parsed: { plain }, subjects, pairs }: CallSource,
  known: readonly PlacedArgument[],
  missing: string | null,
): RowsToShow | null {
  const first = subjects.flatMap(({ subject }) => ("cells" in subject ? [subject.cells] : []))[0];
  // Rows side by side cannot be shown by a filter.
  if (!first || first[0]?.length !== 1 || !(plain instanceof RangeQuery)) return null;
  const isMissing = (row: number) => readSpecial(first[row][0])?.kind === "notReported";
  const rows = [...plain.rows()].filter((row) => missing === null || isMissing(row));
  const areaOf = (cells: Cells) => known.find((argument) => argument.cells === cells)?.area ?? null;
  const deciding = [...(missing === null ? [] : [first]), ...criteriaRanges(pairs)].map(areaOf);
  const at = areaOf(first);
  return at && deciding.every((area) => area !== null) ? { at, rows, columns: deciding } : null;
}

/** The ranges criteria are about. */
function criteriaRanges(pairs: readonly Argument[]): Cells[] {
  const start = pairs.length % 2;
  return pairs.flatMap((range, i) =>
    (i - start) % 2 === 0 && i >= start && range.isRange ? [range.cells!] : [],
  );
}
