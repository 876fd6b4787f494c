/** Letters of a key as bits: a key that lacks many letters of the query needs no comparison. */
export function letters(key: string): number {
  let mask = 0;
  for (let i = 0; i < key.length; i++) {
    const letter = key.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

/** How many letters of the query the key does not have. */
export function lacking(query: number, key: number): number {
  let bits = query & ~key;
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

// Bound once: looking names up on the global object in the inner loop costs more than the work itself.
const { max, min } = Math;
const TOO_FAR = Infinity;

const MOST = 2;
const FAR = MOST + 1;
const WIDTH = 2 * MOST + 3;
let beforeLast = new Uint8Array(WIDTH);
let last = new Uint8Array(WIDTH);
let row = new Uint8Array(WIDTH);

/**
 * Distance of a query to a key it may be the mistyped beginning of: fewest letters inserted, left out,
 * replaced or swapped with their neighbour, plus half a letter when the key goes on. Only the diagonal band
 * that can stay within two letters is computed: O(query), no allocation.
 * @returns the distance, or Infinity when more than `most` (0 … 2) letters differ.
 * @example mistypedDistance("marsielle", "marseille", 2) // 1
 * @example mistypedDistance("bordaux", "bordeaux metropole", 2) // 1.5
 * @example mistypedDistance("lyon", "lille", 1) // Infinity
 */
export function mistypedDistance(query: string, key: string, most: number): number {
  if (query.length > key.length + most) return TOO_FAR;
  // Cell (i, j) of the table stands at j - i + MOST + 1 of its row; both ends of a row stay far.
  beforeLast.fill(FAR);
  last.fill(FAR);
  for (let j = 0; j <= MOST; j++) last[j + MOST + 1] = j;
  for (let i = 1; i <= query.length; i++) {
    row.fill(FAR);
    const letter = query.charCodeAt(i - 1);
    let least = FAR;
    for (let j = max(0, i - MOST); j <= min(key.length, i + MOST); j++) {
      const at = j - i + MOST + 1;
      let cell = min(last[at + 1] + 1, FAR);
      if (j > 0) {
        cell = min(cell, row[at - 1] + 1, last[at] + (letter === key.charCodeAt(j - 1) ? 0 : 1));
        if (
          i > 1 &&
          j > 1 &&
          letter === key.charCodeAt(j - 2) &&
          query.charCodeAt(i - 2) === key.charCodeAt(j - 1)
        )
          cell = min(cell, beforeLast[at] + 1);
      }
      row[at] = cell;
      if (cell < least) least = cell;
    }
    if (least > most) return TOO_FAR;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let best = TOO_FAR;
  for (let j = max(0, query.length - MOST); j <= min(key.length, query.length + MOST); j++) {
    const cell = last[j - query.length + MOST + 1];
    if (cell <= most) best = min(best, cell + (j === key.length ? 0 : 0.5));
  }
  return best;
}
