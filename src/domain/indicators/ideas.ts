import type { Localized } from "../language";
import type { CrossCounts, Group } from "../query/counts";
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

/** Rows counted by project and territory, all and those done, and by project and domain. */
export interface ProjectCounts {
  readonly all: CrossCounts;
  readonly done: CrossCounts;
  readonly domains: CrossCounts;
}

/**
 * Projects done by similar territories and absent from one, at whatever stage, most frequent first: by the
 * territories that have done it, then by those that have it, then by name. A territory counts once; a project
 * nobody has done yet is no idea. O(projects × territories).
 * @param isOwn Whether a territory is the one that looks for ideas.
 * @param isSimilar Whether a territory is one of those looked at.
 */
export function ideasOf(
  { all, done, domains }: ProjectCounts,
  isOwn: (territory: Group) => boolean,
  isSimilar: (territory: Group) => boolean,
): Idea[] {
  const own = all.columns.groups.findIndex(isOwn);
  const similar = all.columns.groups.map(isSimilar);
  const similarDone = done.columns.groups.map(isSimilar);
  const doneRows = new Map(done.rows.groups.map(({ label }, r) => [label.fr, done.n[r]]));
  const domainRows = new Map(domains.rows.groups.map(({ label }, r) => [label.fr, domains.n[r]]));
  const count = (cells: readonly number[], isCounted: readonly boolean[]) =>
    isCounted.reduce((sum, counts, c) => sum + Number(counts && cells[c] > 0), 0);
  return all.rows.groups
    .flatMap((project, r): Idea[] => {
      const rows = doneRows.get(project.label.fr);
      if (!rows || (own >= 0 && all.n[r][own] > 0)) return [];
      const have = count(rows, similarDone);
      if (!have) return [];
      const inDomains = domainRows.get(project.label.fr) ?? [];
      const { groups } = domains.columns;
      const most = groups.reduce((best, _, c) => (inDomains[c] > inDomains[best] ? c : best), 0);
      const domain = inDomains[most] > 0 ? groups[most] : null;
      return [{ project, domain, done: have, have: count(all.n[r], similar) }];
    })
    .sort(
      (a, b) =>
        b.done - a.done || b.have - a.have || a.project.label.fr.localeCompare(b.project.label.fr, "fr"),
    );
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
