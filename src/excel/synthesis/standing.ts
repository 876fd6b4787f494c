import type { Codebook } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { StudyError } from "../errors";
import { synthesisContent } from "../workbook/home";
import { sameName, samePlain } from "../workbook/plan";
import { PAGE_COLUMNS, type Block } from "./blocks";
import type { Placed } from "./layout";
import { blockName, type BuiltSheet } from "./target";

interface Memory {
  readonly blocks: readonly Block[];
}

/** A block of ours as it stands now. */
export interface StandingBlock extends Placed {
  readonly block: Block;
  /** What its cells hold now, in the order of the block's cells. */
  readonly texts: readonly string[];
  /** Rows and columns its table takes now; null if it does not spill. */
  readonly spill: { readonly rows: number; readonly columns: number } | null;
  readonly hasChart: boolean;
  readonly hasPicture: boolean;
}

/** A picture or another shape, with its place in points. */
export interface StandingShape {
  readonly id: string;
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What there is of a built sheet, and of other people's work around it. */
export interface Standing {
  /** The sheet, wherever it was moved and whatever it is called now. */
  readonly sheet: { readonly id: string; readonly name: string } | null;
  readonly sheetNames: readonly string[];
  readonly blocks: readonly StandingBlock[];
  /** Blocks that were made and whose rows are gone. */
  readonly removed: readonly Block[];
  /** Rows among our columns in which something is written that is not ours, and rows under others' charts and pictures. */
  readonly taken: readonly number[];
  readonly covered: readonly number[];
  /** Cells of the little synthesis a new study starts with. */
  readonly starter: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly charts: readonly { readonly id: string; readonly name: string }[];
  readonly shapes: readonly StandingShape[];
  /** Formulas of our names, and the setting, as they were. */
  readonly names: ReadonlyMap<string, string>;
  readonly setting: string | null;
}

/** Excel's rows are this high or higher, in points. */
const ROW_HEIGHT = 15;
const ADDRESS = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/;

/** Looks at the workbook in two requests; nothing is changed. */
export async function lookAtSheet(
  context: Excel.RequestContext,
  target: BuiltSheet,
  codebook: Codebook,
  language: Language,
): Promise<Standing> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name");
  const names = workbook.names.load("items/name,items/formula");
  const setting = workbook.settings.getItemOrNullObject(target.setting).load("value");
  const structure = workbook.protection.load("protected");
  await context.sync();

  const remembered = setting.isNullObject ? null : String(setting.value);
  const memory = parseMemory(remembered);
  const formulas = new Map(
    names.items
      .filter(({ name }) => name.startsWith(target.prefix))
      .map(({ name, formula }) => [name, String(formula)]),
  );
  const places = new Map<string, { sheet: string; column: string; row: number; rows: number }>();
  for (const [name, formula] of formulas) {
    const [, quoted, plain, column, first, last] = ADDRESS.exec(formula) ?? [];
    if (!column) continue;
    const sheet = quoted?.replace(/''/g, "'") ?? plain;
    places.set(name, { sheet, column, row: Number(first) - 1, rows: Number(last) - Number(first) + 1 });
  }
  const named = [...places.values()][0]?.sheet ?? target.name;
  const found = sheets.items.find(({ name }) => sameName(name, named));
  if (!found && structure.protected) throw StudyError.of("protectedWorkbook", {});
  const base = {
    sheetNames: sheets.items.map(({ name }) => name),
    names: formulas,
    setting: remembered,
  };
  if (!found) {
    const none = { blocks: [], removed: [], taken: [], covered: [], starter: [], charts: [], shapes: [] };
    return { ...base, ...none, sheet: null };
  }
  if ([...places.values()].some(({ column }) => column !== "A"))
    throw StudyError.of(`${target.id}Shifted`, { sheet: found.name });

  const sheet = workbook.worksheets.getItem(found.id);
  const protection = sheet.protection.load("protected");
  const used = sheet
    .getRangeByIndexes(0, 0, 1, PAGE_COLUMNS)
    .getEntireColumn()
    .getUsedRangeOrNullObject(true)
    .load("formulas,values,rowIndex,columnIndex");
  const page = sheet.getRangeByIndexes(0, 0, 1, PAGE_COLUMNS).load("width");
  const charts = sheet.charts.load("items/id,items/name,items/left,items/top,items/height");
  const shapes = sheet.shapes.load("items/id,items/name,items/left,items/top,items/width,items/height");
  const known = memory.blocks.flatMap((block) => {
    const place = places.get(blockName(target, block.id));
    if (!place) return [];
    const { table } = block;
    const spill =
      table &&
      sheet
        .getCell(place.row + table.row, table.column)
        .getSpillingToRangeOrNullObject()
        .load("rowCount,columnCount");
    return [{ block, place, spill }];
  });
  await context.sync();

