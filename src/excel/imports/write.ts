import type { RowChange } from "../../domain/imports/types";
import { CELL_EDIT, excelCode, StudyError, toStudyError } from "../errors";
import { runExcel } from "../session";
import type { StudyContext } from "../study/rows";
import { shapeOf } from "../tables/read";
import { prepare, type RowCells, type TableWork } from "./prepare";
import { restore } from "./restore";
import { inRequests, tableSteps, type Step } from "./steps";

/** Steps around those in the tables, and what takes them back: the memory of imports. */
export interface Frame {
  readonly first: readonly Step[];
  readonly last: readonly Step[];
  /** Asked for in the restoring request; the workbook may be in any state between before and after. */
  takeAway(context: Excel.RequestContext): Promise<void>;
}

export interface WriteOptions {
  readonly frame?: Frame;
  readonly progress?: (share: number) => void;
  readonly cancelled?: () => boolean;
}

/** What was written, for the base and for taking it back. */
export interface Written {
  readonly works: readonly TableWork[];
}

/**
 * Writes changes of rows, all of them or none: one request to read and check, then as few as the rows need.
 * Whatever fails, what was written is put back exactly; only if that fails too is the workbook left in
 * between, and said to be.
 * @throws StudyError importStale and others before anything is written; writeFailed, importCancelled when the
 * workbook is as before; writeHalfDone when it is not.
 */
export async function writeChanges(
  study: StudyContext,
  changes: readonly RowChange[],
  { frame, progress, cancelled }: WriteOptions = {},
): Promise<Written> {
  let works: TableWork[];
  try {
    works = await runExcel((context) => prepare(context, study, changes), study.run);
  } catch (error) {
    throw toStudyError(error, study.loader.shape(changes[0]?.table ?? "projects")?.facts);
  }
  const requests = inRequests([...(frame?.first ?? []), ...tableSteps(works), ...(frame?.last ?? [])]);
  let sent = 0;
  try {
    for (const request of requests) {
      if (sent > 0 && cancelled?.()) throw StudyError.of("importCancelled", {});
      sent++;
      await send(request, study);
      progress?.(sent / requests.length);
    }
  } catch (error) {
    const why = toStudyError(error, works[0]?.shape.facts);
    // Nothing is done of a request that is refused because a cell is being edited.
    if (sent && excelCode(error) === CELL_EDIT) sent--;
    if (!sent) throw why;
    const deleting = new Set(
      requests.slice(0, sent).flatMap((steps) => steps.flatMap((step) => step.deletesFrom ?? [])),
    );
    if (!(await restore(study, works, deleting, frame)))
      throw StudyError.of("writeHalfDone", { why: why.notice.message }, error);
    if (why.notice.code === "importCancelled" || why.notice.code === "cellEdit") throw why;
    throw StudyError.of("writeFailed", { why: why.notice.message }, error);
  }
  await tell(study, works);
  return { works };
}

/** One request; a cell being edited is waited for, as nothing of the request is done then. */
function send(steps: readonly Step[], { run }: StudyContext): Promise<void> {
  return runExcel(async (context) => {
    for (const step of steps) step.run(context);
    await context.sync();
  }, run);
}

/** Tells the base what was written; tables whose rows went are read again. */
async function tell(study: StudyContext, works: readonly TableWork[]): Promise<void> {
  const { loader } = study;
  for (const { id, shape, updates, inserts, deletes, former } of works) {
    loader.stands(id, shape.facts);
    if (deletes.length) continue;
    for (const run of neighbours(
      updates.map(({ row, cells }) => ({ row, values: shown(cells, former.get(row)!.values) })),
    )) {
      loader.wrote(id, { kind: "update", at: run.first, rows: run.rows });
    }
    const rows = inserts.map((cells) => shown(cells, []));
    if (rows.length) loader.wrote(id, { kind: "insert", at: shape.facts.rowCount, rows });
  }
  const reread = works.filter(({ deletes }) => deletes.length);
  if (!reread.length) return;
  const shapes = reread.map(({ id, shape, inserts, deletes }) => {
    const facts = { ...shape.facts, rowCount: shape.facts.rowCount + inserts.length - deletes.length };
    loader.stands(id, facts);
    return shapeOf(shape.definition, facts);
  });
  // Everything is written: a request lost now must not make it look as if it were not. Events come after it.
  const again = () => runExcel((context) => loader.reload(context, shapes), study.run);
  await again()
    .catch(again)
    .catch((error) => console.warn("BVN: rows could not be read again", error));
}

/** Values as the cells show them once written. */
function shown(cells: RowCells, before: readonly unknown[]): unknown[] {
  return cells.map((cell, i) => {
    if (cell === null) return before[i] ?? "";
    return typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;
  });
}

function neighbours(
  rows: readonly { row: number; values: unknown[] }[],
): { first: number; rows: unknown[][] }[] {
  const runs: { first: number; rows: unknown[][] }[] = [];
  for (const { row, values } of rows) {
    const last = runs.at(-1);
    if (last && row === last.first + last.rows.length) last.rows.push(values);
    else runs.push({ first: row, rows: [values] });
  }
  return runs;
}
