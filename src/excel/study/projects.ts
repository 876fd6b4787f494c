import { isBlank } from "../../domain/values/answer";
import { newId } from "../../domain/records/ids";
import type { Draft } from "../../domain/records/project";
import { isBlankRow } from "../../domain/validation";
import { importWords } from "../../domain/messages/imports";
import { workbookWords } from "../../domain/messages/workbook";
import { rowOf } from "../base/sinks";
import type { ProjectRef } from "../contract";
import { sentence, StudyError } from "../errors";
import { runExcel } from "../session";
import { askJournal, correctionLine, fieldChanges, rowSaid } from "./journal";
import {
  askTable,
  cellsOf,
  draftOf,
  findProject,
  idOf,
  mustBeOpen,
  restorable,
  rowRange,
  searchRow,
  type StudyContext,
} from "./rows";
import { bringBack, putBack, takeBack } from "./projectUndo";
import { aboutProject, removeRow, told, unprefixed, within } from "./projectRows";
import type { Done } from "./undo";

/** Characters a cell holds. */
const CELL_LIMIT = 32_767;

/** Fields of a project that a person answers; the product writes the others. */
const answered = (study: StudyContext) =>
  study.codebook.table("projects").fields.filter(({ kind }) => kind !== "auto");

const nameOf = (draft: Draft): string => String(draft.project ?? "").slice(0, 60);

/** Adds a row at the end of the table; the blank row of an empty table is filled instead. Two requests. */
export async function addProject(study: StudyContext, draft: Draft): Promise<Done<ProjectRef>> {
  mustFit(study, draft);
  if (answered(study).every(({ id, kind }) => kind === "edition" || isBlank(draft[id]))) {
    throw StudyError.of("emptyProject", {});
  }
  return within(study, () =>
    runExcel(async (context) => {
      const ask = askTable(context, study, "projects", 0);
      await context.sync();
      const live = ask();
      mustBeOpen(live);
      const { shape, table } = live;
      const id = newId({ has: () => false });
      const whole: Draft = {
        ...draft,
        edition: isBlank(draft.edition) ? study.editionId : draft.edition,
        source: isBlank(draft.source) ? workbookWords.entered[study.language] : draft.source,
        id,
      };
      const cells = cellsOf(study, shape, whole, Object.keys(whole));
      const fills =
        shape.facts.rowCount === 1 && !!live.guess && isBlankRow(rowOf(shape.map, live.guess.values));
      const row = fills ? 0 : shape.facts.rowCount;
      if (fills) rowRange(live, row).values = [cells];
      else table.rows.add(undefined, [cells as (string | number | boolean)[]]);
      const written = rowRange(live, row).load("values");
      const failure = await context.sync().then(
        () => null,
        (error: unknown) => error,
      );
      // The answer may be lost after the row was written: asking again must not write it twice.
      if (failure && !(await hasLanded(study, id))) throw failure;
      const rows = failure ? [cells.map((cell) => unprefixed(cell))] : written.values;
      study.loader.wrote("projects", { kind: fills ? "update" : "insert", at: row, rows });
      const what = sentence("projectAdded", { project: nameOf(whole) });
      return {
        result: { id, row },
        undo: { code: "projectAdded", what, revert: () => takeBack(study, { id, row }, rows[0], what) },
      };
    }, study.run),
  );
}

/** Whether a row with this id is in the table; "no" if that cannot be found out. */
async function hasLanded(study: StudyContext, id: string): Promise<boolean> {
  try {
    return await runExcel(async (context) => {
      const ask = askTable(context, study, "projects");
      await context.sync();
      return (await searchRow(context, study, ask(), id)) !== undefined;
    });
  } catch {
    // The failure of the writing itself is the one to tell.
    return false;
  }
}

