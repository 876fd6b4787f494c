import type { Localized } from "../language";
import type { ResultTable } from "./tables";

/** One project of one territory, as far as ideas need it. */
export interface ProjectRow {
  /** Comparison key of the territory. */
  readonly territory: string;
  /** What tells projects apart (a listed project has one key in both languages). */
  readonly project: string;
  readonly domain: number;
  readonly isDone: boolean;
}

/** A project that territories like this one have and this one has not. */
export interface Idea {
  readonly project: string;
  readonly domain: number;
  /** Similar territories that have done it. */
  readonly done: number;
  /** Similar territories that have it, at any stage. */
  readonly have: number;
}

/**
 * Projects done by similar territories and absent from one, at whatever stage, most frequent first: by the
 * territories that have done it, then by those that have it, then by name. A territory counts once;
 * a project nobody has done yet is no idea. O(rows).
 * @param own Key of the territory.
 * @param isSimilar Whether a territory (by key) is one of those looked at.
 * @example ideasOf([{ territory: "b", project: "x", domain: 1, isDone: true }], "a", () => true) // [{ project: "x", domain: 1, done: 1, have: 1 }]
 * @example ideasOf([{ territory: "b", project: "x", domain: 1, isDone: true }, { territory: "a", project: "x", domain: 1, isDone: false }], "a", () => true) // []
 */
export function ideasOf(
  rows: Iterable<ProjectRow>,
  own: string,
  isSimilar: (territory: string) => boolean,
): Idea[] {
  const mine = new Set<string>();
  const found = new Map<string, { project: string; domain: number; done: Set<string>; have: Set<string> }>();
  for (const { territory, project, domain, isDone } of rows) {
    const key = `${domain} ${project}`;
    if (territory === own) mine.add(key);
    else if (isSimilar(territory)) {
      let idea = found.get(key);
      if (!idea) found.set(key, (idea = { project, domain, done: new Set(), have: new Set() }));
      idea.have.add(territory);
      if (isDone) idea.done.add(territory);
    }
  }
  return [...found]
    .filter(([key, { done }]) => done.size && !mine.has(key))
    .map(([, { project, domain, done, have }]) => ({ project, domain, done: done.size, have: have.size }))
    .sort((a, b) => b.done - a.done || b.have - a.have || a.project.localeCompare(b.project, "fr"));
}

const words = {
  project: { fr: "Projet", en: "Project" },
  done: { fr: "Territoires qui l’ont réalisé", en: "Territories that have done it" },
  share: { fr: "Part", en: "Share" },
  have: { fr: "Territoires qui l’ont (tout état)", en: "Territories that have it (any status)" },
  similar: { fr: "Territoires semblables", en: "Similar territories" },
} as const satisfies Record<string, Localized>;

/**
 * Ideas as a table; the last row says what they rest on: how many similar territories answered, and in what
 * they are alike.
 * @param top How many ideas at most; those level with the last are kept.
 */
export function ideasTable(
  ideas: readonly Idea[],
  names: { readonly project: (key: string) => Localized; readonly domain: (code: number) => Localized },
  similar: { readonly count: number; readonly alike: Localized },
  domainLabel: Localized,
  top: number,
): ResultTable {
  const last = ideas[Math.min(top, ideas.length) - 1];
  const kept = ideas.filter((idea, i) => i < top || (idea.done === last.done && idea.have === last.have));
  return [
    [words.project, domainLabel, words.done, words.share, words.have],
    ...kept.map(({ project, domain, done, have }) => [
      names.project(project),
      names.domain(domain),
      done,
      done / similar.count,
      have,
    ]),
    [words.similar, similar.alike, similar.count, null, null],
  ];
}
