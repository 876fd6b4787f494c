import type { Localized } from "../language";
import type { ResultTable } from "./tables";

/** One project of one territory, as far as ideas need it. Ids are those of the base's texts. */
export interface ProjectRow {
  readonly territory: number;
  /** A listed project has one id in both languages. */
  readonly project: number;
  readonly domain: number;
  readonly isDone: boolean;
}

/** A project that territories like this one have and this one has not. */
export interface Idea {
  readonly project: number;
  readonly domain: number;
  /** Similar territories that have done it. */
  readonly done: number;
  /** Similar territories that have it, at any stage. */
  readonly have: number;
}

/**
 * Projects done by similar territories and absent from one, at whatever stage, most frequent first: by the
 * territories that have done it, then by those that have it. A territory counts once; a project nobody has
 * done yet is no idea. O(rows).
 * @param own Id of the territory.
 * @param isSimilar Whether a territory is one of those looked at.
 * @example ideasOf([{ territory: 2, project: 7, domain: 1, isDone: true }], 1, () => true) // [{ project: 7, domain: 1, done: 1, have: 1 }]
 * @example ideasOf([{ territory: 2, project: 7, domain: 1, isDone: true }, { territory: 1, project: 7, domain: 1, isDone: false }], 1, () => true) // []
 */
export function ideasOf(
  rows: Iterable<ProjectRow>,
  own: number,
  isSimilar: (territory: number) => boolean,
): Idea[] {
  const mine = new Set<number>();
  const found = new Map<number, { project: number; domain: number; done: Set<number>; have: Set<number> }>();
  for (const { territory, project, domain, isDone } of rows) {
    const key = project * 256 + domain;
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
    .sort((a, b) => b.done - a.done || b.have - a.have);
}

const words = {
  project: { fr: "Projet", en: "Project" },
  done: { fr: "Territoires qui l’ont réalisé", en: "Territories that have done it" },
  share: { fr: "Part", en: "Share" },
  have: { fr: "Territoires qui l’ont (tout état)", en: "Territories that have it (any status)" },
  similar: { fr: "Territoires semblables", en: "Similar territories" },
} as const satisfies Record<string, Localized>;

/**
 * Ideas as a table, those level by name; the last row says what they rest on: how many similar territories answered, and in what
 * they are alike.
 * @param top How many ideas at most; those level with the last are kept.
 */
export function ideasTable(
  ideas: readonly Idea[],
  names: { readonly project: (project: number) => Localized; readonly domain: (code: number) => Localized },
  similar: { readonly count: number; readonly alike: Localized },
  domainLabel: Localized,
  top: number,
): ResultTable {
  const nameOf = ({ project }: Idea) => names.project(project).fr;
  const ordered = [...ideas].sort(
    (a, b) => b.done - a.done || b.have - a.have || nameOf(a).localeCompare(nameOf(b), "fr"),
  );
  const last = ordered[Math.min(top, ideas.length) - 1];
  const kept = ordered.filter((idea, i) => i < top || (idea.done === last.done && idea.have === last.have));
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
