import { runExcel } from "../session";
import { askTable, type StudyContext } from "../study/rows";
import type { TableWork } from "./prepare";
import { deleteRows, insertBlank, putFiltersBack, runsOf, updateSteps } from "./steps";
import type { Frame } from "./write";

/** A request may fail once for a reason that passes; taking back is worth more than one try. */
const TRIES = 3;
const PAUSE_MS = 200;
/** A workbook half written must not stay so because somebody types in a cell: that is waited for, with a message. */
const PATIENCE_MS = 60_000;

/**
 * Puts everything back after a writing that stopped anywhere. What was done is seen from the tables: rows are
 * added at the end and deleted from the bottom, never both in one request. Each try starts from what is there.
 * @returns Whether the workbook is as before.
 */
export async function restore(
  study: StudyContext,
  works: readonly TableWork[],
  deleting: ReadonlySet<TableWork>,
  frame: Frame | undefined,
): Promise<boolean> {
  // Where rows were both added and deleted, their number tells what was done once only.
  const most = works.some((work) => work.inserts.length && deleting.has(work)) ? 1 : TRIES;
  for (let tries = 0; tries < most; tries++) {
    if (tries) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const done = await once(study, works, deleting, frame).catch((error) => {
      console.warn("BVN: putting back failed", error);
      return null;
    });
    if (done !== null) return done;
  }
  return false;
}

function once(
  study: StudyContext,
  works: readonly TableWork[],
  deleting: ReadonlySet<TableWork>,
  frame: Frame | undefined,
): Promise<boolean> {
  return runExcel(
    async (context) => {
      const asks = works.map(({ id }) => askTable(context, study, id));
      await context.sync();
      const counts = asks.map((ask) => ask().shape.facts.rowCount);
      // More rows than there can be of ours: somebody has added some, which must not go.
      if (works.some(({ shape, inserts }, i) => counts[i] > shape.facts.rowCount + inserts.length))
        return false;
      works.forEach((work, i) => putBack(context, work, counts[i], deleting.has(work)));
      await context.sync();
      // The memory goes last: as long as it stands, what is unfinished is found again.
      await frame?.takeAway(context);
      return true;
    },
    { ...study.run, patience: PATIENCE_MS },
  );
}

function putBack(context: Excel.RequestContext, work: TableWork, now: number, deleting: boolean): void {
  const { shape, inserts, deletes, former, updates, filters } = work;
  const before = shape.facts.rowCount;
  if (filters.length) context.workbook.tables.getItem(shape.facts.excelId).clearFilters();
  let missing = deleting ? before + inserts.length - now : 0;
  const gone = runsOf(deletes).filter(({ count }) => {
    missing -= count;
    return missing >= 0;
  });
  for (const { first, count } of gone.reverse()) insertBlank(context, work, first, count);
  const added = deleting ? inserts.length : now - before;
  if (added > 0) deleteRows(context, work, { first: before, count: added });
  const cells = [
    ...updates.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, column) => (cell === null ? null : former.get(row)!.cells[column])),
    })),
    ...(deleting ? deletes.map((row) => ({ row, cells: former.get(row)!.cells })) : []),
  ];
  for (const step of updateSteps(
    work,
    cells.sort((a, b) => a.row - b.row),
  ))
    step.run(context);
  for (const step of putFiltersBack(work)) step.run(context);
}
