import type { Codebook, ListedProject } from "../codebook";
import { normalizeText } from "../text/normalize";
import { similarity } from "../text/similarity";

/** Least likeness, 0 … 1, from which a free text is taken for a listed project typed again. */
const SAME_PROJECT = 0.72;

/** Letters by which words are compared at first glance. */
const STEM = 4;

const stems = (text: string): string[] =>
  normalizeText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= STEM)
    .map((word) => word.slice(0, STEM));

/**
 * Finds the listed project that a free text most likely means. A study has thousands of free texts: only
 * projects that share the beginning of a word with the text are compared letter by letter, and each text once.
 */
export function listedMatcher(
  codebook: Codebook,
): (text: string, domain: number) => ListedProject | undefined {
  const memory = new Map<string, ListedProject | undefined>();
  const byDomain = new Map<number, { project: ListedProject; label: string; stems: Set<string> }[]>();
  const labelsOf = (domain: number) => {
    let labels = byDomain.get(domain);
    if (!labels) {
      labels = codebook.listedProjects(domain).flatMap((project) =>
        [project.label.fr, project.label.en].map((label) => ({
          project,
          label,
          stems: new Set(stems(label)),
        })),
      );
      byDomain.set(domain, labels);
    }
    return labels;
  };
  return (text, domain) => {
    const key = `${domain} ${text}`;
    if (memory.has(key)) return memory.get(key);
    const own = stems(text);
    let best: ListedProject | undefined;
    let score = SAME_PROJECT;
    for (const { project, label, stems: theirs } of labelsOf(domain)) {
      if (!own.some((stem) => theirs.has(stem))) continue;
      const likeness = similarity(text, label);
      if (likeness > score || (likeness === score && !best)) [best, score] = [project, likeness];
    }
    memory.set(key, best);
    return best;
  };
}
