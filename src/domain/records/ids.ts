const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 8;

/**
 * A short id for a row, unique among those taken: eight characters that are not mistaken for one another,
 * the first one a letter so that Excel never reads a number or a date in it.
 * @example newId(new Set()).length // 8
 */
export function newId(taken: { has(id: string): boolean }, random: () => number = Math.random): string {
  for (;;) {
    let id = ALPHABET[8 + Math.floor(random() * (ALPHABET.length - 8))];
    while (id.length < LENGTH) id += ALPHABET[Math.floor(random() * ALPHABET.length)];
    if (!taken.has(id)) return id;
  }
}

/**
 * 53-bit hash of a text (cyrb53, public domain), for comparing contents without keeping them.
 * @example hashText("a") === hashText("a") // true
 */
export function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
