import { chartTheme, luminance, seriesColours } from "../../domain/charts/theme";
import { figureFormats, type FigureFormat, type ReportChart } from "../../domain/reports/model";

/** Where a chart's table stands: its header's first cell on the sheet, and what its columns hold. */
export interface ChartData {
  readonly sheet: Excel.Worksheet;
  /** Row of the table's header and column of its labels' column 0; 0-based. */
  readonly row: number;
  readonly column: number;
  readonly header: readonly string[];
  readonly formats: readonly FigureFormat[];
}

const TYPES = {
  bar: "BarClustered",
  column: "ColumnClustered",
  stacked: "BarStacked100",
  points: "XYScatter",
} as const satisfies Record<ReportChart["type"], Excel.ChartType | string>;

/** A part too thin for its label has none. */
const PART_FORMAT = '[<0.045]"";0%';
/** So has a part of nothing, where the parts are counts. */
const COUNT_FORMAT = '[=0]"";#,##0';

const partFormat = (format: FigureFormat): string => (format === "share" ? PART_FORMAT : COUNT_FORMAT);

const cells = ({ sheet, row, column }: ChartData, at: number, rows: number): Excel.Range =>
  sheet.getRangeByIndexes(row + 1, column + at, rows, 1);

/**
 * Adds a native chart of a table to its sheet, in the theme of all charts. Series are given one by one: cells
 * whose formulas have not answered yet would mislead Excel's own guess. Nothing is read.
 */
export function addChart(data: ChartData, chart: ReportChart, name: string): Excel.Chart {
  const [first] = chart.series;
  const values = cells(data, chart.type === "points" ? chart.series[1] : first, chart.rows);
  const made = data.sheet.charts.add(TYPES[chart.type], values, "Columns");
  made.name = name;
  const count = chart.type === "points" ? 1 : chart.series.length;
  for (let i = 1; i < count; i++) made.series.add(data.header[chart.series[i]]);
  setChartData(made, data, chart);
  dress(made, data, chart);
  return made;
}

/** Points a chart of ours at its table, wherever that is now. */
export function setChartData(made: Excel.Chart, data: ChartData, chart: ReportChart): void {
  if (chart.type === "points") {
    const [x, y] = chart.series;
    const series = made.series.getItemAt(0);
    series.setXAxisValues(cells(data, x, chart.rows));
    series.setValues(cells(data, y, chart.rows));
    return;
  }
  chart.series.forEach((column, i) => {
    const series = made.series.getItemAt(i);
    series.name = data.header[column];
    series.setValues(cells(data, column, chart.rows));
    series.setXAxisValues(cells(data, chart.label, chart.rows));
  });
}

function dress(made: Excel.Chart, { header, formats }: ChartData, chart: ReportChart): void {
  const { type } = chart;
  made.title.text = chart.title;
  made.title.format.font.size = 12;
  made.title.format.font.bold = true;
  made.title.format.font.color = `#${chartTheme.text}`;
  const { categoryAxis, valueAxis } = made.axes;
  categoryAxis.format.font.color = `#${chartTheme.text}`;
  valueAxis.majorGridlines.format.line.color = `#${chartTheme.grid}`;
  if (type === "points") return dressPoints(made, header, formats, chart);
  const stacked = type === "stacked";
  const many = chart.series.length > 1;
  made.legend.visible = many;
  if (many) made.legend.position = "Bottom";
  // The first line of the table on top, as one reads.
  if (type !== "column") categoryAxis.reversePlotOrder = true;
  if (chart.signed) categoryAxis.tickLabelPosition = "Low";
  else valueAxis.minimum = 0;
  // Every bar says its figure: an axis beside would say it twice.
  valueAxis.majorGridlines.visible = false;
  valueAxis.visible = false;
  const colours = many ? seriesColours(chart.series.length, chart.ordered === true) : [chartTheme.main];
  chart.series.forEach((column, i) => {
    const series = made.series.getItemAt(i);
    series.format.fill.setSolidColor(`#${colours[i]}`);
    series.format.line.color = `#${chartTheme.background}`;
    series.gapWidth = stacked ? 40 : 60;
    if (stacked) series.overlap = 100;
    series.hasDataLabels = true;
    series.dataLabels.showValue = true;
    series.dataLabels.numberFormat = stacked ? partFormat(formats[column]) : figureFormats[formats[column]];
    // Black or white, whichever is seen on the colour.
    const onDark = stacked && luminance(colours[i]) < 0.3;
    series.dataLabels.format.font.color = onDark ? "#FFFFFF" : `#${chartTheme.text}`;
    series.dataLabels.position = stacked ? "Center" : "OutsideEnd";
  });
}

function dressPoints(
  made: Excel.Chart,
  header: readonly string[],
  formats: readonly FigureFormat[],
  { series: [x, y] }: ReportChart,
): void {
  made.legend.visible = false;
  const { categoryAxis, valueAxis } = made.axes;
  for (const [axis, column] of [
    [categoryAxis, x],
    [valueAxis, y],
  ] as const) {
    axis.title.text = header[column];
    axis.numberFormat = figureFormats[formats[column]];
    // Means start at 1, their lowest code.
    if (formats[column] === "mean") axis.minimum = 1;
  }
  const series = made.series.getItemAt(0);
  series.markerStyle = "Circle";
  series.markerSize = 8;
  series.markerBackgroundColor = `#${chartTheme.main}`;
  series.markerForegroundColor = `#${chartTheme.background}`;
}
