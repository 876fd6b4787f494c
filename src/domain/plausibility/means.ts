import { both } from "../messages/define";
import { figureMessages } from "../messages/figures";
import { neighbours } from "../messages/plausible";
import type { Counts } from "./counts";
import { countsOf, sumsOf, type CodeShare } from "./distribution";
import type { Finding } from "./figures";
import { countScale, grim, LARGEST_N, totalsWithin, type Grim, type Scale, type Span } from "./grim";
import { printLike, type Bounds } from "./printed";
import { baseOf, byQuestion, finding, isCount, type Item } from "./resolve";

/** A mean of codes and the sums its shares and counts allow. */
interface Placed {
  readonly item: Item;
  readonly n: number;
  readonly sums: Span;
  readonly members: readonly Item[];
}

type Questions = ReadonlyMap<string, readonly Item[]>;

/** Means of codes against the shares and counts of their question, and against their scale and base (GRIM). */
export function checkMeans(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  const findings: Finding[] = [];
  const misplaced: Placed[] = [];
  const questions = byQuestion(items);
  for (const item of items.filter(({ kind }) => kind === "mean" || kind === "score")) {
    if (!item.codes || item.count) continue;
    const n = counts.at(item.of);
    if (n === null || n < 1 || n > LARGEST_N) continue;
    checked.add(item.id);
    if (item.of!.atMost) {
      if (!someN(item, item.codes, n)) findings.push(onNoBase(item, n));
      continue;
    }
    const { min, max } = item.codes;
    const members = membersOf(item, questions, counts).filter(
      ({ codes }) => codes!.min >= min && codes!.max <= max,
    );
    const sums = sumsOf(item.codes, n, sharesOf(members, n, counts));
    // Members that contradict each other say nothing of the mean; they are told by their own checks.
    if (!sums) continue;
    const own = judge(item, n, sums);
    if (own === "rounded") continue;
    if (own === "truncated") findings.push(cutOff(item, n, sums, members));
    else if (members.length && outOf(item, n, sums)) misplaced.push({ item, n, sums, members });
    else findings.push(onItsOwn(item, n));
  }
  for (const placed of misplaced) findings.push(notOfShares(placed, misplaced));
  return [
    ...findings,
    ...averageShares(items, questions, counts, checked),
    ...overlaps(items, counts, checked),
  ];
}

/** Shares and counts with codes of the same question on the same base. */
function membersOf(of: Item, questions: Questions, counts: Counts): Item[] {
  if (!of.question) return [];
  const base = counts.at(of.of);
  return questions
    .get(of.question)!
    .filter(
      (each) =>
        each !== of &&
        each.codes &&
        (each.kind === "share" || each.kind === "averageShare" || isCount(each)) &&
        sameBase(each, of) &&
        counts.at(baseOf(each)) === base,
    );
}
const sameBase = (a: Item, b: Item): boolean => {
  const [of, other] = [baseOf(a), baseOf(b)];
  return !!of && !!other && !of.atMost && (of.item ? of.item === other.item : of.number === other.number);
};

const sizeOf = ({ min, max }: Scale): number => max - min + 1;

function sharesOf(members: readonly Item[], n: number, counts: Counts): CodeShare[] {
  return members.flatMap((item) => {
    if (isCount(item)) return { codes: item.codes!, low: counts.of(item), high: counts.of(item) };
    const span = countsOf(item.read, n, item.kind === "averageShare" ? sizeOf(item.codes!) : 1);
    return span ? { codes: item.codes!, ...span } : [];
  });
}

/** The sums that print as the figure among those that can be. */
function among(bounds: Bounds, n: number, { low, high }: Span): Span | null {
  const all = totalsWithin(bounds, n, countScale);
  const found = all && { low: Math.max(all.low, low), high: Math.min(all.high, high) };
  return found && found.low <= found.high ? found : null;
}

function judge({ read }: Item, n: number, sums: Span): Grim["reading"] {
  if (among(read.rounded, n, sums)) return "rounded";
  return read.truncated && among(read.truncated, n, sums) ? "truncated" : "impossible";
}

/** Whether no sum that prints as the mean lies within the sums, whole or not: the shares exclude it. */
function outOf({ read }: Item, n: number, { low, high }: Span): boolean {
  const ends = [read.rounded, read.truncated ?? read.rounded];
  return !ends.some((b) => (b.low * n) / b.per <= high && (b.high * n) / b.per >= low);
}

/** Whether some base up to `most` makes the mean possible; a base as large as its digits are fine always does. */
function someN({ read }: Item, scale: Scale, most: number): boolean {
  const enough = Math.min(most, 10 ** read.decimals);
  for (let n = most; n > most - enough; n--) if (grim(read, n, scale).reading !== "impossible") return true;
  for (let n = 1; n <= enough; n++) if (grim(read, n, scale).reading !== "impossible") return true;
  return false;
}

const onNoBase = (item: Item, most: number): Finding =>
  finding(
    "notOnBase",
    item,
    item.of!.item ? [item.of!.item] : [],
    figureMessages.onNoBase({ printed: item.printed, most }),
  );

function onItsOwn(item: Item, n: number): Finding {
  const { min, max } = item.codes!;
  const outside = item.read.value < min || item.read.value > max;
  const nearest = neighbours(item.read, n, grim(item.read, n, item.codes!).nearest);
  const params = { figure: item.read, printed: item.printed, count: null, n };
  return outside
    ? finding("outsideScale", item, [], figureMessages.outsideScale({ ...params, min, max }), nearest)
    : finding(
        "notOnBase",
        item,
        item.of!.item ? [item.of!.item] : [],
        figureMessages.notOnBase(params),
        nearest,
      );
}

