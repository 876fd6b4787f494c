import type { TableDefinition } from "../../domain/codebook";
import { excelCode } from "../errors";
import { mapColumns, type ColumnMap } from "./headers";
import type { TableFacts } from "../workbook/inspect";

/** A table of the study as the loader follows it. */
export interface TableShape {
  readonly definition: TableDefinition;
  readonly facts: TableFacts;
  readonly map: ColumnMap;
}

export const shapeOf = (definition: TableDefinition, facts: TableFacts): TableShape => ({
  definition,
  facts,
  map: mapColumns(definition, facts.headers),
});

/**
 * Excel answers at most 5 MB a request (on the web; more elsewhere). Blocks are cut by rows to stay well below,
 * by the size of what came before; a block that is refused is halved and asked for again.
 */
const TARGET_BYTES = 2_000_000;
const FIRST_CELLS = 40_000;
const MAX_CELLS = 400_000;

export type Rows = readonly (readonly unknown[])[];

/** The values of body rows of a table, by their place on the sheet: no filter or sort comes in between. */
export function bodyRows(
  context: Excel.RequestContext,
  shape: TableShape,
  first: number,
  count: number,
): Excel.Range {
  const { row, column, headers, sheetId } = shape.facts;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return sheet.getRangeByIndexes(row + 1 + first, column, count, headers.length).load("values");
}

/** Whether a whole table may be asked for in the first request, together with others. */
export const isSmall = ({ facts }: TableShape): boolean =>
  facts.rowCount * facts.headers.length <= FIRST_CELLS / 2;

/** Reads the body of a table block by block; `take` gets them in order. */
export async function readInBlocks(
  context: Excel.RequestContext,
  shape: TableShape,
  take: (rows: Rows, first: number) => void,
): Promise<void> {
  const { rowCount, headers } = shape.facts;
  let size = Math.max(1, Math.floor(FIRST_CELLS / headers.length));
  for (let first = 0; first < rowCount;) {
    const count = Math.min(size, rowCount - first);
    const rows = await readBlock(context, shape, first, count);
    if (!rows) {
      size = Math.max(1, Math.floor(count / 4));
      continue;
    }
    take(rows, first);
    first += count;
    const perRow = sampleBytes(rows);
    size = Math.max(1, Math.floor(Math.min(TARGET_BYTES / perRow, MAX_CELLS / headers.length)));
  }
}

/** One block; null when Excel refused it for its size and it can be cut smaller. */
async function readBlock(context: Excel.RequestContext, shape: TableShape, first: number, count: number) {
  const range = bodyRows(context, shape, first, count);
  try {
    await context.sync();
  } catch (error) {
    if (count > 1 && /PayloadSizeLimitExceeded$/.test(excelCode(error) ?? "")) return null;
    throw error;
  }
  return range.values as Rows;
}

/** Bytes of a row on the wire, judged from some hundred rows of the block. */
function sampleBytes(rows: Rows): number {
  const step = Math.max(1, Math.floor(rows.length / 200));
  let bytes = 0;
  let sampled = 0;
  for (let i = 0; i < rows.length; i += step, sampled++) {
    for (const value of rows[i]) bytes += 4 + (typeof value === "string" ? value.length * 2 : 8);
  }
  return Math.max(1, bytes / Math.max(1, sampled));
}
