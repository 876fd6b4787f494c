import type { Codebook } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import { synthesisWords } from "../../domain/messages/synthesis";
import type { FigureFormat, ReportChart } from "../../domain/reports/model";
import {
  chapters,
  chartOf,
  studySections,
  type ChapterId,
  type Evaluate,
  type Section,
} from "../../domain/synthesis";
import { callText } from "../../domain/synthesis/formula";
import { cellText } from "../../domain/synthesis/reading";

/** What a cell of a block is for; each has its look. */
export type CellKind =
  | "heading"
  | "note"
  | "chapter"
  | "title"
  | "base"
  | "table"
  | "sentence"
  /** A name beside what stands right of it. */
  | "label"
  | "fact"
  /** What people choose from a list. */
  | "input"
  /** What is wrong with a choice; nothing while it is right. */
  | "caution";

/** A cell that the add-in writes; rows count from the block's first. */
export interface BlockCell {
  readonly kind: CellKind;
  readonly row: number;
  readonly column: number;
  /** A text or a formula in Excel's own language. */
  readonly text: string;
  /** Defined name of the cell. */
  readonly name?: string;
  /** The defined name of the list it is chosen from, and what is said of anything else. */
  readonly choice?: { readonly list: string; readonly otherwise: string };
  /** How a number in it is written. */
  readonly format?: FigureFormat;
}

/** A section on the sheet, as rows below each other. Plain data: the workbook remembers it. */
export interface Block {
  readonly id: string;
  /** Rows it takes, the blank one at its end included. */
  readonly rows: number;
  readonly cells: readonly BlockCell[];
  readonly table?: {
    readonly row: number;
    readonly column: number;
    /** Rows when it was built, header included. */
    readonly rows: number;
    readonly header: readonly string[];
    readonly formats: readonly FigureFormat[];
    readonly lines?: readonly FigureFormat[];
    /** Rows below them in which figures are written alike, should it grow. */
    readonly spare?: number;
  };
  readonly chart?: {
    readonly name: string;
    readonly row: number;
    readonly rows: number;
    readonly chart: ReportChart;
  };
  /** A picture of the day it was made. */
  readonly picture?: {
    readonly name: string;
    readonly row: number;
    readonly rows: number;
    /** Another one when it looks otherwise. */
    readonly mark: string;
  };
  /** Id of the indicator that colours the map. */
  readonly mapOf?: string;
}

/** Columns of the page: A to I. A holds ranks, B labels. */
export const PAGE_COLUMNS = 9;
const LABELS = 1;
/** Rows kept free below a table for codes that come later. */
const SPARE_ROWS = 2;
/** Rows a table may grow by when nothing stands below it. */
const OPEN_ROWS = 60;

/** The blocks of the study, in order, with room for what the figures take now; the map ends the panel's chapter. */
export function synthesisBlocks(
  codebook: Codebook,
  evaluate: Evaluate,
  language: Language,
  made: string,
  map?: Block,
): Block[] {
  const blocks: Block[] = [head(codebook, language, made)];
  let chapter: ChapterId | undefined;
  for (const section of studySections(codebook, evaluate)) {
    if (section.chapter !== chapter) {
      if (chapter === "panel" && map) blocks.push(map);
      blocks.push(chapterBlock(section.chapter, language));
    }
    chapter = section.chapter;
    blocks.push(sectionBlock(section, evaluate, language));
  }
  return blocks;
}

function head(codebook: Codebook, language: Language, made: string): Block {
  return {
    id: "head",
    rows: 4,
    cells: [
      { kind: "heading", row: 0, column: 0, text: synthesisWords.title(codebook.edition.label)[language] },
      { kind: "note", row: 1, column: 0, text: synthesisWords.live[language] },
      { kind: "note", row: 2, column: 0, text: synthesisWords.made(made)[language] },
    ],
  };
}

const chapterBlock = (chapter: ChapterId, language: Language): Block => ({
  id: `chapter-${chapter}`,
  rows: 2,
  cells: [{ kind: "chapter", row: 0, column: 0, text: chapters[chapter][language] }],
});

/** How a section's formulas are written, where they are not those of its plan. */
export interface Writing {
  readonly table: string;
  readonly say: (part: "base" | "phrase") => string;
  /** Its table may take as many rows as the plan allows, whatever it takes now. */
  readonly hasFullRoom?: boolean;
  /** Nothing stands below its table, which may grow at will: the sentence is above it, and it has no chart. */
  readonly isOpen?: boolean;
}

export function sectionBlock(
  section: Section,
  evaluate: Evaluate,
  language: Language,
  writing: Writing = {
    table: callText(section.call, ","),
    say: (part) => callText({ id: "SENTENCE", args: [section.id, part] }, ","),
  },
): Block {
  const { id, call, lines } = section;
  const { say, hasFullRoom, isOpen } = writing;
  const table = evaluate(call);
  // How many there are now says nothing of how many there will be.
  const rows = isOpen
    ? section.rows
    : Math.max(table?.length ?? section.rows, hasFullRoom ? section.rows : 0);
  const header = table?.[0].map((cell) => cellText(cell, language)) ?? [];
  const formats = Array.from({ length: Math.max(header.length, 2) }, (_, column) =>
    section.format(column, header.length),
  );
  // Rankings begin with the rank, which needs less room than a label.
  const column = formats[0] === "text" ? LABELS : 0;
  const chart = isOpen ? null : chartOf(section, table, language);
  const top = isOpen ? 3 : 2;
  const chartRow = top + rows + SPARE_ROWS;
  const chartRows = chart ? heightOf(chart) : 0;
  const last = chartRow + chartRows;
  return {
    id,
    rows: last + 2,
    cells: [
      { kind: "title", row: 0, column: 0, text: section.title[language] },
      { kind: "base", row: 1, column: 0, text: say("base") },
      { kind: "table", row: top, column, text: writing.table },
      { kind: "sentence", row: isOpen ? 2 : last, column: 0, text: say("phrase") },
    ],
    table: {
      row: top,
      column,
      rows,
      header,
      formats,
      ...(lines ? { lines } : {}),
      ...(isOpen ? { spare: OPEN_ROWS } : {}),
    },
    ...(chart ? { chart: { name: `BVN ${id}`, row: chartRow, rows: chartRows, chart } } : {}),
  };
}

/** Rows of a chart: enough for its bars and their labels. */
function heightOf({ type, rows, series }: ReportChart): number {
  if (type === "column") return 14;
  if (type === "points") return 20;
  return Math.max(
    9,
    Math.ceil(rows * (type === "bar" ? 0.7 + 0.7 * series.length : 1.4)) + (series.length > 1 ? 6 : 4),
  );
}
