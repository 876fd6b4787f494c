/** Charts over the cells: Univer's open-source part has none, so the host keeps what it is told and the page draws it. */
import type { Area } from "./address";
import { newId } from "./book";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { startOf, type Side } from "./extents";
import { FloatingItems, type Floating } from "./floating";
import { readValues } from "./writer";

/** What is kept and given back of a part of a chart (title, axis, fill …), and its own parts. */
export interface ChartPart {
  kept: Record<string, unknown>;
  parts: Record<string, ChartPart>;
}
export interface Series extends ChartPart {
  chart: Chart;
  values: Area | null;
  categories: Area | null;
}
export interface Chart extends ChartPart, Floating {
  type: string;
  series: Series[];
}

/** An axis as told; blanks are the preview's to choose. */
export interface DrawnAxis {
  min: number | null;
  max: number | null;
  title: string;
  format: string;
  reversed: boolean;
  visible: boolean;
  gridlines: boolean;
}
export interface DrawnSeries {
  name: string;
  categories: unknown[];
  values: unknown[];
  color: string | null;
  line: string | null;
  /** Number format of the data labels; null without labels. */
  labels: string | null;
  labelColor: string;
  gap: number;
  overlap: number;
  /** Colours of single points, by place. */
  points: Record<number, string>;
}
/** A chart as it is seen: what the page draws and tests read. */
export interface DrawnChart {
  id: string;
  name: string;
  sheet: string;
  type: string;
  title: string | null;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Side of the legend; null without one. */
  legend: string | null;
  categoryAxis: DrawnAxis;
  valueAxis: DrawnAxis;
  series: DrawnSeries[];
}

export const partOf = (owner: ChartPart, name: string): ChartPart =>
  (owner.parts[name] ??= { kept: {}, parts: {} });

export class Charts extends FloatingItems<Chart> {
  private listeners = new Set<() => void>();
  constructor(host: HostCore) {
    super(host, { fr: "Graphique", en: "Chart" });
  }

  /** A change to see; the page listens. */
  override changed(): void {
    this.host.dirty = true;
    for (const listener of this.listeners) listener();
  }
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  add(sheetId: string, type: string, source: Area, seriesBy: string): Chart {
    this.checkEdit(sheetId);
    const chart: Chart = {
      id: newId(),
      sheetId,
      name: this.newName(sheetId),
      type,
      cell: { sheetId, row: source.row, column: source.column, rows: 1, columns: 1 },
      offset: { left: 0, top: 0 },
      width: 360,
      height: 216,
      series: [],
      kept: {},
      parts: {},
    };
    this.setData(chart, source, seriesBy);
    this.items.push(chart);
    this.changed();
    return chart;
  }
  /** Series as Excel reads them off a range: texts in the first line and row are names and categories. */
  setData(chart: Chart, given: Area, seriesBy: string): void {
    const source = this.host.book.clip(given);
    const cells = readValues(this.host, source) as unknown[][];
    const isLabel = (value: unknown) => typeof value === "string";
    const by =
      seriesBy === "Rows" || (seriesBy !== "Columns" && source.columns > source.rows) ? "Rows" : "Columns";
    const names = source.rows > 1 && cells[0]!.some(isLabel) && cells[0]!.slice(1).every(isLabel);
    const labels = source.columns > 1 && cells.slice(1).every((row) => isLabel(row[0]));
    const body: Area = {
      ...source,
      row: source.row + (names ? 1 : 0),
      rows: source.rows - (names ? 1 : 0),
      column: source.column + (labels ? 1 : 0),
      columns: source.columns - (labels ? 1 : 0),
    };
    const top = names ? { ...body, row: source.row, rows: 1 } : null;
    const left = labels ? { ...body, column: source.column, columns: 1 } : null;
    const byRows = by === "Rows";
    const [named, categories] = byRows ? [left, top] : [top, left];
    const count = byRows ? body.rows : body.columns;
    chart.series = Array.from({ length: count }, (_, i): Series => {
      const line = (area: Area): Area =>
        byRows ? { ...area, row: area.row + i, rows: 1 } : { ...area, column: area.column + i, columns: 1 };
      const name = named && readValues(this.host, { ...line(named), rows: 1, columns: 1 })[0]![0];
      const made = this.newSeries(chart, name ? String(name) : undefined);
      return Object.assign(made, { values: line(body), categories: categories && { ...categories } });
    });
    this.changed();
  }
  newSeries(chart: Chart, name?: string): Series {
    const kept = name === undefined ? {} : { Name: name };
    return { chart, values: null, categories: null, kept, parts: {} };
  }
  override forget(sheetId: string): void {
    super.forget(sheetId);
    this.adjust((area) => area.sheetId !== sheetId);
  }
  /** Charts stand on cells and look at cells; both may move. */
  override adjust(change: (area: Area) => boolean): void {
    for (const { series } of this.items)
      for (const each of series) {
        if (each.values && !change(each.values)) each.values = null;
        if (each.categories && !change(each.categories)) each.categories = null;
      }
    super.adjust(change);
  }
  /** From the corner of one cell to the opposite corner of another. */
  setPosition(chart: Chart, start: Area, end: Area | null): void {
    if (start.sheetId !== chart.sheetId) throw invalidArgument("the cells lie on another sheet.");
    this.checkEdit(chart.sheetId);
    chart.cell = { ...start, rows: 1, columns: 1 };
    chart.offset = { left: 0, top: 0 };
    if (end) {
      const edge = (axis: Side, area: Area) =>
        startOf(this.host, chart.sheetId, axis, area[axis] + (axis === "row" ? area.rows : area.columns));
      chart.width = edge("column", end) - startOf(this.host, chart.sheetId, "column", start.column);
      chart.height = edge("row", end) - startOf(this.host, chart.sheetId, "row", start.row);
    }
    this.changed();
  }

