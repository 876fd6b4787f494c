/** Excel.Chart, ChartCollection, ChartSeries, ChartSeriesCollection */
import type { Area } from "../address";
import { isHandle, kept, open, openOrNull, type ExcelClass, type Handle } from "../class-table";
import { seriesName, type Chart, type Series } from "../charts";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import {
  areaFormatClass,
  axesClass,
  chartTitleClass,
  dataLabelsClass,
  legendClass,
  part,
  plotAreaClass,
  pointsClass,
  seen,
  seriesFormatClass,
} from "./chart-parts";
import { worksheetClass } from "./worksheets";

/** Kinds the page knows how to draw; a chart of another kind is refused by name rather than drawn wrongly. */
const TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "XYScatter",
  "Pie",
  "Doughnut",
];
function checkType(type: string): string {
  const found = TYPES.find((each) => each.toLowerCase() === String(type).toLowerCase());
  if (!found) throw invalidArgument(`the preview draws no chart of type ${type}.`);
  return found;
}
const areaOf = (handle: unknown, host: HostCore, sheetId: string): Area => {
  const area = isHandle(handle) ? (handle.self as Area) : host.names.resolve(String(handle), sheetId);
  if (!area) throw invalidArgument(`"${String(handle)}" is no range.`);
  return { ...area };
};
const positive = (value: number, what: string): number => {
  if (!(value > 0)) throw invalidArgument(`${what} must be more than 0.`);
  return value;
};

const seriesClass: ExcelClass<Series> = {
  name: "ChartSeries",
  scalars: {
    Name: {
      get: (self) => seriesName(self, self.chart.series.indexOf(self)),
      set: (self, name, host) => {
        self.kept.Name = name;
        host.charts.changed();
      },
    },
    ChartType: {
      get: (self) => self.kept.ChartType ?? self.chart.type,
      set: (self, type) => void (self.kept.ChartType = checkType(type)),
    },
    AxisGroup: kept("AxisGroup", "Primary"),
    GapWidth: seen("GapWidth", 150),
    HasDataLabels: seen("HasDataLabels", false),
    MarkerBackgroundColor: seen("MarkerBackgroundColor", ""),
    MarkerForegroundColor: seen("MarkerForegroundColor", ""),
    MarkerSize: seen("MarkerSize", 5),
    MarkerStyle: seen("MarkerStyle", "Automatic"),
    Overlap: seen("Overlap", 0),
    PlotOrder: { get: (self) => self.chart.series.indexOf(self) },
    Smooth: kept("Smooth", false),
    VaryByCategories: seen("VaryByCategories", false),
  },
  objects: {
    DataLabels: part("DataLabels", dataLabelsClass),
    Format: part("Format", seriesFormatClass),
    Points: { open: (self) => open(pointsClass, self) },
  },
  methods: {
    Delete: (self, _args, host) => {
      self.chart.series = self.chart.series.filter((other) => other !== self);
      host.charts.changed();
      return null;
    },
    SetValues: (self, [range], host) => {
      self.values = areaOf(range, host, self.chart.sheetId);
      host.charts.changed();
      return null;
    },
    SetXAxisValues: (self, [range], host) => {
      self.categories = areaOf(range, host, self.chart.sheetId);
      host.charts.changed();
      return null;
    },
    GetDimensionDataSourceString: (self, [dimension], host) => {
      const area = /values/i.test(dimension) && !/x/i.test(dimension) ? self.values : self.categories;
      return area ? host.book.address(area, true) : "";
    },
    GetDimensionValues: async (self, [dimension], host) => {
      await host.settleBeforeReading();
      const at = self.chart.series.indexOf(self);
      const drawn = host.charts.drawn(self.chart).series[at]!;
      return /^(values|yvalues)$/i.test(dimension) ? drawn.values : drawn.categories;
    },
  },
};
const seriesAt = (self: Chart, index: number): Handle => {
  const found = self.series[index];
  if (!found) throw itemNotFound(`series ${index} of the chart ${self.name}`);
  return open(seriesClass, found);
};
const seriesCollectionClass: ExcelClass<Chart> = {
  name: "ChartSeriesCollection",
  scalars: { Count: { get: (self) => self.series.length } },
  items: (self) => self.series.map((series) => open(seriesClass, series)),
  indexer: seriesAt,
  methods: {
    Add: (self, [name, index], host) => {
      const series = host.charts.newSeries(self, name ?? undefined);
      self.series.splice(index ?? self.series.length, 0, series);
      host.charts.changed();
      return open(seriesClass, series);
    },
    GetCount: (self) => self.series.length,
    GetItemAt: (self, [index]) => seriesAt(self, index),
  },
};

