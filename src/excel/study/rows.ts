import type { Codebook, TableId } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { hashText } from "../../domain/records/ids";
import { asText, fromCell, toCell, type CellValue, type Draft } from "../../domain/records/project";
import { isBlankRow } from "../../domain/validation";
import { rowOf } from "../base/sinks";
import type { Loader } from "../base/loader";
import type { ProjectRef } from "../contract";
import { StudyError } from "../errors";
import type { RunOptions } from "../session";
import { shapeOf, type Rows, type TableShape } from "../tables/read";

/** What the operations on rows need of the study. */
export interface StudyContext {
  readonly loader: Loader;
  readonly codebook: Codebook;
  readonly language: Language;
  readonly editionId: string;
  readonly run: RunOptions;
}

/** A table as it stands now, ready to be read and written. */
export interface LiveTable {
  readonly shape: TableShape;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly protected: boolean;
}

/** A row as it was read: values as they show, formulas to put it back. */
export interface FoundRow extends LiveTable {
  readonly row: number;
  readonly id: string;
  readonly values: readonly unknown[];
  readonly formulas: readonly unknown[];
}

/** The shape last looked at, or the error that says what is missing. */
export function knownShape({ loader, codebook }: StudyContext, id: TableId): TableShape {
  const shape = loader.shape(id);
  if (shape) return shape;
  const nothing = !loader.shape("projects") && !loader.shape("panel");
  throw nothing
    ? StudyError.of("noStudy", {})
    : StudyError.of("tableMissing", { table: codebook.table(id).name });
}

/**
 * Asks how a table stands now; the answer is there after the next sync. With the row asked for in the same
 * request, an operation on a row that has not moved needs no request more.
 */
export function askTable(context: Excel.RequestContext, study: StudyContext, id: TableId, row?: number) {
  const known = knownShape(study, id);
  const table = context.workbook.tables.getItem(known.facts.excelId);
  const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex");
  const body = table.getDataBodyRange().load("rowCount");
  const sheet = table.worksheet.load("id,name");
  const protection = sheet.protection.load("protected");
  const { facts } = known;
  const guess =
    row === undefined || row < 0 || row >= facts.rowCount
      ? undefined
      : askRow(context.workbook.worksheets.getItem(facts.sheetId), known, row);
  return (): LiveTable & { guess?: { values: readonly unknown[]; formulas: readonly unknown[] } } => {
    const shape = shapeOf(known.definition, {
      ...facts,
      sheet: sheet.name,
      sheetId: sheet.id,
      headers: header.values[0],
      row: header.rowIndex,
      column: header.columnIndex,
      rowCount: body.rowCount,
    });
    const moved =
      shape.facts.row !== facts.row ||
      shape.facts.column !== facts.column ||
      shape.facts.sheetId !== facts.sheetId ||
      shape.facts.headers.length !== facts.headers.length;
    return {
      shape,
      table,
      sheet,
      protected: protection.protected,
      guess:
        guess && !moved && row! < body.rowCount
          ? { values: guess.values[0], formulas: guess.formulas[0] }
          : undefined,
    };
  };
}

function askRow(sheet: Excel.Worksheet, shape: TableShape, row: number): Excel.Range {
  const { facts } = shape;
  return sheet
    .getRangeByIndexes(facts.row + 1 + row, facts.column, 1, facts.headers.length)
    .load("values,formulas");
}

/** The cells of a body row. */
export function rowRange({ sheet, shape }: LiveTable, row: number): Excel.Range {
  const { facts } = shape;
  return sheet.getRangeByIndexes(facts.row + 1 + row, facts.column, 1, facts.headers.length);
}

/** Marks an id made of a row's content, for rows that were typed into the sheet and have none. */
const CONTENT_ID = "~";

/** Id of a row: its Identifiant, else one made of its content. Blank rows have none. */
export function idOf(codebook: Codebook, shape: TableShape, values: readonly unknown[]): string {
  const row = rowOf(shape.map, values);
  if (isBlankRow(row)) return "";
  const own = String(row.id ?? "").trim();
  if (own) return own;
  const content = codebook.table("projects").fields.map(({ id }) => String(row[id] ?? ""));
  return CONTENT_ID + hashText(content.join("\u0001")).toString(36);
}

