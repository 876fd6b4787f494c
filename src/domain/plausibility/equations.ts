import { byQuestion, isCount, type Item, type Reference } from "./resolve";

/** Counts that must agree exactly: parts and their total, a count printed twice, a count of listed rows. */
export interface Equation {
  readonly kind: "sum" | "same" | "rows";
  readonly parts: readonly Item[];
  readonly total: Item | null;
  /** The total, when it is a number and not a figure; for rows, how many there are. */
  readonly number: number;
}

/** How much the total is more than its parts. */
export const gap = ({ parts, total, number, kind }: Equation, value: (item: Item) => number): number =>
  (total ? value(total) : number) - (kind === "rows" ? number : sum(parts.map(value)));
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The counts that can be changed to make an equation hold: the rows of a list are what they are. */
export const changeable = ({ kind, parts, total }: Equation): readonly Item[] =>
  kind === "rows" ? [total!] : total ? [...parts, total] : parts;

/** What the names of figures say must add up. O(n). */
export function equationsOf(items: readonly Item[]): Equation[] {
  const equations: Equation[] = [];
  const sums = new Map<string, Equation & { parts: Item[] }>();
  const questions = new Map<string, Set<string>>();
  const nameOf = (total: Reference) => total.item?.id ?? String(total.number);
  const parts = items.filter((item) => isCount(item) && !item.rest);
  const totalsOf = ({ totals }: Item) => totals.filter(({ item }) => !item || isCount(item));
  for (const item of parts)
    for (const total of totalsOf(item)) {
      const asked = questions.get(nameOf(total)) ?? new Set();
      questions.set(nameOf(total), item.question ? asked.add(item.question) : asked);
    }
  const listed = byQuestion(items);
  for (const item of parts) {
    for (const total of totalsOf(item)) {
      // Breakdowns by several questions are sums of their own; a part without question joins the only one.
      const asked = [...questions.get(nameOf(total))!];
      const question = item.question || (asked.length === 1 ? asked[0] : "");
      const key = JSON.stringify([nameOf(total), question]);
      const found = sums.get(key) ?? {
        kind: "sum",
        parts: [],
        total: total.item ?? null,
        number: total.number ?? 0,
      };
      found.parts.push(item);
      sums.set(key, found);
    }
    if (item.sameAs && isCount(item.sameAs))
      equations.push({ kind: "same", parts: [item.sameAs], total: item, number: 0 });
    if (item.kind === "rows") {
      const rows = (listed.get(item.question) ?? []).filter((each) => each !== item);
      equations.push({ kind: "rows", parts: rows, total: item, number: rows.length });
    }
  }
  return [...equations, ...sums.values()];
}

/** Equations that share counts, directly or over others: what is said of one group says nothing of another. */
export function connected(
  equations: readonly Equation[],
  members: ReadonlyMap<Item, readonly Equation[]>,
): readonly Equation[][] {
  const seen = new Set<Equation>();
  return equations.flatMap((start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    for (const equation of group)
      for (const item of changeable(equation))
        for (const next of members.get(item)!) {
          if (seen.has(next)) continue;
          seen.add(next);
          group.push(next);
        }
    return [group];
  });
}
