import type { Localized } from "../language";
import type { CrossCounts, Cube, Group } from "../query/counts";
import type { ResultTable } from "./tables";

/** A project that territories like this one have and this one has not. */
export interface Idea {
  readonly project: Group;
  /** Domain most of its rows are in; null if none says. */
  readonly domain: Group | null;
  /** Similar territories that have done it. */
  readonly done: number;
  /** Similar territories that have it, at any stage. */
  readonly have: number;
}

const alphabetical = new Intl.Collator("fr").compare;

/** Rows of one table counted by project and territory, all and those done, and by project and domain. */
export interface ProjectCounts {
  readonly all: Cube;
  readonly done: Cube;
  readonly domains: CrossCounts;
}

/**
 * Projects done by similar territories and absent from one, at whatever stage, most frequent first: by the
 * territories that have done it, then by those that have it, then by name. A territory counts once; a project
 * nobody has done yet is no idea. O(projects × similar territories).
 * @param own Place of the territory that looks for ideas; −1 if no row names it.
 * @param similar Places of the territories looked at.
 */
export function ideasOf(
  { all, done, domains }: ProjectCounts,
  own: number,
  similar: readonly number[],
): Idea[] {
  const domainRows = new Map(domains.rows.groups.map(({ label }, r) => [label.fr, domains.n[r]]));
  const [projects, territories] = all.offsets;
  return all.groupings[0].groups
    .flatMap((project, p): Idea[] => {
      if (own >= 0 && all.counts[projects[p] + territories[own]] > 0) return [];
      const doneBy = occurring(done.counts, projects[p], territories, similar);
      if (!doneBy) return [];
      const inDomains = domainRows.get(project.label.fr) ?? [];
      const { groups } = domains.columns;
      const most = groups.reduce((best, _, c) => (inDomains[c] > inDomains[best] ? c : best), 0);
      const domain = inDomains[most] > 0 ? groups[most] : null;
      const have = occurring(all.counts, projects[p], territories, similar);
      return [{ project, domain, done: doneBy, have }];
    })
    .sort(
      (a, b) => b.done - a.done || b.have - a.have || alphabetical(a.project.label.fr, b.project.label.fr),
    );
}

/** How many of some places have rows in a line of counts. */
function occurring(
  counts: ArrayLike<number>,
  line: number,
  offsets: Int32Array,
  places: readonly number[],
): number {
  let found = 0;
  for (let i = 0; i < places.length; i++) if (counts[line + offsets[places[i]]] > 0) found++;
  return found;
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
  similar: { readonly count: number; readonly alike: Localized },
  domainLabel: Localized,
  top: number,
): ResultTable {
  const last = ideas[Math.min(top, ideas.length) - 1];
  const kept = ideas.filter((idea, i) => i < top || (idea.done === last.done && idea.have === last.have));
  return [
    [words.project, domainLabel, words.done, words.share, words.have],
    ...kept.map(({ project, domain, done, have }) => [
      project.label,
      domain && domain.label,
      done,
      done / similar.count,
      have,
    ]),
    [words.similar, similar.alike, similar.count, null, null],
  ];
}
