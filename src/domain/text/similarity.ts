import { normalizeText } from "./normalize";

/**
 * Damerau–Levenshtein distance (optimal string alignment): fewest insertions, deletions, substitutions and
 * swaps of neighbours that turn one text into the other. O(|a|·|b|) time, O(|b|) space.
 * @example editDistance("educaton", "education") // 1
 * @example editDistance("ab", "ba") // 1
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}

/** Words that carry no meaning when two project names are compared. */
const STOP_WORDS = new Set(
  "a au aux d de des du en et l la le les pour par sur un une dans avec of the and for in".split(" "),
);

/** The significant words of a text, without plural endings. */
function words(text: string): string[] {
  return normalizeText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !STOP_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));
}

/**
 * How alike two short texts are, 0 … 1: the better of edit similarity and of shared significant words
 * (Dice coefficient, words one or two letters apart counting as the same).
 * @example similarity("Wifi public", "wi-fi publics") > 0.7 // true
 * @example similarity("Open data", "Vidéosurveillance") < 0.3 // true
 */
export function similarity(a: string, b: string): number {
  const [x, y] = [normalizeText(a), normalizeText(b)];
  if (!x || !y) return 0;
  if (x === y) return 1;
  const edit = 1 - editDistance(x, y) / Math.max(x.length, y.length);
  const [left, right] = [words(a), words(b)];
  const unmatched = [...right];
  let shared = 0;
  for (const word of left) {
    const tolerance = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    const at = unmatched.findIndex((other) => editDistance(word, other) <= tolerance);
    if (at >= 0) {
      shared++;
      unmatched.splice(at, 1);
    }
  }
  const dice = left.length + right.length ? (2 * shared) / (left.length + right.length) : 0;
  return Math.max(edit, dice);
}

/**
 * The candidate a mistyped text most likely means, if one is near enough.
 * @param minimum Least similarity, 0 … 1.
 * @example nearest("Educaton", ["Éducation", "Énergie"]) // "Éducation"
 * @example nearest("xyz", ["Éducation", "Énergie"]) // undefined
 */
export function nearest(text: string, candidates: Iterable<string>, minimum = 0.6): string | undefined {
  let best: string | undefined;
  let bestScore = minimum;
  for (const candidate of candidates) {
    const score = similarity(text, candidate);
    if (score > bestScore || (score === bestScore && best === undefined)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}
