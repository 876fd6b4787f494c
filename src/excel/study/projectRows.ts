import { isBlank } from "../../domain/values/answer";
import type { Draft } from "../../domain/records/project";
import { toStudyError } from "../errors";
import { cellsOf, rowRange, type StudyContext } from "./rows";

/** A project as the Journal names it. */
export const aboutProject = ({ territory, project }: Draft): string =>
  [territory, project].filter((part) => !isBlank(part)).join(" – ");

/** What a cell holds after it was given a text with the apostrophe that keeps it a text. */
export const unprefixed = (cell: unknown): unknown =>
  typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : (cell ?? "");

/** Takes a row out of the table; the last one is emptied, as a table keeps one. */
export function removeRow(
  study: StudyContext,
  live: Parameters<typeof rowRange>[0] & { table: Excel.Table },
  row: number,
) {
  if (live.shape.facts.rowCount > 1) return void live.table.rows.getItemAt(row).delete();
  const fields = live.shape.definition.fields.map(({ id }) => id);
  rowRange(live, row).values = [cellsOf(study, live.shape, {}, fields)];
}

/** Tells the base what has become of a row that was deleted, or emptied. */
export function told(
  study: StudyContext,
  { shape }: { shape: Parameters<typeof rowRange>[0]["shape"] },
  row: number,
): void {
  if (shape.facts.rowCount > 1) study.loader.wrote("projects", { kind: "remove", at: row });
  else study.loader.wrote("projects", { kind: "update", at: row, rows: [shape.facts.headers.map(() => "")] });
}

/** Errors of Excel in the catalogue's words, naming the projects table. */
export async function within<T>(study: StudyContext, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    const facts = study.loader.shape("projects")?.facts;
    throw toStudyError(error, { table: facts?.name, sheet: facts?.sheet });
  }
}
