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
  /** Byte before the tag name's last letter seen so far: 0 outside a tag name, LT at its start or after a colon. */
  let state = 0;
  const next = (): Uint8Array | null => {
    const block = source.next();
    if (block === null) return null;
    for (let i = 0; i < block.length; i++) {
      const byte = block[i];
      if (byte === LT) state = LT;
      else if (state === 0) continue;
      else if (state === LT) {
        if (byte === 33) count.unsure = true;
        state = byte === 47 || byte === 33 || byte === 63 || byte <= 32 || byte === 62 ? 0 : byte;
      } else if (byte === 58) state = LT;
      else if (byte <= 32 || byte === 62 || byte === 47) {
        if (state === 99) count.cells++;
        else if (state === 118) count.values++;
        state = 0;
      } else state = 1;
    }
    return block;
  };
  return { next };
}
