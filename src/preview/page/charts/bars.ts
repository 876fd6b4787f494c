import type { DrawnChart } from "../../host/charts";
import { axisTicks, formatNumber } from "./numbers";
import { colorOf, numeric, words, type Box, type Lang } from "./parts";
import { cut, FAINT, shape, text, widthOf, wrapped } from "./svg";

/** Bars, columns and lines; bars lie, the others stand. */
export function drawBars(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
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
