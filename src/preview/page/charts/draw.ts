/** Draws a chart as Excel would, roughly: title, axes, bars, points, slices, labels and legend. */
import type { DrawnChart } from "../../host/charts";
import { POINTS_PER_PIXEL } from "../../host/extents";
import { drawBars } from "./bars";
import { colorOf, PALETTE, words, type Box, type Lang } from "./parts";
import { drawScatter, drawSlices } from "./points";
import { cut, FAINT, INK, shape, text, widthOf, wrapped } from "./svg";

export function drawChart(chart: DrawnChart, lang: Lang): SVGElement {
  const width = chart.width / POINTS_PER_PIXEL;
  const height = chart.height / POINTS_PER_PIXEL;
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
