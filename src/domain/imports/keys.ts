import type { Codebook } from "../codebook";
import { normalizeText } from "../text/normalize";

/** Words that carry no meaning when two project names are compared. */
const STOP_WORDS = new Set(
  "a au aux d de des du en et l la le les pour par sur un une dans avec of the and for in".split(" "),
);

/** Which project a row is about, within its territory, edition and domain. */
export interface ProjectName {
  readonly key: string;
  /** Id of the listed project, if it is one. */
  readonly listed: string | null;
  /** As a cell holds it. */
  readonly text: string;
}

/** The project a cell names: a listed one by its label in either language, else free text. */
export function projectName(codebook: Codebook, domain: number, text: string, listed?: string): ProjectName {
  const project = listed
    ? codebook.edition.listedProjects.find(({ id }) => id === listed)
    : codebook.findListedProject(text, domain);
  if (project) return { key: `${domain}|id:${project.id}`, listed: project.id, text: project.label.fr };
  return { key: `${domain}|${normalizeText(text)}`, listed: null, text };
}

/**
 * What stays of a free text when case, accents, punctuation, small words and plurals are taken away: texts
 * with the same skeleton differ in spelling only.
 * @example skeleton("Wi-Fi publics") // "wifi public"
 * @example skeleton("Application de la ville") // "application ville"
 */
export function skeleton(text: string): string {
  return normalizeText(text)
    .replace(/(?<=\p{L})['-](?=\p{L})/gu, (mark) => (mark === "'" ? " " : ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !STOP_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word))
    .join(" ");
}

/**
 * Letters two skeletons of this length may differ by and still be proposed as one.
 * @example tolerance("wifi") // 0
 * @example tolerance("portail citoyen") // 2
 */
export function tolerance(key: string): number {
  return key.length < 5 ? 0 : key.length < 10 ? 1 : key.length < 20 ? 2 : 3;
}
