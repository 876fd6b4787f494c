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
