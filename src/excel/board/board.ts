import { panelBoard } from "../../domain/completeness";
import type { RowChange, StudySnapshot } from "../../domain/imports/types";
import { boardHeaders, boardNames } from "../../domain/messages/importing";
import { asText, type CellValue } from "../../domain/records/project";
import { normalizeText } from "../../domain/text/normalize";
import { StudyError } from "../errors";
import { readSnapshot } from "../imports/snapshot";
import type { Step } from "../imports/steps";
import type { Frame } from "../imports/write";
import type { Writer } from "../politics/territory";
import { runExcel } from "../session";
import { restorable, type StudyContext } from "../study/rows";
import { pointsOf } from "../workbook/columns";
import { HEADER_FILL } from "../workbook/home";
import { sameName } from "../workbook/plan";
import { boardTables, rounded, type BoardTable } from "./content";

/** A table of the board as it stands; rows and columns are places on its sheet. */
interface Standing {
  readonly excelId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly unknown[];
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** What is in the workbook that the board must not disturb. */
interface Surroundings {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Our tables, by the name they shall have. */
  readonly own: ReadonlyMap<string, Standing>;
}

/**
 * Builds or refreshes the panel board and the completeness of the panel, all or nothing. Tables are found by
 * name wherever they stand; columns, notes and sorting of the team stay.
 * @returns Name of the sheet.
 */
export async function writeBoard(study: StudyContext, write: Writer): Promise<string> {
  const { snapshot, around } = await runExcel(async (context) => {
    const read = await readSnapshot(context, study);
    return { snapshot: read, around: await look(context) };
  }, study.run);
  const tables = boardTables(snapshot).map((table) => placed(table, around));
  await write(completenessChanges(snapshot), { frame: frameOf(tables, around) });
  return around.own.get(tables[0].name)?.sheet ?? tables[0].sheet;
}

/** Completeness as the panel shows it, of territories that have answered. */
function completenessChanges(snapshot: StudySnapshot): RowChange[] {
  const shares = new Map(panelBoard(snapshot).rows.map((row) => [row.territory, row.share]));
  return snapshot.tables.panel.flatMap((before, at): RowChange[] => {
    const share = shares.get(String(before.name ?? "").trim());
    if (share === null || share === undefined) return [];
    const completeness = rounded(share);
    return before.completeness === completeness
      ? []
      : [{ kind: "update", table: "panel", at, before, set: { completeness } }];
  });
}

const OUR_TABLES = [boardNames.board, boardNames.response, boardNames.remind, boardNames.correct];
/** A header without which a table of this name is somebody else's. */
const MARKS: Readonly<Record<string, string>> = {
  [boardNames.board]: boardHeaders.territory,
  [boardNames.response]: boardHeaders.rate,
  [boardNames.remind]: boardHeaders.territory,
  [boardNames.correct]: boardHeaders.territory,
};

/** Suffix of names that somebody else's sheet or table has already. */
const OTHER = "BVN";

async function look(context: Excel.RequestContext): Promise<Surroundings> {
  const { worksheets, tables } = context.workbook;
  const sheets = worksheets.load("items/name");
  const all = tables.load("items/id,items/name");
  await context.sync();
  const wanted = OUR_TABLES.flatMap((name) => [`${name}${OTHER}`, name].map((as) => ({ name, as })));
  const found = wanted.flatMap(({ name, as }) => {
    const table = all.items.find((each) => sameName(each.name, as));
    if (!table) return [];
    const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex");
    const body = table.getDataBodyRange().load("values,formulas");
    const sheet = table.worksheet.load("name");
    const protection = table.worksheet.protection.load("protected");
    return [{ name, table, header, body, sheet, protection }];
  });
  if (found.length) await context.sync();
  const own = new Map<string, Standing>();
  for (const { name, table, header, body, sheet, protection } of found) {
    const headers = header.values[0];
    if (own.has(name) || !headers.some((each) => same(each, MARKS[name]))) continue;
    if (protection.protected) throw StudyError.of("protectedSheet", { sheet: sheet.name });
    const { rowIndex: row, columnIndex: column } = header;
    own.set(name, {
      excelId: table.id,
      sheet: sheet.name,
      row,
      column,
      headers,
      values: body.values,
      formulas: body.formulas,
    });
  }
  return { sheets: sheets.items.map(({ name }) => name), tables: all.items.map(({ name }) => name), own };
}

const same = (a: unknown, b: string): boolean => normalizeText(String(a ?? "")) === normalizeText(b);

/** A new table goes to a sheet of ours, under a name nobody else has. */
function placed(table: BoardTable, { own, sheets }: Surroundings): BoardTable {
  if (own.has(table.name)) return table;
  const shared = OUR_TABLES.some((name) => name !== table.name && own.get(name)?.sheet === table.sheet);
  const taken = !shared && sheets.some((name) => sameName(name, table.sheet));
  return taken ? { ...table, sheet: `${table.sheet} ${OTHER}` } : table;
}

function frameOf(tables: readonly BoardTable[], around: Surroundings): Frame {
  const made = [
    ...new Set(tables.filter(({ name }) => !around.own.has(name)).map(({ sheet }) => sheet)),
  ].filter((sheet) => !around.sheets.some((name) => sameName(name, sheet)));
  const targets = new Set(tables.filter(({ name }) => !around.own.has(name)).map(({ sheet }) => sheet));
  const first: Step[] = [
    ...made.map((sheet) => step((context) => void context.workbook.worksheets.add(sheet))),
    ...tables.flatMap((table) => {
      const standing = around.own.get(table.name);
      return standing ? refresh(table, standing) : [step((context) => make(context, table, around))];
    }),
  ];
  return { first, last: [], takeAway: (context) => takeAway(context, targets, made, around) };
}

const step = (run: Step["run"], rows: readonly (readonly unknown[])[] = []): Step => ({
  rows: rows.length,
  size: 2_000 + JSON.stringify(rows).length,
  run,
});

const blankRow = (width: number): CellValue[] => Array.from({ length: width }, () => "");

function make(context: Excel.RequestContext, table: BoardTable, { tables }: Surroundings): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const width = table.columns.length;
  const rows = table.rows.length ? table.rows : [blankRow(width)];
  table.columns.forEach(({ format, width: characters }, i) => {
    const column = sheet.getRangeByIndexes(1, table.column + i, rows.length, 1);
    if (format) column.numberFormat = rows.map(() => [format]);
    column.format.columnWidth = pointsOf(characters);
  });
  const range = sheet.getRangeByIndexes(0, table.column, rows.length + 1, width);
  range.values = [table.columns.map(({ header }) => header), ...rows.map((row) => [...row])];
  const made = context.workbook.tables.add(range, true);
  made.name = tables.some((name) => sameName(name, table.name)) ? `${table.name}${OTHER}` : table.name;
  made.style = "TableStyleLight9";
  const header = made.getHeaderRowRange().format;
  header.font.bold = true;
  header.fill.color = HEADER_FILL;
  header.font.color = "#FFFFFF";
  sheet.freezePanes.freezeRows(1);
}

