import { figureMessages } from "../messages/figures";
import { changeable, connected, equationsOf, gap, sum, type Equation } from "./equations";
import type { Finding } from "./figures";
import { grim, LARGEST_N, readingOf, shareScale } from "./grim";
import { baseOf, byQuestion, finding, isCount, type Item, type Reference } from "./resolve";

/** A count that contradicts others, and the value that these agree on. */
export interface Repair {
  readonly item: Item;
  readonly value: number;
  readonly because: readonly Equation[];
}

/** The values of counts: as printed, or as the other figures want them. */
export class Counts {
  readonly repairs = new Map<Item, Repair>();

  private readonly values = new Map<Item, number>();

  of(item: Item): number {
    return this.values.get(item) ?? item.read.value;
  }

  /** What a reference stands for; as printed when asked so. */
  at(reference: Reference | null, printed = false): number | null {
    if (!reference) return null;
    if (!reference.item) return reference.number;
    if (!isCount(reference.item)) return null;
    return printed ? reference.item.read.value : this.of(reference.item);
  }

  /** Looks at something as if a count had another value. */
  with<T>(item: Item, value: number, look: () => T): T {
    const before = this.values.get(item);
    this.values.set(item, value);
    const seen = look();
    if (before === undefined) this.values.delete(item);
    else this.values.set(item, before);
    return seen;
  }

  /** Gives a count that is not printed its value. */
  assume(item: Item, value: number): void {
    this.values.set(item, value);
  }

  set(repair: Repair): void {
    this.values.set(repair.item, repair.value);
    this.repairs.set(repair.item, repair);
  }
}

/**
 * Finds counts that contradict the others. While some equation does not hold, the one change of one count is
 * taken that mends most equations, then most shares on these counts: of a part only if two equations ask for the
 * same value, else of the total. So a part that two sums want to be another is told from a total that its parts
 * do not reach. A change that breaks as many equations as it mends says nothing about whose fault it is: then
 * the equation is told, and no value changes. O(violated members × relations of a count).
 */
export function checkCounts(
  items: readonly Item[],
  checked: Set<string>,
): { counts: Counts; findings: Finding[] } {
  const counts = new Counts();
  setRests(items, counts);
  const equations = equationsOf(items);
  const shares = sharesByCount(items, counts);
  const members = new Map<Item, Equation[]>();
  for (const equation of equations)
    for (const item of changeable(equation)) members.set(item, [...(members.get(item) ?? []), equation]);
  for (const { parts, total } of equations)
    for (const item of [...parts, total]) if (item) checked.add(item.id);
  const findings: Finding[] = [];
  for (const together of connected(equations, members)) {
    const told = new Set<Equation>();
    for (;;) {
      const violated = together.filter((each) => !told.has(each) && !holds(each, counts));
      if (!violated.length) break;
      const best = bestRepair(violated, members, counts, shares);
      if (best) {
        counts.set(best);
        findings.push(tell(best, counts));
      } else {
        findings.push(unsolved(violated[0], counts));
        told.add(violated[0]);
      }
    }
  }
  return { counts, findings };
}

const holds = (equation: Equation, counts: Counts): boolean => gap(equation, (item) => counts.of(item)) === 0;

/** Counts left to work out: the base less the other counts of the question. */
function setRests(items: readonly Item[], counts: Counts): void {
  const questions = byQuestion(items);
  for (const item of items.filter(({ rest }) => rest)) {
    const base = counts.at(baseOf(item));
    const others = (questions.get(item.question) ?? []).filter(
      (each) => each !== item && isCount(each) && each.codes,
    );
    if (base !== null) counts.assume(item, Math.max(0, base - sum(others.map(({ read }) => read.value))));
  }
}

