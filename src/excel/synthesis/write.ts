import { figureFormats, type FigureFormat } from "../../domain/reports/model";
import { chartTheme } from "../../domain/charts/theme";
import { addChart, setChartData, type ChartData } from "../charts/draw";
import { columnLetters, quotedSheet } from "../tables/addresses";
import { pointsOf } from "../workbook/columns";
import { PAGE_COLUMNS, type Block, type BlockCell, type CellKind } from "./blocks";
import { blockName, type BuiltSheet } from "./target";

/** A block with its place and what its cells shall hold. */
export interface WrittenBlock {
  readonly block: Block;
  readonly row: number;
  readonly texts: readonly string[];
}

const LOOKS: Readonly<Record<Exclude<CellKind, "table">, { size: number; height: number; bold?: boolean }>> =
  {
    heading: { size: 18, height: 28, bold: true },
    note: { size: 10, height: 15 },
    chapter: { size: 15, height: 26, bold: true },
    title: { size: 12, height: 20, bold: true },
    base: { size: 10, height: 15 },
    sentence: { size: 11, height: 34 },
    label: { size: 11, height: 20 },
    fact: { size: 11, height: 20 },
    input: { size: 12, height: 22, bold: true },
    caution: { size: 11, height: 20 },
  };
const QUIET = "#595959";
const ALARM = "#A4262C";
/** Cells people choose in. */
const INPUT = "#FFF4CE";
const WIDTHS = [6, 46, 28, ...Array<number>(PAGE_COLUMNS - 3).fill(17)];
const LINE_HEIGHT = 15;
/** Lines a header has room for even when it needs fewer: others may be spilled there later. */
const HEADER_LINES = 3;
/** Characters of bold type are that much wider. */
const BOLD = 1.12;

/** Widths, print set-up: once, when the sheet is made. */
export function prepareSheet(sheet: Excel.Worksheet, { frozenRows }: BuiltSheet): void {
  WIDTHS.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(characters);
  });
  if (frozenRows) sheet.freezePanes.freezeRows(frozenRows);
  sheet.showGridlines = false;
  sheet.pageLayout.orientation = "Portrait";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
}

/** Takes the content and the looks of a block away: its own cells, nothing beside them. */
export function clearBlock(
  sheet: Excel.Worksheet,
  { block, row }: Pick<WrittenBlock, "block" | "row">,
  spill?: { readonly rows: number; readonly columns: number } | null,
): void {
  for (const cell of block.cells) {
    const range = cellRange(sheet, row, cell);
    if (cell.kind === "sentence") range.unmerge();
    range.clear();
    range.format.rowHeight = 15;
  }
  const { table } = block;
  if (!table) return;
  // What it has spilled is gone with its formula; its looks are not.
  const rows = Math.max(table.rows + (table.spare ?? 0), spill?.rows ?? 0);
  const columns = Math.max(table.header.length, spill?.columns ?? 0, 1);
  const area = sheet.getRangeByIndexes(row + table.row, table.column, rows, columns);
  area.clear("Formats");
  area.getRow(0).format.rowHeight = 15;
}

const cellRange = (sheet: Excel.Worksheet, row: number, { row: at, column, kind }: BlockCell): Excel.Range =>
  kind === "sentence"
    ? sheet.getRangeByIndexes(row + at, 0, 1, PAGE_COLUMNS)
    : sheet.getRangeByIndexes(row + at, column, 1, 1);

/** Writes the cells of a block that differ from `before`, and dresses it where it has just come. */
export function writeBlock(
  sheet: Excel.Worksheet,
  { block, row, texts }: WrittenBlock,
  before: readonly string[] | undefined,
  isDressed: boolean,
): void {
  block.cells.forEach((cell, i) => {
    if (isDressed && cell.kind !== "table") dressCell(cellRange(sheet, row, cell), cell.kind);
    if (isDressed && cell.choice) {
      const { dataValidation } = cellRange(sheet, row, cell);
      const { list, otherwise } = cell.choice;
      dataValidation.rule = { list: { inCellDropDown: true, source: `=${list}` } };
      dataValidation.errorAlert = { style: "Stop", title: "BVN", message: otherwise, showAlert: true };
    }
    if (isDressed && cell.format) {
      const range = cellRange(sheet, row, cell);
      range.numberFormat = [[figureFormats[cell.format]]];
      range.format.horizontalAlignment = "Left";
    }
    if (before?.[i] === texts[i]) return;
    sheet.getRangeByIndexes(row + cell.row, cell.column, 1, 1).formulas = [[texts[i]]];
  });
  if (block.table && isDressed) dressTable(sheet, row + block.table.row, block.table);
}