/** Brings the rows of a table up to date: its own columns only, each row where it stands. */
function refresh(table: BoardTable, standing: Standing): Step[] {
  const places = table.columns.map(({ header }) => standing.headers.findIndex((each) => same(each, header)));
  const width = standing.headers.length;
  const cellsOf = (row: readonly CellValue[]): (CellValue | null)[] => {
    const cells: (CellValue | null)[] = Array.from({ length: width }, () => null);
    places.forEach((at, i) => at >= 0 && (cells[at] = row[i]));
    return cells;
  };
  const { rows, gone, reused } = ordered(table, standing, places);
  const left = standing.values.length - gone.length;
  const kept = rows.slice(0, left).map(cellsOf);
  for (const row of reused) {
    // What the team noted of the territory that stood here goes with it; their formulas stay.
    kept[row] = kept[row].map((cell, column) =>
      cell === null && !places.includes(column) && !String(standing.formulas[row][column]).startsWith("=")
        ? ""
        : cell,
    );
  }
  const more = rows.slice(left).map(cellsOf);
  const body = (context: Excel.RequestContext, first: number, count: number) =>
    context.workbook.worksheets
      .getItem(standing.sheet)
      .getRangeByIndexes(standing.row + 1 + first, standing.column, count, width);
  const steps: Step[] = gone.map((row) => step((context) => body(context, row, 1).delete("Up")));
  if (kept.length) steps.push(step((context) => void (body(context, 0, kept.length).values = kept), kept));
  if (more.length) {
    steps.push(
      step((context) => {
        context.workbook.tables.getItem(standing.excelId).rows.add(undefined, more as CellValue[][]);
        table.columns.forEach(({ format }, i) => {
          if (!format || places[i] < 0) return;
          const cells = body(context, left, more.length).getColumn(places[i]);
          cells.numberFormat = more.map(() => [format]);
        });
      }, more),
    );
  }
  return steps;
}

