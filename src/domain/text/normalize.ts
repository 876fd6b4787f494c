const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const QUOTES = /[\u2018\u2019\u201A\u201B\u2032\u02BC\u0060]/g;
/** Acute accents that stand alone: the decomposition would make a space and a mark of them. */
const ACUTE = /[\u00B4\u1FFD]/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]|_x000D_/g;
const MARKS = /[\u0300-\u036f]/g;

/**
 * The comparison key of a text typed by a person: case, accents, ligatures, width, kind of space, quote and
 * dash do not matter, nor do invisible characters.
 * @example normalizeText("  Réalisé ") // "realise"
 * @example normalizeText("Cœur d’Île") // "coeur d'ile"
 */
export function normalizeText(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const key = normalized(text);
  if (text.length <= LONGEST) {
    if (remembered.size >= MOST) remembered.clear();
    remembered.set(text, key);
  }
  return key;
}

/** Names and labels come back in every formula; free texts do not and are not remembered. */
const remembered = new Map<string, string>();
const MOST = 1 << 14;
const LONGEST = 64;

function normalized(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(ACUTE, "'")
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(QUOTES, "'")
    .replace(DASHES, "-")
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
