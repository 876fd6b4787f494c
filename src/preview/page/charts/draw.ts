/** Draws a chart as Excel would, roughly: title, axes, bars, points, slices, labels and legend. */
import type { DrawnChart, DrawnSeries } from "../../host/charts";
import { axisTicks, formatNumber } from "./numbers";
import { cut, FAINT, INK, shape, text, widthOf, wrapped } from "./svg";

type Lang = "fr" | "en";
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const PALETTE = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const colorOf = ({ color }: DrawnSeries, i: number) => color ?? PALETTE[i % PALETTE.length]!;
const numeric = (value: unknown): number | null => (typeof value === "number" ? value : null);
const words = (value: unknown) => String(value ?? "");

export function drawChart(chart: DrawnChart, lang: Lang): SVGElement {
  const width = chart.width / 0.75;
  const height = chart.height / 0.75;
  const svg = shape("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": chart.title ?? chart.name,
    "font-family": "Calibri, Carlito, 'Segoe UI', sans-serif",
  });
  const { x, y, ...size } = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  svg.append(shape("rect", { x, y, ...size, fill: "#FFFFFF", stroke: FAINT }));
  const box: Box = { x: 12, y: 10, width: width - 24, height: height - 20 };
  if (chart.title) {
    for (const line of wrapped(chart.title, box.width, 15, 2)) {
      svg.append(text(width / 2, box.y + 9, line, { size: 15, anchor: "middle", weight: 600 }));
      box.y += 19;
      box.height -= 19;
    }
    box.y += 4;
    box.height -= 4;
  }
  const round = /^(Pie|Doughnut)$/.test(chart.type);
  if (chart.legend && chart.series.length) drawLegend(svg, chart, box, round);
  if (round) drawSlices(svg, chart, box, lang);
  else if (chart.type === "XYScatter") drawScatter(svg, chart, box, lang);
  else drawBars(svg, chart, box, lang);
  return svg;
}

function drawLegend(svg: SVGElement, chart: DrawnChart, box: Box, round: boolean): void {
  const entries = round
    ? chart.series[0]!.categories.map((name, i) => ({
        name: words(name),
        color: chart.series[0]!.points[i] ?? PALETTE[i % PALETTE.length]!,
      }))
    : chart.series.map((series, i) => ({ name: series.name, color: colorOf(series, i) }));
  const widths = entries.map(({ name }) => widthOf(name) + 30);
  const rows: number[][] = [[]];
  let used = 0;
  widths.forEach((width, i) => {
    if (used + width > box.width && rows.at(-1)!.length) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(i);
    used += width;
  });
  const height = rows.length * 16 + 4;
  box.height -= height;
  const top = chart.legend === "Top" ? box.y : box.y + box.height + 4;
  if (chart.legend === "Top") box.y += height;
  rows.forEach((row, r) => {
    let x = box.x + (box.width - row.reduce((sum, i) => sum + widths[i]!, 0)) / 2;
    for (const i of row) {
      const y = top + r * 16;
      svg.append(
        shape("rect", {
          x,
          y: y + 3,
          width: 10,
          height: 10,
          fill: entries[i]!.color,
          stroke: INK,
          "stroke-width": 0.5,
        }),
        text(x + 15, y + 8, cut(entries[i]!.name, box.width - 30)),
      );
      x += widths[i]!;
    }
  });
}

