import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import { profileIndicators } from "../indicators/profile";
import { unitFormats, type FigureFormat } from "../reports/model";
import { rankingColumns } from "./sentences";
import type { Section } from "./types";

type FormatOf = Section["format"];
/** Formats of the columns; the last one stands for those that follow. */
export const formats =
  (...given: FigureFormat[]): FormatOf =>
  (column) =>
    given[Math.min(column, given.length - 1)];

/** Format and chart of a ranking, whose last line is the whole. */
export const rankingLooks = (
  format: FigureFormat,
  title: Localized,
): Pick<Section, "format" | "tail" | "chart"> => ({
  format: formats("count", "text", format, "count", "count", "count", "text"),
  tail: 1,
  chart: { type: "bar", title, label: rankingColumns.label, series: [rankingColumns.figure] },
});

/** Formats of a table with one indicator a line; quartiles and medians of counts are no whole numbers. */
export const indicatorLines = (codebook: Codebook): readonly FigureFormat[] =>
  profileIndicators(codebook).map(({ unit }) => (unit === "count" ? "index" : unitFormats[unit]));

export const codesOf = (codebook: Codebook, { list }: Field) => codebook.list(list!).codes;
