import type { Localized } from "../../domain/language";
import { importWords } from "../../domain/messages/imports";
import { isBlankRow } from "../../domain/validation";
import { rowOf } from "../base/sinks";
import type { ProjectRef } from "../contract";
import { StudyError } from "../errors";
import { runExcel } from "../session";
import { askJournal, correctionLine } from "./journal";
import { aboutProject, removeRow, told, unprefixed, within } from "./projectRows";
import { askTable, draftOf, findProject, mustBeOpen, rowRange, searchRow, type StudyContext } from "./rows";

/** Undo of an addition: the row must still be as it was written. */
export async function takeBack(
  study: StudyContext,
  ref: ProjectRef,
  written: readonly unknown[],
  what: Localized,
) {
  await within(study, () =>
    runExcel(async (context) => {
      const found = await findProject(context, study, ref);
      mustBeOpen(found);
      mustBeAsWritten(study, found.values, written, what);
      removeRow(study, found, found.row);
      await context.sync();
      told(study, found, found.row);
    }, study.run),
  );
}

/** Undo of a change: the cells it wrote get back what they held. */
export async function putBack(
  study: StudyContext,
  ref: ProjectRef,
  written: readonly unknown[],
  former: readonly (string | number | boolean | null)[],
  what: Localized,
) {
  await within(study, () =>
    runExcel(async (context) => {
      const journal = askJournal(context, study);
      const found = await findProject(context, study, ref);
      mustBeOpen(found);
      mustBeAsWritten(study, found.values, written, what);
      const about = aboutProject(draftOf(study.codebook, found.shape, found.values));
      journal.write(correctionLine(study, about, [importWords.undone({ what })]));
      const range = rowRange(found, found.row);
      range.formulas = [[...former]];
      range.load("values");
      await journal.send();
      study.loader.wrote("projects", { kind: "update", at: found.row, rows: range.values });
    }, study.run),
  );
}

/** Undo of a deletion: the row comes back where it stood, unless it is back already. */
export async function bringBack(
  study: StudyContext,
  id: string,
  row: number,
  cells: readonly (string | number | boolean)[],
  what: Localized,
) {
  await within(study, () =>
    runExcel(async (context) => {
      const journal = askJournal(context, study);
      const ask = askTable(context, study, "projects", 0);
      await context.sync();
      const live = ask();
      mustBeOpen(live);
      const { facts } = live.shape;
      const twice = await searchRow(context, study, live, id);
      if (twice !== undefined || facts.headers.length !== cells.length)
        throw StudyError.of("undoRefused", { what });
      const fills =
        facts.rowCount === 1 && !!live.guess && isBlankRow(rowOf(live.shape.map, live.guess.values));
      const at = fills ? 0 : Math.min(row, facts.rowCount);
      const restored = draftOf(study.codebook, live.shape, cells.map(unprefixed));
      journal.write(correctionLine(study, aboutProject(restored), [importWords.undone({ what })]));
      if (!fills) live.table.rows.add(at < facts.rowCount ? at : undefined, [cells.map(() => "")]);
      const range = rowRange(live, at);
      // Written as formulas, so that those of analysts' columns come back too.
      range.formulas = [[...cells]];
      range.load("values");
      await journal.send();
      study.loader.wrote("projects", { kind: fills ? "update" : "insert", at, rows: range.values });
    }, study.run),
  );
}

function mustBeAsWritten(
  study: StudyContext,
  now: readonly unknown[],
  written: readonly unknown[],
  what: Localized,
) {
  const shape = study.loader.shape("projects")!;
  const changed = [...shape.map.columns.values()].some((at) => String(now[at]) !== String(written[at]));
  if (changed) throw StudyError.of("undoRefused", { what });
}