/** Bars, columns and lines; bars lie, the others stand. */
function drawBars(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
  const lying = chart.type.startsWith("Bar");
  const stacked = chart.type.includes("Stacked");
  const whole = chart.type.endsWith("100");
  const isLine = chart.type.startsWith("Line");
  const categories = (chart.series.find((each) => each.categories.length)?.categories ?? []).map(words);
  const count = Math.max(categories.length, ...chart.series.map(({ values }) => values.length), 1);
  const table = chart.series.map(({ values }) => Array.from({ length: count }, (_, i) => numeric(values[i])));
  const sums = Array.from({ length: count }, (_, i) =>
    table.reduce((sum, row) => sum + Math.abs(row[i] ?? 0), 0),
  );
  const scaled = (value: number | null, i: number) =>
    value === null ? null : whole ? (sums[i] ? value / sums[i]! : 0) : value;
  const all = table.flatMap((row) => row.map(scaled)).filter((value): value is number => value !== null);
  const high = whole ? 1 : stacked ? Math.max(0, ...sums) : Math.max(0, ...all);
  const axis = chart.valueAxis;
  const ticks = whole ? [0, 0.2, 0.4, 0.6, 0.8, 1] : axisTicks(Math.min(0, ...all), high, axis.min, axis.max);
  const from = ticks[0]!;
  const to = Math.max(ticks.at(-1)!, axis.max ?? -Infinity);
  const format = whole && axis.format === "General" ? "0%" : axis.format;

  const labelWidth = lying
    ? Math.min(box.width * 0.42, Math.max(...categories.map((name) => widthOf(name)), 20) + 8)
    : 40;
  const plot: Box = { ...box };
  plot.x += labelWidth + (lying || !axis.title ? 0 : 16);
  plot.width -= plot.x - box.x + 26;
  plot.height -= (lying ? 20 : 34) + (lying && axis.title ? 16 : 0);
  plot.y += 4;
  const along = lying ? plot.width : plot.height;
  const at = (value: number) => ((value - from) / (to - from || 1)) * along;
  const place = (value: number) => (lying ? plot.x + at(value) : plot.y + plot.height - at(value));

  if (axis.visible) {
    for (const tick of ticks) {
      const p = place(tick);
      const line = lying
        ? { x1: p, x2: p, y1: plot.y, y2: plot.y + plot.height }
        : { x1: plot.x, x2: plot.x + plot.width, y1: p, y2: p };
      if (axis.gridlines) svg.append(shape("line", { ...line, stroke: FAINT }));
      const label = formatNumber(tick, format, lang);
      svg.append(
        lying
          ? text(p, plot.y + plot.height + 11, label, { anchor: "middle" })
          : text(plot.x - 6, p, label, { anchor: "end" }),
      );
    }
    if (axis.title)
      svg.append(
        lying
          ? text(plot.x + plot.width / 2, plot.y + plot.height + 28, axis.title, { anchor: "middle" })
          : text(box.x + 8, plot.y + plot.height / 2, axis.title, { anchor: "middle", turned: true }),
      );
  }
  const slot = (lying ? plot.height : plot.width) / count;
  const order = (i: number) => (lying !== chart.categoryAxis.reversed ? count - 1 - i : i);
  const slotStart = (i: number) => (lying ? plot.y : plot.x) + order(i) * slot;
  categories.forEach((name, i) => {
    const middle = slotStart(i) + slot / 2;
    if (lying) svg.append(text(plot.x - 6, middle, cut(name, labelWidth - 8), { anchor: "end" }));
    else
      wrapped(name, slot - 4, 11, 2).forEach((line, n) =>
        svg.append(text(middle, plot.y + plot.height + 10 + n * 13, line, { anchor: "middle" })),
      );
  });
  const groups = stacked || isLine ? 1 : chart.series.length;
  const gap = (chart.series[0]?.gap ?? 150) / 100;
  const thick = slot / (groups + gap);
  const ends = new Array<number>(count).fill(0);
  chart.series.forEach((series, s) => {
    const corners: string[] = [];
    for (let i = 0; i < count; i++) {
      const value = scaled(table[s]![i]!, i);
      if (value === null) continue;
      const start = stacked ? ends[i]! : Math.max(from, 0);
      const end = stacked ? start + value : value;
      ends[i] = end;
      const group = lying !== chart.categoryAxis.reversed ? groups - 1 - s : s;
      const side = slotStart(i) + (slot - thick * groups) / 2 + (groups > 1 ? group : 0) * thick;
      const [low, up] = [Math.min(place(start), place(end)), Math.max(place(start), place(end))];
      const middle = side + thick / 2;
      if (isLine) corners.push(`${slotStart(i) + slot / 2},${place(value)}`);
      else
        svg.append(
          shape("rect", {
            ...(lying
              ? { x: low, y: side, width: up - low, height: thick }
              : { x: side, y: low, width: thick, height: up - low }),
            fill: series.points[i] ?? colorOf(series, s),
            stroke: series.line ?? "none",
            "stroke-width": 0.75,
          }),
        );
      if (series.labels === null || (stacked && up - low < 16)) continue;
      const label = formatNumber(table[s]![i]!, series.labels, lang);
      if (stacked) {
        const center = (low + up) / 2;
        if (up - low >= widthOf(label, 10) || !lying)
          svg.append(
            text(lying ? center : middle, lying ? middle : center, label, {
              size: 10,
              anchor: "middle",
              color: series.labelColor,
            }),
          );
      } else if (lying && value < 0)
        svg.append(text(place(end) - 4, middle, label, { size: 10, anchor: "end" }));
      else if (lying) svg.append(text(place(end) + 4, middle, label, { size: 10 }));
      else svg.append(text(middle, place(end) - 8, label, { size: 10, anchor: "middle" }));
    }
    if (isLine) {
      const color = colorOf(series, s);
      svg.append(
        shape("polyline", { points: corners.join(" "), fill: "none", stroke: color, "stroke-width": 2 }),
      );
      for (const corner of corners) {
        const [cx, cy] = corner.split(",");
        svg.append(shape("circle", { cx: cx!, cy: cy!, r: 3, fill: color }));
      }
    }
  });
  const base = place(Math.min(Math.max(0, from), to));
  const line = lying
    ? { x1: base, x2: base, y1: plot.y, y2: plot.y + plot.height }
    : { x1: plot.x, x2: plot.x + plot.width, y1: base, y2: base };
  svg.append(shape("line", { ...line, stroke: "#7F7F7F" }));
}

