import * as Plot from "@observablehq/plot";
import { chartTheme, seriesColours } from "../../domain/charts/theme";
import type { Language } from "../../domain/language";
import {
  cellFormat,
  writeFigure,
  type ReportCell,
  type ReportChart,
  type ReportTable,
} from "../../domain/reports/model";

/** Width of a page's text in CSS pixels. */
const WIDTH = 660;
const BAR = 18;
const LETTER = 6.2;

interface Datum {
  readonly label: string;
  readonly series: string;
  readonly value: number;
  readonly shown: string;
}

/** A table's chart as SVG, as wide as the page; what it says stands in its title and description for screen readers. */
export function chartImage(
  table: ReportTable,
  chart: ReportChart,
  language: Language,
  document: Document,
): string {
  const drawn = (chart.type === "points" ? points : bars)(table, chart, language, document);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", table.sentence ? `${chart.title}. ${table.sentence}` : chart.title);
  return drawn.outerHTML;
}

function bars(table: ReportTable, chart: ReportChart, language: Language, document: Document): Element {
  const names = chart.series.map((column) => table.header[column]);
  const data = dataOf(table, chart, language);
  const labels = table.rows.slice(0, chart.rows).map((row) => String(row[chart.label] ?? ""));
  const colours = seriesColours(names.length, chart.ordered === true);
  const isStacked = chart.type === "stacked";
  const isShare = chart.series.every((column) => table.formats[column] === "share");
  const perRow = isStacked ? 1 : names.length;
  const style = { document, width: WIDTH, style: `font: 11px sans-serif; color: #${chartTheme.text}` };
  const color = { domain: names, range: colours.map((rgb) => `#${rgb}`) };
  const format = (value: number): string =>
    writeFigure(value, isShare || isStacked ? "share" : "mean", language);
  return Plot.plot({
    ...style,
    height: 40 + labels.length * (perRow * BAR + 8),
    marginLeft: Math.min(290, 12 + LETTER * Math.max(...labels.map((label) => label.length))),
    marginRight: 50,
    color,
    x: {
      axis: isStacked ? "top" : null,
      label: null,
      tickFormat: format,
      ...(isStacked && { domain: [0, 1] }),
    },
    y: { axis: null, ...(isStacked ? {} : { domain: names }) },
    fy: { domain: labels, label: null, axis: "left", padding: 0.15 },
    marks: isStacked
      ? [
          Plot.barX(data, {
            ...Plot.stackX(
              { offset: "normalize" },
              { x: "value", fill: "series", fy: "label", order: names },
            ),
            stroke: "white",
          }),
          // A line where each bar begins, those of hidden figures too: the axis stands above all of them once.
          Plot.ruleX(labels, { x: 0, fy: (label: string) => label }),
        ]
      : [
          Plot.barX(data, { x: "value", y: "series", fy: "label", fill: "series", sort: null }),
          Plot.text(data, {
            x: "value",
            y: "series",
            fy: "label",
            text: "shown",
            textAnchor: "start",
            dx: 4,
          }),
          Plot.ruleX([0]),
        ],
  });
}

function points(table: ReportTable, chart: ReportChart, language: Language, document: Document): Element {
  const [x, y] = chart.series;
  const rows = table.rows.slice(0, chart.rows).flatMap((row) => {
    const [a, b] = [row[x], row[y]];
    return typeof a === "number" && typeof b === "number" ? [{ label: row[chart.label], a, b }] : [];
  });
  const format = (column: number) => (value: number) => writeFigure(value, table.formats[column], language);
  return Plot.plot({
    document,
    width: WIDTH,
    height: 360,
    style: `font: 11px sans-serif; color: #${chartTheme.text}`,
    grid: true,
    x: { label: table.header[x], tickFormat: format(x) },
    y: { label: table.header[y], tickFormat: format(y) },
    marks: [
      Plot.dot(rows, { x: "a", y: "b", fill: `#${chartTheme.main}`, r: 4 }),
      Plot.text(rows, { x: "a", y: "b", text: "label", dy: -9, fontSize: 9 }),
    ],
  });
}

function dataOf(table: ReportTable, chart: ReportChart, language: Language): Datum[] {
  return table.rows.slice(0, chart.rows).flatMap((row, line) =>
    chart.series.flatMap((column): Datum[] => {
      const value: ReportCell = row[column];
      if (typeof value !== "number") return [];
      return [
        {
          label: String(row[chart.label] ?? ""),
          series: table.header[column],
          value,
          shown: writeFigure(value, cellFormat(table, line, column), language),
        },
      ];
    }),
  );
}
