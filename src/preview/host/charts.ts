/** Charts over the cells: Univer's open-source part has none, so the host keeps what it is told and the page draws it. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "./address";
import { newId } from "./book";
import type { HostCore } from "./core";
import { invalidArgument } from "./errors";
import { shiftArea } from "./references";
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
/** What lies over the cells of a sheet: a chart, a picture. */
export interface Floating {
  id: string;
  sheetId: string;
  name: string;
  /** The cell under its corner, and how far into it the corner lies, in points. */
  cell: Area;
  offset: { left: number; top: number };
  width: number;
  height: number;
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
const POINTS_PER_PIXEL = 0.75;
type Side = "row" | "column";

export class Charts {
  private charts: Chart[] = [];
  private listeners = new Set<() => void>();
  constructor(private host: HostCore) {}

  all(sheetId?: string): Chart[] {
    return this.charts.filter((chart) => sheetId === undefined || chart.sheetId === sheetId);
  }
  find(key: string, sheetId: string): Chart | null {
    const wanted = String(key).toLocaleLowerCase();
    const own = this.all(sheetId);
    return (
      own.find(({ id }) => id === key) ?? own.find(({ name }) => name.toLocaleLowerCase() === wanted) ?? null
    );
  }
  /** A change to see; the page listens. */
  changed(): void {
    this.host.dirty = true;
    for (const listener of this.listeners) listener();
  }
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  add(sheetId: string, type: string, source: Area, seriesBy: string): Chart {
    this.host.protection.checkStructure(sheetId, "allowEditObjects");
    const word = this.host.lang === "fr" ? "Graphique" : "Chart";
    let number = this.charts.length + 1;
    while (this.find(`${word} ${number}`, sheetId)) number++;
    const chart: Chart = {
      id: newId(),
      sheetId,
      name: `${word} ${number}`,
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
    this.charts.push(chart);
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
  remove(chart: Chart): void {
    this.host.protection.checkStructure(chart.sheetId, "allowEditObjects");
    this.charts = this.charts.filter((other) => other !== chart);
    this.changed();
  }
  forget(sheetId: string): void {
    this.charts = this.charts.filter((chart) => chart.sheetId !== sheetId);
    this.adjust((area) => area.sheetId !== sheetId);
  }
  /** Charts stand on cells and look at cells; both may move. */
  adjust(change: (area: Area) => boolean): void {
    for (const chart of this.charts) {
      follow(chart, change);
      for (const series of chart.series) {
        if (series.values && !change(series.values)) series.values = null;
        if (series.categories && !change(series.categories)) series.categories = null;
      }
    }
    if (this.charts.length) this.changed();
  }
  shifted(sheetId: string, axis: Side, at: number, count: number): void {
    this.adjust((area) => shiftArea(area, sheetId, axis, at, count));
  }

  /** Distance of a line's start from the sheet's, in points. */
  startOf(sheetId: string, axis: Side, index: number): number {
    const sheet = this.host.book.sheet(sheetId);
    let pixels = 0;
    for (let i = 0; i < index; i++) {
      if (axis === "row" ? sheet.getRowVisible(i) : sheet.getColVisible(i))
        pixels += axis === "row" ? sheet.getRowHeight(i) : sheet.getColumnWidth(i);
    }
    return pixels * POINTS_PER_PIXEL;
  }
  place(chart: Floating, side: "left" | "top"): number {
    const axis = side === "top" ? "row" : "column";
    return this.startOf(chart.sheetId, axis, chart.cell[axis]) + chart.offset[side];
  }
  /** Finds the cell a place lies in. */
  setPlace(chart: Floating, side: "left" | "top", points: number): void {
    if (!(points >= 0)) throw invalidArgument(`${side} must be 0 or more.`);
    this.host.protection.checkStructure(chart.sheetId, "allowEditObjects");
    const axis = side === "top" ? "row" : "column";
    const end = axis === "row" ? MAX_ROWS : MAX_COLUMNS;
    const sheet = this.host.book.sheet(chart.sheetId);
    let index = 0;
    let left = points / POINTS_PER_PIXEL;
    for (; index < end; index++) {
      const shown = axis === "row" ? sheet.getRowVisible(index) : sheet.getColVisible(index);
      const size = shown ? (axis === "row" ? sheet.getRowHeight(index) : sheet.getColumnWidth(index)) : 0;
      if (left < size) break;
      left -= size;
    }
    chart.cell = { ...chart.cell, [axis]: index };
    chart.offset = { ...chart.offset, [side]: left * POINTS_PER_PIXEL };
    this.changed();
  }
  /** From the corner of one cell to the opposite corner of another. */
  setPosition(chart: Chart, start: Area, end: Area | null): void {
    if (start.sheetId !== chart.sheetId) throw invalidArgument("the cells lie on another sheet.");
    this.host.protection.checkStructure(chart.sheetId, "allowEditObjects");
    chart.cell = { ...start, rows: 1, columns: 1 };
    chart.offset = { left: 0, top: 0 };
    if (end) {
      const edge = (axis: Side, area: Area) =>
        this.startOf(chart.sheetId, axis, area[axis] + (axis === "row" ? area.rows : area.columns));
      chart.width = edge("column", end) - this.startOf(chart.sheetId, "column", start.column);
      chart.height = edge("row", end) - this.startOf(chart.sheetId, "row", start.row);
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
/** Takes it along with its cell. Where that has gone, it stays at the place. */
export function follow(item: Floating, change: (area: Area) => boolean): void {
  const { row, column } = item.cell;
  if (!change(item.cell)) item.cell = { ...item.cell, row, column, rows: 1, columns: 1 };
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
