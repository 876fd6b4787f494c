import { sheetNames } from "../../domain/messages/workbook";
import { asText } from "../../domain/records/project";
import { runExcel } from "../session";
import type { BookFacts, TableFacts } from "./inspect";
import { inspect } from "./inspect";
import { sameName } from "./plan";
import type { Plan } from "./planTypes";

/**
 * Takes away what a failed repair has added: Excel does the actions of a request one after the other and
 * leaves those before the failing one done. What is in the workbook now and was not before goes; tables that
 * were renamed get their names back. Rules and formats of columns that were there stay: they hold no data.
 * @returns Whether the workbook is as before.
 */
export async function rollback(before: BookFacts, { currentLists, listsStale }: Plan): Promise<boolean> {
  try {
    await runExcel(async (context) => {
      const now = await inspect(context);
      const { worksheets, tables, names } = context.workbook;
      const oldSheets = new Set(before.sheets.map(({ id }) => id));
      const oldTables = new Map(before.tables.map((table) => [table.excelId, table]));
      for (const name of now.names.keys()) if (!before.names.has(name)) names.getItem(name).delete();
      for (const [name, { formula }] of before.names) {
        if (now.names.get(name)?.formula !== formula) names.getItem(name).formula = formula;
      }
      for (const table of now.tables) {
        if (!oldSheets.has(table.sheetId)) continue;
        const old = oldTables.get(table.excelId);
        const excelTable = tables.getItem(table.excelId);
        if (old) restoreTable(excelTable, old, table);
        else excelTable.convertToRange();
      }
      const lists = before.sheets.find(({ name }) => sameName(name, sheetNames.lists));
      if (lists && listsStale && currentLists) {
        const sheet = worksheets.getItem(lists.id);
        sheet.getRange().clear("Contents");
        const cells = currentLists.map((row) =>
          row.map((value) => (typeof value === "string" ? asText(value) : value)),
        );
        sheet.getRangeByIndexes(0, 0, cells.length, cells[0].length).values = cells;
      }
      for (const sheet of now.sheets) if (!oldSheets.has(sheet.id)) worksheets.getItem(sheet.id).delete();
      await context.sync();
    });
    return true;
  } catch {
    // The caller says that a part is still there, and why the repair failed in the first place.
    return false;
  }
}

function restoreTable(excelTable: Excel.Table, old: TableFacts, now: TableFacts): void {
  if (old.name !== now.name) excelTable.name = old.name;
  const kept = new Set(old.headers.map(String));
  for (const header of now.headers) {
    if (!kept.has(String(header))) excelTable.columns.getItem(String(header)).delete();
  }
  for (let row = now.rowCount - 1; row >= old.rowCount; row--) excelTable.rows.getItemAt(row).delete();
}
