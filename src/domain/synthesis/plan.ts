import type { Codebook, Field } from "../codebook";
import { indicatorById } from "../indicators/registry";
import type { Localized } from "../language";
import type { FigureFormat } from "../reports/model";
import { againstSentence, correlationSentence, progressSentence } from "./linkSentences";
import {
  distributionSentence,
  domainsSentence,
  rankedCountSentence,
  rankedMeanSentence,
  rankingColumns,
  shareByGroupSentence,
} from "./sentences";
import {
  agreementSentence,
  completenessSentence,
  meaningSentence,
  motivationSentence,
  responseSentence,
} from "./surveySentences";
import { groupLines, numberOf } from "./reading";
import type { Evaluate, Section } from "./types";
import { words } from "./words";

type FormatOf = Section["format"];
const formats =
  (...given: FigureFormat[]): FormatOf =>
  (column) =>
    given[Math.min(column, given.length - 1)];

/** Projects shown of each domain, and territories shown as leaders; ties come on top. */
const MOST_CITED = 5;
const LEADERS = 10;

/** Fields of the projects that carry codes and mean something to the study. */
function projectFields(codebook: Codebook) {
  const coded = codebook
    .table("projects")
    .fields.filter(({ id, list }) => list && id !== "domain" && id !== "inclusion");
  const isOrdered = ({ list }: Field) => codebook.list(list!).ordered === true;
  return {
    status: coded.find(({ id }) => id === "status"),
    steering: coded.filter((field) => isOrdered(field) && field.id !== "status"),
    governance: coded.filter((field) => !isOrdered(field)),
  };
}

/** Format and chart of a ranking, whose last line is the whole. */
const rankingLooks = (
  format: FigureFormat,
  title: Localized,
): Pick<Section, "format" | "tail" | "chart"> => ({
  format: formats("count", "text", format, "count", "count", "count", "text"),
  tail: 1,
  chart: { type: "bar", title, label: rankingColumns.label, series: [rankingColumns.figure] },
});

const codesOf = (codebook: Codebook, { list }: Field) => codebook.list(list!).codes;

/**
 * The published study as a list of sections, in order: what each one's table is asked for, how it is drawn and
 * what is said of it. The synthesis in the workbook and the panel's report are made from it. It follows the code
 * book: an edition with other lists, fields or domains gets its own sections.
 * @param editions Editions the base holds answers of, the oldest first.
 */
export function synthesisPlan(codebook: Codebook, editions: readonly string[] = []): readonly Section[] {
  const { status, steering, governance } = projectFields(codebook);
  const domain = codebook.field("projects", "domain");
  return [
    ...panelSections(codebook),
    ...politicsSections(codebook),
    ...domainSections(codebook, domain, status),
    ...steering.flatMap((field) => fieldSections(codebook, field, domain, "steering", status)),
    ...againstEachOther(codebook, steering),
    ...governance.flatMap((field) => fieldSections(codebook, field, domain, "governance")),
    leaders(codebook),
    correlations,
    ...yearSections(domain, editions),
    quality,
  ];
}

/** The plan of a study, by the editions its base holds answers of. */
export function studySections(codebook: Codebook, evaluate: Evaluate): readonly Section[] {
  return synthesisPlan(codebook, editionsAnswered(codebook, evaluate));
}

/** Editions the base holds projects of, the oldest first. */
export function editionsAnswered(codebook: Codebook, evaluate: Evaluate): string[] {
  const edition = codebook.field("projects", "edition").label.fr;
  const table = evaluate({ id: "DISTRIBUTION", args: [edition, edition, "*"] });
  const found = table ? groupLines(table, "fr").filter(({ cells }) => numberOf(cells[1])) : [];
  return found.map(({ label }) => label).sort();
}

/** The section of this id. */
export const sectionById = (sections: readonly Section[], id: string): Section | undefined =>
  sections.find((section) => section.id === id);

function panelSections(codebook: Codebook): Section[] {
  const fields = codebook
    .table("panel")
    .fields.filter(
      ({ id, list }) => list && id !== "contact" && codesOf(codebook, codebook.field("panel", id)).length,
    );
  return fields.map((field): Section => {
    const title = words.participants(field.label);
    return {
      id: `panel-${field.id}`,
      chapter: "panel",
      title,
      call: { id: "RESPONSE", args: [field.label.fr] },
      format: formats("text", "count", "count", "share", "share"),
      rows: Math.min(codesOf(codebook, field).length, 18) + 3,
      chart: { type: "bar", title: words.participantsChart(field.label), series: [2] },
      describe: responseSentence,
    };
  });
}

function politicsSections(codebook: Codebook): Section[] {
  const motivation = codebook.field("motivations", "motivation");
  const meaning = codebook.field("motivations", "meaning");
  const statement = codebook.field("actors", "statement");
  const scale = codesOf(codebook, codebook.field("actors", "agreement"));
  return [
    {
      id: "motivations",
      chapter: "politics",
      title: words.motivations,
      call: { id: "MOTIVATION", args: [] },
      format: formats("text", "mean", "count"),
      rows: codesOf(codebook, motivation).length + 2,
      tail: 1,
      chart: { type: "bar", title: words.motivationsChart, series: [1] },
      describe: motivationSentence,
    },
    {
      id: "meanings",
      chapter: "politics",
      title: words.meanings,
      call: { id: "MOTIVATION", args: [null, meaning.label.fr, "*"] },
      format: (column) => (column < 2 ? "text" : column === 2 ? "mean" : "count"),
      rows: codesOf(codebook, meaning).length + 1,
      chart: { type: "bar", title: words.meaningsChart, series: [2] },
      describe: meaningSentence,
    },
    {
      id: "statements",
      chapter: "politics",
      title: words.statements,
      call: { id: "AGREEMENT", args: [] },
      format: formats("text", "share", "count"),
      rows: codesOf(codebook, statement).length + 1,
      chart: {
        type: "stacked",
        title: words.statementsChart,
        series: scale.map((_, i) => i + 3),
        ordered: true,
      },
      describe: agreementSentence,
    },
  ];
}

