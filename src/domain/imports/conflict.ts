import type { Field } from "../codebook";
import type { FilePlace } from "../questionnaire/returned";
import { placeKey } from "./asides";
import { importOptions, importQuestions } from "../messages/imports";
import { stableKey } from "./questions";
import type { Group, MergeContext, Slot } from "./sides";
import { baseSource, compareText } from "./source";
import type { QuestionOption, Said, Source } from "./types";
import { isGiven, shownValue, valueKey } from "./values";

/** One of the answers to a field, and all who gave it. */
export interface Candidate {
  readonly value: string | number;
  readonly said: Said[];
}

/** Of a file that waits for decisions only, what does not wait was taken or decided on: it is not asked again. */
export const isOpen = (
  { settling, waiting }: MergeContext,
  { file, digest }: Source,
  place: FilePlace,
): boolean => !settling.has(digest!) || waiting.has(placeKey(file, place));

/** A rank that waits because another motivation has it: no answer of its own row stands in its way. */
export const waitsForRank = ({ waiting }: MergeContext, { file }: Source, place: FilePlace): boolean =>
  waiting.get(placeKey(file, place)) === "";

/** The different answers to a field, what the base holds first, then as they came in. */
export function candidatesOf(context: MergeContext, group: Group, slot: Slot, field: Field): Candidate[] {
  const found = new Map<string, Candidate>();
  const { current, sides } = slot;
  const held = current?.row[field.id];
  const parts = field.kind === "text" && typeof held === "string" ? held.split(BETWEEN).map(valueKey) : [];
  const add = (said: Said) => {
    const key = valueKey(said.value);
    // What stands beside another text in the cell is said already.
    const same = found.get(key) ?? (parts.includes(key) ? found.get(valueKey(held!)) : undefined);
    if (same) same.said.push(said);
    else found.set(key, { value: said.value, said: [said] });
  };
  if (isGiven(held)) {
    const sheet = context.codebook.table(group.table).sheet;
    add({ value: held, source: baseSource(context.people, current!.row), place: { sheet } });
  }
  for (const { values, source, places } of sides) {
    const value = values[field.id];
    const place = places[field.id] ?? {};
    if (isGiven(value) && isOpen(context, source, place)) add({ value, source, place });
  }
  return [...found.values()];
}

const conflictKey = (
  { table, edition, territory, key }: Group,
  late: boolean,
  field: Field,
  values: readonly (string | number)[],
): string =>
  stableKey(
    "conflict",
    table,
    edition,
    territory,
    key,
    late ? "late" : "",
    field.id,
    // A conflict is what it is about and what was said: rows may come to stand elsewhere, other answers may come.
    ...values.map(valueKey).sort(compareText),
  );

const answerId = (value: string | number): string => stableKey("v", valueKey(value));

/** Asks which of the answers to keep: what was chosen, the value it makes, and from whom. */
export function askConflict(
  context: MergeContext,
  group: Group,
  slot: Slot,
  field: Field,
  candidates: readonly Candidate[],
) {
  const { table, edition, territory, key: row, label } = group;
  const values = candidates.map(({ value }) => value);
  const key = conflictKey(group, slot.late, field, values);
  const last = candidates.length - 1;
  const options: QuestionOption[] = candidates.map(({ value, said }, i) => ({
    id: answerId(value),
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