/** Rows in the order they stand in, new ones where others went, then last; rows to delete, from the bottom up. */
function ordered(table: BoardTable, { values }: Standing, places: readonly number[]) {
  const { key } = table;
  const width = table.columns.length;
  const keyAt = key === undefined ? -1 : places[key];
  const wanted = table.rows.length ? [...table.rows] : [blankRow(width)];
  if (key === undefined || keyAt < 0) {
    const gone = values.map((_, i) => i).slice(Math.max(1, wanted.length));
    return { rows: wanted, gone: gone.reverse(), reused: [] };
  }
  const byKey = new Map(wanted.map((row) => [normalizeText(String(row[key])), row]));
  const rows = values.map((cells): readonly CellValue[] | undefined => {
    const name = normalizeText(String(cells[keyAt] ?? ""));
    const row = byKey.get(name);
    byKey.delete(name);
    return row;
  });
  const more = [...byKey.values()];
  const gone: number[] = [];
  const reused: number[] = [];
  // New rows take the places of those that go, so that nothing below the table moves without need.
  rows.forEach((row, i) => {
    if (row) return;
    if (more.length) reused.push(i);
    else gone.push(i);
    rows[i] = more.shift();
  });
  return { rows: [...rows.filter((row) => row !== undefined), ...more], gone: gone.reverse(), reused };
}

/** After a failure: tables and sheets made now go, rows of those that were there come back as they were. */
async function takeAway(
  context: Excel.RequestContext,
  targets: ReadonlySet<string>,
  made: readonly string[],
  { own, tables }: Surroundings,
): Promise<void> {
  const { workbook } = context;
  const standing = [...own.values()];
  const bodies = standing.map(({ excelId }) =>
    workbook.tables.getItem(excelId).getDataBodyRange().load("rowCount"),
  );
  const all = workbook.tables.load("items/id,items/name");
  const sheets = workbook.worksheets.load("items/name");
  await context.sync();
  const added = all.items
    .filter(({ name }) => !tables.some((each) => sameName(each, name)))
    .map((table) => ({ table, sheet: table.worksheet.load("name") }));
  if (added.length) await context.sync();
  for (const { table, sheet } of added) if (targets.has(sheet.name)) table.delete();
  for (const { name } of sheets.items) {
    if (made.some((sheet) => sameName(sheet, name))) workbook.worksheets.getItem(name).delete();
  }
  standing.forEach(({ excelId, sheet, row, column, headers, values, formulas }, i) => {
    const cells = values.map((line, r) => restorable(line, formulas[r]));
    const now = bodies[i].rowCount;
    const at = (first: number, count: number) =>
      workbook.worksheets.getItem(sheet).getRangeByIndexes(row + 1 + first, column, count, headers.length);
    if (now > cells.length) at(cells.length, now - cells.length).delete("Up");
    if (now < cells.length) {
      const blank = Array.from({ length: cells.length - now }, () => headers.map(() => asText("")));
      workbook.tables.getItem(excelId).rows.add(undefined, blank);
    }
    at(0, cells.length).formulas = cells;
  });
  await context.sync();
}
