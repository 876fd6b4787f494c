/** Charts and pictures of the sheet in front, laid over the grid; they scroll and zoom with the cells. */
import type { FUniver } from "@univerjs/core/facade";
import type { PreviewHost } from "../../host";
import { POINTS_PER_PIXEL } from "../../host/extents";
import { drawChart } from "./draw";

/** Commands after which cells stand elsewhere or hold something else; those of the formula engine come by the dozen. */
const SEEN = /scroll|zoom|mutation|activ|frozen|sheet/i;

export function connectCharts(grid: HTMLElement, host: PreviewHost, api: FUniver): void {
  const layer = document.createElement("div");
  layer.className = "charts";
  const inner = layer.appendChild(document.createElement("div"));
  // Univer's own page owns what is in the grid.
  document.body.append(layer);
  let asked = false;
  let stale = true;
  let sheetId = "";

  const draw = (): void => {
    asked = false;
    const { charts, shapes, book } = host.core;
    const shown = book.activeSheetId;
    if (stale || shown !== sheetId) {
      inner.replaceChildren(
        ...charts.all(shown).map((chart) => {
          const drawn = charts.drawn(chart);
          const frame = frameAt(drawn);
          frame.dataset.chart = drawn.name;
          frame.append(drawChart(drawn, host.lang));
          return frame;
        }),
        ...shapes
          .all(shown)
          .filter(({ visible }) => visible)
          .map((picture) => {
            const [left, top] = [shapes.place(picture, "left"), shapes.place(picture, "top")];
            const frame = frameAt({ left, top, width: picture.width, height: picture.height });
            const image = frame.appendChild(document.createElement("img"));
            image.src = `data:image/png;base64,${picture.png}`;
            image.alt = [picture.altTextTitle, picture.altTextDescription].filter(Boolean).join(". ");
            return frame;
          }),
      );
      stale = false;
      sheetId = shown;
    }
    layer.hidden = !inner.childElementCount;
    if (!layer.hidden) place();
  };
  const place = (): void => {
    const canvas = grid.querySelector('[id^="univer-sheet-main-canvas"]');
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    if (!canvas || !sheet) return;
    const area = canvas.getBoundingClientRect();
    const zoom = sheet.getZoom();
    const first = sheet.getRange(0, 0).getCellRect();
    const state = sheet.getScrollState();
    const corner = sheet.getRange(state.sheetViewStartRow, state.sheetViewStartColumn).getCellRect();
    const left = corner.x - first.x + state.offsetX * zoom;
    const top = corner.y - first.y + state.offsetY * zoom;
    layer.style.left = `${area.left + first.x}px`;
    layer.style.top = `${area.top + first.y}px`;
    layer.style.width = `${area.width - first.x}px`;
    layer.style.height = `${area.height - first.y}px`;
    // Frozen rows and columns stay in front of what scrolls under them.
    const { ySplit, xSplit } = sheet.getFreeze();
    const frozen = sheet.getRange(ySplit, xSplit).getCellRect();
    layer.style.clipPath = `inset(${frozen.y - first.y}px 0 0 ${frozen.x - first.x}px)`;
    inner.style.transform = `translate(${-left}px, ${-top}px) scale(${zoom})`;
  };
  const soon = (redraw: boolean): void => {
    stale ||= redraw;
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  };
  host.core.charts.onChange(() => soon(true));
  host.core.book.commands.onCommandExecuted(({ id }) => {
    if (SEEN.test(id)) soon(!/scroll|zoom/i.test(id));
  });
  // What formulas give comes without a command of its own.
  api.getFormula().calculationEnd(() => soon(true));
  new ResizeObserver(() => soon(false)).observe(grid);
}

type Side = "left" | "top" | "width" | "height";
/** A box at a place of the sheet told in points. */
function frameAt(place: Readonly<Record<Side, number>>): HTMLElement {
  const frame = document.createElement("figure");
  for (const side of ["left", "top", "width", "height"] as const)
    frame.style[side] = `${place[side] / POINTS_PER_PIXEL}px`;
  return frame;
}
