import { formulaDeskMessages as say } from "../../domain/messages/formulaDesk";
import { toStudyError } from "../errors";
import { runExcel } from "../session";
import { knownShape, type StudyContext } from "../study/rows";
import type { CellArea, RowsToShow, ShownRows } from "./contract";
import { refuse } from "./insert";

/** A filter of ours: where it is, and what the columns' filters were before. */
export interface OwnFilter extends ShownRows {
  readonly tableId: string;
  /** The cell the person came from. */
  readonly from: CellArea;
  readonly former: readonly { readonly column: string; readonly criteria: Excel.FilterCriteria }[];
}

const NO_CELL: CellArea = { sheetId: "", row: 0, column: 0, rowCount: 1, columnCount: 1 };

/** Cells whose texts are asked for at once. */
const CELLS_AT_ONCE = 60_000;

/** The table rows are shown in, as it stands. */
interface Target {
  readonly table: Excel.Table;
  readonly body: CellArea;
  /** 0-based body rows to show. */
  readonly rows: readonly number[];
  /** Names of the columns that tell these rows, the likeliest first; the last one tells every row apart. */
  readonly columns: readonly string[];
  readonly idColumn: string | null;
}

/**
 * Filters a table by values so that it shows some rows, as a person would in its headers: each column keeps the
 * values those rows have. Where that would show more rows, the column of ids is filtered instead.
 * @returns What was filtered; null if every row is to be shown.
 */
export async function showRows(study: StudyContext, wanted: RowsToShow): Promise<OwnFilter | null> {
  return runExcel(async (context) => {
    if (!wanted.rows.length) return null;
    const target =
      "table" in wanted ? await studyTable(context, study, wanted) : await rangesTable(context, wanted);
    if (!target) {
      goTo(context, "at" in wanted ? wanted.at : null);
      await context.sync();
      return null;
    }
    const { table, body, rows } = target;
    const kept = await keptValues(context, target);
    const columns = table.columns.load("items/name,items/filter/criteria");
    const active = context.workbook.getActiveCell().load("rowIndex,columnIndex");
    const activeSheet = active.worksheet.load("id");
    await context.sync();
    const from = { ...NO_CELL, sheetId: activeSheet.id, row: active.rowIndex, column: active.columnIndex };
    const former = columns.items.flatMap(({ name, filter: { criteria } }) =>
      criteria ? [{ column: name, criteria }] : [],
    );
    table.clearFilters();
    for (const { column, values } of kept.columns)
      table.columns.getItem(column).filter.applyValuesFilter(values);
    const first = rows[0] ?? 0;
    goTo(context, { ...body, row: body.row + first, rowCount: 1, columnCount: 1 });
    await context.sync();
    if (!kept.columns.length) return null;
    return { tableId: table.id, table: table.name, rows: kept.count, former, from };
  }, study.run).catch((error) => {
    throw toStudyError(error, "table" in wanted ? study.loader.shape(wanted.table)?.facts : {});
  });
}

function goTo(context: Excel.RequestContext, area: CellArea | null): void {
  if (!area) return;
  const sheet = context.workbook.worksheets.getItem(area.sheetId);
  sheet.activate();
  sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).select();
}

/** A table of the study and its columns of some fields. @throws StudyError rowsMoved */
async function studyTable(
  context: Excel.RequestContext,
  study: StudyContext,
  { table: id, rows, columns }: Extract<RowsToShow, { table: unknown }>,
): Promise<Target> {
  const { facts, map } = knownShape(study, id);
  const table = context.workbook.tables.getItem(facts.excelId).load("id,name");
  const range = table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (range.rowCount !== facts.rowCount) throw refuse("rowsMoved", say.rowsMoved({ table: table.name }));
  const header = (field: string) => {
    const at = map.columns.get(field);
    return at === undefined ? [] : [String(facts.headers[at])];
  };
  return {
    table,
    body: areaOf(range, facts.sheetId),
    rows,
    columns: [...new Set(columns)].flatMap(header),
    idColumn: header("id")[0] ?? header("code")[0] ?? null,
  };
}