/** Formats and lines of a table, whatever rows it takes of those kept for it. */
function dressTable(sheet: Excel.Worksheet, top: number, table: NonNullable<Block["table"]>): void {
  const { formats, header, lines } = table;
  const width = Math.max(1, header.length);
  const cells = (row: number, column: number, rows: number, columns = 1): Excel.Range =>
    sheet.getRangeByIndexes(top + row, table.column + column, rows, columns);
  const rows = table.rows - 1 + (table.spare ?? 0);
  // Columns written alike are dressed together: every call of Excel's is some hundred bytes more to send.
  const alike = runsOf(formats);
  for (const { format, from, count } of alike) {
    if (format === "text") {
      // Words stand apart from the figures left of them, ranks from the label right of them.
      if (from > 0 && !isRank(table, from - 1)) cells(0, from, rows + 1, count).format.indentLevel = 1;
      continue;
    }
    const ranks = isRank(table, from);
    cells(0, from, ranks ? rows + 1 : 1, count).format.horizontalAlignment = ranks ? "Center" : "Right";
    // One format stands for all cells of a range.
    cells(1, from, rows, count).numberFormat = figureFormats[format] as unknown as string[][];
  }
  lines?.forEach((format, line) => {
    if (format === "mean") return;
    for (const run of alike)
      if (run.format === "mean")
        cells(1 + line, run.from, 1, run.count).numberFormat = figureFormats[format] as unknown as string[][];
  });
  const head = cells(0, 0, 1, width).format;
  head.font.bold = true;
  head.font.color = "#FFFFFF";
  head.fill.color = `#${chartTheme.main}`;
  head.wrapText = true;
  head.verticalAlignment = "Center";
  head.rowHeight =
    LINE_HEIGHT * Math.max(HEADER_LINES, ...header.map((text, i) => linesOf(text, WIDTHS[table.column + i])));
  const between = cells(1, 0, table.rows - 1, width).format.borders.getItem("InsideHorizontal");
  between.style = "Continuous";
  between.color = `#${chartTheme.grid}`;
}

/** Lines a bold text takes in a column, broken between words. */
function linesOf(text: string, characters = WIDTHS[WIDTHS.length - 1]): number {
  const room = characters / BOLD;
  let [lines, used] = [0, Infinity];
  for (const { length } of text.split(/\s+/)) {
    const goesOn = used + 1 + length <= room;
    lines += goesOn ? 0 : Math.ceil(length / room);
    used = goesOn ? used + 1 + length : length % room;
  }
  return lines;
}

const isRank = ({ column }: NonNullable<Block["table"]>, at: number): boolean => column + at === 0;

/** Neighbouring columns of the same format. */
function runsOf(formats: readonly FigureFormat[]) {
  const runs: { readonly format: FigureFormat; readonly from: number; count: number }[] = [];
  formats.forEach((format, from) => {
    const last = runs.at(-1);
    if (last?.format === format) last.count++;
    else runs.push({ format, from, count: 1 });
  });
  return runs;
}

function dressCell(range: Excel.Range, kind: Exclude<CellKind, "table">): void {
  const { size, height, bold } = LOOKS[kind];
  const { format } = range;
  format.font.size = size;
  format.rowHeight = height;
  if (bold) {
    format.font.bold = true;
    format.font.color = `#${chartTheme.main}`;
  }
  if (kind === "note" || kind === "base") {
    format.font.italic = true;
    format.font.color = QUIET;
  }
  if (kind === "input") format.fill.color = INPUT;
  if (kind === "caution") format.font.color = ALARM;
  if (kind === "label" || kind === "fact" || kind === "input") format.verticalAlignment = "Center";
  if (kind === "sentence") {
    range.merge();
    format.wrapText = true;
    format.verticalAlignment = "Top";
  }
}

const dataOf = (sheet: Excel.Worksheet, { block, row }: Pick<WrittenBlock, "block" | "row">): ChartData => {
  const { row: at, column, header, formats } = block.table!;
  return { sheet, row: row + at, column, header, formats };
};

/** Adds a block's chart, or brings the one that is there to its place and its rows. */
export function placeChart(
  sheet: Excel.Worksheet,
  written: Pick<WrittenBlock, "block" | "row">,
  existing: boolean,
): void {
  const { chart } = written.block;
  if (!chart) return;
  const made = existing
    ? sheet.charts.getItem(chart.name)
    : addChart(dataOf(sheet, written), chart.chart, chart.name);
  if (existing) setChartData(made, dataOf(sheet, written), chart.chart);
  const top = written.row + chart.row;
  made.setPosition(
    sheet.getRangeByIndexes(top, 1, 1, 1),
    sheet.getRangeByIndexes(top + chart.rows - 1, 6, 1, 1),
  );
}

/** Names the cells of a block that have a name of their own. */
export function nameCells(
  names: Excel.NamedItemCollection,
  sheet: string,
  { block, row }: Pick<WrittenBlock, "block" | "row">,
  known: ReadonlyMap<string, string>,
): void {
  for (const { name, row: at, column } of block.cells) {
    if (!name) continue;
    const formula = `=${quotedSheet(sheet)}!$${columnLetters(column)}$${row + at + 1}`;
    if (known.has(name)) names.getItem(name).formula = formula;
    else names.add(name, formula).visible = false;
  }
}

/** The defined name of a block's rows. */
export const nameFormula = (sheet: string, { block, row }: Pick<WrittenBlock, "block" | "row">): string =>
  `=${quotedSheet(sheet)}!$A$${row + 1}:$I$${row + block.rows}`;

export function setName(
  names: Excel.NamedItemCollection,
  target: BuiltSheet,
  id: string,
  formula: string,
  isKnown: boolean,
): void {
  const name = blockName(target, id);
  if (isKnown) names.getItem(name).formula = formula;
  else names.add(name, formula).visible = false;
}
