import { codesTableRows, type TableDefinition } from "../../domain/codebook";
import { sheetNames, workbookWords } from "../../domain/messages/workbook";
import { nowSerial } from "../../domain/records/dates";
import { asText, type CellValue } from "../../domain/records/project";
import { columnLetters, SHEET_ROWS } from "../tables/addresses";
import type { ColumnRules } from "./columns";
import { HEADER_FILL, writeHome, writeSynthesis } from "./home";
import type { BookFacts } from "./inspect";
import { sameName } from "./plan";
import type { Mend, Plan, TablePlan } from "./planTypes";

/**
 * Rows below a table that get its number formats in advance: what is typed right below a table is read before
 * the table takes the row in, and 01004 would have lost its zero. Validations and conditional formats reach
 * the end of the sheet, so that they are there however many rows are pasted or written at once.
 */
const FORMATTED_ROWS_AHEAD = 200;

const BLANK_FILL = "#FFF4CE";
const INVALID_FILL = "#FDE7E9";
const INVALID_TEXT = "#A4262C";

/**
 * Asks Excel for everything in the plan; the caller sends it in one request. Sheets and tables come first,
 * then the lists and names, then the rules that refer to them.
 */
export function applyPlan(context: Excel.RequestContext, plan: Plan, facts: BookFacts): void {
  const { worksheets, names } = context.workbook;
  const { codebook, language } = plan;
  if (plan.sheets.home) worksheets.add(sheetNames.home);
  const made = plan.tables.map((table) => makeTable(context, plan, table));
  if (plan.sheets.synthesis) worksheets.add(sheetNames.synthesis);

  if (plan.listsStale) writeLists(context, plan, facts);
  for (const [name, formula] of plan.names) {
    if (facts.names.has(name)) names.getItem(name).formula = formula;
    else names.add(name, formula);
  }
  plan.tables.forEach((table, i) => {
    const place = { sheet: made[i], row: table.place.row, column: table.place.column };
    for (const { field, rules, mend } of table.fields) {
      setRules(place, table.place.columns.get(field.id)!, rules, mend, bodyRows(plan, table));
    }
  });
  // Their formulas need the tables.
  if (plan.sheets.home) writeHome(worksheets.getItem(sheetNames.home), codebook, language);
  if (plan.sheets.synthesis) writeSynthesis(worksheets.getItem(sheetNames.synthesis), codebook, language);
  if (plan.isNew) worksheets.getItem(sheetNames.home).activate();
}

/** Sheet of the table, which is there once this has been sent. */
function makeTable(context: Excel.RequestContext, plan: Plan, table: TablePlan): Excel.Worksheet {
  const { worksheets, tables } = context.workbook;
  const { definition, found, loose, place } = table;
  const sheet = table.sheet.isNew ? worksheets.add(table.sheet.name) : worksheets.getItem(table.sheet.name);
  let excelTable: Excel.Table;
  if (found) {
    excelTable = tables.getItem(found.excelId);
    if (table.renameTo) excelTable.name = table.renameTo;
  } else if (loose) {
    const range = sheet.getRangeByIndexes(loose.row, loose.column, loose.rowCount + 1, loose.headers.length);
    excelTable = tables.add(range, true);
    dress(excelTable, definition, sheet, loose.row);
  } else {
    const rows = initialRows(plan, definition);
    const formats = definition.fields.map((field) => {
      const rules = table.fields.find((each) => each.field === field)!.rules;
      return rules.numberFormat;
    });
    const range = sheet.getRangeByIndexes(place.row, place.column, rows.length + 1, formats.length);
    range.numberFormat = [formats.map(() => "General"), ...rows.map(() => formats)];
    range.values = [definition.fields.map(({ label }) => asText(label.fr)), ...rows];
    excelTable = tables.add(range, true);
    dress(excelTable, definition, sheet, place.row);
  }
  for (const { field, at } of table.addColumns) excelTable.columns.add(at, undefined, field.label.fr);
  if (definition.id === "journal" && found && plan.done.length) {
    excelTable.rows.add(undefined, [
      journalRow(plan, definition, found.headers.length + table.addColumns.length, place.columns),
    ]);
  }
  return sheet;
}

function dress(
  table: Excel.Table,
  definition: TableDefinition,
  sheet: Excel.Worksheet,
  headerRow: number,
): void {
  table.name = definition.name;
  table.style = "TableStyleLight9";
  const header = table.getHeaderRowRange().format;
  header.font.bold = true;
  header.fill.color = HEADER_FILL;
  header.font.color = "#FFFFFF";
  sheet.freezePanes.freezeRows(headerRow + 1);
}

