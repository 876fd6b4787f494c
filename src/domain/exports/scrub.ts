/** What stands in a text in place of what was taken out. */
export const TAKEN_OUT = "[…]";

const EMAIL = /[^\s@<>;,()"']+@[^\s@<>;,()"']+\.\p{L}{2,}/gu;
/** French numbers, and numbers with a country's code. */
const PHONE = /(?:\+\d{1,3}[\s.\u00a0\u202f-]?(?:\(0\))?|\b0)\d(?:[\s.\u00a0\u202f-]?\d{2}){4}\b/gu;

/** Letters without case and accents, one for one place of the text, so that places can be told. */
function folded(text: string): { letters: string; places: number[] } {
  let letters = "";
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const plain = text[i].normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
    const letter =
      plain === "œ" ? "oe" : plain === "æ" ? "ae" : plain === "\u00a0" || plain === "\u202f" ? " " : plain;
    for (const each of letter) {
      letters += each;
      places.push(i);
    }
  }
  places.push(text.length);
  return { letters, places };
}

const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/**
 * Takes words out of free texts, whatever their case and accents, as whole words; e-mail addresses and telephone
 * numbers go always.
 */
export class Scrubber {
  private readonly words = new Map<string, { readonly word: string; readonly by: string }[]>();
  /** Texts that were changed. */
  changed = 0;

  /** A word, or several, to take out; what stands in their place. */
  add(text: string, by: string = TAKEN_OUT): void {
    const word = folded(text.trim().replace(/\s+/g, " ")).letters;
    if (word.length < 2) return;
    const list = this.words.get(word[0]) ?? [];
    if (list.some((known) => known.word === word)) return;
    list.push({ word, by });
    // The longest first: "Grand Lyon" before "Lyon".
    list.sort((a, b) => b.word.length - a.word.length);
    this.words.set(word[0], list);
  }

  /** The text without them. O(length). */
  scrub(text: string): string {
    const clean = this.withoutWords(text.replace(EMAIL, TAKEN_OUT).replace(PHONE, TAKEN_OUT));
    if (clean !== text) this.changed++;
    return clean;
  }

  private withoutWords(text: string): string {
    const { letters, places } = folded(text);
    let clean = "";
    let from = 0;
    for (let i = 0; i < letters.length; i++) {
      if (i > 0 && isWord(letters[i - 1])) continue;
      const found = this.words
        .get(letters[i])
        ?.find(({ word }) => letters.startsWith(word, i) && !isWord(letters[i + word.length]));
      if (!found) continue;
      clean += text.slice(from, places[i]) + found.by;
      i += found.word.length - 1;
      from = places[i + 1];
    }
    return clean + text.slice(from);
  }
}