  drawn(chart: Chart): DrawnChart {
    const cells = (area: Area | null): unknown[] =>
      area ? (readValues(this.host, this.host.book.clip(area)) as unknown[][]).flat() : [];
    const title = partOf(chart, "Title").kept;
    const titled = title.Visible ?? (title.Text !== undefined || chart.series.length === 1);
    const legend = partOf(chart, "Legend").kept;
    return {
      id: chart.id,
      name: chart.name,
      sheet: this.host.book.sheet(chart.sheetId).getName(),
      type: chart.type,
      title: titled ? String(title.Text ?? seriesName(chart.series[0], 0)) : null,
      left: this.place(chart, "left"),
      top: this.place(chart, "top"),
      width: chart.width,
      height: chart.height,
      legend: (legend.Visible ?? true) ? String(legend.Position ?? "Right") : null,
      categoryAxis: drawnAxis(chart, "CategoryAxis"),
      valueAxis: drawnAxis(chart, "ValueAxis"),
      series: chart.series.map((series, i): DrawnSeries => {
        const labels = { ...chart.parts.DataLabels?.kept, ...series.parts.DataLabels?.kept };
        const format = series.parts.Format?.parts;
        const colors = Object.entries(series.parts.Points?.parts ?? {});
        return {
          name: seriesName(series, i),
          categories: cells(series.categories),
          values: cells(series.values),
          color: (format?.Fill?.kept.Color ?? series.kept.MarkerBackgroundColor ?? null) as string | null,
          line: (format?.Line?.kept.Color ?? null) as string | null,
          labels: series.kept.HasDataLabels ? String(labels.NumberFormat ?? "General") : null,
          labelColor: String(series.parts.DataLabels?.parts.Format?.parts.Font?.kept.Color ?? "#262626"),
          gap: Number(series.kept.GapWidth ?? 150),
          overlap: Number(series.kept.Overlap ?? 0),
          points: Object.fromEntries(
            colors.flatMap(([at, { parts }]) => {
              const color = parts.Format?.parts.Fill?.kept.Color;
              return color ? [[Number(at), String(color)]] : [];
            }),
          ),
        };
      }),
    };
  }
}
function drawnAxis(chart: Chart, name: string): DrawnAxis {
  const { kept, parts } = partOf(partOf(chart, "Axes"), name);
  const number = (value: unknown) => (value === undefined || value === "" ? null : Number(value));
  const title = parts.Title?.kept ?? {};
  return {
    min: number(kept.Minimum),
    max: number(kept.Maximum),
    title: title.Visible === false ? "" : String(title.Text ?? ""),
    format: String(kept.NumberFormat ?? "General"),
    reversed: Boolean(kept.ReversePlotOrder),
    visible: kept.Visible !== false,
    gridlines: parts.MajorGridlines?.kept.Visible !== false,
  };
}
export const seriesName = (series: Series | undefined, index: number): string =>
  String(series?.kept.Name ?? `Série${index + 1}`);
