import { figureMessages } from "../messages/figures";
import { printLike } from "./printed";
import { both } from "../messages/define";
import type { Counts } from "./counts";
import type { Finding } from "./figures";
import { LARGEST_N, readingOf, type Grim } from "./grim";
import { finding, isCount, type Item } from "./resolve";

/** What is said of one count per unit: its mean, median, least and most. */
interface Group {
  readonly total: number;
  readonly source: Item | undefined;
  readonly means: Item[];
  readonly others: Item[];
  /** How many units there are, or at most. */
  readonly most: number;
  readonly exact: boolean;
}

/** A number of units that is tried one by one. */
const MOST_UNITS = 100_000;

/**
 * Counts per unit: the total divided by a whole number of units must print as the mean, and that many whole
 * numbers with the printed least, most and median must be able to add up to the total. Tries every number of units
 * up to the most there can be, from the least that could reach the mean. O(units).
 */
export function checkUnits(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  return groupsOf(items, counts).flatMap((group) => {
    for (const { id } of [...group.means, ...group.others]) checked.add(id);
    const wrong = group.means.flatMap((mean) => judgeMean(mean, group));
    const halves = group.others.flatMap((item) =>
      item.kind === "median" && !Number.isInteger(2 * item.read.value) && item.read.decimals > 0
        ? finding("medianNotHalf", item, [], figureMessages.medianNotHalf({ printed: item.printed }))
        : [],
    );
    return wrong.length || halves.length || group.others.length === 0 ? [...wrong, ...halves] : spread(group);
  });
}

function groupsOf(items: readonly Item[], counts: Counts): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    if (!item.count || !item.of || isCount(item) || item.kind === "share") continue;
    const [total, most] = [counts.at(item.count), counts.at(item.of)];
    if (total === null || most === null || most < 1 || most > LARGEST_N) continue;
    const source = item.count.item;
    const key = JSON.stringify([source?.id ?? total, item.question, most, item.of.atMost]);
    const found = groups.get(key);
    const group = found ?? { total, source, means: [], others: [], most, exact: !item.of.atMost };
    groups.set(key, group);
    (item.kind === "mean" ? group.means : group.others).push(item);
  }
  return [...groups.values()];
}

/** The numbers of units whose mean prints as the figure: rounded, and only cut off. */
function unitsOf({ read }: Item, total: number): Record<"rounded" | "truncated", [number, number]> {
  const between = (bounds: Item["read"]["rounded"]): [number, number] => [
    Math.max(1, Math.ceil((total * bounds.per) / bounds.high - 1e-9)),
    bounds.low <= 0 ? Infinity : Math.floor((total * bounds.per) / bounds.low + 1e-9),
  ];
  return { rounded: between(read.rounded), truncated: between(read.truncated ?? read.rounded) };
}

function readingWithin(mean: Item, { total, most, exact }: Group): Grim["reading"] {
  if (exact) return readingOf(mean.read, total, most);
  const units = unitsOf(mean, total);
  for (const as of ["rounded", "truncated"] as const) {
    const [first, last] = units[as];
    for (let n = first; n <= Math.min(last, most, first + MOST_UNITS); n++) {
      const reading = readingOf(mean.read, total, n);
      if (reading === "rounded" || (as === "truncated" && reading === "truncated")) return reading;
    }
  }
  return "impossible";
}

function judgeMean(mean: Item, group: Group): Finding[] {
  const reading = readingWithin(mean, group);
  if (reading === "rounded") return [];
  const { total, most, exact, source } = group;
  const against = source ? [source, ...(mean.of?.item ? [mean.of.item] : [])] : [];
  const [first, last] = unitsOf(mean, total).rounded;
  // A number of units that would do, were there as many.
  const wanted = !exact && first <= last && first > most ? { first, last } : null;
  const near = exact
    ? [most]
    : [...new Set([Math.min(most, Math.max(1, last)), Math.min(most, Math.max(1, last) + 1)])];
  const nearest = both((l) =>
    near
      .map((n) => `${total} / ${n} (${printLike(mean.read, total, n, l)})`)
      .join(l === "fr" ? " ou " : " or "),
  );
  const params = { printed: mean.printed, total, most, exact, wanted };
  return reading === "truncated"
    ? [finding("cutOff", mean, against, figureMessages.meanCutOff(params), nearest)]
    : [finding("noDivisor", mean, against, figureMessages.noDivisor(params), nearest)];
}

function spread(group: Group): Finding[] {
  const { total, most, exact, means, others, source } = group;
  const of = (kind: Item["kind"]) => others.find((item) => item.kind === kind);
  const [lowest, median, highest] = [of("lowest"), of("median"), of("highest")];
  const units = (n: number) =>
    means.every(({ read }) => readingOf(read, total, n) !== "impossible") &&
    reaches(n, total, lowest?.read.value ?? 0, highest?.read.value ?? total, median?.read.value ?? null);
  for (let n = exact ? most : 1; n <= Math.min(most, MOST_UNITS); n++) if (units(n)) return [];
  if (!exact && most > MOST_UNITS) return [];
  const at = median ?? highest ?? lowest!;
  const against = [...means, ...others, ...(source ? [source] : [])];
  const said = [...means, ...others].map(({ name, printed }) => `${name} ${printed}`);
  return [
    finding("spreadImpossible", at, against, figureMessages.spreadImpossible({ total, most, exact, said })),
  ];
}

/**
 * Whether n whole numbers from `lowest` to `highest`, both among them, can have this median and add up to the
 * total. The median of an odd n is one of them, of an even n the mean of two.
 * @example reaches(26, 125, 1, 15, 4.5) // true
 * @example reaches(5, 20, 1, 4, null) // false
 */
export function reaches(
  n: number,
  total: number,
  lowest: number,
  highest: number,
  median: number | null,
): boolean {
  if (lowest > highest) return false;
  if (n === 1) return lowest === highest && total === lowest && (median === null || median === total);
  if (median === null) return total >= lowest * (n - 1) + highest && total <= highest * (n - 1) + lowest;
  if (median < lowest || median > highest) return false;
  if (n === 2) return lowest + highest === total && 2 * median === total;
  const odd = n % 2 === 1;
  if (odd && !Number.isInteger(median)) return false;
  const half = Math.floor((n - 1) / 2);
  const [down, up] = [Math.floor(median), Math.ceil(median)];
  const middle = odd ? median : 2 * median;
  // Below the middle one is the lowest, above it one is the highest; the others are anything between.
  const least = lowest * half + middle + up * (half - 1) + highest;
  const most = lowest + down * (half - 1) + middle + highest * half;
  return total >= least && total <= most;
}
