import type { CountSource, Subject } from "../query/counts";
import { figureOf, figuresBy } from "./figures";
import type { Indicator } from "./registry";
import { tableWords, type ResultCell, type ResultTable } from "./tables";

/**
 * Indicators beside each other by the groups of a field, each with its valid answers; the whole last. Groups that
 * lack one of them stand below those that have all, so that a chart can take the latter alone.
 */
export function sideBySide(source: CountSource, by: Subject, indicators: readonly Indicator[]): ResultTable {
  const all = indicators.map((indicator) => figuresBy(source, indicator, by));
  const [{ grouping, figures }] = all;
  const lines = figures.map(({ group }, i): ResultCell[] => [
    group.label,
    ...all.map((one) => one.figures[i]?.value ?? null),
    ...all.map((one) => one.figures[i]?.n ?? 0),
  ]);
  const isWhole = (line: readonly ResultCell[]) =>
    line.slice(1, 1 + indicators.length).every((cell) => cell !== null);
  const wholes = indicators.map((indicator) => figureOf(source, indicator));
  return [
    [
      grouping.label,
      ...indicators.map(({ label }) => label),
      ...indicators.map(({ label }) => ({ fr: `n (${label.fr})`, en: `n (${label.en})` })),
    ],
    ...lines.filter(isWhole),
    ...lines.filter((line) => !isWhole(line)),
    [tableWords.total, ...wholes.map(({ value }) => value), ...wholes.map(({ n }) => n)],
  ];
}