/** Rows a new table starts with: the code book, the first entry of the journal, or the one blank row tables need. */
function initialRows(plan: Plan, definition: TableDefinition): CellValue[][] {
  if (definition.id === "codes") {
    return codesTableRows(plan.codebook).map((row) =>
      row.map((value) => (typeof value === "number" ? value : asText(String(value)))),
    );
  }
  if (definition.id === "journal") {
    const columns = new Map(definition.fields.map(({ id }, i) => [id, i]));
    return [journalRow(plan, definition, definition.fields.length, columns)];
  }
  return [definition.fields.map(() => "")];
}

function journalRow(
  plan: Plan,
  definition: TableDefinition,
  width: number,
  columns: ReadonlyMap<string, number>,
) {
  const { language } = plan;
  const operation = plan.isNew ? workbookWords.created : workbookWords.repaired;
  const change = plan.isNew
    ? `${plan.codebook.edition.label[language]} (${plan.codebook.edition.version})`
    : plan.done.map((each) => each[language]).join(" ; ");
  return journalCells(definition, width, columns, operation[language], change);
}

/** A row of the journal; columns that are the team's own are left as they are. */
export function journalCells(
  definition: TableDefinition,
  width: number,
  columns: ReadonlyMap<string, number>,
  operation: string,
  change: string,
): CellValue[] {
  const own = new Set(columns.values());
  const row = Array.from({ length: width }, (_, i) => (own.has(i) ? "" : null)) as CellValue[];
  const put = (id: string, value: CellValue) => {
    const at = columns.get(id);
    if (at !== undefined) row[at] = value;
  };
  const [date] = definition.fields.filter(({ kind }) => kind === "date");
  put(date.id, nowSerial());
  put("operation", asText(operation));
  put("change", asText(change.slice(0, 32_000)));
  return row;
}

const bodyRows = (plan: Plan, { definition, found, loose }: TablePlan): number =>
  found?.rowCount ??
  loose?.rowCount ??
  (definition.id === "codes" ? codesTableRows(plan.codebook).length : 1);

/** Sets what a column lacks, on its cells and on the rows ahead. */
function setRules(
  { sheet, row, column }: { sheet: Excel.Worksheet; row: number; column: number },
  at: number,
  rules: ColumnRules,
  mend: Mend,
  rows: number,
): void {
  const letters = columnLetters(column + at);
  const first = row + 2;
  const range = sheet.getRange(`${letters}${first}:${letters}${SHEET_ROWS}`);
  if (mend.width) range.format.columnWidth = rules.width;
  if (mend.numberFormat && rules.numberFormat !== "General") {
    const last = Math.min(first + rows - 1 + FORMATTED_ROWS_AHEAD, SHEET_ROWS);
    const formatted = sheet.getRange(`${letters}${first}:${letters}${last}`);
    // One value stands for all cells of a range.
    formatted.numberFormat = rules.numberFormat as unknown as string[][];
  }
  if (mend.rule && rules.rule) {
    const { dataValidation } = range;
    dataValidation.clear();
    dataValidation.rule = rules.rule;
    dataValidation.ignoreBlanks = true;
    dataValidation.prompt = { ...rules.prompt, showPrompt: true };
    dataValidation.errorAlert = rules.alert;
  }
  if (!mend.formats) return;
  for (const id of mend.staleFormats) range.conditionalFormats.getItem(id).delete();
  if (rules.blank) addFormat(range, rules.blank, BLANK_FILL);
  if (rules.invalid) addFormat(range, rules.invalid, INVALID_FILL, INVALID_TEXT);
}

function addFormat(range: Excel.Range, formula: string, fill: string, text?: string): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  custom.format.fill.color = fill;
  if (text) custom.format.font.color = text;
}

/** Writes the helper sheet anew: it is the product's own, and its names are set with it. */
export function writeLists(
  context: Excel.RequestContext,
  plan: Pick<Plan, "lists" | "sheets">,
  facts: Pick<BookFacts, "sheets">,
): void {
  const { worksheets } = context.workbook;
  const known = facts.sheets.find(({ name }) => sameName(name, sheetNames.lists));
  const sheet = plan.sheets.lists || !known ? worksheets.add(sheetNames.lists) : worksheets.getItem(known.id);
  const { values } = plan.lists;
  if (known) sheet.getRange().clear("Contents");
  sheet.getRangeByIndexes(0, 0, values.length, values[0].length).values = values;
  if (!known) sheet.visibility = "VeryHidden";
}
