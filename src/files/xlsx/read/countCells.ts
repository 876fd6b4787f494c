import type { BlockSource } from "./inflate";

/** Cells and values of a part, counted without reading it. */
export interface CellCount {
  cells: number;
  values: number;
  /** Comments or CDATA stand in the part, so that what looks like a tag may be none. */
  unsure: boolean;
}

const LT = 60;

/**
 * Counts tags <c and <v, prefixed or not, by looking at bytes only, while the blocks of a part go by. It shares
 * nothing with the scanner, so that a cell the scanner lost shows as a difference.
 */
export function countingCells(source: BlockSource, count: CellCount): BlockSource {
  let state = OUTSIDE;
  const next = (): Uint8Array | null => {
    const block = source.next();
    if (block !== null) state = countTags(block, state, count);
    return block;
  };
  return { next };
}

/** Where in a tag a block ends: outside of any name, before a name, or within one (then its only letter, or LONG). */
const OUTSIDE = 0;
const LONG = 1;

function countTags(block: Uint8Array, before: number, count: CellCount): number {
  const end = block.length;
  let state = before;
  for (let i = 0; i < end; i++) {
    if (state === OUTSIDE) {
      while (i < end && block[i] !== LT) i++;
      if (i < end) state = LT;
      continue;
    }
    const byte = block[i];
    if (state === LT) {
      if (byte === 33) count.unsure = true;
      state = byte === 47 || byte === 33 || byte === 63 || byte <= 32 || byte === 62 ? OUTSIDE : byte;
    } else if (byte === 58) state = LT;
    else if (byte <= 32 || byte === 62 || byte === 47) {
      if (state === 99) count.cells++;
      else if (state === 118) count.values++;
      state = OUTSIDE;
    } else state = LONG;
  }
  return state;
}
