import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import { againstSentence, correlationSentence, progressSentence } from "./linkSentences";
import { formats, indicatorLines } from "./planParts";
import type { Section } from "./types";
import { words } from "./words";

/** Two fields of the projects against each other: one point a territory. */
export function againstEachOther(codebook: Codebook, fields: readonly Field[]): Section[] {
  const [x, y] = fields;
  if (!y) return [];
  const territory = codebook.field("projects", "territory");
  return [
    {
      id: "against",
      chapter: "steering",
      title: words.against(x.label, y.label),
      call: { id: "CROSSTAB", args: [territory.label.fr, null, `${x.label.fr}|${y.label.fr}`] },
      format: formats("text", "mean", "mean", "count"),
      rows: 12,
      chart: { type: "points", title: words.againstChart(x.label, y.label), series: [1, 2] },
      describe: againstSentence(x, y),
    },
  ];
}

/** Every two indicators across territories. */
export const correlations: Section = {
  id: "correlations",
  chapter: "links",
  title: words.correlations,
  call: { id: "CORRELATION", args: [null, null] },
  format: formats("text", "mean", "count"),
  rows: 11,
  chart: { type: "bar", title: words.correlationsChart, series: [1], signed: true },
  describe: correlationSentence,
};

/** The last two editions there are answers of: indicators, then maturity by domain. */
export function yearSections(codebook: Codebook, domain: Field, editions: readonly string[]): Section[] {
  const [from, to] = editions.slice(-2);
  if (!to) return [];
  const looks = (title: Localized): Pick<Section, "format" | "chart" | "tail" | "describe"> => ({
    format: formats("text", "mean", "mean", "mean", "count"),
    tail: 6,
    chart: { type: "bar", title, series: [1, 2] },
    describe: progressSentence(from, to),
  });
  return [
    {
      id: "years-indicators",
      chapter: "years",
      title: words.years(from, to),
      call: { id: "PROGRESS", args: [from, to] },
      lines: indicatorLines(codebook),
      rows: 14,
      ...looks(words.yearsChart(from, to)),
    },
    {
      id: "years-domains",
      chapter: "years",
      title: words.yearsByDomain(from, to),
      call: { id: "PROGRESS", args: [from, to, domain.label.fr] },
      rows: 17,
      ...looks(words.yearsByDomainChart(from, to)),
    },
  ];
}