function cutOff(item: Item, n: number, sums: Span, members: readonly Item[]): Finding {
  const total = among(item.read.truncated!, n, sums)!.low;
  const params = { figure: item.read, printed: item.printed, total, n };
  return finding("cutOff", item, members, figureMessages.cutOff(params), neighbours(item.read, n, [total]));
}

/** The mean and what the shares make it; said too: codes counted from 0, or two means that were swapped. */
function notOfShares({ item, n, sums, members }: Placed, all: readonly Placed[]): Finding {
  const fits = (mean: Item, of: { n: number; sums: Span }) => judge(mean, of.n, of.sums) !== "impossible";
  const other = all.find(
    (each) =>
      each.item !== item &&
      each.item.question === item.question &&
      fits(each.item, { n, sums }) &&
      fits(item, each),
  );
  const shifted = { low: sums.low - item.codes!.min * n, high: sums.high - item.codes!.min * n };
  const message = figureMessages.meanNotOfShares({
    printed: item.printed,
    figure: item.read,
    n,
    ...sums,
    codes: item.codes!,
    fromZero: item.codes!.min > 0 && fits(item, { n, sums: shifted }),
    swapped: other && { name: other.item.name, printed: other.item.printed },
  });
  const nearest = item.read.value * n < sums.low ? sums.low : sums.high;
  return finding(
    "meanNotOfShares",
    item,
    members,
    message,
    both((l) => printLike(item.read, nearest, n, l)),
  );
}

/** A mean share of several codes against the other shares of its question. */
function averageShares(
  items: readonly Item[],
  questions: Questions,
  counts: Counts,
  checked: Set<string>,
): Finding[] {
  return items.flatMap((item) => {
    if (item.kind !== "averageShare" || !item.codes) return [];
    const n = counts.at(item.of);
    if (n === null || n < 1 || n > LARGEST_N || item.of!.atMost) return [];
    checked.add(item.id);
    const members = membersOf(item, questions, counts);
    const scale = scaleOf([item, ...members]);
    const times = sizeOf(item.codes);
    const others = sharesOf(members, n, counts);
    const holds = (bounds: Item["read"]["rounded"]) => {
      const span = totalsWithin({ ...bounds, low: bounds.low * times, high: bounds.high * times }, n, {
        min: 0,
        max: 1,
      });
      return span !== null && sumsOf(scale, n, [...others, { codes: item.codes!, ...span }]) !== null;
    };
    if (!sumsOf(scale, n, others) || holds(item.read.rounded)) return [];
    const params = { printed: item.printed, others: members.map(({ name }) => name) };
    return item.read.truncated && holds(item.read.truncated)
      ? [finding("cutOff", item, members, figureMessages.averageCutOff(params))]
      : [finding("sharesContradict", item, members, figureMessages.sharesContradict(params))];
  });
}

const scaleOf = (members: readonly Item[]): Scale => ({
  min: Math.min(...members.map(({ codes }) => codes!.min)),
  max: Math.max(...members.map(({ codes }) => codes!.max)),
});

/** Shares of codes that no distribution has together, such as more done than done or under way. */
function overlaps(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.kind !== "share" || !item.codes || !item.question || !item.of) continue;
    const key = JSON.stringify([item.question, item.of.item?.id ?? item.of.number]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((members) => {
    const n = counts.at(members[0].of);
    if (members.length < 2 || n === null || n < 1 || n > LARGEST_N || members[0].of?.atMost) return [];
    for (const { id } of members) checked.add(id);
    // One code more, for answers that no member speaks of.
    const { min, max } = scaleOf(members);
    if (sumsOf({ min, max: max + 1 }, n, sharesOf(members, n, counts))) return [];
    const at = members.at(-1)!;
    const params = {
      printed: at.printed,
      others: members.slice(0, -1).map(({ name }) => name),
    };
    return [finding("sharesContradict", at, members, figureMessages.sharesContradict(params))];
  });
}

/** Scores of a complete ranking add up to the sum of its ranks; they need not if some ranked in part only. */
export function checkScores(items: readonly Item[], checked: Set<string>): Finding[] {
  const rankings = new Map<string, Item[]>();
  for (const item of items) {
    if (item.kind !== "score" || !item.codes || item.sameAs) continue;
    const key = JSON.stringify([item.question.split(" / ")[0], item.codes]);
    rankings.set(key, [...(rankings.get(key) ?? []), item]);
  }
  return [...rankings.values()].flatMap((scores) => {
    const { min, max } = scores[0].codes!;
    if (scores.length !== max - min + 1) return [];
    for (const { id } of scores) checked.add(id);
    const total = ((min + max) * scores.length) / 2;
    const ends = (as: "rounded" | "truncated", end: "low" | "high") =>
      scores.reduce((sum, { read }) => sum + read[as]![end] / read[as]!.per, 0);
    const adds = (["rounded", "truncated"] as const).some(
      (as) => ends(as, "low") <= total + 1e-9 && ends(as, "high") >= total - 1e-9,
    );
    if (adds) return [];
    const sum = scores.reduce((all, { read }) => all + read.value, 0);
    const message = figureMessages.scoresDoNotAdd({ names: scores.map(({ name }) => name), sum, total });
    return [finding("scoresDoNotAdd", scores[0], scores, message)];
  });
}
