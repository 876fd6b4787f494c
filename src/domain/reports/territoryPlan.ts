import type { Codebook } from "../codebook";
import { exactly } from "../criteria/criterion";
import { peerChoices, type PeerChoiceId } from "../indicators/peers";
import type { Localized } from "../language";
import { figure, groupLines, named, numberOf, byGreatest, enumerated } from "../synthesis/reading";
import type { Described, Section, Telling } from "../synthesis/types";
import type { FigureFormat } from "./model";

/** A part of a territory's report: tables by one formula each. */
export interface TerritoryPart {
  readonly id: string;
  readonly title: Localized;
  readonly sections: readonly Section[];
  /** Columns of its tables that a report shows; what is behind them only says that one territory is one. */
  readonly columns?: number;
}

/** Projects proposed from similar territories; ties come on top. */
const IDEAS = 10;

const formats =
  (...given: FigureFormat[]): Section["format"] =>
  (column) =>
    given[Math.min(column, given.length - 1)];

const say = ({ language }: Telling, fr: string, en: string): string => (language === "fr" ? fr : en);

/**
 * What is told of one territory, in order: its projects, where it stands among its peers, its strong and weak
 * domains, what changed since the last edition, ideas from similar territories, how complete its answers are.
 * The sheet and the report of a territory are made from it.
 * @param editions Editions the base holds answers of, the oldest first.
 */
export function territoryPlan(
  codebook: Codebook,
  territory: string,
  peers: PeerChoiceId,
  editions: readonly string[],
): readonly TerritoryPart[] {
  const name = (table: "projects" | "panel", id: string) => codebook.field(table, id).label.fr;
  const own = [name("projects", "territory"), exactly(territory)];
  const domain = codebook.field("projects", "domain");
  const status = codebook.field("projects", "status");
  const { codes } = codebook.list(status.list!);
  const domains = codebook.list(domain.list!).codes.length;
  const { fields, label } = peerChoices.find(({ id }) => id === peers)!;
  const alike = fields.map((id) => name("panel", id)).join("|");
  const section = (one: Omit<Section, "chapter">): Section => ({ ...one, chapter: "territories" });
  const [from, to] = [editions.at(-2), editions.at(-1)];
  return [
    {
      id: "projects",
      title: { fr: "Projets", en: "Projects" },
      sections: [
        section({
          id: "territory-projects",
          title: { fr: "Projets par domaine et par état", en: "Projects by domain and status" },
          call: { id: "CROSSTAB", args: [domain.label.fr, status.label.fr, null, ...own] },
          format: formats("text", "count"),
          rows: domains + 3,
          chart: {
            type: "stacked",
            title: { fr: "État des projets de chaque domaine", en: "Status of the projects of each domain" },
            series: codes.map((_, i) => i + 1),
            ordered: true,
          },
          describe: projectsSentence,
        }),
      ],
    },
    {
      id: "position",
      title: {
        fr: `Position parmi les pairs (${label.fr})`,
        en: `Position among its peers (${label.en})`,
      },
      sections: [
        section({
          id: "territory-position",
          title: { fr: "Chaque indicateur et les pairs", en: "Each indicator and the peers" },
          call: { id: "POSITION", args: [territory, ...(alike ? ["Pairs", alike] : [])] },
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
          rows: 12,
          chart: {
            type: "bar",
            title: {
              fr: "Part des pairs que le territoire dépasse (percentile)",
              en: "Share of the peers the territory is above (percentile)",
            },
            series: [5],
          },
          describe: positionSentence,
        }),
      ],
    },
    {
      id: "domains",
      title: { fr: "Domaines forts et faibles", en: "Strong and weak domains" },
      columns: 5,
      sections: [
        section({
          id: "territory-domains",
          title: { fr: "Maturité de chaque domaine", en: "Maturity of each domain" },
          call: { id: "RANKING", args: [domain.label.fr, "Maturité", null, ...own] },
          format: formats("count", "text", "mean", "count", "count", "count", "text"),
          rows: domains + 2,
          tail: 1,
          chart: {
            type: "bar",
            title: {
              fr: `Maturité de chaque domaine (1 à ${codes.length})`,
              en: `Maturity of each domain (1 to ${codes.length})`,
            },
            label: 1,
            series: [2],
          },
          describe: domainsSentence,
        }),
      ],
    },
    ...(from !== undefined && to !== undefined
      ? [
          {
            id: "progress",
            title: { fr: `De ${from} à ${to}`, en: `From ${from} to ${to}` },
            sections: [
              section({
                id: "territory-progress",
                title: { fr: "Indicateurs des deux éditions", en: "Indicators of both editions" },
                call: { id: "PROGRESS", args: [from, to, null, ...own] },
                format: formats("text", "mean", "mean", "mean", "count"),
                rows: 14,
                chart: null,
                describe: progressSentence,
              }),
            ],
          },
        ]
      : []),
    {
      id: "ideas",
      title: { fr: "Idées de territoires semblables", en: "Ideas from similar territories" },
      sections: [
        section({
          id: "territory-ideas",
          title: { fr: "Projets réalisés ailleurs, absents ici", en: "Projects done elsewhere, absent here" },
          call: { id: "IDEAS", args: [territory, null, IDEAS] },
          format: formats("text", "text", "count", "share", "count"),
          rows: IDEAS + 4,
          tail: 1,
          chart: {
            type: "bar",
            title: {
              fr: "Territoires semblables qui l’ont réalisé",
              en: "Similar territories that have done it",
            },
            series: [2],
          },
          describe: ideasSentence,
        }),
      ],
    },
    {
      id: "completeness",
      title: { fr: "Qualité des réponses", en: "Quality of the answers" },
      sections: [
        section({
          id: "territory-completeness",
          title: { fr: "Réponses attendues et reçues", en: "Answers expected and received" },
          call: { id: "COMPLETENESS", args: [territory, "Section", "*"] },
          format: formats("text", "count", "count", "share"),
          rows: 9,
          chart: null,
          describe: completenessSentence,
        }),
      ],
    },
  ];
}

function projectsSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language).filter(({ cells }) => numberOf(cells.at(-2)) > 0);
  const total = lines.reduce((sum, { cells }) => sum + numberOf(cells.at(-2)), 0);
  const most = [...lines].sort((a, b) => numberOf(b.cells.at(-2)) - numberOf(a.cells.at(-2)))[0];
  if (!most) return none(telling);
  const n = figure(total, "count", language);
  const top = figure(most.cells.at(-2), "count", language);
  return {
    base: say(
      telling,
      `Base : ${n} projets dont l’état est connu.`,
      `Base: ${n} projects whose status is known.`,
    ),
    sentence: say(
      telling,
      `${n} projets dans ${lines.length} domaines ; le plus fourni est ${named(most.label, language)} (${top}).`,
      `${n} projects in ${lines.length} domains; most are in ${named(most.label, language)} (${top}).`,
    ),
  };
}

/** Columns of POSITION. */
const VALUE = 1;
const PERCENTILE = 5;
const PEERS = 7;

function positionSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language);
  const placed = lines.filter(({ cells }) => typeof cells[PERCENTILE] === "number");
  const names = (above: boolean): string[] =>
    placed
      .filter(({ cells }) => (above ? numberOf(cells[PERCENTILE]) > 0.5 : numberOf(cells[PERCENTILE]) < 0.5))
      .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  const peers = Math.max(0, ...lines.map(({ cells }) => numberOf(cells[PEERS])));
  const base = say(
    telling,
    `Pairs ayant répondu : ${peers} au plus.`,
    `Peers that answered: ${peers} at most.`,
  );
  if (!placed.length) {
    const isSilent = lines.every(({ cells }) => typeof cells[VALUE] !== "number");
    return {
      base,
      sentence: isSilent
        ? say(
            telling,
            "Le territoire n’a pas de réponse à comparer.",
            "The territory has no answer to compare.",
          )
        : say(
            telling,
            "Trop peu de pairs : la comparaison est masquée. Choisissez des pairs plus larges.",
            "Too few peers: the comparison is hidden. Choose wider peers.",
          ),
    };
  }
  const [high, low] = [names(true), names(false)].map((list) => enumerated(list, language, 4));
  const parts = [
    high && say(telling, `Au-dessus de la moitié des pairs : ${high}.`, `Above half of the peers: ${high}.`),
    low && say(telling, `En dessous : ${low}.`, `Below: ${low}.`),
  ].filter(Boolean);
  return {
    base,
    sentence: parts.join(" ") || say(telling, "Au milieu de ses pairs.", "In the middle of its peers."),
  };
}

function domainsSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = table
    .slice(1)
    .filter((row) => typeof row[0] === "number" && typeof row[2] === "number")
    .map((cells) => ({ label: (cells[1] as Localized)[language], cells }));
  const order = byGreatest(lines, 2);
  if (!order.length) return none(telling);
  const [first, last] = [order[0], order.at(-1)!];
  const mean = (line: typeof first): string => figure(line.cells[2], "mean", language);
  const base = say(
    telling,
    "Base : projets du territoire dont l’état est connu ; un domaine n’en compte souvent que quelques-uns.",
    "Base: the territory’s projects whose status is known; a domain often has but a few.",
  );
  if (first === last || numberOf(first.cells[2]) === numberOf(last.cells[2]))
    return {
      base,
      sentence: say(
        telling,
        `Tous les domaines ont la même maturité (${mean(first)}).`,
        `All domains have the same maturity (${mean(first)}).`,
      ),
    };
  return {
    base,
    sentence: say(
      telling,
      `Domaine le plus avancé : ${named(first.label, language)} (${mean(first)}) ; le moins avancé : ${named(last.label, language)} (${mean(last)}).`,
      `Most advanced domain: ${named(first.label, language)} (${mean(first)}); least advanced: ${named(last.label, language)} (${mean(last)}).`,
    ),
  };
}

function progressSentence(telling: Telling): Described {
  const { table, language } = telling;
  const moved = table.slice(1).filter((row) => typeof row[3] === "number" && typeof row[1] === "number");
  const base = say(
    telling,
    "Seuls comptent les domaines présents dans les deux éditions.",
    "Only domains of both editions count.",
  );
  if (!moved.length)
    return {
      base,
      sentence: say(
        telling,
        "Le territoire n’a pas répondu aux deux éditions : rien à comparer.",
        "The territory did not answer both editions: nothing to compare.",
      ),
    };
  const names = (up: boolean): string =>
    enumerated(
      moved
        .filter((row) => (up ? numberOf(row[3]) > 0 : numberOf(row[3]) < 0))
        .map(([label]) => (label as Localized)[language]),
      language,
      4,
    );
  const [up, down] = [names(true), names(false)];
  const parts = [
    up && say(telling, `En hausse : ${up}.`, `Up: ${up}.`),
    down && say(telling, `En baisse : ${down}.`, `Down: ${down}.`),
  ].filter(Boolean);
  return { base, sentence: parts.join(" ") || say(telling, "Rien n’a changé.", "Nothing changed.") };
}

function ideasSentence(telling: Telling): Described {
  const { table, language } = telling;
  const lines = groupLines(table, language, 1);
  const similar = table.at(-1)!;
  const count = figure(similar[2], "count", language);
  const alike = typeof similar[1] === "object" && similar[1] ? similar[1][language] : "";
  const base = say(
    telling,
    `Base : ${count} territoires semblables ayant répondu (${alike}).`,
    `Base: ${count} similar territories that answered (${alike}).`,
  );
  if (!lines.length)
    return {
      base,
      sentence: say(
        telling,
        "Aucun projet réalisé ailleurs ne manque ici.",
        "No project done elsewhere is missing here.",
      ),
    };
  const [first] = lines;
  return {
    base,
    sentence: say(
      telling,
      `Le plus souvent réalisé ailleurs : ${named(first.label, language)} (${figure(first.cells[2], "count", language)} territoires).`,
      `Most often done elsewhere: ${named(first.label, language)} (${figure(first.cells[2], "count", language)} territories).`,
    ),
  };
}

function completenessSentence(telling: Telling): Described {
  const { table, language } = telling;
  const total = table.at(-1)!;
  const lines = groupLines(table, language).filter(
    ({ cells }) => numberOf(cells[2]) > 0 && typeof cells[3] === "number",
  );
  const missing = lines
    .filter(({ cells }) => numberOf(cells[3]) < 1 && cells !== total)
    .map(({ label }) => label);
  const share = figure(total[3], "share", language);
  return {
    base: "",
    sentence: say(
      telling,
      `${share} des réponses attendues sont là.${missing.length ? ` Sections à compléter : ${enumerated(missing, language, 5)}.` : ""}`,
      `${share} of the expected answers are there.${missing.length ? ` Sections to complete: ${enumerated(missing, language, 5)}.` : ""}`,
    ),
  };
}

const none = (telling: Telling): Described => ({
  base: "",
  sentence: say(telling, "Aucun projet de ce territoire.", "No project of this territory."),
});
