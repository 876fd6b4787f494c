import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import type { FigureFormat } from "../reports/model";
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

export const codesOf = (codebook: Codebook, { list }: Field) => codebook.list(list!).codes;
