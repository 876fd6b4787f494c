import { newId } from "../../domain/records/ids";
import { excelCode, StudyError } from "../errors";
import { runExcel, type RunOptions } from "../session";
import { addressOf, findFormulas, type FormulaCell, type FoundFormulas } from "./find";
import { splitReference } from "./formulaText";
import { memoryAside, memoryRow, readMemory } from "./memory";
import { thaw } from "./thaw";
import { formulaIn, literal, mustBeOpen, writeCells, type CellChange } from "./write";

/** Which formulas: all of the workbook, or those the selection touches. */
export type FreezeScope = "book" | "selection";

export interface FreezeOutcome {
  readonly frozen: number;
  /** Cells without a value to keep yet: they wait for it, or show #NAME?. They stay formulas. */
  readonly left: readonly FormulaCell[];
  /** Puts the formulas back. */
  readonly revert: () => Promise<void>;
}

/** Values that are none yet, or never will be as they are. */
const NO_VALUE = /^#(NAME|BUSY|GETTING_DATA|CONNECT|SPILL|CALC|BLOCKED|FIELD|UNKNOWN|PYTHON|EXTERNAL)[?!]?$/;

/** BVN formulas become the values they show. All of them or none; the workbook remembers the formulas. */
export async function freeze(scope: FreezeScope, run: RunOptions): Promise<FreezeOutcome> {
  const { found, memory, wanted } = await runExcel(async (context) => {
    const found = await findFormulas(context);
    const cells = scope === "book" ? found.cells : await selected(context, found);
    return { found, memory: await readMemory(context), wanted: cells };
  }, run);
  const left = wanted.filter(({ values }) => NO_VALUE.test(String(values[0][0])));
  const cells = wanted.filter((cell) => !left.includes(cell));
  if (!cells.length) return { frozen: 0, left, revert: async () => undefined };
  mustBeOpen(found.sheets, cells);
  if (!memory.exists && found.structureProtected) throw StudyError.of("protectedWorkbook", {});
  const taken = new Set(memory.frozen.map(({ id }) => id));
  const ids = cells.map(() => {
    const id = newId(taken);
    taken.add(id);
    return id;
  });
  // A cell that holds a formula again is not frozen any more, whatever is remembered of it.
  const now = new Set(cells.map(placeOf));
  const kept = memory.rows.filter((_, at) => {
    const known = memory.frozen.find((each) => each.at === at);
    return !known?.cells || !now.has(firstOf(known.sheet!, known.cells));
  });
  const rows = [...kept, ...cells.map((cell, i) => memoryRow(ids[i], cell))];
  const changes = cells.map(
    ({ sheetId, row, column, rows: height, columns, formula, values }): CellChange => ({
      sheetId,
      at: [row, column, height, columns],
      to: values.map((row) => row.map(literal)),
      back: formulaIn(formula, height, columns),
    }),
  );
  await writeCells(changes, run, memoryAside(memory, rows));
  const wantedIds = new Set(ids);
  const revert = async () => {
    const { changed } = await thaw({ ids: wantedIds }, run);
    if (changed.length) throw StudyError.of("thawChanged", { count: changed.length });
  };
  return { frozen: cells.length, left, revert };
}

/** The first cell of a range, as one text. */
const firstOf = (sheet: string, cells: string): string =>
  `${sheet}!${cells.replace(/\$/g, "").split(":")[0]}`;
const placeOf = (cell: FormulaCell): string => firstOf(...splitReference(addressOf(cell)));

/** Cells that the selection touches, also by what they spill. */
async function selected(context: Excel.RequestContext, { cells }: FoundFormulas): Promise<FormulaCell[]> {
  const ranges = context.workbook.getSelectedRanges();
  const areas = ranges.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  const sheet = ranges.worksheet.load("id");
  try {
    await context.sync();
  } catch (error) {
    // A chart or a picture is selected: no cells.
    if (excelCode(error) === "InvalidSelection") return [];
    throw error;
  }
  return cells.filter(
    ({ sheetId, row, column, rows, columns }) =>
      sheetId === sheet.id &&
      areas.items.some(
        (area) =>
          row < area.rowIndex + area.rowCount &&
          area.rowIndex < row + rows &&
          column < area.columnIndex + area.columnCount &&
          area.columnIndex < column + columns,
      ),
  );
}
