import type { Codebook, ListedProject } from "../../domain/codebook";
import { normalizeText } from "../../domain/text/normalize";
import { similarity } from "../../domain/text/similarity";

/** Least likeness at which a free text is taken for a listed project. */
const ALIKE = 0.6;
/** In another domain, only what is nearly the same. */
const ALIKE_ELSEWHERE = 0.8;

/** Listed projects of a domain (of every domain when none is chosen) whose label holds every word typed. */
export function searchListed(codebook: Codebook, domain: number | undefined, text: string): ListedProject[] {
  const words = normalizeText(text).split(" ").filter(Boolean);
  return codebook.edition.listedProjects.filter((project) => {
    if (project.active === false || (domain !== undefined && project.domain !== domain)) return false;
    const label = `${normalizeText(project.label.fr)} ${normalizeText(project.label.en)}`;
    return words.every((word) => label.includes(word));
  });
}

/**
 * The listed project a free text most likely means, if it is near enough and not that very label: in the
 * domain first, then in any other.
 */
export function proposeListed(
  codebook: Codebook,
  domain: number | undefined,
  text: string,
): ListedProject | undefined {
  if (!normalizeText(text) || codebook.findListedProject(text, domain)) return undefined;
  let best: ListedProject | undefined;
  let bestScore = 0;
  for (const project of codebook.edition.listedProjects) {
    if (project.active === false) continue;
    const here = domain === undefined || project.domain === domain;
    const likeness = Math.max(similarity(text, project.label.fr), similarity(text, project.label.en));
    if (likeness < (here ? ALIKE : ALIKE_ELSEWHERE)) continue;
    const score = likeness + (here ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [project, score];
  }
  return best;
}
