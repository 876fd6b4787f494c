import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import { importOptions, importQuestions } from "../messages/imports";
import type { FilePlace } from "../questionnaire/returned";
import type { Draft } from "../records/project";
import { stableKey, type QuestionList } from "./questions";
import { baseSource, compareSources, compareText } from "./source";
import type { AnswerTable, QuestionOption, Said, Source } from "./types";
import { compatible, contains, isGiven, sameValue, shownValue, valueKey } from "./values";

/** One row as one file says it. */
export interface Side {
  readonly source: Source;
  readonly late: boolean;
  /** Which of the rows of this key in its file: 0, 1 … */
  readonly occurrence: number;
  /** Fields that were answered. */
  readonly values: Draft;
  readonly places: Readonly<Record<string, FilePlace>>;
}

/** A row of the base. */
export interface CurrentRow {
  readonly at: number;
  readonly row: Draft;
}

/** All that is said about one row of one territory and edition. */
export interface Group {
  readonly table: AnswerTable;
  readonly edition: string;
  readonly territory: string;
  readonly key: string;
  readonly label: Localized;
  /** Fields that are compared. */
  readonly fields: readonly Field[];
  readonly current: readonly CurrentRow[];
  readonly sides: readonly Side[];
}

export interface MergeContext {
  readonly codebook: Codebook;
  readonly questions: QuestionList;
  readonly people: ReadonlyMap<string, string>;
  /** Whether a row of the base is out of its edition because it came late. */
  readonly isLate: (row: Draft) => boolean;
}

/** An answer that found no place because nobody has decided. */
export interface Undecided {
  readonly field: Field;
  readonly said: Said;
  readonly others: readonly Said[];
}

export interface MergedRow {
  readonly current: CurrentRow | null;
  readonly values: Draft;
  readonly late: boolean;
  /** Files whose answers the row holds and did not hold before. */
  readonly contributors: readonly Source[];
  readonly files: readonly string[];
  readonly questions: readonly string[];
  readonly undecided: readonly Undecided[];
  /** A person chose to keep this row beside another one of its key. */
  readonly apart: boolean;
}

interface Slot {
  readonly index: number;
  readonly late: boolean;
  readonly current: CurrentRow | null;
  readonly sides: readonly Side[];
}

/**
 * The rows that come of a group: equal answers merge, blanks never erase, different ones are asked about.
 * Late answers never enter a row that is in time: they stay a row of their own, unless it says nothing more.
 * The result depends on what the sides say, not on the order they are given in.
 */
export function mergeGroup(context: MergeContext, group: Group): MergedRow[] {
  const isLate = group.table === "panel" ? () => false : context.isLate;
  const now = [...group.current].sort((a, b) => a.at - b.at);
  const sides = [...group.sides].sort(
    (a, b) => compareSources(a.source, b.source) || a.occurrence - b.occurrence,
  );
  const merge = (current: CurrentRow[], said: Side[], late: boolean) =>
    slotsOf(group, current, said, late).flatMap((slot) => mergeSlot(context, group, slot));
  const inTime = merge(
    now.filter(({ row }) => !isLate(row)),
    sides.filter(({ late }) => !late),
    false,
  );
  const more = sides.filter(
    ({ late, values }) => late && !inTime.some((row) => contains(row.values, values)),
  );
  const late = merge(
    now.filter(({ row }) => isLate(row)),
    more,
    true,
  );
  // A late row of the base that says nothing more than a new one in time becomes that row.
  const kept = late.filter((row) => {
    if (!row.current || row.files.length) return true;
    const heir = inTime.findIndex((other) => !other.current && contains(other.values, row.values));
    if (heir >= 0) inTime[heir] = { ...inTime[heir], current: row.current };
    return heir < 0;
  });
  return [...inTime, ...kept];
}

/** Rows of the base, and beside each what every file says of it: the row it repeats, else the next free one. */
function slotsOf(
  group: Group,
  current: readonly CurrentRow[],
  sides: readonly Side[],
  late: boolean,
): Slot[] {
  const slots: { current: CurrentRow | null; sides: Side[] }[] = current.map((row) => ({
    current: row,
    sides: [],
  }));
  const bySource = new Map<string, Side[]>();
  for (const side of sides) {
    const digest = side.source.digest!;
    bySource.set(digest, [...(bySource.get(digest) ?? []), side]);
  }
  for (const said of bySource.values()) {
    const taken = new Set<number>();
    const rest: Side[] = [];
    for (const side of said) {
      const free = (i: number) =>
        i < current.length && !taken.has(i) && contains(answers(group, current[i].row), side.values);
      const at = free(side.occurrence) ? side.occurrence : current.findIndex((_, i) => free(i));
      if (at < 0) rest.push(side);
      else {
        taken.add(at);
        slots[at].sides.push(side);
      }
    }
    let next = 0;
    for (const side of rest) {
      while (taken.has(next)) next++;
      taken.add(next);
      (slots[next] ??= { current: null, sides: [] }).sides.push(side);
    }
  }
  return slots.map((slot, index) => ({ ...slot, index, late }));
}

const answers = ({ fields }: Group, row: Draft): Draft =>
  Object.fromEntries(fields.map(({ id }) => [id, row[id] ?? null]));

