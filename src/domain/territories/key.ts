import { normalizeText } from "../text/normalize";

const WORDS: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["sts", "saints"],
  ["stes", "saintes"],
]);

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/ communaute d agglomeration /, " ca "],
  [/ communaute urbaine /, " cu "],
  [/ communaute de communes /, " cc "],
];

/**
 * The key territories are searched by: accents, case, hyphens and apostrophes do not matter, "st" is "saint",
 * "s/" is "sur", and the kinds of groups are abbreviated as in the official names.
 * @example searchKey("St-Denis") // "saint denis"
 * @example searchKey("Asnières s/Seine") // "asnieres sur seine"
 * @example searchKey("Communauté d'agglomération du Grand Chambéry") // "ca du grand chambery"
 */
export function searchKey(text: string): string {
  const words = normalizeText(text)
    .replace(/(^|\s)s\/\s*/g, "$1sur ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  let key = ` ${words.map((word) => WORDS.get(word) ?? word).join(" ")} `;
  for (const [phrase, short] of PHRASES) key = key.replace(phrase, short);
  return key.trim();
}

/**
 * The key without the kind of group it starts with: what people call the group.
 * @example bareKey("metropole de lyon") // "lyon"
 * @example bareKey("ca du grand chambery") // "grand chambery"
 */
export function bareKey(key: string): string {
  return key.replace(/^(?:ca|cu|cc|metropole|eurometropole)(?: (?:d|de l|de la|de|des|du))? (?=.)/, "");
}
