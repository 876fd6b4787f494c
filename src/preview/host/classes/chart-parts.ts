/** Title, legend, axes, labels, fills and lines of a chart: kept as told, drawn by the page. */
import { open, type ExcelClass, type Navigation, type ScalarProperty } from "../class-table";
import { partOf, type ChartPart, type Series } from "../charts";
import { invalidArgument, itemNotFound } from "../errors";

/** A property that is kept, and whose change is seen. */
export const seen = (name: string, initial: unknown): ScalarProperty<ChartPart> => ({
  get: (self) => self.kept[name] ?? initial,
  set: (self, value, host) => {
    self.kept[name] = value;
    host.charts.changed();
  },
});
export const part = (name: string, cls: ExcelClass<ChartPart>): Navigation<ChartPart> => ({
  open: (self) => open(cls, partOf(self, name)),
});
const seenAll = (members: Record<string, unknown>): Record<string, ScalarProperty<ChartPart>> =>
  Object.fromEntries(Object.entries(members).map(([name, initial]) => [name, seen(name, initial)]));

const colored = (value: unknown): string => {
  const text = String(value);
  if (!/^(#[0-9a-f]{6}|[a-z]+)$/i.test(text)) throw invalidArgument(`"${text}" is no colour.`);
  return text;
};
const fillClass: ExcelClass<ChartPart> = {
  name: "ChartFill",
  scalars: {},
  methods: {
    Clear: (self, _args, host) => {
      self.kept.Color = "none";
      host.charts.changed();
      return null;
    },
    SetSolidColor: (self, [color], host) => {
      self.kept.Color = colored(color);
      host.charts.changed();
      return null;
    },
    GetSolidColor: (self) => self.kept.Color ?? "",
  },
};
const lineClass: ExcelClass<ChartPart> = {
  name: "ChartLineFormat",
  scalars: {
    ...seenAll({ LineStyle: "Continuous", Weight: 0.75 }),
    Color: {
      get: (self) => self.kept.Color ?? "",
      set: (self, color, host) => {
        self.kept.Color = colored(color);
        host.charts.changed();
      },
    },
  },
  methods: {
    Clear: (self, _args, host) => {
      self.kept.Color = "none";
      host.charts.changed();
      return null;
    },
  },
};
const fontClass: ExcelClass<ChartPart> = {
  name: "ChartFont",
  scalars: seenAll({
    Bold: false,
    Color: "#000000",
    Italic: false,
    Name: "Calibri",
    Size: 10,
    Underline: "None",
  }),
};
const format = (name: string, objects: Record<string, Navigation<ChartPart>>): ExcelClass<ChartPart> => ({
  name,
  scalars: {},
  objects,
});
const fill = { Fill: part("Fill", fillClass) };
const line = { Line: part("Line", lineClass) };
const font = { Font: part("Font", fontClass) };
const border = { Border: part("Border", { ...lineClass, name: "ChartBorder" }) };

export const areaFormatClass: ExcelClass<ChartPart> = {
  name: "ChartAreaFormat",
  scalars: seenAll({ RoundedCorners: false, ColorScheme: "ColorfulPalette1" }),
  objects: { ...fill, ...font, ...border },
};
export const seriesFormatClass = format("ChartSeriesFormat", { ...fill, ...line });
export const plotAreaClass: ExcelClass<ChartPart> = {
  name: "ChartPlotArea",
  scalars: {},
  objects: { Format: part("Format", format("ChartPlotAreaFormat", { ...fill, ...border })) },
};
export const chartTitleClass: ExcelClass<ChartPart> = {
  name: "ChartTitle",
  scalars: {
    ...seenAll({ Overlay: false, Visible: true, Position: "Top", HorizontalAlignment: "Center" }),
    Text: seen("Text", ""),
  },
  objects: { Format: part("Format", format("ChartTitleFormat", { ...fill, ...font, ...border })) },
};
export const legendClass: ExcelClass<ChartPart> = {
  name: "ChartLegend",
  scalars: seenAll({ Overlay: false, Position: "Right", Visible: true }),
  objects: { Format: part("Format", format("ChartLegendFormat", { ...fill, ...font, ...border })) },
};
export const dataLabelsClass: ExcelClass<ChartPart> = {
  name: "ChartDataLabels",
  scalars: seenAll({
    LinkNumberFormat: true,
    NumberFormat: "General",
    Position: "OutsideEnd",
    Separator: "; ",
    ShowCategoryName: false,
    ShowLegendKey: false,
    ShowPercentage: false,
    ShowSeriesName: false,
    ShowValue: true,
  }),
  objects: { Format: part("Format", format("ChartDataLabelFormat", { ...fill, ...font, ...border })) },
};
const gridlinesClass: ExcelClass<ChartPart> = {
  name: "ChartGridlines",
  scalars: seenAll({ Visible: true }),
  objects: { Format: part("Format", format("ChartGridlinesFormat", line)) },
};
const axisTitleClass: ExcelClass<ChartPart> = {
  name: "ChartAxisTitle",
  scalars: seenAll({ Text: "", Visible: false }),
  objects: { Format: part("Format", format("ChartAxisTitleFormat", { ...fill, ...font, ...border })) },
};
const axisClass: ExcelClass<ChartPart> = {
  name: "ChartAxis",
  scalars: seenAll({
    LinkNumberFormat: true,
    MajorTickMark: "Outside",
    MajorUnit: "",
    Maximum: "",
    Minimum: "",
    MinorTickMark: "None",
    NumberFormat: "General",
    ReversePlotOrder: false,
    ScaleType: "Linear",
    TickLabelPosition: "NextToAxis",
    TickLabelSpacing: "",
    Visible: true,
  }),
  objects: {
    Format: part("Format", format("ChartAxisFormat", { ...line, ...font })),
    MajorGridlines: part("MajorGridlines", gridlinesClass),
    MinorGridlines: part("MinorGridlines", gridlinesClass),
    Title: part("Title", axisTitleClass),
  },
};
export const axesClass: ExcelClass<ChartPart> = {
  name: "ChartAxes",
  scalars: {},
  objects: {
    CategoryAxis: part("CategoryAxis", axisClass),
    ValueAxis: part("ValueAxis", axisClass),
  },
};

const pointClass: ExcelClass<ChartPart> = {
  name: "ChartPoint",
  scalars: seenAll({ HasDataLabel: false, MarkerBackgroundColor: "", MarkerSize: 5 }),
  objects: { Format: part("Format", format("ChartPointFormat", { ...fill, ...border })) },
};
/** Points of a series by their place: "Points" keeps those that were spoken of. */
const pointAt = (self: Series, index: number) => {
  if (!self.values || index < 0 || index >= Math.max(self.values.rows, self.values.columns))
    throw itemNotFound(`point ${index}`);
  return open(pointClass, partOf(partOf(self, "Points"), String(index)));
};
export const pointsClass: ExcelClass<Series> = {
  name: "ChartPointsCollection",
  scalars: { Count: { get: (self) => Math.max(self.values?.rows ?? 0, self.values?.columns ?? 0) } },
  indexer: pointAt,
  methods: {
    GetCount: (self) => Math.max(self.values?.rows ?? 0, self.values?.columns ?? 0),
    GetItemAt: (self, [index]) => pointAt(self, index),
  },
};