/** Finds a project's row: where it stood, else by its id; refuses when it is gone. */
export async function findProject(
  context: Excel.RequestContext,
  study: StudyContext,
  ref: ProjectRef,
): Promise<FoundRow> {
  const ask = askTable(context, study, "projects", ref.row);
  await context.sync();
  const live = ask();
  const { guess, shape } = live;
  if (guess && ref.id !== "" && idOf(study.codebook, shape, guess.values) === ref.id) {
    return { ...live, row: ref.row, id: ref.id, ...guess };
  }
  const row = await searchRow(context, study, live, ref.id);
  if (row === undefined) throw StudyError.of("rowGone", {});
  const cells = rowRange(live, row).load("values,formulas");
  await context.sync();
  return { ...live, row, id: ref.id, values: cells.values[0], formulas: cells.formulas[0] };
}

/** Cells asked for at once when an id is looked for: an id is short, a row made of its content is not. */
const SEARCHED_CELLS = 60_000;

/** Row of an id anywhere in the table: one column is enough for real ids, content ids need the rows. */
export async function searchRow(
  context: Excel.RequestContext,
  study: StudyContext,
  live: LiveTable,
  id: string,
): Promise<number | undefined> {
  const { facts, map } = live.shape;
  const byContent = id.startsWith(CONTENT_ID);
  const idColumn = map.columns.get("id");
  if (id === "" || (idColumn === undefined && !byContent)) return undefined;
  const [column, width] = byContent ? [0, facts.headers.length] : [idColumn!, 1];
  const matches = byContent
    ? (values: readonly unknown[]) => idOf(study.codebook, live.shape, values) === id
    : ([value]: readonly unknown[]) => String(value).trim() === id;
  const size = Math.max(1, Math.floor(SEARCHED_CELLS / (byContent ? width * 4 : 1)));
  for (let first = 0; first < facts.rowCount; first += size) {
    const count = Math.min(size, facts.rowCount - first);
    const at = (await readPart(context, live, { first, count, column, width })).findIndex(matches);
    if (at >= 0) return first + at;
  }
  return undefined;
}

async function readPart(
  context: Excel.RequestContext,
  { sheet, shape: { facts } }: LiveTable,
  part: { first: number; count: number; column: number; width: number },
): Promise<Rows> {
  const { row, column } = facts;
  const range = sheet
    .getRangeByIndexes(row + 1 + part.first, column + part.column, part.count, part.width)
    .load("values");
  await context.sync();
  return range.values;
}

/** The draft a row's cells hold. */
export function draftOf(codebook: Codebook, shape: TableShape, values: readonly unknown[]): Draft {
  const draft: Record<string, Draft[string]> = {};
  for (const field of shape.definition.fields) {
    const at = shape.map.columns.get(field.id);
    draft[field.id] = at === undefined ? null : fromCell(codebook, field, values[at]);
  }
  return draft;
}

/** Cells to write for some fields of a draft; null leaves a cell as it is: analysts' columns are never written. */
export function cellsOf(
  { codebook, language }: StudyContext,
  shape: TableShape,
  draft: Draft,
  fields: Iterable<string>,
): (CellValue | null)[] {
  const cells: (CellValue | null)[] = shape.facts.headers.map(() => null);
  const wanted = new Set(fields);
  for (const field of shape.definition.fields) {
    const at = shape.map.columns.get(field.id);
    if (at !== undefined && wanted.has(field.id))
      cells[at] = toCell(codebook, field, draft[field.id] ?? null, language);
  }
  return cells;
}

/** Cells that put a row back exactly: formulas as formulas, everything else as the value it was. */
export function restorable(values: readonly unknown[], formulas: readonly unknown[]): CellValue[] {
  return values.map((value, i) => {
    const formula = formulas[i];
    if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
    return typeof value === "string" ? asText(value) : (value as CellValue);
  });
}

/** Refuses to write on a protected sheet before Excel does in the middle. */
export function mustBeOpen({ protected: locked, sheet }: LiveTable): void {
  if (locked) throw StudyError.of("protectedSheet", { sheet: sheet.name });
}
