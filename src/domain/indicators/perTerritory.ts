import type { Language, Localized } from "../language";
import type { CrossCounts } from "../query/counts";
import { quantile } from "../statistics/quantiles";
import { tableWords, type ResultCell, type ResultTable } from "./tables";

/** Territories named as the first of a group; those tied with the last of them come on top, up to twice as many. */
const FIRST = 2;

const words = {
  projects: { fr: "Nombre de projets", en: "Number of projects" },
  mean: { fr: "Moyenne par territoire", en: "Mean per territory" },
  median: { fr: "Médiane", en: "Median" },
  lowest: { fr: "Minimum", en: "Lowest" },
  highest: { fr: "Maximum", en: "Highest" },
  first: { fr: "Premiers territoires", en: "Leading territories" },
} as const satisfies Record<string, Localized>;

interface Held {
  readonly territory: Localized;
  readonly projects: number;
}

/**
 * How many projects a territory has in each group of a field: the projects, the territories that have at least one,
 * their mean, median, lowest and highest number, and the first of them by name; then the projects whose group is not
 * said, and the whole. A territory without a project in a group is no part of its figures. O(groups · territories).
 * @param counts Projects by group and territory.
 * @param least Secrecy: groups of fewer territories are hidden, with the total they could be worked out from; what
 * rests on one territory (lowest, highest, names) is never shown then. 0 for none.
 */
export function perTerritoryTable({ rows, columns, n }: CrossCounts, least = 0): ResultTable {
  const held = (counts: readonly number[]): Held[] =>
    columns.groups
      .map(({ label }, i) => ({ territory: label, projects: counts[i] }))
      .filter(({ projects }) => projects > 0);
  const lines = n.map((counts) => held(counts));
  const isHidden = (own: readonly Held[]) => own.length > 0 && own.length < least;
  const line = (label: Localized, own: readonly Held[], hides: boolean): ResultCell[] => {
    const cells = figures(own);
    return [
      label,
      ...cells.map((cell, i) => {
        const rests = isHidden(own) || (hides && SUMS.includes(i)) || (least > 0 && i >= ONES);
        return rests && cell !== null ? tableWords.hidden : cell;
      }),
    ];
  };
  const whole = held(columns.groups.map((_, c) => n.reduce((sum, counts) => sum + counts[c], 0)));
  return [
    [
      rows.label,
      words.projects,
      tableWords.territories,
      words.mean,
      words.median,
      words.lowest,
      words.highest,
      words.first,
    ],
    ...lines.slice(0, -1).map((own, r) => line(rows.groups[r].label, own, false)),
    line(tableWords.notReported, lines.at(-1)!, false),
    line(tableWords.total, whole, lines.some(isHidden)),
  ];
}

/** Figures a hidden group could be worked out from, and the first of those that rest on one territory. */
const SUMS: readonly number[] = [0, 2];
const ONES = 4;

function figures(own: readonly Held[]): ResultCell[] {
  const counts = own.map(({ projects }) => projects);
  const sum = counts.reduce((total, count) => total + count, 0);
  if (!own.length) return [0, 0, null, null, null, null, null];
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return [sum, own.length, sum / own.length, quantile(counts, 0.5), low, high, firstOf(own)];
}

/** "Toulouse Métropole (13), Vannes (9)"; where too many are tied, their number. */
function firstOf(own: readonly Held[]): Localized {
  const sorted = [...own].sort((a, b) => b.projects - a.projects);
  const last = sorted[Math.min(FIRST, sorted.length) - 1].projects;
  const within = sorted.filter(({ projects }) => projects >= last);
  const named = within.length > 2 * FIRST ? within.filter(({ projects }) => projects > last) : within;
  const others = within.length - named.length;
  const say = (language: Language): string => {
    const tied =
      language === "fr"
        ? `${others} territoires à égalité (${last})`
        : `${others} territories tied (${last})`;
    return [
      ...named.map(({ territory, projects }) => `${territory[language]} (${projects})`),
      ...(others ? [tied] : []),
    ].join(", ");
  };
  return { fr: say("fr"), en: say("en") };
}
