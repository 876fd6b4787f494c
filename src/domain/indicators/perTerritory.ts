import type { Language, Localized } from "../language";
import type { CrossCounts, Group } from "../query/counts";
import { quantileOfSorted } from "../statistics/quantiles";
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

/** The territories that have projects, by their place, and how many each has. */
interface Held {
  readonly places: readonly number[];
  readonly counts: readonly number[];
}

function heldOf(all: readonly number[], territories: number): Held {
  const [places, counts]: [number[], number[]] = [[], []];
  for (let place = 0; place < territories; place++) {
    if (!(all[place] > 0)) continue;
    places.push(place);
    counts.push(all[place]);
  }
  return { places, counts };
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
  const territories = columns.groups.length;
  const lines = n.map((counts) => heldOf(counts, territories));
  const isHidden = ({ places }: Held) => places.length > 0 && places.length < least;
  const line = (label: Localized, own: Held, hides: boolean): ResultCell[] => {
    const cells = figures(own, columns.groups);
    return [
      label,
      ...cells.map((cell, i) => {
        const rests = isHidden(own) || (hides && SUMS.includes(i)) || (least > 0 && i >= ONES);
        return rests && cell !== null ? tableWords.hidden : cell;
      }),
    ];
  };
  const sums = new Array<number>(territories).fill(0);
  for (const counts of n) for (let place = 0; place < territories; place++) sums[place] += counts[place];
  const whole = heldOf(sums, territories);
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

function figures({ places, counts }: Held, territories: readonly Group[]): ResultCell[] {
  if (!places.length) return [0, 0, null, null, null, null, null];
  const upwards = inOrder(counts);
  const sum = counts.reduce((total, count) => total + count, 0);
  const [low, high] = [upwards[0], upwards[upwards.length - 1]];
  const last = upwards[upwards.length - Math.min(FIRST, upwards.length)];
  const first = firstOf({ places, counts }, territories, last);
  return [sum, places.length, sum / places.length, quantileOfSorted(upwards, 0.5), low, high, first];
}

/**
 * "Toulouse Métropole (13), Vannes (9)"; where too many are tied, their number.
 * @param last Projects of the last territory that is among the first.
 */
function firstOf({ places, counts }: Held, territories: readonly Group[], last: number): Localized {
  const within: number[] = [];
  for (let i = 0; i < counts.length; i++) if (counts[i] >= last) within.push(i);
  within.sort((a, b) => counts[b] - counts[a]);
  const named = within.length > 2 * FIRST ? within.filter((i) => counts[i] > last) : within;
  const others = within.length - named.length;
  const say = (language: Language): string => {
    const tied =
      language === "fr"
        ? `${others} territoires à égalité (${last})`
        : `${others} territories tied (${last})`;
    return [
      ...named.map((i) => `${territories[places[i]].label[language]} (${counts[i]})`),
      ...(others ? [tied] : []),
    ].join(", ");
  };
  return { fr: say("fr"), en: say("en") };
}

/** Whole numbers from the lowest up, by counting how often each occurs: they are small. O(n + highest). */
function inOrder(numbers: readonly number[]): Int32Array {
  let highest = 0;
  for (const number of numbers) highest = Math.max(highest, number);
  const often = new Int32Array(highest + 1);
  for (const number of numbers) often[number]++;
  const ordered = new Int32Array(numbers.length);
  for (let number = 0, at = 0; number <= highest; at += often[number++]) {
    ordered.fill(number, at, at + often[number]);
  }
  return ordered;
}
