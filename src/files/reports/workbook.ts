import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx, type Cell, type CellStyle, type SheetChart, type WriteSheet } from "hucre/xlsx";
import { chartTheme, seriesColours } from "../../domain/charts/theme";
import {
  cellFormat,
  figureFormats,
  type FigureFormat,
  type Report,
  type ReportCell,
  type ReportChart,
  type ReportTable,
} from "../../domain/reports/model";
import { absolute, blockAddress, sheetReference, zipDate } from "../xlsx/write";

/** Columns of the sheet, in characters; six make the width of a page. */
const FIRST_WIDTH = 34;
const WIDTH = 13;
const PAGE_COLUMNS = 6;
const CHART_ROWS = 17;
const CHARACTERS_A_LINE = 95;
const LINE_HEIGHT = 15;
const FONT = "Calibri";

const fill = (rgb: string): CellStyle["fill"] => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });
const line = { style: "thin", color: { rgb: chartTheme.grid } } as const;
const right = { horizontal: "right", vertical: "center", wrapText: true } as const;
const wrapped = { wrapText: true, vertical: "top" } as const;
const styles = {
  title: { font: { name: FONT, bold: true, size: 18, color: { rgb: chartTheme.main } } },
  subtitle: { font: { name: FONT, size: 11, color: { rgb: chartTheme.text } } },
  section: {
    font: { name: FONT, bold: true, size: 14, color: { rgb: chartTheme.main } },
    border: { bottom: line },
  },
  tableTitle: { font: { name: FONT, bold: true, size: 11 } },
  text: { alignment: { wrapText: true, vertical: "top" } },
  note: {
    font: { name: FONT, italic: true, size: 9, color: { rgb: "595959" } },
    alignment: { wrapText: true, vertical: "top" },
  },
  header: {
    font: { name: FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: fill(chartTheme.main),
    alignment: { wrapText: true, vertical: "center" },
  },
  figure: { border: { bottom: line } },
} as const satisfies Record<string, CellStyle>;

/**
 * The report as a workbook: one sheet of values with native charts beside their tables, no formula, no link. Texts
 * are texts whatever they begin with.
 */
export async function reportWorkbook(report: Report): Promise<Uint8Array> {
  const sheet = new ReportSheet(report.language === "fr" ? "Rapport" : "Report");
  sheet.text(report.title, styles.title);
  sheet.text(report.subtitle, styles.subtitle);
  for (const section of report.sections) {
    sheet.skip();
    sheet.text(section.title, styles.section);
    for (const sentence of section.text) sheet.text(sentence, styles.text);
    for (const table of section.tables) sheet.table(table);
  }
  const bytes = await writeXlsx({
    sheets: [sheet.finish(report)],
    properties: {
      title: report.title,
      creator: "BVN",
      created: new Date(report.made),
      modified: new Date(report.made),
    },
    defaultFont: { name: FONT, size: 11 },
  });
  return withPlainCharts(bytes, report.made);
}

/** A sheet filled from top to bottom. */
class ReportSheet {
  private row = 0;
  private columns = PAGE_COLUMNS;
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: WriteSheet["merges"] = [];
  private readonly heights = new Map<number, { height: number }>();
  private readonly charts: SheetChart[] = [];

  constructor(private readonly name: string) {}

  skip(): void {
    this.row++;
  }

  /** A line over the width of a page. */
  text(text: string, style: CellStyle): void {
    this.cell(0, text, style);
    if (style.alignment?.wrapText) {
      this.merges!.push({ startRow: this.row, startCol: 0, endRow: this.row, endCol: PAGE_COLUMNS - 1 });
      const lines = Math.ceil(text.length / CHARACTERS_A_LINE);
      this.heights.set(this.row, { height: LINE_HEIGHT * Math.max(1, lines) });
    }
    this.row++;
  }

  table(table: ReportTable): void {
    this.skip();
    this.text(table.title, styles.tableTitle);
    const top = this.row;
    table.header.forEach((text, column) =>
      this.cell(column, text, column ? { ...styles.header, alignment: right } : styles.header),
    );
    if (table.header.some((text) => text.length > WIDTH))
      this.heights.set(this.row, { height: 2.2 * LINE_HEIGHT });
    this.row++;
    for (const [line, row] of table.rows.entries()) {
      row.forEach((value, column) => this.figure(column, value, cellFormat(table, line, column)));
      this.row++;
    }
    this.columns = Math.max(this.columns, table.header.length);
    if (table.base) this.text(table.base, styles.note);
    if (table.chart) {
      this.charts.push(this.chart(table, table.chart, top));
      this.row += CHART_ROWS;
    }
    if (table.sentence) this.text(table.sentence, styles.text);
  }

  finish(report: Report): WriteSheet {
    return {
      name: this.name,
      columns: Array.from({ length: this.columns }, (_, i) => ({ width: i ? WIDTH : FIRST_WIDTH })),
      rows: [],
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      charts: this.charts,
      view: { showGridLines: false },
      pageSetup: { paperSize: "a4", orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddHeader: `&L${report.title.replace(/&/g, "&&")}`, oddFooter: "&C&P / &N" },
    };
  }

  private figure(column: number, value: ReportCell, format: FigureFormat): void {
    const isNumber = typeof value === "number";
    this.cell(column, value, {
      ...styles.figure,
      ...(isNumber && { numFmt: figureFormats[format] }),
      ...(column > 0 && !isNumber && { alignment: format === "text" ? wrapped : right }),
    });
  }

  private cell(column: number, value: ReportCell, style: CellStyle): void {
    this.cells.set(`${this.row},${column}`, { value, style });
  }

  private chart(table: ReportTable, chart: ReportChart, top: number): SheetChart {
    const range = (column: number): string =>
      `${sheetReference(this.name)}!${absolute(blockAddress(top + 1, column, top + chart.rows, column))}`;
    const isPoints = chart.type === "points";
    const values = isPoints ? [chart.series[1]] : chart.series;
    const colours = seriesColours(values.length, chart.ordered === true);
    const format = table.formats[values[0]];
    return {
      type: isPoints ? "scatter" : chart.type === "bar" || chart.type === "stacked" ? "bar" : "column",
      ...(chart.type === "stacked" && { barGrouping: "percentStacked", overlap: 100 }),
      gapWidth: 60,
      title: chart.title,
      titleFontSize: 12,
      titleBold: true,
      titleColor: chartTheme.text,
      altText: table.sentence ?? chart.title,
      legend: values.length > 1 ? "bottom" : false,
      ...(isPoints && { scatterStyle: "lineMarker" }),
      series: values.map((column, i) => ({
        name: table.header[column],
        values: range(column),
        categories: range(isPoints ? chart.series[0] : chart.label),
        color: colours[i],
        ...(isPoints && { marker: { symbol: "circle", size: 7, fill: colours[i] }, stroke: { width: 0 } }),
      })),
      ...(!isPoints &&
        chart.type !== "stacked" && {
          dataLabels: { showValue: true, numberFormat: { formatCode: figureFormats[format] } },
        }),
      axes: {
        ...(isPoints && { x: { title: table.header[chart.series[0]] } }),
        // Bars are read from the top.
        ...((chart.type === "bar" || chart.type === "stacked") && { x: { reverse: true } }),
        y: {
          ...(isPoints && { title: table.header[chart.series[1]] }),
          ...(isPoints ? { gridlines: { major: true } } : { scale: { min: 0 }, minorTickMark: "none" }),
        },
      },
      anchor: {
        from: { row: this.row, col: 0 },
        to: { row: this.row + CHART_ROWS - 1, col: PAGE_COLUMNS },
      },
    };
  }
}

/** What the library has no word for: points without a line between them, quiet grid lines. */
function withPlainCharts(bytes: Uint8Array, made: string): Uint8Array {
  const parts = unzipSync(bytes);
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${chartTheme.grid}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const noLine = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker>';
  for (const name of Object.keys(parts)) {
    if (!/^xl\/charts\/chart\d+\.xml$/.test(name)) continue;
    let xml = strFromU8(parts[name]).replace(/<c:majorGridlines\/>/g, grid);
    if (xml.includes("<c:scatterChart>"))
      xml = xml.replace(/(<\/c:tx>)(<c:spPr>(?:(?!<\/c:spPr>).)*<\/c:spPr>)?<c:marker>/g, `$1${noLine}`);
    parts[name] = strToU8(xml);
  }
  // The same report is the same file, whenever and wherever it is made.
  return zipSync(parts, { mtime: zipDate(new Date(`${made}T12:00:00`)) });
}