/** The table the ranges of a formula stand in, if one holds them all row by row. */
async function rangesTable(
  context: Excel.RequestContext,
  { at: first, rows, columns }: Extract<RowsToShow, { at: unknown }>,
): Promise<Target | null> {
  const sheet = context.workbook.worksheets.getItem(first.sheetId);
  const tables = sheet
    .getRangeByIndexes(first.row, first.column, first.rowCount, first.columnCount)
    .getTables(false)
    .load("items/id,items/name,items/columns/items/name");
  await context.sync();
  const [table] = tables.items;
  if (!table) return null;
  const range = table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const body = areaOf(range, first.sheetId);
  const own = columns.filter(
    ({ sheetId, row, column, columnCount }) =>
      sheetId === body.sheetId &&
      row === first.row &&
      columnCount === 1 &&
      column >= body.column &&
      column < body.column + body.columnCount,
  );
  const offset = first.row - body.row;
  if (own.length !== columns.length || offset < 0 || offset + first.rowCount > body.rowCount) return null;
  const name = ({ column }: CellArea) => table.columns.items[column - body.column].name;
  return {
    table,
    body,
    rows: rows.map((row) => row + offset),
    columns: [...new Set(own.map(name))],
    idColumn: null,
  };
}

const areaOf = (range: Excel.Range, sheetId: string): CellArea => ({
  sheetId,
  row: range.rowIndex,
  column: range.columnIndex,
  rowCount: range.rowCount,
  columnCount: range.columnCount,
});

/** The texts each column keeps, and how many rows that shows; columns that keep all of theirs are left out. */
async function keptValues(context: Excel.RequestContext, target: Target) {
  const asked = [...target.columns, ...(target.idColumn ? [target.idColumn] : [])];
  const texts = await textsOf(context, target, asked);
  const wanted = new Set(target.rows);
  const choice = (names: readonly string[]) => {
    const columns = names.map((column) => {
      const own = texts.get(column)!;
      const values = new Set(target.rows.map((row) => own[row]));
      return { column, own, values };
    });
    let count = 0;
    for (let row = 0; row < target.body.rowCount; row++)
      if (columns.every(({ own, values }) => values.has(own[row]))) count++;
    return {
      count,
      columns: columns
        .filter(({ own, values }) => own.some((text) => !values.has(text)))
        .map(({ column, values }) => ({ column, values: [...values] })),
    };
  };
  const byCriteria = choice(target.columns);
  if (byCriteria.count === wanted.size || !target.idColumn) return byCriteria;
  return choice([target.idColumn]);
}

/** What the cells of some columns show, in as few requests as their number asks for. */
async function textsOf(
  context: Excel.RequestContext,
  { table, body }: Target,
  columns: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, string[]>(columns.map((column) => [column, []]));
  const ranges = columns.map((column) => table.columns.getItem(column).getDataBodyRange());
  const size = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns.length)));
  for (let first = 0; first < body.rowCount; first += size) {
    await readBlock(context, ranges, first, Math.min(size, body.rowCount - first), (block, i) => {
      const own = all.get(columns[i])!;
      for (const [text] of block) own.push(text);
    });
  }
  return all;
}

async function readBlock(
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
  first: number,
  count: number,
  take: (texts: string[][], column: number) => void,
): Promise<void> {
  const blocks = ranges.map((range) =>
    range.getCell(first, 0).getAbsoluteResizedRange(count, 1).load("text"),
  );
  await context.sync();
  blocks.forEach(({ text }, i) => take(text, i));
}

/** Takes a filter of ours away, puts back what was there before, and goes back to the cell one came from. */
export function takeFilterAway(study: StudyContext, own: OwnFilter): Promise<void> {
  return runExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(own.tableId);
    const columns = table.columns.load("items/name");
    const sheet = context.workbook.worksheets.getItemOrNullObject(own.from.sheetId);
    await context.sync();
    if (table.isNullObject) throw refuse("tableGone", say.tableGone({ table: own.table }));
    table.clearFilters();
    for (const { column, criteria } of own.former) {
      if (columns.items.some(({ name }) => name === column)) {
        table.columns.getItem(column).filter.apply(criteria);
      }
    }
    if (!sheet.isNullObject) goTo(context, own.from);
    await context.sync();
  }, study.run).catch((error) => {
    throw toStudyError(error, { table: own.table });
  });
}
