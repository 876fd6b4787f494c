import { figureMessages } from "../messages/figures";
import { neighbours } from "../messages/plausible";
import type { Counts } from "./counts";
import type { Finding } from "./figures";
import { grim, LARGEST_N, readingOf, shareScale, totalsWithin, type Grim, type Span } from "./grim";
import type { Bounds } from "./printed";
import { finding, type Item, type Reference } from "./resolve";

/** A share with the whole numbers it is of, and how it reads on them. */
interface Judged {
  readonly item: Item;
  readonly n: number;
  readonly count: number | null;
  readonly reading: Grim["reading"];
  /** Cutting digits off gives it as well as rounding does. */
  readonly alsoCut: boolean;
}

/**
 * Shares against their count and base, or against any count on their base (GRIM). A share that only cutting off
 * gives contradicts the shares of its own series with as many decimals that only rounding gives; without such,
 * it may be cut off and is only doubtful. Where the parts of a base do not add up to it, shares of that base are
 * judged on what they add up to. O(n).
 */
export function checkShares(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  const judged = items.filter(({ kind }) => kind === "share").flatMap((item) => judge(item, counts) ?? []);
  const series = new Map<string, Judged[]>();
  for (const each of judged) {
    checked.add(each.item.id);
    const key = seriesOf(each.item);
    series.set(key, [...(series.get(key) ?? []), each]);
  }
  return judged.flatMap((each) => {
    if (each.reading === "rounded") return [];
    if (each.reading === "impossible") return [impossible(each, counts)];
    const rounded = series
      .get(seriesOf(each.item))!
      .filter(({ reading, alsoCut }) => reading === "rounded" && !alsoCut);
    return [
      cut(
        each,
        rounded.map(({ item }) => item),
      ),
    ];
  });
}

const seriesOf = ({ of, question, read }: Item): string =>
  JSON.stringify([of?.item?.id ?? of?.number, question, read.decimals, read.unit]);

function judge(item: Item, counts: Counts): Judged | null {
  const n = counts.at(item.of);
  if (n === null || n < 1 || n > LARGEST_N || !Number.isInteger(n) || item.of?.atMost) return null;
  const count = item.count?.atMost ? null : counts.at(item.count);
  const cutting: Bounds | null = item.read.truncated;
  if (count !== null) {
    const alsoCut = cutting !== null && readingOf({ ...item.read, rounded: cutting }, count, n) === "rounded";
    return { item, n, count, reading: readingOf(item.read, count, n), alsoCut };
  }
  const alsoCut = cutting !== null && totalsWithin(cutting, n, shareScale) !== null;
  return { item, n, count, reading: grim(item.read, n, shareScale).reading, alsoCut };
}

function impossible({ item, n, count }: Judged, counts: Counts): Finding {
  const against = [item.count?.item, item.of?.item].filter((each) => each !== undefined);
  const near = count === null ? grim(item.read, n, shareScale).nearest : [count];
  const nearest = neighbours(item.read, n, near);
  const params = { figure: item.read, printed: item.printed, count, n };
  if (count === null) return finding("notOnBase", item, against, figureMessages.notOnBase(params), nearest);
  const printedN = counts.at(item.of, true);
  if (printedN !== null && printedN !== n) {
    const fits = readingOf(item.read, count, printedN) !== "impossible";
    const message = figureMessages.shareOfWrongTotal({ ...params, printedN, fits });
    return finding(fits ? "shareOfWrongTotal" : "notShareOfCount", item, against, message, nearest);
  }
  return finding("notShareOfCount", item, against, figureMessages.notShareOfCount(params), nearest);
}

function cut({ item, n, count }: Judged, rounded: readonly Item[]): Finding {
  const total = count ?? totalsWithin(item.read.truncated!, n, shareScale)!.low;
  const nearest = neighbours(item.read, n, [total]);
  const params = { figure: item.read, printed: item.printed, total, n };
  if (!rounded.length) return finding("cutOff", item, [], figureMessages.cutOff(params), nearest);
  const message = figureMessages.mixedRounding({ ...params, others: rounded.map(({ name }) => name) });
  return finding("mixedRounding", item, rounded, message, nearest);
}

/** Shares that must add up to a figure or to a number: all rounded, or all cut off. */
export function checkSums(
  items: readonly Item[],
  counts: Counts,
  checked: Set<string>,
  wrong: ReadonlySet<string>,
): Finding[] {
  const sums = new Map<string, { parts: Item[]; total: Reference }>();
  for (const item of items.filter(({ kind }) => kind === "share")) {
    for (const total of item.totals) {
      if (total.item && total.item.kind !== "share") continue;
      const base = item.of?.item?.id ?? item.of?.number;
      const key = total.item ? total.item.id : JSON.stringify([total.number, item.question, base]);
      const sum = sums.get(key) ?? { parts: [], total };
      sum.parts.push(item);
      sums.set(key, sum);
    }
  }
  return [...sums.values()].flatMap(({ parts, total: { item: total = null, number } }) => {
    if (parts.length < 2) return [];
    for (const item of [...parts, total]) if (item) checked.add(item.id);
    if (addUp(parts, total, number) && (total || number !== 1 || wholeCounts(parts, counts, wrong)))
      return [];
    const at = total ?? parts[0];
    const message = figureMessages.sharesDoNotAdd({
      parts: parts.map(({ printed }) => printed),
      sum: parts.reduce((sum, { read }) => sum + read.value, 0),
      total: total ? total.read.value : number!,
    });
    return [finding("sharesDoNotAdd", at, parts, message)];
  });
}

const EPSILON = 1e-9;

function addUp(parts: readonly Item[], total: Item | null, number: number | null): boolean {
  const cuts = (item: Item) => item.read.truncated ?? item.read.rounded;
  return [(item: Item) => item.read.rounded, cuts].some((bounds) => {
    const ends = (end: "low" | "high") =>
      parts.reduce((sum, item) => sum + bounds(item)[end] / bounds(item).per, 0);
    const [low, high] = total
      ? [bounds(total).low / bounds(total).per, bounds(total).high / bounds(total).per]
      : [number!, number!];
    return ends("low") <= high + EPSILON && ends("high") >= low - EPSILON;
  });
}

/** Whether some counts that print as the parts add up to the whole base; true where that cannot be asked. */
function wholeCounts(parts: readonly Item[], counts: Counts, wrong: ReadonlySet<string>): boolean {
  const n = counts.at(parts[0].of);
  if (n === null || n < 1 || n > LARGEST_N || parts[0].of?.atMost) return true;
  if (parts.some(({ id, count }) => count || wrong.has(id))) return true;
  const spans = (as: "rounded" | "truncated") =>
    parts.flatMap(({ read }) => totalsWithin(read[as] ?? read.rounded, n, shareScale) ?? []);
  const hold = (found: readonly Span[]) => {
    const add = (end: keyof Span) => found.reduce((sum, span) => sum + span[end], 0);
    return found.length === parts.length && add("low") <= n && n <= add("high");
  };
  // A share that is cut off while others are rounded is told as such.
  return spans("rounded").length < parts.length || hold(spans("rounded")) || hold(spans("truncated"));
}
