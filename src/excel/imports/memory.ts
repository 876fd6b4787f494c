import type { ImportRecord } from "../importContract";
import { sheetNames } from "../../domain/messages/workbook";
import { excelCode, StudyError } from "../errors";
import type { Step } from "./steps";

/**
 * What the workbook remembers of its imports, so that each can be taken back and an interrupted one is found:
 * on a very hidden sheet, a few rows an import. A sheet, not the workbook's settings or XML parts: it is
 * written in the same request as the rows and so never says what is not true; it has no limit of size but the
 * workbook's; other programs that save the file keep it.
 */
export const MEMORY_SHEET = sheetNames.imports;

const NOTE =
  "BVN : de quoi reprendre les imports. Ne pas modifier. / What takes imports back. Do not change.";
/** Characters a cell is given at most; Excel holds 32,767. */
const CHUNK = 32_000;
/** Every text starts with it, so that Excel never reads a formula, a number or a date. */
const MARK = "|";
const ROWS_A_STEP = 12;
/** Rows kept; the oldest imports cannot be taken back any more once there are more. About 20 million characters. */
const MOST_ROWS = 600;

/** writing and undoing: under way; found at the next opening when they were interrupted. */
export type ImportStatus = "writing" | "done" | "undoing" | "takenBack";

/** Columns A to D: id, status, record, changes; the first row is the note. */
const COLUMNS = 4;

export interface KnownImport {
  readonly id: string;
  readonly status: ImportStatus;
  readonly record: Omit<ImportRecord, "canBeTakenBack">;
  /** Rows on the sheet, 0-based. */
  readonly row: number;
  readonly count: number;
  /** Whether the changes are kept. */
  readonly kept: boolean;
}

/** The memory as last read. */
export interface Memory {
  readonly sheetId: string | null;
  readonly imports: readonly KnownImport[];
  /** Rows in use, the note included. */
  readonly rows: number;
}

export const noMemory: Memory = { sheetId: null, imports: [], rows: 0 };

/**
 * Reads which imports there are, not what they changed: one request when it is known whether there are any,
 * two else.
 * @throws StudyError protectedWorkbook when the sheet is not there and cannot be made.
 */
export async function readMemory(
  context: Excel.RequestContext,
  known: Memory,
  { toWrite = false }: { toWrite?: boolean } = {},
): Promise<Memory> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET).load("id");
  const protection = context.workbook.protection.load("protected");
  if (known.sheetId !== null) {
    const held = context.workbook.worksheets.getItem(known.sheetId);
    const inUse = held.getRange("A:C").getUsedRangeOrNullObject(true).load("values,rowIndex");
    try {
      await context.sync();
      return memoryOf(known.sheetId, inUse);
    } catch (error) {
      if (excelCode(error) !== "ItemNotFound") throw error;
      // Somebody has deleted the sheet.
      return readMemory(context, noMemory, { toWrite });
    }
  }
  await context.sync();
  if (sheet.isNullObject) {
    if (toWrite && protection.protected) throw StudyError.of("protectedWorkbook", {});
    return noMemory;
  }
  const used = sheet.getRange("A:C").getUsedRangeOrNullObject(true).load("values,rowIndex");
  await context.sync();
  return memoryOf(sheet.id, used);
}

function memoryOf(sheetId: string, used: Excel.Range): Memory {
  if (used.isNullObject) return { sheetId, imports: [], rows: 0 };
  return {
    sheetId,
    imports: importsIn(used.values, used.rowIndex),
    rows: used.rowIndex + used.values.length,
  };
}

function importsIn(values: readonly (readonly unknown[])[], top: number): KnownImport[] {
  const imports: KnownImport[] = [];
  for (let i = 0; i < values.length;) {
    const id = String(values[i][0]);
    let end = i + 1;
    while (end < values.length && values[end][0] === values[i][0]) end++;
    const status = String(values[i][1]);
    const record = parse(
      values
        .slice(i, end)
        .map((row) => text(row[2]))
        .join(""),
    );
    if (record && /^(writing|done|undoing|takenBack)( -)?$/.test(status)) {
      const [known, kept] = status.split(" ");
      imports.push({
        id,
        status: known as ImportStatus,
        record,
        row: top + i,
        count: end - i,
        kept: kept !== "-",
      });
    }
    i = end;
  }
  return imports;
}

const text = (cell: unknown): string => String(cell ?? "").replace(MARK, "");

