import { asText } from "../../domain/records/project";
import { StudyError, toStudyError } from "../errors";
import { runExcel, type RunOptions } from "../session";
import { groupsOf } from "../tables/groups";
import type { SheetState } from "./find";

/** What changes some cells, and what puts them back. Ranges are opened anew in each request. */
export interface CellChange {
  readonly sheetId: string;
  readonly at: readonly [row: number, column: number, rows: number, columns: number];
  readonly to: readonly (readonly unknown[])[];
  readonly back: readonly (readonly unknown[])[];
}

/** What goes with the cells, in the first request, and what takes it back. */
export interface Aside {
  readonly set: (context: Excel.RequestContext) => void;
  readonly back: (context: Excel.RequestContext) => Promise<void>;
}

/** A value as a cell must be given it to hold just that: an error stays one, a text is no formula. */
export const literal = (value: unknown): unknown => (typeof value === "string" ? asText(value) : value);

/** A formula in the first of its cells, the others empty, so that it has room to spill. */
export const formulaIn = (formula: string, rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => (r || c ? "" : formula)));

/** Refuses before anything is written what Excel would refuse in the middle. */
export function mustBeOpen(
  sheets: readonly SheetState[],
  cells: readonly { readonly sheetId: string }[],
): void {
  const touched = new Set(cells.map(({ sheetId }) => sheetId));
  const locked = sheets.filter(({ id, protected: isProtected }) => isProtected && touched.has(id));
  if (locked.length)
    throw StudyError.of("protectedSheet", { sheet: locked.map(({ name }) => name).join(", ") });
}

/** Bytes of a request, below the 5 MB that Excel for the web takes. */
const REQUEST_BYTES = 4_000_000;

/**
 * Writes cells, and what goes with them, in as few requests as their size takes.
 * @throws StudyError writeFailed when all is put back, freezeHalfDone when that failed too.
 */
export async function writeCells(
  changes: readonly CellChange[],
  run: RunOptions,
  aside?: Aside,
): Promise<void> {
  const requests = inRequests(joined(changes));
  let sent = 0;
  try {
    for (const [i, request] of requests.entries()) {
      sent++;
      await send(run, request, "to", i === 0 ? aside?.set : undefined);
    }
  } catch (error) {
    const why = toStudyError(error);
    // Nothing of a request is done while a cell is being edited.
    if (sent === 1 && why.notice.code === "cellEdit") throw why;
    try {
      for (const request of requests.slice(0, sent)) await send(run, request, "back");
      if (aside) await runExcel(aside.back, run);
    } catch (again) {
      throw StudyError.of("freezeHalfDone", { why: why.notice.message }, again);
    }
    throw StudyError.of("writeFailed", { why: why.notice.message }, error);
  }
}

function send(
  run: RunOptions,
  changes: readonly CellChange[],
  which: "to" | "back",
  before?: (context: Excel.RequestContext) => void,
): Promise<void> {
  return runExcel(async (context) => {
    before?.(context);
    for (const { sheetId, at, [which]: cells } of changes) {
      const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(...at);
      range.formulas = cells as string[][];
    }
    await context.sync();
  }, run);
}

/** Cells written as one block at most. */
const BLOCK_ROWS = 1_000;

/** Single cells below each other as one block: a request takes as long as it has parts. */
function joined(changes: readonly CellChange[]): CellChange[] {
  const isSingle = ({ at: [, , rows, columns] }: CellChange) => rows === 1 && columns === 1;
  const singles = changes
    .filter(isSingle)
    .sort((a, b) =>
      a.sheetId === b.sheetId ? a.at[1] - b.at[1] || a.at[0] - b.at[0] : a.sheetId < b.sheetId ? -1 : 1,
    );
  const blocks: { sheetId: string; row: number; column: number; cells: CellChange[] }[] = [];
  for (const cell of singles) {
    const [row, column] = cell.at;
    const last = blocks.at(-1);
    const below =
      last && last.sheetId === cell.sheetId && last.column === column && last.row + last.cells.length === row;
    if (below && last.cells.length < BLOCK_ROWS) last.cells.push(cell);
    else blocks.push({ sheetId: cell.sheetId, row, column, cells: [cell] });
  }
  return [
    ...changes.filter((change) => !isSingle(change)),
    ...blocks.map(({ sheetId, row, column, cells }): CellChange => ({
      sheetId,
      at: [row, column, cells.length, 1],
      to: cells.map(({ to }) => to[0]),
      back: cells.map(({ back }) => back[0]),
    })),
  ];
}

/** Changes in requests; without any there is one all the same, for what goes with them. */
function inRequests(changes: readonly CellChange[]): CellChange[][] {
  const sizeOf = ({ to, back }: CellChange) =>
    200 + 2 * Math.max(JSON.stringify(to).length, JSON.stringify(back).length);
  const requests = groupsOf(changes, REQUEST_BYTES, sizeOf);
  return requests.length ? requests : [[]];
}
