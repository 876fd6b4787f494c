import { samePlain } from "../workbook/plan";
import type { Block } from "./blocks";
import { layOut } from "./layout";
import type { Standing, StandingBlock } from "./standing";
import type { WrittenBlock } from "./write";

/** What becomes of a block's chart. */
export type ChartWork = "none" | "keep" | "add" | "follow" | "replace" | "remove";

/** What becomes of a block's picture. A new one takes the place of the old. */
export type PictureWork = "none" | "keep" | "add" | "follow" | "replace" | "remove";

/** What is done for one block. */
export interface BlockWork extends WrittenBlock {
  readonly old?: StandingBlock;
  /** It is new or elsewhere: all of it is written and dressed. */
  readonly moved: boolean;
  /** Its table takes other rows or columns than it did. */
  readonly resized: boolean;
  readonly chartWork: ChartWork;
  readonly pictureWork: PictureWork;
}

/** Everything a build does, decided before anything is touched. */
export interface Work {
  readonly blocks: readonly BlockWork[];
  /** Blocks of ours that the study has no more. */
  readonly obsolete: readonly StandingBlock[];
  /** Names of charts, and ids of pictures, whose rows people have deleted: they show nothing any more. */
  readonly orphans: { readonly charts: readonly string[]; readonly pictures: readonly string[] };
  /** Titles of what people have changed or deleted and keeps so, and of what had to go below their additions. */
  readonly edited: readonly string[];
  readonly removed: readonly string[];
  readonly withoutChart: readonly string[];
  readonly displaced: readonly string[];
}

/** Decides what is written where. `restore` puts back what people have changed or deleted of it. */
export function planWork(standing: Standing, wanted: readonly Block[], restore: boolean): Work {
  const isFirst = !standing.blocks.length;
  const gone = new Set(restore || isFirst ? [] : standing.removed.map(({ id }) => id));
  const kept = wanted.filter(({ id }) => !gone.has(id));
  const old = new Map(standing.blocks.map((block) => [block.id, block]));
  const placed = layOut(kept, {
    standing: standing.blocks,
    taken: standing.taken,
    covered: standing.covered,
  });
  const edited: string[] = [];
  const withoutChart: string[] = [];
  const displaced: string[] = [];
  const blocks = kept.map((block, i): BlockWork => {
    const { row } = placed[i];
    const before = old.get(block.id);
    const changed = before ? changedCells(before) : [];
    const texts = block.cells.map((cell, at) =>
      !restore && changed.includes(at) && before!.block.cells[at].kind === cell.kind
        ? before!.texts[at]
        : cell.text,
    );
    if (!restore && changed.length) edited.push(titleOf(block));
    const moved = before?.row !== row;
    if ((standing.taken.length || standing.covered.length) && before && moved) displaced.push(titleOf(block));
    const resized = JSON.stringify(before?.block.table) !== JSON.stringify(block.table);
    const chartWork = chartWorkOf(block, before, { moved, restore });
    const pictureWork = pictureWorkOf(block, before, { moved, restore });
    if ((block.chart && chartWork === "none") || (block.picture && pictureWork === "none"))
      withoutChart.push(titleOf(block));
    return { block, row, texts, old: before, moved, resized, chartWork, pictureWork };
  });
  const ids = new Set(wanted.map(({ id }) => id));
  const isLeft = (part: "chart" | "picture", name: string): boolean =>
    standing.removed.some((block) => block[part]?.name === name);
  return {
    blocks,
    obsolete: standing.blocks.filter(({ id }) => !ids.has(id)),
    orphans: {
      charts: standing.charts.flatMap(({ name }) => (isLeft("chart", name) ? [name] : [])),
      pictures: standing.shapes.flatMap(({ id, name }) => (isLeft("picture", name) ? [id] : [])),
    },
    edited,
    removed: wanted.filter(({ id }) => gone.has(id)).map(titleOf),
    withoutChart,
    displaced,
  };
}

/** Cells whose content is not what was written into them; those that people choose in are there to be changed. */
function changedCells({ block, texts }: StandingBlock): number[] {
  return block.cells.flatMap(({ kind, text }, i) => {
    if (kind === "input") return [];
    const same = text.startsWith("=") ? samePlain(texts[i], text) : texts[i] === text;
    return same ? [] : [i];
  });
}

export const titleOf = ({ cells }: Block): string => cells[0].text;

function chartWorkOf(
  { chart }: Block,
  before: StandingBlock | undefined,
  { moved, restore }: { moved: boolean; restore: boolean },
): ChartWork {
  const had = before?.block.chart;
  if (!chart) return before?.hasChart ? "remove" : "none";
  if (!before?.hasChart) return had && !restore ? "none" : "add";
  const alike =
    had!.chart.type === chart.chart.type && had!.chart.series.length === chart.chart.series.length;
  if (!alike) return "replace";
  const still = !moved && JSON.stringify(had) === JSON.stringify(chart);
  return still ? "keep" : "follow";
}

function pictureWorkOf(
  { picture }: Block,
  before: StandingBlock | undefined,
  { moved, restore }: { moved: boolean; restore: boolean },
): PictureWork {
  if (!picture) return before?.hasPicture ? "remove" : "none";
  if (!before?.hasPicture) return before?.block.picture && !restore ? "none" : "add";
  if (before.block.picture!.mark !== picture.mark) return "replace";
  return moved ? "follow" : "keep";
}