/** Changes the cells of the fields that differ from what the person started from, and only these. */
export async function updateProject(
  study: StudyContext,
  ref: ProjectRef,
  draft: Draft,
  before: Draft,
): Promise<Done<ProjectRef>> {
  mustFit(study, draft);
  return within(study, () =>
    runExcel(async (context) => {
      const journal = askJournal(context, study);
      const found = await findProject(context, study, ref);
      mustBeOpen(found);
      const current = draftOf(study.codebook, found.shape, found.values);
      const fields = answered(study).filter(({ id }) => !same(draft[id], before[id]));
      const conflicts = fields.filter(
        ({ id }) => !same(current[id], before[id]) && !same(current[id], draft[id]),
      );
      if (conflicts.length) throw StudyError.of("conflict", { fields: conflicts.map(({ label }) => label) });
      const own = String(rowOf(found.shape.map, found.values).id ?? "").trim();
      const id = own || newId({ has: () => false });
      const written = own ? fields.map((field) => field.id) : [...fields.map((field) => field.id), "id"];
      const changes = fieldChanges(
        study.codebook,
        "projects",
        current,
        draft,
        fields.map((field) => field.id),
      );
      if (changes.length) journal.write(correctionLine(study, aboutProject(current), changes));
      const range = rowRange(found, found.row);
      range.values = [cellsOf(study, found.shape, { ...draft, id }, written)];
      range.load("values");
      await journal.send();
      const after = range.values;
      study.loader.wrote("projects", { kind: "update", at: found.row, rows: after });
      const what = sentence("projectChanged", { project: nameOf({ ...current, ...draft }) });
      const result = { id, row: found.row };
      const formerCells = restorable(found.values, found.formulas);
      const columns = written.map((field) => found.shape.map.columns.get(field));
      const former = formerCells.map((cell, i) => (columns.includes(i) ? cell : null));
      return {
        result,
        undo: { code: "projectChanged", what, revert: () => putBack(study, result, after[0], former, what) },
      };
    }, study.run),
  );
}

/** Deletes the row; the last one of a table is emptied, as a table keeps one. */
export async function deleteProject(study: StudyContext, ref: ProjectRef): Promise<Done<void>> {
  return within(study, () =>
    runExcel(async (context) => {
      const journal = askJournal(context, study);
      const found = await findProject(context, study, ref);
      mustBeOpen(found);
      const { shape, row, values } = found;
      const cells = restorable(values, found.formulas);
      const draft = draftOf(study.codebook, shape, values);
      const said = [importWords.deleted, ...rowSaid(study.codebook, "projects", draft)];
      journal.write(correctionLine(study, aboutProject(draft), said));
      removeRow(study, found, row);
      await journal.send();
      told(study, found, row);
      const what = sentence("projectDeleted", { project: String(rowOf(shape.map, values).project ?? "") });
      return {
        result: undefined,
        undo: { code: "projectDeleted", what, revert: () => bringBack(study, found.id, row, cells, what) },
      };
    }, study.run),
  );
}

/** A copy of a project's answers as a new row; analysts' columns stay blank in it. */
export async function duplicateProject(study: StudyContext, ref: ProjectRef): Promise<Done<ProjectRef>> {
  const draft = await within(study, () =>
    runExcel(async (context) => {
      const found = await findProject(context, study, ref);
      return draftOf(study.codebook, found.shape, found.values);
    }, study.run),
  );
  return addProject(study, { ...draft, id: null });
}

/** Reads a row of the table; null beyond its end and for a blank row. */
export async function readAt(study: StudyContext, row: number) {
  return within(study, () =>
    runExcel(async (context) => {
      const ask = askTable(context, study, "projects", row);
      await context.sync();
      const { shape, guess, ...live } = ask();
      if (row < 0 || row >= shape.facts.rowCount) return null;
      let values = guess?.values;
      if (!values) {
        const cells = rowRange({ shape, ...live }, row).load("values");
        await context.sync();
        values = cells.values[0];
      }
      const id = idOf(study.codebook, shape, values);
      return id === "" ? null : { id, row, draft: draftOf(study.codebook, shape, values) };
    }, study.run),
  );
}

export const same = (a: Draft[string] | undefined, b: Draft[string] | undefined): boolean =>
  (a ?? "") === (b ?? "") || String(a ?? "") === String(b ?? "");

function mustFit(study: StudyContext, draft: Draft): void {
  for (const field of answered(study)) {
    const value = draft[field.id];
    if (typeof value === "string" && value.length > CELL_LIMIT) {
      throw StudyError.of("textTooLong", { field: field.label, length: value.length });
    }
  }
}
