import type { DrawnChart } from "../../host/charts";
import { axisTicks, formatNumber } from "./numbers";
import { colorOf, numeric, PALETTE, type Box, type Lang } from "./parts";
import { FAINT, INK, shape, text } from "./svg";

export function drawScatter(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
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

export function drawSlices(svg: SVGElement, chart: DrawnChart, box: Box, lang: Lang): void {
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
