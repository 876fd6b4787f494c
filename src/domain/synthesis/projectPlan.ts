import type { Codebook, Field } from "../codebook";
import { indicatorById } from "../indicators/registry";
import { codesOf, formats, rankingLooks } from "./planParts";
import {
  distributionSentence,
  domainsSentence,
  rankedCountSentence,
  rankedMeanSentence,
  shareByGroupSentence,
} from "./sentences";
import type { Section } from "./types";
import { words } from "./words";

/** Projects shown of each domain, and territories shown as leaders; ties come on top. */
const MOST_CITED = 5;
const LEADERS = 10;

/** Projects by domain, their status, and those most cited in each. */
export function domainSections(codebook: Codebook, domain: Field, status: Field | undefined): Section[] {
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
export function fieldSections(
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
    // Where a fifth of the answers is blank by habit, "not reported" is part of the whole, as published.
    call: {
      id: "CROSSTAB",
      args: [groups.label.fr, field.label.fr, "ligne", ...(ordered ? [] : ["Base", "total"])],
    },
    format: formats("text", "share"),
    rows: codesOf(codebook, groups).length + 3,
    chart: {
      type: "stacked",
      title: words.byGroupChart(field.label, groups.label, !ordered),
      // "Not reported" stands behind the codes and the total.
      series: [...codes.map((_, i) => i + 1), ...(ordered ? [] : [codes.length + 2])],
      ordered,
    },
    describe: shareByGroupSentence(field, groups, codes, ordered),
  };
}

/** Territories with most projects. */
export function leaders(codebook: Codebook): Section {
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
