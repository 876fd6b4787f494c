import type { RowChange } from "../../domain/imports/types";
import type { CellValue } from "../../domain/records/project";
import { restorable } from "../study/rows";
import { groupsOf } from "../tables/groups";
import type { TableShape } from "../tables/read";

/** A row as it stands: the values it shows, and the cells that put it back. */
export interface FormerRow {
  readonly values: readonly unknown[];
  readonly cells: readonly CellValue[];
}

/** Cells read in one request: values and formulas of so many stay well below Excel's 5 MB. */
export const READ_CELLS = 60_000;
/** Rows between two wanted ones that are read along rather than asked for apart. */
const GAP = 30;

export interface Span {
  readonly first: number;
  readonly count: number;
}

/** Rows as they are now, by body row. */
export type Found = Map<number, FormerRow>;

/** Where rows are looked at: the places changes name, near ones together, and the first row for a blank table. */
export function spansOf(changes: readonly RowChange[], rowCount: number): Span[] {
  const rows = changes.flatMap((change) =>
    change.kind !== "insert" && change.at !== null ? [change.at] : [],
  );
  if (changes.some(({ kind }) => kind === "insert") && rowCount === 1) rows.push(0);
  const spans: { first: number; count: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    if (row < 0 || row >= rowCount) continue;
    const last = spans.at(-1);
    if (last && row - (last.first + last.count) <= GAP) last.count = row - last.first + 1;
    else spans.push({ first: row, count: 1 });
  }
  return spans;
}

export const cellsIn = (spans: readonly Span[], { facts }: TableShape): number =>
  spans.reduce((sum, { count }) => sum + count, 0) * facts.headers.length;

export const stands = ({ facts: a }: TableShape, { facts: b }: TableShape): boolean =>
  a.sheetId === b.sheetId &&
  a.row === b.row &&
  a.column === b.column &&
  a.headers.length === b.headers.length &&
  a.rowCount <= b.rowCount;

export const askRows = (
  context: Excel.RequestContext,
  { facts }: TableShape,
  { first, count }: Span,
): Excel.Range =>
  context.workbook.worksheets
    .getItem(facts.sheetId)
    .getRangeByIndexes(facts.row + 1 + first, facts.column, count, facts.headers.length)
    .load("values,formulas");

export function collect(spans: readonly Span[], ranges: readonly Excel.Range[]): Found {
  const found: Found = new Map();
  spans.forEach(({ first }, i) => {
    const { values, formulas } = ranges[i];
    values.forEach((row, r) => found.set(first + r, { values: row, cells: restorable(row, formulas[r]) }));
  });
  return found;
}

export async function collectBlocks(
  context: Excel.RequestContext,
  shape: TableShape,
  spans: readonly Span[],
): Promise<Found> {
  const size = Math.max(1, Math.floor(READ_CELLS / shape.facts.headers.length));
  const blocks = spans.flatMap(({ first, count }) =>
    Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
      first: first + i * size,
      count: Math.min(size, count - i * size),
    })),
  );
  const found: Found = new Map();
  for (const batch of groupsOf(blocks, size, ({ count }) => count)) {
    for (const [row, cells] of await readBatch(context, shape, batch)) found.set(row, cells);
  }
  return found;
}

async function readBatch(
  context: Excel.RequestContext,
  shape: TableShape,
  spans: readonly Span[],
): Promise<Found> {
  const ranges = spans.map((span) => askRows(context, shape, span));
  await context.sync();
  return collect(spans, ranges);
}
