import type { ResultTable } from "../indicators/tables";
import type { Language } from "../language";
import type { ReportChart, ReportTable } from "../reports/model";
import { FormulaError } from "../messages";
import { nothing } from "./facts";
import { cellText, isClosing } from "./reading";
import type { Evaluate, Section, Telling } from "./types";

/** Bars a chart shows at most: with dozens of ties nobody could read it. */
const MOST_BARS = 20;

/** Rows of the table below its header that a chart draws: groups with something to show. */
export function drawnRows(section: Pick<Section, "tail" | "chart">, table: ResultTable): number {
  const body = table.slice(1, table.length - (section.tail ?? 0));
  const closing = body.findIndex(isClosing);
  const rows = closing < 0 ? body.length : closing;
  const { chart } = section;
  if (chart?.type !== "points") return Math.min(MOST_BARS, rows);
  // A point needs both measures; lines that lack one stand below.
  const lacking = body.findIndex((row) => chart.series.some((column) => typeof row[column] !== "number"));
  return lacking < 0 ? rows : Math.min(rows, lacking);
}

/** The chart of a section over its table; null where there is nothing to draw. */
export function chartOf(section: Section, table: ResultTable | null, language: Language): ReportChart | null {
  const { chart } = section;
  if (!chart || !table) return null;
  const rows = drawnRows(section, table);
  const series = chart.series.filter((column) => column < table[0].length);
  if (!rows || series.length < chart.series.length) return null;
  const { type, label = 0, ordered, signed } = chart;
  return {
    type,
    title: chart.title[language],
    label,
    series,
    rows,
    ...(ordered ? { ordered } : {}),
    ...(signed ? { signed } : {}),
  };
}

/** The base of a section's figures and the sentence about them. */
export function describeSection(section: Section, telling: Omit<Telling, "table">) {
  const table = telling.evaluate(section.call);
  return table ? section.describe({ ...telling, table }) : nothing(telling.language);
}

/** Nothing instead of an error: an answer that is no code stops a table, not the whole study. */
export const lenient =
  (evaluate: Evaluate): Evaluate =>
  (call) => {
    try {
      return evaluate(call);
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  };

/** A section as a table of values with its chart and sentence, for reports; null without data. */
export function publishedTable(section: Section, telling: Omit<Telling, "table">): ReportTable | null {
  const { evaluate, language } = telling;
  const table = evaluate(section.call);
  if (!table) return null;
  const text = (cell: ResultTable[number][number]) =>
    typeof cell === "number" ? cell : cell === null ? null : cellText(cell, language);
  const [header, ...rows] = table;
  const chart = chartOf(section, table, language);
  return {
    title: section.title[language],
    header: header.map((cell) => cellText(cell, language)),
    rows: rows.map((row) => row.map(text)),
    formats: header.map((_, column) => section.format(column, header.length)),
    ...(section.lines ? { lines: section.lines } : {}),
    ...section.describe({ ...telling, table }),
    ...(chart ? { chart } : {}),
  };
}
