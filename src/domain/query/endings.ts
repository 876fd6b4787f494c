import { normalizeText } from "../text/normalize";

/** Characters a code may end with, as people write it: "3", "3.", "3 –", "3)"; "_" ends Excel's "_x000D_". */
const CODE_ENDINGS = "0123456789.,:)-_";

/** Last characters of Excel's error values: "#N/A", "#NUM!", "#NAME?"; they must be read to be refused. */
const ERROR_ENDINGS = [..."A!?"].map((character) => character.charCodeAt(0));

/**
 * Which last characters (below 256) a text may have to equal one of some keys, however it is typed. Tells
 * most texts of a long range apart by one look; a text whose last character is allowed is then read in full.
 * @param keys Comparison keys, see `normalizeText`.
 */
export function possibleEndings(keys: readonly string[]): Uint8Array {
  const wanted = new Set([...keys.map((key) => key.at(-1)), ...CODE_ENDINGS]);
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const key = normalizeText(String.fromCharCode(code));
    return key === "" || ERROR_ENDINGS.includes(code) || wanted.has(key.at(-1)) ? 1 : 0;
  });
}
