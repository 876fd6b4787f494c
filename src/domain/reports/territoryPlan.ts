import type { Codebook } from "../codebook";
import { sectionOption } from "../completeness";
import { exactly } from "../criteria/criterion";
import { peersOption, type PeerGroup } from "../indicators/peers";
import { profileIndicators } from "../indicators/profile";
import { indicatorById } from "../indicators/registry";
import type { Localized } from "../language";
import { codesOf, formats, indicatorLines, rankingLooks } from "../synthesis/planParts";
import type { Section } from "../synthesis/types";
import {
  completenessSentence,
  domainsSentence,
  ideasSentence,
  positionSentence,
  progressSentence,
  projectsSentence,
} from "./territorySentences";

/** A part of a territory's report: a table by one formula. */
export interface TerritoryPart {
  readonly id: string;
  readonly title: Localized;
  readonly section: Section;
  /** Columns of its table that a report shows; what is behind them only says that one territory is one. */
  readonly columns?: number;
}

type Told = Omit<Section, "id" | "chapter">;

/** Projects proposed from similar territories; ties come on top. */
const IDEAS = 10;

/**
 * What is told of one territory, in order: its projects, where it stands among its peers, its strong and weak
 * domains, what changed since the last edition, ideas from similar territories, how complete its answers are.
 * The sheet and the report of a territory are made from it.
 * @param peers Whom it is set against.
 * @param editions Editions the base holds answers of, the oldest first.
 */
export function territoryPlan(
  codebook: Codebook,
  territory: string,
  peers: PeerGroup,
  editions: readonly string[],
): readonly TerritoryPart[] {
  const own = [codebook.field("projects", "territory").label.fr, exactly(territory)];
  const part = (id: string, title: Localized, told: Told, columns?: number): TerritoryPart => ({
    id,
    title,
    section: { ...told, id: `territory-${id}`, chapter: "territories" },
    columns,
  });
  const [from, to] = editions.slice(-2);
  const progress = { fr: `De ${from} à ${to}`, en: `From ${from} to ${to}` };
  const among = {
    fr: `Position parmi les pairs (${peers.label.fr})`,
    en: `Position among its peers (${peers.label.en})`,
  };
  return [
    part("projects", { fr: "Projets", en: "Projects" }, projects(codebook, own)),
    part("position", among, position(codebook, territory, peers)),
    part(
      "domains",
      { fr: "Domaines forts et faibles", en: "Strong and weak domains" },
      domains(codebook, own),
      5,
    ),
    ...(to === undefined ? [] : [part("progress", progress, years(codebook, [from, to], own))]),
    part(
      "ideas",
      { fr: "Idées de territoires semblables", en: "Ideas from similar territories" },
      ideas(territory),
    ),
    part(
      "completeness",
      { fr: "Qualité des réponses", en: "Quality of the answers" },
      completeness(territory),
    ),
  ];
}

function projects(codebook: Codebook, own: readonly string[]): Told {
  const domain = codebook.field("projects", "domain");
  const status = codebook.field("projects", "status");
  return {
    title: { fr: "Projets par domaine et par état", en: "Projects by domain and status" },
    call: { id: "CROSSTAB", args: [domain.label.fr, status.label.fr, null, ...own] },
    format: formats("text", "count"),
    rows: codesOf(codebook, domain).length + 3,
    chart: {
      type: "stacked",
      title: { fr: "État des projets de chaque domaine", en: "Status of the projects of each domain" },
      series: codesOf(codebook, status).map((_, i) => i + 1),
      ordered: true,
    },
    describe: projectsSentence,
  };
}

function position(codebook: Codebook, territory: string, { fields }: PeerGroup): Told {
  const alike = fields.map((id) => codebook.field("panel", id).label.fr).join("|");
  return {
    title: { fr: "Chaque indicateur et les pairs", en: "Each indicator and the peers" },
    call: { id: "POSITION", args: [territory, ...(alike ? [peersOption.fr, alike] : [])] },
    format: formats(
      "text",
      "mean",
      "mean",
      "mean",
      "mean",
      "share",
      "mean",
      "count",
      "count",
      "count",
      "text",
    ),
    lines: indicatorLines(codebook),
    rows: profileIndicators(codebook).length + 1,
    chart: {
      type: "bar",
      title: {
        fr: "Part des pairs que le territoire dépasse (percentile)",
        en: "Share of the peers the territory is above (percentile)",
      },
      series: [5],
    },
    describe: positionSentence,
  };
}

function domains(codebook: Codebook, own: readonly string[]): Told {
  const domain = codebook.field("projects", "domain");
  const maturity = indicatorById(codebook, "maturity");
  const [lowest, highest] = maturity.scale!;
  const title = {
    fr: `Maturité de chaque domaine (${lowest} à ${highest})`,
    en: `Maturity of each domain (${lowest} to ${highest})`,
  };
  return {
    title: { fr: "Maturité de chaque domaine", en: "Maturity of each domain" },
    call: { id: "RANKING", args: [domain.label.fr, maturity.label.fr, null, ...own] },
    ...rankingLooks("mean", title),
    rows: codesOf(codebook, domain).length + 2,
    describe: domainsSentence,
  };
}

function years(codebook: Codebook, [from, to]: readonly string[], own: readonly string[]): Told {
  return {
    title: { fr: "Indicateurs des deux éditions", en: "Indicators of both editions" },
    call: { id: "PROGRESS", args: [from, to, null, ...own] },
    format: formats("text", "mean", "mean", "mean", "count"),
    lines: indicatorLines(codebook),
    rows: 14,
    chart: null,
    describe: progressSentence,
  };
}

const ideas = (territory: string): Told => ({
  title: { fr: "Projets réalisés ailleurs, absents ici", en: "Projects done elsewhere, absent here" },
  call: { id: "IDEAS", args: [territory, null, IDEAS] },
  format: formats("text", "text", "count", "share", "count"),
  rows: IDEAS + 4,
  tail: 1,
  chart: {
    type: "bar",
    title: { fr: "Territoires semblables qui l’ont réalisé", en: "Similar territories that have done it" },
    series: [2],
  },
  describe: ideasSentence,
});

const completeness = (territory: string): Told => ({
  title: { fr: "Réponses attendues et reçues", en: "Answers expected and received" },
  call: { id: "COMPLETENESS", args: [territory, sectionOption.fr, "*"] },
  format: formats("text", "count", "count", "share"),
  rows: 9,
  chart: null,
  describe: completenessSentence,
});