/** The shares that say something about a count, so that a change of it can be weighed. */
function sharesByCount(items: readonly Item[], counts: Counts): Map<Item, (() => boolean)[]> {
  const shares = new Map<Item, (() => boolean)[]>();
  for (const item of items) {
    if (item.kind !== "share" || !item.of || item.of.atMost) continue;
    const possible = () => {
      const [n, count] = [counts.at(item.of), counts.at(item.count)];
      if (n === null || n < 1 || n > LARGEST_N) return true;
      const reading =
        count === null ? grim(item.read, n, shareScale).reading : readingOf(item.read, count, n);
      return reading !== "impossible";
    };
    for (const said of [item.of.item, item.count?.item])
      if (said) shares.set(said, [...(shares.get(said) ?? []), possible]);
  }
  return shares;
}

function bestRepair(
  violated: readonly Equation[],
  members: ReadonlyMap<Item, readonly Equation[]>,
  counts: Counts,
  shares: ReadonlyMap<Item, readonly (() => boolean)[]>,
): Repair | null {
  let best: Repair | null = null;
  let bestScore = [0, 0, 0];
  for (const equation of violated) {
    const missing = gap(equation, (item) => counts.of(item));
    for (const item of changeable(equation)) {
      const isTotal = item === equation.total;
      const value = counts.of(item) + (isTotal ? -missing : missing);
      if (counts.repairs.has(item) || value < 0) continue;
      const good = shares.get(item)?.filter((possible) => possible()).length ?? 0;
      const mended = members.get(item)!.filter((each) => !holds(each, counts));
      const [because, broken, goodThen] = counts.with(item, value, () => [
        mended.filter((each) => holds(each, counts)),
        members.get(item)!.filter((each) => !mended.includes(each) && !holds(each, counts)),
        shares.get(item)?.filter((possible) => possible()).length ?? 0,
      ]);
      if (because.length <= broken.length) continue;
      if (equation.kind === "sum" && !isTotal && because.length < 2) continue;
      const score = [because.length - broken.length, goodThen - good, isTotal ? 1 : 0];
      const at = score.findIndex((each, i) => each !== bestScore[i]);
      if (!best || (at >= 0 && score[at] > bestScore[at]))
        [best, bestScore] = [{ item, value, because }, score];
    }
  }
  return best;
}

function tell({ item, value, because }: Repair, counts: Counts): Finding {
  const kinds = new Set(because.map(({ kind }) => kind));
  const code = kinds.has("sum") ? "partsDoNotAdd" : kinds.has("same") ? "printedTwice" : "listLength";
  const reasons = because.map((equation) => ({
    kind: equation.kind,
    isTotal: equation.total === item,
    total: equation.total?.name ?? null,
    number: equation.total && equation.total !== item ? counts.of(equation.total) : equation.number,
    parts: equation.kind === "rows" ? [] : equation.parts.map((part) => counts.of(part)),
    first: equation.parts[0]?.name ?? "",
  }));
  const against = because.flatMap((equation) =>
    equation.kind === "rows" ? [] : [...equation.parts, ...(equation.total ? [equation.total] : [])],
  );
  const message = figureMessages.countContradicted({
    printed: item.read.value,
    value,
    reasons,
  });
  return finding(code, item, against, message, figureMessages.plainNumber({ value }));
}

function unsolved(equation: Equation, counts: Counts): Finding {
  const at = equation.total ?? equation.parts[0];
  const parts = equation.parts.map((part) => counts.of(part));
  const number = equation.total ? counts.of(equation.total) : equation.number;
  const message = figureMessages.partsDoNotAdd({ parts, number });
  return finding(equation.kind === "same" ? "printedTwice" : "partsDoNotAdd", at, equation.parts, message);
}

/** Parts that are larger than what they are of. */
export function checkParts(items: readonly Item[], counts: Counts, checked: Set<string>): Finding[] {
  return items.filter(isCount).flatMap((item) => {
    const whole = counts.at(item.of);
    if (whole === null || item.rest) return [];
    checked.add(item.id);
    const value = counts.of(item);
    if (value <= whole) return [];
    const message = figureMessages.partAboveWhole({ value, whole, of: item.of?.item?.name });
    return [finding("partAboveWhole", item, item.of?.item ? [item.of.item] : [], message)];
  });
}
