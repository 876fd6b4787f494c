import type { Codebook, TableId } from "../../domain/codebook";
import { sheetNames } from "../../domain/messages/workbook";
import { columnLetters } from "../tables/addresses";
import { identifyTables, likeness, mapColumns } from "../tables/headers";
import type { BookFacts, TableFacts } from "./inspect";
import { sameName } from "./plan";
import type { ColumnFacts, LooseHeader, PlanInput, TableDetails } from "./planTypes";

/** Rows and columns at the top of a sheet in which the header of a lost table is looked for. */
const HEADER_ROWS = 20;
const HEADER_COLUMNS = 80;
/** Share of a table's headers that make a row its header. */
const SAME_HEADER = 0.7;

type Details = Pick<PlanInput, "details" | "loose" | "emptySheets" | "currentLists">;

/**
 * What a repair must know beyond names and headers: the rules of existing columns, what stands on the sheets
 * of missing tables, the helper sheet. Two requests; none for a new workbook.
 */
export async function readDetails(
  context: Excel.RequestContext,
  facts: BookFacts,
  codebook: Codebook,
): Promise<Details> {
  const { worksheets } = context.workbook;
  const { tables } = identifyTables(codebook, facts.tables);
  const columns = [...tables].flatMap(([id, table]) => columnsOf(codebook, id, table, worksheets));
  const homes = Object.values(codebook.edition.tables)
    .filter(({ id }) => !tables.has(id))
    .flatMap((definition) => {
      const sheet = facts.sheets.find(({ name }) => sameName(name, definition.sheet));
      if (!sheet) return [];
      const found = worksheets.getItem(sheet.id);
      return [
        {
          definition,
          name: sheet.name,
          used: found.getUsedRangeOrNullObject(true).load("rowIndex,rowCount"),
          top: found.getRangeByIndexes(0, 0, HEADER_ROWS, HEADER_COLUMNS).load("values"),
        },
      ];
    });
  const listsSheet = facts.sheets.find(({ name }) => sameName(name, sheetNames.lists));
  const lists = listsSheet && worksheets.getItem(listsSheet.id).getUsedRangeOrNullObject(true).load("values");
  if (!columns.length && !homes.length && !lists) {
    return { details: new Map(), loose: new Map(), emptySheets: new Set(), currentLists: null };
  }
  await context.sync();

  const custom = columns.flatMap((column) =>
    column.formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({ column, id: format.id, rule: format.custom.rule.load("formula") })),
  );
  if (custom.length) await context.sync();

  const details = new Map<TableId, Map<string, ColumnFacts>>();
  for (const column of columns) {
    const { type, rule } = column.validation;
    const known: ColumnFacts = {
      rule: type === "None" || type === "Inconsistent" || type === "MixedCriteria" ? null : rule,
      formats: custom
        .filter((each) => each.column === column)
        .map(({ id, rule: { formula } }) => ({ id, formula: String(formula) })),
      numberFormat: column.first.numberFormat[0][0],
    };
    const table = details.get(column.table) ?? details.set(column.table, new Map()).get(column.table)!;
    table.set(column.field, known);
  }
  const loose = new Map<TableId, LooseHeader>();
  const emptySheets = new Set<string>();
  for (const { definition, name, used, top } of homes) {
    if (used.isNullObject) emptySheets.add(name);
    else {
      const header = headerIn(top.values, (row) => likeness(definition, row));
      const last = used.rowIndex + used.rowCount - 1;
      if (header) loose.set(definition.id, { ...header, rowCount: Math.max(1, last - header.row) });
    }
  }
  const currentLists = lists && !lists.isNullObject ? lists.values : null;
  return { details: details as ReadonlyMap<TableId, TableDetails>, loose, emptySheets, currentLists };
}

function columnsOf(
  codebook: Codebook,
  id: TableId,
  table: TableFacts,
  worksheets: Excel.WorksheetCollection,
) {
  const sheet = worksheets.getItem(table.sheetId);
  const map = mapColumns(codebook.table(id), table.headers);
  return [...map.columns].map(([field, at]) => {
    const letters = columnLetters(table.column + at);
    const first = table.row + 2;
    const body = sheet.getRange(`${letters}${first}:${letters}${first + table.rowCount - 1}`);
    return {
      table: id,
      field,
      validation: body.dataValidation.load("type,rule"),
      formats: body.conditionalFormats.load("items/id,items/type"),
      first: sheet.getRange(`${letters}${first}`).load("numberFormat"),
    };
  });
}

/** The row that reads most like the header, and the cells of it that hang together. */
function headerIn(rows: readonly (readonly unknown[])[], score: (row: readonly unknown[]) => number) {
  let best: { row: number; score: number } | undefined;
  rows.forEach((cells, row) => {
    const value = score(cells);
    if (value >= SAME_HEADER && value > (best?.score ?? 0)) best = { row, score: value };
  });
  if (!best) return undefined;
  const cells = rows[best.row];
  const column = cells.findIndex((cell) => cell !== "");
  let end = column;
  while (end < cells.length && cells[end] !== "") end++;
  return { row: best.row, column, headers: cells.slice(column, end) };
}
