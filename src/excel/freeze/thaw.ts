import { runExcel, type RunOptions } from "../session";
import { stateOf, type SheetState } from "./find";
import { callsBvn } from "./formulaText";
import { hashOf, memoryAside, readMemory, type FreezeMemory, type FrozenFormula } from "./memory";
import { formulaIn, literal, mustBeOpen, writeCells, type CellChange } from "./write";

export interface ThawOutcome {
  readonly thawed: number;
  /** Values somebody has changed since: they stay until it is decided. */
  readonly changed: readonly FrozenFormula[];
  /** Formulas whose cells were deleted; they are forgotten. */
  readonly lost: readonly FrozenFormula[];
  readonly revert: () => Promise<void>;
}

export interface ThawOptions {
  /** Only these; all that are remembered else. */
  readonly ids?: ReadonlySet<string>;
  /** Also where somebody has changed the values since. */
  readonly overwrite?: boolean;
}

/** Frozen formulas come back where their values are still those that were written; the others are named. */
export async function thaw({ ids, overwrite = false }: ThawOptions, run: RunOptions): Promise<ThawOutcome> {
  const { memory, wanted, places, sheets } = await runExcel(async (context) => {
    const memory = await readMemory(context);
    const wanted = memory.frozen.filter(({ id }) => !ids || ids.has(id));
    const sheets = await sheetStates(context);
    return { memory, wanted, sheets, places: await placesOf(context, wanted, sheets) };
  }, run);
  const lost = wanted.filter((_, i) => !places[i]);
  const there = wanted.flatMap((frozen, i) => (places[i] ? [{ frozen, place: places[i] }] : []));
  const isChanged = ({ frozen, place }: (typeof there)[number]) => hashOf(place.values) !== frozen.hash;
  const changed = overwrite ? [] : there.filter(isChanged).map(({ frozen }) => frozen);
  const back = there.filter(({ frozen }) => !changed.includes(frozen));
  mustBeOpen(
    sheets,
    back.map(({ place }) => place),
  );
  const gone = new Set([...lost, ...back.map(({ frozen }) => frozen)].map(({ at }) => at));
  if (!gone.size) return { thawed: 0, changed, lost, revert: async () => undefined };
  const rows = memory.rows.filter((_, at) => !gone.has(at));
  const changes = back.map(({ frozen, place: { sheetId, at, formulas } }): CellChange => ({
    sheetId,
    at,
    to: formulaIn(frozen.formula, at[2], at[3]),
    back: formulas.map((row) => row.map((cell) => (callsBvn(cell) ? cell : literal(cell)))),
  }));
  await writeCells(changes, run, memoryAside(memory, rows));
  const revert = () => freezeAgain(changes, memory, run);
  return { thawed: back.length, changed, lost, revert };
}

/** Takes a thaw back: the values stand there again, and the formulas are remembered. */
async function freezeAgain(
  changes: readonly CellChange[],
  memory: FreezeMemory,
  run: RunOptions,
): Promise<void> {
  const now = await runExcel((context) => readMemory(context), run);
  const values = changes.map((change) => ({ ...change, to: change.back, back: change.to }));
  const added = memory.rows.filter((row) => !now.rows.some((other) => other[0] === row[0]));
  await writeCells(values, run, memoryAside(now, [...now.rows, ...added]));
}

interface Place {
  readonly sheetId: string;
  readonly at: CellChange["at"];
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

async function sheetStates(context: Excel.RequestContext): Promise<SheetState[]> {
  const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const states = sheets.items.map((sheet) => ({ sheet, protection: sheet.protection.load("protected") }));
  await context.sync();
  return states.map(stateOf);
}

/** What stands where formulas stood; null where those cells are gone. */
async function placesOf(
  context: Excel.RequestContext,
  wanted: readonly FrozenFormula[],
  sheets: readonly SheetState[],
): Promise<(Place | null)[]> {
  const byName = new Map(sheets.map(({ name, id }) => [name.toLocaleLowerCase(), id]));
  const ranges = wanted.map(({ sheet, cells }) => {
    const sheetId = byName.get(sheet?.toLocaleLowerCase() ?? "");
    if (sheetId === undefined || cells === null) return null;
    const range = context.workbook.worksheets.getItem(sheetId).getRange(cells.replace(/\$/g, ""));
    return { sheetId, range: range.load("values,formulas,rowIndex,columnIndex,rowCount,columnCount") };
  });
  await context.sync();
  return ranges.map((each) => {
    if (!each) return null;
    const { values, formulas, rowIndex, columnIndex, rowCount, columnCount } = each.range;
    return { sheetId: each.sheetId, at: [rowIndex, columnIndex, rowCount, columnCount], values, formulas };
  });
}