export const chartClass: ExcelClass<Chart> = {
  name: "Chart",
  identity: (self) => ({ Id: self.id }),
  scalars: {
    Id: { get: (self) => self.id },
    Name: {
      get: (self) => self.name,
      set: (self, name, host) => {
        self.name = String(name);
        host.charts.changed();
      },
    },
    ChartType: {
      get: (self) => self.type,
      set: (self, type, host) => {
        self.type = checkType(type);
        host.charts.changed();
      },
    },
    DisplayBlanksAs: kept("DisplayBlanksAs", "NotPlotted"),
    Height: {
      get: (self) => self.height,
      set: (self, value, host) => {
        self.height = positive(value, "height");
        host.charts.changed();
      },
    },
    Width: {
      get: (self) => self.width,
      set: (self, value, host) => {
        self.width = positive(value, "width");
        host.charts.changed();
      },
    },
    Left: {
      get: (self, host) => host.charts.place(self, "left"),
      set: (self, value, host) => host.charts.setPlace(self, "left", value),
    },
    Top: {
      get: (self, host) => host.charts.place(self, "top"),
      set: (self, value, host) => host.charts.setPlace(self, "top", value),
    },
    PlotVisibleOnly: kept("PlotVisibleOnly", true),
    Style: kept("Style", 201),
  },
  objects: {
    Axes: part("Axes", axesClass),
    DataLabels: part("DataLabels", dataLabelsClass),
    Format: part("Format", areaFormatClass),
    Legend: part("Legend", legendClass),
    PlotArea: part("PlotArea", plotAreaClass),
    Series: { open: (self) => open(seriesCollectionClass, self) },
    Title: part("Title", chartTitleClass),
    Worksheet: { open: (self) => open(worksheetClass, { id: self.sheetId }) },
  },
  methods: {
    Activate: () => null,
    Delete: (self, _args, host) => {
      host.charts.remove(self);
      return null;
    },
    SetData: (self, [range, seriesBy], host) => {
      host.charts.setData(self, areaOf(range, host, self.sheetId), seriesBy ?? "Auto");
      return null;
    },
    SetPosition: (self, [start, end], host) => {
      const to = end === undefined || end === null || end === "" ? null : areaOf(end, host, self.sheetId);
      host.charts.setPosition(self, areaOf(start, host, self.sheetId), to);
      return null;
    },
  },
};

export const chartsClass: ExcelClass<{ id: string }> = {
  name: "ChartCollection",
  scalars: { Count: { get: (self, host) => host.charts.all(self.id).length } },
  items: (self, host) => host.charts.all(self.id).map((chart) => open(chartClass, chart)),
  indexer: (self, key, host) => found(self, key, host),
  methods: {
    Add: (self, [type, range, seriesBy], host) => {
      const source = areaOf(range, host, self.id);
      return open(chartClass, host.charts.add(self.id, checkType(type), source, seriesBy ?? "Auto"));
    },
    GetCount: (self, _args, host) => host.charts.all(self.id).length,
    GetItem: (self, [key], host) => found(self, key, host),
    GetItemAt: (self, [index], host) => {
      const chart = host.charts.all(self.id)[index];
      if (!chart) throw itemNotFound(`chart ${index}`);
      return open(chartClass, chart);
    },
    GetItemOrNullObject: (self, [key], host) => openOrNull(chartClass, host.charts.find(key, self.id)),
  },
};
function found(self: { id: string }, key: string, host: HostCore): Handle {
  const chart = host.charts.find(key, self.id);
  if (!chart) throw itemNotFound(`the chart ${key}`);
  return open(chartClass, chart);
}