  if (protection.protected) throw StudyError.of("protectedSheet", { sheet: found.name });
  const grid = used.isNullObject ? [] : used.formulas;
  const [top, left] = used.isNullObject ? [0, 0] : [used.rowIndex, used.columnIndex];
  const textAt = (row: number, column: number) => String(grid[row - top]?.[column - left] ?? "");
  const valueAt = (row: number, column: number) =>
    used.isNullObject ? "" : String(used.values[row - top]?.[column - left] ?? "");
  const chartNames = new Set(charts.items.map(({ name }) => name));
  const shapeNames = new Set(shapes.items.map(({ name }) => name));
  const blocks = known.map(({ block, place, spill }): StandingBlock => {
    const { table } = block;
    const shown = table && valueAt(place.row + table.row, table.column);
    // A table that something is in the way of shows an error in its first cell, and takes no other.
    const spilled = spill && !spill.isNullObject && !/^#/.test(shown ?? "") ? spill : null;
    return {
      id: block.id,
      row: place.row,
      rows: place.rows,
      block,
      texts: block.cells.map(({ row, column }) => textAt(place.row + row, column)),
      spill: spilled && { rows: spilled.rowCount, columns: spilled.columnCount },
      hasChart: block.chart !== undefined && chartNames.has(block.chart.name),
      hasPicture: block.picture !== undefined && shapeNames.has(block.picture.name),
    };
  });
  const own = ownCells(blocks);
  const starter = memory.blocks.length || !target.hasStarter ? [] : starterCells(codebook, language, textAt);
  for (const { row, column } of starter) own.add(keyOf(row, column));
  const taken = new Set<number>();
  grid.forEach((cells: unknown[], r: number) =>
    cells.forEach((text, c) => {
      if (text !== "" && !own.has(keyOf(top + r, left + c))) taken.add(top + r);
    }),
  );
  const ours = new Set(memory.blocks.flatMap(({ chart, picture }) => (chart ?? picture)?.name ?? []));
  const covered = new Set<number>();
  for (const { name, left, top, height } of [...charts.items, ...shapes.items]) {
    if (ours.has(name) || left >= page.width) continue;
    const first = Math.floor(top / ROW_HEIGHT);
    const last = Math.ceil((top + height) / ROW_HEIGHT);
    for (let row = first; row <= last; row++) covered.add(row);
  }
  return {
    ...base,
    sheet: { id: found.id, name: found.name },
    blocks,
    removed: memory.blocks.filter(({ id }) => !places.has(blockName(target, id))),
    taken: [...taken].sort((a, b) => a - b),
    covered: [...covered].sort((a, b) => a - b),
    starter,
    charts: charts.items.map(({ id, name }) => ({ id, name })),
    shapes: shapes.items.map(({ id, name, left, top, width, height }) => ({
      id,
      name,
      left,
      top,
      width,
      height,
    })),
  };
}

const keyOf = (row: number, column: number): string => `${row} ${column}`;

function ownCells(blocks: readonly StandingBlock[]): Set<string> {
  const own = new Set<string>();
  for (const { block, row: first, spill } of blocks) {
    for (const { row, column } of block.cells) own.add(keyOf(first + row, column));
    const { table } = block;
    if (!table || !spill) continue;
    for (let r = 0; r < spill.rows; r++)
      for (let c = 0; c < spill.columns; c++) own.add(keyOf(first + table.row + r, table.column + c));
  }
  return own;
}

/** Cells that still are what a new study starts with, those its own table spills into included. */
function starterCells(
  codebook: Codebook,
  language: Language,
  textAt: (row: number, column: number) => string,
): Standing["starter"] {
  const content = synthesisContent(codebook, language);
  const isThere = content.every((cells, row) =>
    cells.every((cell, column) => cell === "" || samePlain(textAt(row, column), String(cell))),
  );
  if (!isThere) return [];
  const spilled = codebook.activeCodes(codebook.field("projects", "domain")).length + 2;
  const last = content.length - 1;
  return [
    ...content.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell === "" ? [] : [{ row, column, text: String(cell) }])),
    ),
    ...Array.from({ length: (spilled + 1) * 4 }, (_, i) => ({
      row: last + Math.floor(i / 4),
      column: i % 4,
      text: "",
    })),
  ];
}

/** What the workbook remembers; a setting somebody has damaged is as good as none. */
export function parseMemory(setting: string | null): Memory {
  try {
    const memory = JSON.parse(setting ?? "{}") as Partial<Memory>;
    return { blocks: Array.isArray(memory.blocks) ? memory.blocks : [] };
  } catch {
    return { blocks: [] };
  }
}