function parse(json: string): KnownImport["record"] | null {
  try {
    return json ? (JSON.parse(json) as KnownImport["record"]) : null;
  } catch {
    // Somebody has changed the sheet: what it says of this import cannot be relied upon.
    return null;
  }
}

/** The changes of an import, packed; one request a few megabytes. Null when the sheet does not hold them. */
export async function readChanges(
  context: Excel.RequestContext,
  { row, count }: KnownImport,
): Promise<string> {
  let json = "";
  for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
    json += await readPart(context, row + first, Math.min(CHUNKS_AT_ONCE, count - first));
  }
  return json;
}
const CHUNKS_AT_ONCE = 60;

async function readPart(context: Excel.RequestContext, row: number, count: number): Promise<string> {
  const range = context.workbook.worksheets
    .getItem(MEMORY_SHEET)
    .getRangeByIndexes(row, COLUMNS - 1, count, 1)
    .load("values");
  await context.sync();
  return range.values.map(([cell]) => text(cell)).join("");
}

/** Texts that fit cells; a character of two halves is never cut. */
function chunked(whole: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < whole.length;) {
    let end = Math.min(at + CHUNK, whole.length);
    if (/[\uD800-\uDBFF]/.test(whole[end - 1])) end--;
    parts.push(MARK + whole.slice(at, end));
    at = end;
  }
  return parts;
}

/** Steps that remember an import: before its rows are written as one under way, after them as done. */
export function remember(
  memory: Memory,
  record: KnownImport["record"],
  packed: string,
): { first: Step[]; last: Step[]; entry: KnownImport } {
  const records = chunked(JSON.stringify(record));
  const changes = chunked(packed);
  const count = Math.max(records.length, changes.length);
  const at = Math.max(1, memory.rows);
  const rows = Array.from({ length: count }, (_, i) => [
    record.id,
    i === 0 ? "writing" : "",
    records[i] ?? "",
    changes[i] ?? "",
  ]);
  const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(MEMORY_SHEET);
  const first: Step[] = [];
  if (memory.sheetId === null) {
    first.push({
      rows: 0,
      size: 500,
      run: (context) => {
        const made = context.workbook.worksheets.add(MEMORY_SHEET);
        made.visibility = "VeryHidden";
        made.getRange("A1").values = [[NOTE]];
      },
    });
  }
  for (let i = 0; i < rows.length; i += ROWS_A_STEP) {
    const part = rows.slice(i, i + ROWS_A_STEP);
    first.push({
      rows: 0,
      size: Math.ceil(JSON.stringify(part).length * 1.1),
      run: (context) => {
        sheet(context).getRangeByIndexes(at + i, 0, part.length, COLUMNS).values = part;
      },
    });
  }
  return {
    first,
    last: [setStatus(at, "done")],
    entry: { id: record.id, status: "done", record, row: at, count, kept: true },
  };
}

export const setStatus = (row: number, status: string): Step => ({
  rows: 0,
  size: 300,
  run: (context) => {
    context.workbook.worksheets.getItem(MEMORY_SHEET).getRangeByIndexes(row, 1, 1, 1).values = [[status]];
  },
});

/** The oldest imports, whose changes go so that the workbook does not grow for ever. */
export function tooMany({ imports }: Memory): KnownImport[] {
  let rows = imports.reduce((sum, { kept, count }) => sum + (kept ? count : 0), 0);
  return imports.filter(({ kept, count, status }) => {
    if (rows <= MOST_ROWS || !kept || status === "writing" || status === "undoing") return false;
    rows -= count;
    return true;
  });
}

/** The import stays known, its changes go. */
export function dropChanges({ row, count, status }: KnownImport): Step[] {
  const drop = (context: Excel.RequestContext) =>
    void context.workbook.worksheets
      .getItem(MEMORY_SHEET)
      .getRangeByIndexes(row, COLUMNS - 1, count, 1)
      .clear("Contents");
  return [setStatus(row, `${status} -`), { rows: 0, size: 300, run: drop }];
}

/** Takes what `remember` has written away again. */
export async function forget(context: Excel.RequestContext, before: Memory): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET).load("id");
  await context.sync();
  if (sheet.isNullObject) return;
  if (before.sheetId === null) sheet.delete();
  else sheet.getRange(`${Math.max(1, before.rows) + 1}:1048576`).clear("Contents");
  await context.sync();
}