function mergeSlot(context: MergeContext, group: Group, slot: Slot): MergedRow[] {
  const { current, sides, late } = slot;
  const before: Draft = current ? answers(group, current.row) : {};
  const values: Record<string, Draft[string]> = { ...before };
  const contributors = new Map<string, Source>();
  const questions: string[] = [];
  const undecided: Undecided[] = [];
  let split = false;
  for (const field of group.fields) {
    const candidates = candidatesOf(context, group, slot, field);
    if (candidates.length < 2) {
      const said = candidates[0]?.said[0];
      if (!said) continue;
      values[field.id] = said.value;
      if (!said.source.inBase) contributors.set(said.source.digest!, said.source);
      continue;
    }
    const { key, chosen, value, from } = askConflict(context, group, slot, field, candidates);
    questions.push(key);
    if (chosen?.role === "both" && value === undefined) split = true;
    else if (value !== undefined) {
      values[field.id] = value;
      for (const source of from) if (!source.inBase) contributors.set(source.digest!, source);
    } else {
      const base = before[field.id];
      values[field.id] = base ?? null;
      const left = candidates.flatMap(({ said }) => said).filter((said) => !sameValue(said.value, base));
      const all = candidates.flatMap(({ said }) => said);
      for (const said of left) {
        undecided.push({ field, said, others: all.filter((other) => !sameValue(other.value, said.value)) });
      }
    }
  }
  if (split) return splitRows(group, slot, before, questions);
  const files = sides.map(({ source }) => source.digest!);
  const sources = [...contributors.values()].sort(compareSources);
  return [{ current, values, late, contributors: sources, files, questions, undecided, apart: false }];
}

interface Candidate {
  readonly value: string | number;
  readonly said: Said[];
}

/** The different answers to a field, what the base holds first, then as they came in. */
function candidatesOf(context: MergeContext, group: Group, slot: Slot, field: Field): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (said: Said) => {
    const key = valueKey(said.value);
    const same = found.get(key);
    if (same) same.said.push(said);
    else found.set(key, { value: said.value, said: [said] });
  };
  const { current, sides } = slot;
  const held = current?.row[field.id];
  if (isGiven(held)) {
    const sheet = context.codebook.table(group.table).sheet;
    add({ value: held, source: baseSource(context.people, current!.row), place: { sheet } });
  }
  for (const { values, source, places } of sides) {
    const value = values[field.id];
    if (isGiven(value)) add({ value, source, place: places[field.id] ?? {} });
  }
  return [...found.values()];
}

function askConflict(
  context: MergeContext,
  group: Group,
  slot: Slot,
  field: Field,
  candidates: readonly Candidate[],
) {
  const { table, edition, territory, key: row, label } = group;
  const key = stableKey(
    "conflict",
    table,
    edition,
    territory,
    row,
    slot.index,
    slot.late ? "late" : "",
    field.id,
  );
  const last = candidates.length - 1;
  const options: QuestionOption[] = candidates.map(({ value, said }, i) => ({
    id: stableKey("v", valueKey(value)),
    role: i === 0 ? "keep" : i === last ? "take" : "other",
    label: shownValue(context.codebook, field, value),
    said,
  }));
  const all = candidates.flatMap(({ said }) => said);
  const texts = field.kind === "text" && table !== "panel";
  if (texts || table === "projects") {
    const words = texts ? importOptions.bothTexts : importOptions.bothRows;
    options.push({ id: "both", role: "both", label: words, said: all });
  }
  const chosen = context.questions.ask({
    key,
    kind: "conflict",
    required: true,
    edition,
    territory,
    table,
    field: field.id,
    group: stableKey("row", table, edition, territory, row, slot.index),
    message: importQuestions.conflict({ territory, row: label, field: field.label }),
    options,
    files: incoming(all),
  });
  const from = chosen ? chosen.said.map(({ source }) => source) : [];
  if (chosen?.role === "both") {
    return {
      key,
      chosen,
      from,
      value: texts ? joined(candidates.map(({ value }) => String(value))) : undefined,
    };
  }
  const value = candidates.find((_, i) => options[i] === chosen)?.value;
  // Who said it first is enough: those after only confirm it.
  return { key, chosen, value, from: from.slice(0, 1) };
}

const incoming = (said: readonly Said[]): string[] =>
  [...new Set(said.filter(({ source }) => !source.inBase).map(({ source }) => source.digest!))].sort(
    compareText,
  );

const BETWEEN = " / ";

/** Both texts in one cell; what one of them holds already is not said twice. */
function joined(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => text.split(BETWEEN)).map((part) => part.trim()))].join(BETWEEN);
}

/** One row for each answer that cannot stand in the same row as those before it. */
function splitRows(group: Group, slot: Slot, before: Draft, questions: readonly string[]): MergedRow[] {
  const rows: { current: CurrentRow | null; values: Record<string, Draft[string]>; sides: Side[] }[] = [];
  if (slot.current) rows.push({ current: slot.current, values: { ...before }, sides: [] });
  for (const side of slot.sides) {
    let row = rows.find(({ values }) => compatible(values, side.values));
    if (!row) rows.push((row = { current: null, values: {}, sides: [] }));
    for (const { id } of group.fields) if (!isGiven(row.values[id])) row.values[id] = side.values[id] ?? null;
    row.sides.push(side);
  }
  return rows.map(({ current, values, sides }) => ({
    current,
    values,
    late: slot.late,
    contributors: contributing(current ? before : {}, sides),
    files: sides.map(({ source }) => source.digest!),
    questions,
    undecided: [],
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
