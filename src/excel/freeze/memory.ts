import { sheetNames } from "../../domain/messages/workbook";
import { hashText } from "../../domain/records/ids";
import { addressOf, type FormulaCell } from "./find";
import { filledIn, pointedAt, pointer, splitReference, templateOf } from "./formulaText";
import type { Aside } from "./write";

/**
 * Formulas that were made values, so that they can come back: a row each on a very hidden sheet, as imports are
 * remembered. The cells of a formula, and those it looks at, are kept as references that Excel itself moves along
 * when rows come and go or a sheet is renamed; of the values only a hash is kept.
 */
export const MEMORY_SHEET = sheetNames.formulas;

const NOTE = "BVN : formules figées. Ne pas modifier. / Frozen formulas. Do not change.";
/** Every text starts with it, so that Excel never reads a formula, a number or a date. */
const MARK = "|";
/** Columns in front of the references: id, formula, which references name their sheet, hash, the cells. */
const FIXED = 5;

/** A row as it is written, and as it is read again with its references where Excel moved them. */
export type MemoryRow = readonly (string | number)[];

/** A formula that was made values. */
export interface FrozenFormula {
  readonly id: string;
  /** Row of the memory, from 0 below the note. */
  readonly at: number;
  /** As it would be entered now. */
  readonly formula: string;
  /** Where its values stand now; null when those cells were deleted. */
  readonly sheet: string | null;
  readonly cells: string | null;
  readonly hash: string;
}

export interface FreezeMemory {
  readonly exists: boolean;
  /** Rows as formulas, to be put back exactly. */
  readonly rows: readonly MemoryRow[];
  readonly frozen: readonly FrozenFormula[];
}

/** Asks for the memory; the answer is there after the next two syncs. */
export async function readMemory(context: Excel.RequestContext): Promise<FreezeMemory> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET).load("id");
  await context.sync();
  if (sheet.isNullObject) return { exists: false, rows: [], frozen: [] };
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  await context.sync();
  if (used.isNullObject || used.columnIndex !== 0) return { exists: true, rows: [], frozen: [] };
  const rows = used.formulas.slice(used.rowIndex === 0 ? 1 : 0) as MemoryRow[];
  return { exists: true, rows, frozen: rows.flatMap((row, at) => frozenOf(row, at) ?? []) };
}

function frozenOf(row: MemoryRow, at: number): FrozenFormula | null {
  const [id, text, named, hash, cells, ...refs] = row.map(String);
  if (!text?.startsWith(MARK) || !cells) return null;
  const where = pointedAt(cells);
  const [sheet, address] = where === null ? [null, null] : splitReference(where);
  const own = sheet === null ? "" : where!.slice(0, where!.lastIndexOf("!"));
  const template = {
    text: text.slice(MARK.length),
    refs: refs.filter((ref) => ref !== "").map((ref) => pointedAt(ref) ?? "#REF!"),
    named: [...plain(named)].map((letter) => letter === "1"),
  };
  return { id: plain(id), at, formula: filledIn(template, own), sheet, cells: address, hash: plain(hash) };
}

const plain = (text: string): string => text.replace(MARK, "");

/** What is remembered of a formula that becomes values. */
export function memoryRow(id: string, cell: FormulaCell): MemoryRow {
  const address = addressOf(cell);
  const template = templateOf(cell.formula, address.slice(0, address.lastIndexOf("!")));
  return [
    MARK + id,
    MARK + template.text,
    MARK + template.named.map((each) => (each ? "1" : "0")).join(""),
    MARK + hashOf(cell.values),
    pointer(address),
    ...template.refs.map(pointer),
  ];
}

/** Whether values are those that were written. */
export const hashOf = (values: readonly (readonly unknown[])[]): string =>
  String(hashText(JSON.stringify(values)));

/** Writes the memory as a whole; without rows there is none any more. */
function writeMemory(context: Excel.RequestContext, before: FreezeMemory, rows: readonly MemoryRow[]): void {
  const { worksheets } = context.workbook;
  if (!rows.length) {
    if (before.exists) worksheets.getItem(MEMORY_SHEET).delete();
    return;
  }
  const sheet = before.exists ? worksheets.getItem(MEMORY_SHEET) : worksheets.add(MEMORY_SHEET);
  if (!before.exists) sheet.visibility = "VeryHidden";
  else sheet.getRange().clear("Contents");
  const width = Math.max(FIXED, ...rows.map(({ length }) => length));
  sheet.getRange("A1").values = [[NOTE]];
  sheet.getRangeByIndexes(1, 0, rows.length, width).formulas = rows.map((row) => [
    ...row,
    ...Array<string>(width - row.length).fill(""),
  ]) as string[][];
}

/** The memory written together with cells, and put back with them. */
export const memoryAside = (before: FreezeMemory, rows: readonly MemoryRow[]): Aside => ({
  set: (context) => writeMemory(context, before, rows),
  back: async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET).load("id");
    await context.sync();
    writeMemory(context, { ...before, exists: !sheet.isNullObject }, before.rows);
    await context.sync();
  },
});
