import type { Draft } from "../records/project";
import { placeKey } from "./asides";
import type { CurrentRow, Group, MergeContext, Side, Slot } from "./sides";
import { contains, isGiven, sameValue } from "./values";

/**
 * Rows of the base, and beside each what every file says of it: the row it repeats, else the next free one.
 * File after file finds the rows as those before it left them, as if they had been imported one by one.
 */
export function slotsOf(
  context: MergeContext,
  group: Group,
  current: readonly CurrentRow[],
  sides: readonly Side[],
  late: boolean,
): Slot[] {
  const slots: { current: CurrentRow | null; sides: Side[]; values: Record<string, Draft[string]> }[] =
    current.map((row) => ({ current: row, sides: [], values: { ...answers(group, row.row) } }));
  const bySource = new Map<string, Side[]>();
  for (const side of sides) {
    const said = bySource.get(side.source.digest!);
    if (said) said.push(side);
    else bySource.set(side.source.digest!, [side]);
  }
  for (const said of bySource.values()) {
    const taken = new Map<number, Side>();
    const there = slots.length;
    const free = (at: number) => at < there && !taken.has(at);
    const says = (at: number, side: Side) => contains(slots[at].values, side.values);
    const isEqual = (at: number, side: Side) => says(at, side) && contains(side.values, slots[at].values);
    // The rows answers wait beside; of several that may be meant, the ones with the least choice first.
    const beside = context.waiting.size
      ? said.map((side) => ({
          side,
          rows: besideWhich(slots.map(({ values }) => waitsBeside(context, group, values, side))),
        }))
      : [];
    for (const { side, rows } of beside.sort((a, b) => a.rows.length - b.rows.length)) {
      const at = rows.find((row) => !taken.has(row));
      if (at !== undefined) taken.set(at, side);
    }
    // Then a row that says the same before one that says more; its own place before any other.
    const placed = new Set(taken.values());
    let rest = said.filter((side) => !placed.has(side));
    for (const fits of [isEqual, says]) {
      for (const placesOf of [({ occurrence }: Side) => [occurrence], () => slots.keys()]) {
        rest = rest.filter((side) => {
          const at = [...placesOf(side)].find((place) => free(place) && fits(place, side));
          if (at !== undefined) taken.set(at, side);
          return at === undefined;
        });
      }
    }
    let next = 0;
    for (const side of rest) {
      while (taken.has(next)) next++;
      taken.set(next, side);
      slots[next] ??= { current: null, sides: [], values: {} };
    }
    for (const [at, side] of taken) {
      const { sides: beside, values } = slots[at];
      beside.push(side);
      for (const { id } of group.fields) if (!isGiven(values[id])) values[id] = side.values[id] ?? null;
    }
  }
  return slots.map(({ current: row, sides: beside }, index) => ({
    index,
    late,
    current: row,
    sides: beside,
  }));
}

/** How a side's waiting answers stand to a row: beside all it holds (the first one named), beside one of several, or not. */
type Beside = "first" | "named" | null;

/** Rows that hold the answers which stood when these were put aside; else those that hold one that is named. */
const besideWhich = (found: readonly Beside[]): number[] => {
  const of = (which: Beside) => found.flatMap((each, at) => (each === which ? [at] : []));
  const first = of("first");
  return first.length ? first : of("named");
};

/** Whether Rejets says that answers of this side wait beside what the row holds, and the row has answers to the others. */
function waitsBeside({ waiting }: MergeContext, { fields }: Group, row: Draft, side: Side): Beside {
  let beside: Beside = null;
  for (const { id } of fields) {
    const [value, said] = [row[id], side.values[id]];
    if (!isGiven(said)) continue;
    if (!isGiven(value)) return null;
    const others = waiting.get(placeKey(side.source.file, side.places[id] ?? {}));
    if (others !== undefined && !sameValue(value, said)) {
      if (!`, ${others}, `.includes(`, ${value}, `)) return null;
      // What stood then is named first.
      const stood = `${others}, `.startsWith(`${value}, `);
      beside = stood && beside !== "named" ? "first" : "named";
    }
  }
  return beside;
}

/** What a row says in the fields that are compared. */
export const answers = ({ fields }: Group, row: Draft): Draft =>
  Object.fromEntries(fields.map(({ id }) => [id, row[id] ?? null]));
