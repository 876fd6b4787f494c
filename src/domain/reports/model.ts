import type { IndicatorUnit } from "../indicators/registry";
import { localeOf, type Language } from "../language";
import type { DepartmentMap } from "../map/byDepartment";

/**
 * A report as data: what it says, apart from how it is drawn. The workbook and the printed page are made from the
 * same blocks, so that a figure cannot differ between them.
 */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** Edition, date, who it is about. */
  readonly subtitle: string;
  /** What its file is called after: "Rapport 2014 - 73065 Chambéry". */
  readonly fileTitle: string;
  /** ISO date the figures were taken on. */
  readonly made: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** Sentences above the tables. */
  readonly text: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly map?: ReportMap;
}

/** Where the territories of a panel lie, coloured by an indicator; pages draw it, workbooks cannot. */
export interface ReportMap {
  readonly title: string;
  readonly map: DepartmentMap;
  /** Bounds of the indicator; null for those of the figures. */
  readonly scale: readonly [number, number] | null;
  readonly format: FigureFormat;
}

/** How the figures of a column are written. */
export type FigureFormat = "text" | "count" | "share" | "mean" | "index";

/** How the figure of an indicator is written, by its unit. */
export const unitFormats: Readonly<Record<IndicatorUnit, FigureFormat>> = {
  points: "mean",
  index: "index",
  share: "share",
  count: "count",
  evenness: "mean",
};

export type ReportCell = string | number | null;

export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  /** As many cells a row as the header has; null is shown as a blank. */
  readonly rows: readonly (readonly ReportCell[])[];
  /** One for each column. */
  readonly formats: readonly FigureFormat[];
  /** Formats of the lines, where they are figures of different kinds; they stand for the columns of means. */
  readonly lines?: readonly FigureFormat[];
  /** What the figures rest on, in words ("28 territoires, 813 projets"); "" when the table says it itself. */
  readonly base: string;
  /** What the chart shows and the caution its base deserves, in one or two sentences. */
  readonly sentence?: string;
  readonly chart?: ReportChart;
}

/** How a cell of a table is written; lines count from the one below the header. */
export const cellFormat = (
  { formats, lines }: Pick<ReportTable, "formats" | "lines">,
  line: number,
  column: number,
): FigureFormat => (formats[column] === "mean" ? (lines?.[line] ?? "mean") : formats[column]);

/** A chart of a table: which of its rows and columns, and how. */
export interface ReportChart {
  /** Bars lie (long labels), columns stand, stacked bars share a whole, points are two measures of each row. */
  readonly type: "bar" | "column" | "stacked" | "points";
  readonly title: string;
  /** Column of the labels. */
  readonly label: number;
  /** Columns of the series; for points, the two measures. */
  readonly series: readonly number[];
  /** The series are codes of an ordered scale. */
  readonly ordered?: boolean;
  /** Figures may lie below 0. */
  readonly signed?: boolean;
  /** Rows drawn, from the first; totals and "not reported" stay out. */
  readonly rows: number;
}

/**
 * Number formats of a spreadsheet, by kind of figure: fractions are shown as percent with one decimal.
 * @example figureFormats.share // "0.0%"
 */
export const figureFormats: Readonly<Record<FigureFormat, string>> = {
  text: "@",
  count: "#,##0",
  share: "0.0%",
  mean: "0.00",
  index: "0.0",
};

const options: Readonly<Record<FigureFormat, Intl.NumberFormatOptions>> = {
  text: {},
  count: { maximumFractionDigits: 0 },
  share: { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 },
  mean: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  index: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
};
const writers = new Map<string, Intl.NumberFormat>();

/**
 * A figure as people write it: decimal comma and no-break spaces in French; a blank for nothing.
 * @example writeFigure(0.3611, "share", "en") // "36.1%"
 * @example writeFigure(2.2115, "mean", "fr") // "2,21"
 * @example writeFigure(null, "mean", "fr") // ""
 */
export function writeFigure(value: ReportCell, format: FigureFormat, language: Language): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  const key = `${language} ${format}`;
  let writer = writers.get(key);
  if (!writer) {
    writer = new Intl.NumberFormat(localeOf(language), options[format]);
    writers.set(key, writer);
  }
  return writer.format(value);
}