function drawScatter(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
  const points = chart.series.flatMap((series, s) =>
    series.values.flatMap((value, i) => {
      const [x, y] = [numeric(series.categories[i]), numeric(value)];
      return x === null || y === null ? [] : [{ x, y, color: colorOf(series, s), line: series.line ?? INK }];
    }),
  );
  const { categoryAxis: across, valueAxis: up } = chart;
  const range = (values: number[], { min, max }: typeof up) =>
    axisTicks(Math.min(0, ...values), Math.max(0, ...values), min, max);
  const xs = range(
    points.map(({ x }) => x),
    across,
  );
  const ys = range(
    points.map(({ y }) => y),
    up,
  );
  const plot: Box = { x: box.x + 56, y: box.y + 6, width: box.width - 76, height: box.height - 46 };
  const place = (ticks: number[], value: number) => (value - ticks[0]!) / (ticks.at(-1)! - ticks[0]! || 1);
  const px = (value: number) => plot.x + place(xs, value) * plot.width;
  const py = (value: number) => plot.y + (1 - place(ys, value)) * plot.height;
  for (const tick of xs)
    svg.append(
      shape("line", { x1: px(tick), x2: px(tick), y1: plot.y, y2: plot.y + plot.height, stroke: FAINT }),
      text(px(tick), plot.y + plot.height + 11, formatNumber(tick, across.format, lang), {
        anchor: "middle",
      }),
    );
  for (const tick of ys)
    svg.append(
      shape("line", { x1: plot.x, x2: plot.x + plot.width, y1: py(tick), y2: py(tick), stroke: FAINT }),
      text(plot.x - 6, py(tick), formatNumber(tick, up.format, lang), { anchor: "end" }),
    );
  svg.append(
    text(plot.x + plot.width / 2, plot.y + plot.height + 30, across.title, { anchor: "middle" }),
    text(box.x + 8, plot.y + plot.height / 2, up.title, { anchor: "middle", turned: true }),
  );
  for (const { x, y, color, line } of points)
    svg.append(
      shape("circle", { cx: px(x), cy: py(y), r: 4.5, fill: color, stroke: line, "stroke-width": 0.75 }),
    );
}

function drawSlices(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
  const [series] = chart.series;
  if (!series) return;
  const values = series.values.map((value) => Math.max(0, numeric(value) ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.min(box.width, box.height) / 2 - 4;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  let angle = -Math.PI / 2;
  const corner = (a: number, r = radius) => `${cx + r * Math.cos(a)} ${cy + r * Math.sin(a)}`;
  values.forEach((value, i) => {
    if (!value || !total) return;
    const next = angle + (value / total) * Math.PI * 2 * 0.99999;
    const large = next - angle > Math.PI ? 1 : 0;
    const fill = series.points[i] ?? PALETTE[i % PALETTE.length]!;
    const d = `M${cx} ${cy}L${corner(angle)}A${radius} ${radius} 0 ${large} 1 ${corner(next)}Z`;
    svg.append(shape("path", { d, fill, stroke: series.line ?? "#FFFFFF" }));
    if (series.labels !== null) {
      const [x, y] = corner((angle + next) / 2, radius * 0.65)
        .split(" ")
        .map(Number);
      svg.append(text(x!, y!, formatNumber(value, series.labels, lang), { size: 10, anchor: "middle" }));
    }
    angle = next;
  });
  if (chart.type === "Doughnut") svg.append(shape("circle", { cx, cy, r: radius / 2, fill: "#FFFFFF" }));
}
