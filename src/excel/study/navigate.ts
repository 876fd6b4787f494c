import type { Anomaly } from "../../domain/messages";
import type { ProjectRef } from "../contract";
import { runExcel } from "../session";
import { askTable, findProject, idOf, rowRange, type StudyContext } from "./rows";
import { nextVisible } from "./visible";

/** The visible project before or after one; blank rows between are passed over. */
export function neighbour(study: StudyContext, ref: ProjectRef, step: 1 | -1): Promise<ProjectRef | null> {
  return runExcel(async (context) => {
    const found = await findProject(context, study, ref);
    const { facts } = found.shape;
    const rows = (first: number, count: number) =>
      found.sheet.getRangeByIndexes(facts.row + 1 + first, facts.column, count, 1);
    const idAt = async (row: number) => {
      const cells = rowRange(found, row).load("values");
      await context.sync();
      return idOf(study.codebook, found.shape, cells.values[0]);
    };
    for (let from = found.row + step; ;) {
      const row = await nextVisible(context, rows, from, facts.rowCount, step);
      if (row === null) return null;
      const id = await idAt(row);
      if (id !== "") return { id, row };
      from = row + step;
    }
  }, study.run);
}

/** Selects a project's row in the sheet. */
export function selectProject(study: StudyContext, ref: ProjectRef): Promise<ProjectRef> {
  return runExcel(async (context) => {
    const found = await findProject(context, study, ref);
    found.sheet.activate();
    rowRange(found, found.row).select();
    await context.sync();
    return { id: found.id, row: found.row };
  }, study.run);
}

/** Selects the cell an anomaly stands in: the row if it means no cell, the header if it means the table. */
export function goTo(study: StudyContext, { place }: Anomaly): Promise<void> {
  return runExcel(async (context) => {
    const ask = askTable(context, study, place.table);
    await context.sync();
    const { shape, sheet } = ask();
    const { facts, map } = shape;
    const at = place.field === undefined ? undefined : map.columns.get(place.field);
    const row = facts.row + 1 + Math.min(place.row, facts.rowCount - 1);
    sheet.activate();
    sheet
      .getRangeByIndexes(row, facts.column + (at ?? 0), 1, at === undefined ? facts.headers.length : 1)
      .select();
    await context.sync();
  }, study.run);
}
