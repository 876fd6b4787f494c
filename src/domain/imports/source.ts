import type { Draft } from "../records/project";
import type { Return, Source, StudySnapshot } from "./types";

/** Characters of a digest that cells hold. */
const TAG = 8;
const JOINT = " + ";
const WRITTEN = / · (\d{4}-\d{2}-\d{2}) · ([0-9a-z]{1,8})$/;

/**
 * The part of a digest that tells files apart in cells.
 * @example digestTag("a1b2c3d4e5f6") // "a1b2c3d4"
 */
export const digestTag = (digest: string): string => digest.slice(0, TAG);

/**
 * What column Source holds for an answer that came in a file: its name, day and digest; no person.
 * @example sourceText({ file: "lyon.xlsx", received: "2014-03-10", digest: "a1b2c3d4e5" }) // "lyon.xlsx · 2014-03-10 · a1b2c3d4"
 */
export function sourceText(source: Pick<Source, "file" | "received" | "digest">): string {
  if (source.digest === null) return source.file;
  return `${source.file.replaceAll(JOINT, "+")} · ${source.received} · ${digestTag(source.digest)}`;
}

/** The sources a cell names. */
export function sourcesIn(text: string): Pick<Source, "file" | "received" | "digest">[] {
  if (!text) return [];
  return text.split(JOINT).map((part) => {
    const found = WRITTEN.exec(part);
    if (!found) return { file: part, received: null, digest: null };
    return { file: part.slice(0, found.index), received: found[1], digest: found[2] };
  });
}

/** The cell for a row to which more sources have contributed, in the order they came in. */
export function withSources(text: string, more: readonly Source[]): string {
  const known = sourcesIn(text);
  const tags = new Set(known.map(({ digest }) => digest && digestTag(digest)));
  const added = more.filter(({ digest }) => digest !== null && !tags.has(digestTag(digest)));
  if (!added.length) return text;
  const dated = [...known.filter(({ digest }) => digest !== null), ...added].sort(compareSources);
  return [...known.filter(({ digest }) => digest === null), ...dated].map(sourceText).join(JOINT);
}

/** Canonical order of sources: the base, then by day, then by digest; never by the order files were picked. */
export function compareSources(
  a: Pick<Source, "received" | "digest">,
  b: Pick<Source, "received" | "digest">,
): number {
  return compareText(a.received ?? "", b.received ?? "") || compareText(a.digest ?? "", b.digest ?? "");
}

/** Order of texts by code unit: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The returned file as a source. */
export function sourceOf({ digest, received, questionnaire }: Return): Source {
  const names = questionnaire.respondents
    .map(({ answers }) => String(answers.personName?.value ?? "").trim())
    .filter(Boolean);
  return { file: questionnaire.file, digest, received, who: names.join(", ") || null, inBase: false };
}

/** The source of what a row of the base holds; people are looked up by what their row names as its source. */
export function baseSource(people: ReadonlyMap<string, string>, row: Draft): Source {
  const text = String(row.source ?? "");
  const sources = sourcesIn(text);
  const who = sources
    .map((source) => people.get(sourceText(source)))
    .filter(Boolean)
    .join(", ");
  const dated = sources.filter(({ digest }) => digest !== null);
  const only = dated.length === 1 && sources.length === 1 ? dated[0] : undefined;
  return {
    file: only?.file ?? text,
    digest: only?.digest ?? null,
    received: only?.received ?? null,
    who: who || null,
    inBase: true,
  };
}

/** Names of the people of the base by source. */
export function peopleBySource({ tables }: StudySnapshot): Map<string, string> {
  const people = new Map<string, string>();
  for (const { source, personName } of tables.respondents) {
    const [key, name] = [String(source ?? ""), String(personName ?? "").trim()];
    if (!key || !name) continue;
    const before = people.get(key);
    people.set(key, before ? `${before}, ${name}` : name);
  }
  return people;
}
