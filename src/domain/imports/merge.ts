import type { Draft } from "../records/project";
import type { Field } from "../codebook";
import { askConflict, candidatesOf, isOpen, waitsForRank, type Candidate } from "./conflict";
import type { CurrentRow, Group, MergeContext, MergedRow, Side, Slot, Undecided } from "./sides";
import { answers, slotsOf } from "./slots";
import { compareSources } from "./source";
import type { Said, Source } from "./types";
import { compatible, contains, isGiven, sameValue } from "./values";

/**
 * The rows that come of a group: equal answers merge, blanks never erase, different ones are asked about.
 * Late answers never enter a row that is in time: they stay a row of their own, unless it says nothing more.
 * The result depends on what the sides say, not on the order they are given in.
 */
export function mergeGroup(context: MergeContext, group: Group): MergedRow[] {
  const sides = group.sides.filter(({ source, places }) =>
    Object.values(places).some((place) => isOpen(context, source, place)),
  );
  return replayed(context, { ...group, sides }) ?? mergeRows(context, { ...group, sides });
}

/**
 * The rows of a group whose files were all imported before and that nobody has touched since: what comes of the
 * files alone is what the base holds. Several rows of one name could else find each other in another way than
 * they did then. Null when it is not so.
 */
function replayed(context: MergeContext, group: Group): MergedRow[] | null {
  const { current, sides } = group;
  if (current.length < 2 || sides.length < 2) return null;
  const alone = { ...group, current: [] };
  const told = mergeRows({ ...context, questions: context.questions.aside() }, alone);
  if (told.length !== current.length) return null;
  const left = new Set(current);
  const places = told.map(({ values, late }) => {
    const same = [...left].find(
      ({ row }) =>
        context.isLate(row) === late && group.fields.every(({ id }) => sameValue(row[id], values[id])),
    );
    if (same) left.delete(same);
    return same;
  });
  if (left.size) return null;
  return mergeRows(context, alone).map((row, i) => ({ ...row, current: places[i]! }));
}

function mergeRows(context: MergeContext, group: Group): MergedRow[] {
  const isLate = group.table === "panel" ? () => false : context.isLate;
  const now = [...group.current].sort((a, b) => a.at - b.at);
  const sides = [...group.sides].sort(
    (a, b) => compareSources(a.source, b.source) || a.occurrence - b.occurrence,
  );
  const merge = (current: CurrentRow[], said: Side[], late: boolean) =>
    slotsOf(context, group, current, said, late).flatMap((slot) => mergeSlot(context, group, slot));
  const inTime = merge(
    now.filter(({ row }) => !isLate(row)),
    sides.filter(({ late }) => !late),
    false,
  );
  const waits = ({ source, places }: Side) =>
    Object.values(places).some((place) => waitsForRank(context, source, place));
  // A rank that was confirmed late, and waits with the answer it confirms, is no row of its own either.
  const confirms = (side: Side) =>
    waits(side) && sides.some((other) => !other.late && contains(other.values, side.values));
  const more = sides.filter(
    (side) => side.late && !inTime.some((row) => contains(row.values, side.values)) && !confirms(side),
  );
  const late = merge(
    now.filter(({ row }) => isLate(row)),
    more,
    true,
  );
  // A late row of the base that says nothing more than a new one in time becomes that row, unless that one waits.
  const isOpenRank = sides.some((side) => !side.late && waits(side));
  const kept = late.filter((row) => {
    if (!row.current || row.files.length || isOpenRank) return true;
    const heir = inTime.findIndex((other) => !other.current && contains(other.values, row.values));
    if (heir >= 0) inTime[heir] = { ...inTime[heir], current: row.current };
    return heir < 0;
  });
  return [...inTime, ...kept];
}

function mergeSlot(context: MergeContext, group: Group, slot: Slot): MergedRow[] {
  const { current, sides, late } = slot;
  const before: Draft = current ? answers(group, current.row) : {};
  const values: Record<string, Draft[string]> = { ...before };
  const contributors = new Map<string, Source>();
  const questions: string[] = [];
  const undecided: Undecided[] = [];
  const settled: Undecided[] = [];
  let split = false;
  const isNews = ({ source, place }: Said) =>
    source.inBase || !context.settling.has(source.digest!) || waitsForRank(context, source, place);
  let news = current !== null || sides.some(({ source }) => !context.settling.has(source.digest!));
  for (const field of group.fields) {
    const candidates = candidatesOf(context, group, slot, field);
    if (candidates.length < 2) {
      const said = candidates[0]?.said.find(isNews);
      if (!said) continue;
      values[field.id] = said.value;
      news ||= waitsForRank(context, said.source, said.place);
      if (!said.source.inBase) contributors.set(said.source.digest!, said.source);
      continue;
    }
    const { key, chosen, value, from } = askConflict(context, group, slot, field, candidates);
    questions.push(key);
    const aside = dissenting(field, candidates);
    if (!chosen) {
      // Until somebody decides, what was said first stands: the same as if the files had come one by one.
      const first = candidates.flatMap(({ said }) => said).find(isNews);
      if (first) {
        values[field.id] = first.value;
        if (!first.source.inBase) contributors.set(first.source.digest!, first.source);
      }
      undecided.push(...aside);
      continue;
    }
    settled.push(...aside);
    news = true;
    if (value === undefined) split = true;
    else {
      values[field.id] = value;
      for (const source of from) if (!source.inBase) contributors.set(source.digest!, source);
    }
  }
  if (split) return splitRows(group, slot, before, { questions, settled });
  if (!news) return [];
  const files = sides.map(({ source }) => source.digest!);
  const sources = [...contributors.values()].sort(compareSources);
  return [
    { current, values, late, contributors: sources, files, questions, undecided, settled, apart: false },
  ];
}

/** The answers that are not the first one, each beside what others said. */
function dissenting(field: Field, candidates: readonly Candidate[]): Undecided[] {
  const all = candidates.flatMap(({ said }) => said);
  return candidates
    .slice(1)
    .flatMap(({ said }) => said)
    .map((said) => ({ field, said, others: all.filter((other) => !sameValue(other.value, said.value)) }));
}

/** One row for each answer that cannot stand in the same row as those before it. */
function splitRows(
  group: Group,
  slot: Slot,
  before: Draft,
  asked: Pick<MergedRow, "questions" | "settled">,
): MergedRow[] {
  const rows: { current: CurrentRow | null; values: Record<string, Draft[string]>; sides: Side[] }[] = [];
  if (slot.current) rows.push({ current: slot.current, values: { ...before }, sides: [] });
  for (const side of slot.sides) {
    let row = rows.find(({ values }) => compatible(values, side.values));
    if (!row) rows.push((row = { current: null, values: {}, sides: [] }));
    for (const { id } of group.fields) if (!isGiven(row.values[id])) row.values[id] = side.values[id] ?? null;
    row.sides.push(side);
  }
  return rows.map(({ current, values, sides }, nth) => ({
    current,
    values,
    late: slot.late,
    contributors: contributing(current ? before : {}, sides),
    files: sides.map(({ source }) => source.digest!),
    questions: asked.questions,
    undecided: [],
    settled: nth === 0 ? asked.settled : [],
    apart: true,
  }));
}

function contributing(before: Draft, sides: readonly Side[]): Source[] {
  const known: Record<string, Draft[string]> = { ...before };
  return sides.flatMap(({ values, source }) => {
    const fresh = Object.entries(values).filter(([field, value]) => isGiven(value) && !isGiven(known[field]));
    Object.assign(known, Object.fromEntries(fresh));
    return fresh.length ? [source] : [];
  });
}