function domainSections(codebook: Codebook, domain: Field, status: Field | undefined): Section[] {
  const domains = codesOf(codebook, domain);
  const project = codebook.field("projects", "project");
  return [
    {
      id: "domains",
      chapter: "projects",
      title: words.domains,
      call: { id: "DISTRIBUTION", args: [domain.label.fr] },
      format: formats("text", "count", "share", "share"),
      rows: domains.length + 3,
      chart: { type: "bar", title: words.domainsChart, series: [1] },
      describe: domainsSentence(domain),
    },
    ...(status ? statusSections(codebook, domain, status) : []),
    ...codebook.activeCodes(domain).map(({ code, label }): Section => ({
      id: `cited-${code}`,
      chapter: "projects",
      title: words.cited(label),
      call: { id: "RANKING", args: [project.label.fr, null, MOST_CITED, domain.label.fr, label.fr] },
      ...rankingLooks("count", words.citedChart(label)),
      rows: MOST_CITED + 2,
      describe: rankedCountSentence(words.citations),
    })),
  ];
}

function statusSections(codebook: Codebook, domain: Field, status: Field): Section[] {
  const codes = codesOf(codebook, status);
  const maturity = indicatorById(codebook, "maturity");
  return [
    crosstab(codebook, domain, status, "projects", "status-domain"),
    {
      id: "maturity-domain",
      chapter: "projects",
      title: words.maturityByDomain,
      call: { id: "RANKING", args: [domain.label.fr, maturity.label.fr] },
      ...rankingLooks("mean", words.maturityChart(codes.length)),
      rows: codesOf(codebook, domain).length + 2,
      describe: rankedMeanSentence(maturity.label.fr, maturity.scale!),
    },
  ];
}

/** One field of the projects: overall, by domain, and by status where that is asked for. */
function fieldSections(
  codebook: Codebook,
  field: Field,
  domain: Field,
  chapter: "steering" | "governance",
  status?: Field,
): Section[] {
  const { ordered } = codebook.list(field.list!);
  return [
    {
      id: field.id,
      chapter,
      title: words.overall(field.label),
      call: { id: "DISTRIBUTION", args: [field.label.fr] },
      format: formats("text", "count", "share", "share"),
      rows: codesOf(codebook, field).length + 3,
      chart: { type: ordered ? "column" : "bar", title: words.overallChart(field.label), series: [2] },
      describe: distributionSentence(field),
    },
    crosstab(codebook, domain, field, chapter, `${field.id}-domain`),
    ...(status ? [crosstab(codebook, status, field, chapter, `${field.id}-status`)] : []),
  ];
}

/** A field by groups, in shares of the row. */
function crosstab(
  codebook: Codebook,
  groups: Field,
  field: Field,
  chapter: Section["chapter"],
  id: string,
): Section {
  const codes = codesOf(codebook, field);
  const ordered = codebook.list(field.list!).ordered === true;
  return {
    id,
    chapter,
    title: words.byGroup(field.label, groups.label),
    call: { id: "CROSSTAB", args: [groups.label.fr, field.label.fr, "ligne"] },
    format: formats("text", "share"),
    rows: codesOf(codebook, groups).length + 3,
    chart: {
      type: "stacked",
      title: words.byGroupChart(field.label, groups.label),
      series: codes.map((_, i) => i + 1),
      ordered,
    },
    describe: shareByGroupSentence(field, codes, ordered),
  };
}

function leaders(codebook: Codebook): Section {
  const territory = codebook.field("projects", "territory");
  return {
    id: "leaders",
    chapter: "territories",
    title: words.leaders,
    call: { id: "RANKING", args: [territory.label.fr, null, LEADERS] },
    ...rankingLooks("count", words.leadersChart),
    rows: LEADERS + 2,
    describe: rankedCountSentence(words.projectsNoun),
  };
}

/** Two fields of the projects against each other: one point a territory. */
function againstEachOther(codebook: Codebook, fields: readonly Field[]): Section[] {
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
      rows: LEADERS + 2,
      chart: { type: "points", title: words.againstChart(x.label, y.label), series: [1, 2] },
      describe: againstSentence(x, y),
    },
  ];
}

const correlations: Section = {
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
function yearSections(domain: Field, editions: readonly string[]): Section[] {
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

const quality: Section = {
  id: "completeness",
  chapter: "quality",
  title: words.completeness,
  call: { id: "COMPLETENESS", args: [null, "Section", "*"] },
  format: formats("text", "count", "count", "share"),
  rows: 9,
  tail: 1,
  chart: { type: "bar", title: words.completenessChart, series: [3] },
  describe: completenessSentence,
};
