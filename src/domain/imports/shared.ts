import type { Localized } from "../language";
import { importOptions, importQuestions } from "../messages/imports";
import { stableKey, type QuestionList } from "./questions";
import { compareText } from "./source";
import type { Said, Source } from "./types";

/** A project row as it will stand, as far as doubles are concerned. */
export interface Declared {
  readonly edition: string;
  readonly territory: string;
  readonly key: string;
  readonly text: string;
  /** It counts in its edition: neither late, nor rejected, nor a duplicate. */
  readonly counts: boolean;
  /** It comes from a file of this import, or changes by it. */
  readonly files: readonly string[];
  readonly source: () => Source;
  readonly isNew: boolean;
  /** A person chose to keep it beside another one. */
  readonly apart: boolean;
}

/** A row that a person says is another one's double. */
export interface Doubles<T> {
  readonly duplicates: ReadonlySet<T>;
  readonly questions: ReadonlyMap<T, readonly string[]>;
}

const both = { id: "both", role: "apart", label: importOptions.twoProjects, said: [] } as const;

/**
 * Proposes as one project what a commune and its group both declare, and what one territory declares twice.
 * Undecided, both rows stay and count.
 * @param parentOf Name of the group of a territory, as the panel writes it; "" if it has none.
 */
export function proposeDoubles<T extends Declared>(
  questions: QuestionList,
  rows: readonly T[],
  parentOf: (territory: string) => string,
): Doubles<T> {
  const duplicates = new Set<T>();
  const asked = new Map<T, string[]>();
  const note = (row: T, key: string) => asked.set(row, [...(asked.get(row) ?? []), key]);
  const index = new Map<string, T[]>();
  for (const row of rows) {
    if (!row.counts) continue;
    const key = place(row.edition, row.territory, row.key);
    const same = index.get(key);
    if (same) same.push(row);
    else index.set(key, [row]);
  }
  for (const same of index.values()) {
    const [first] = same;
    if (same.length > 1 && same.some(({ isNew }) => isNew) && !same.some(({ apart }) => apart)) {
      const key = stableKey("repeated", first.edition, first.territory, first.key);
      for (const row of same) note(row, key);
      const chosen = questions.ask({
        key,
        kind: "repeated",
        ...common(first, same),
        group: stableKey("repeated", first.edition, first.territory),
        message: importQuestions.repeated({ territory: first.territory, project: first.text }),
        options: [{ id: "one", role: "join", label: importOptions.oneProject, said: said(same) }, both],
      });
      if (chosen?.role === "join") for (const row of same.slice(1)) duplicates.add(row);
    }
    const group = parentOf(first.territory);
    const theirs = group ? index.get(place(first.edition, group, first.key)) : undefined;
    if (!theirs || group === first.territory || ![...same, ...theirs].some(({ files }) => files.length))
      continue;
    const key = stableKey("shared", first.edition, first.territory, group, first.key);
    for (const row of [...same, ...theirs]) note(row, key);
    const countFor = (territory: string): Localized => importOptions.countFor({ territory });
    const chosen = questions.ask({
      key,
      kind: "shared",
      ...common(first, [...same, ...theirs]),
      group: stableKey("shared", first.edition, group),
      message: importQuestions.shared({ commune: first.territory, group, project: first.text }),
      options: [
        { id: "commune", role: "keep", label: countFor(first.territory), said: said(same) },
        { id: "group", role: "take", label: countFor(group), said: said(theirs) },
        both,
      ],
    });
    if (chosen?.id === "commune") for (const row of theirs) duplicates.add(row);
    if (chosen?.id === "group") for (const row of same) duplicates.add(row);
  }
  return { duplicates, questions: asked };
}

const said = (rows: readonly Declared[]): Said[] =>
  rows.map(({ text, source }) => ({ value: text, source: source(), place: {} }));

const place = (edition: string, territory: string, key: string) => [edition, territory, key].join("\u0001");

function common(first: Declared, rows: readonly Declared[]) {
  return {
    required: false,
    edition: first.edition,
    territory: first.territory,
    table: "projects",
    field: "inclusion",
    files: [...new Set(rows.flatMap(({ files }) => files))].sort(compareText),
  } as const;
}
