import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import * as limits from "./limits";
import { refuse } from "./refused";
import { checkSwelling, type ZipEntry } from "./zipDirectory";

/** Bytes of a part, block after block; null when there are no more. */
export interface BlockSource {
  next(): Uint8Array | null;
}

/** Inflated bytes counted over all parts of a file. */
export interface Inflated {
  total: number;
}

/**
 * Inflates an entry block by block, so that neither a whole sheet nor a bomb is ever in memory. Stops as soon as
 * more comes out than was declared or allowed; the last block is only given after the CRC-32 agreed.
 * @throws FileRefused damaged, zipBomb, tooLarge
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  inflated: Inflated,
  onStep?: (compressedBytes: number) => void,
): BlockSource {
  const data = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  const blocks = small(entry) ? inflateWhole(data, entry, onStep) : inflateSteps(data, entry, onStep);
  let crc = 0;
  let size = 0;
  const take = (): Uint8Array | null => {
    for (;;) {
      const { value, done } = blocks.next();
      if (done) return null;
      if (value.length === 0) continue;
      size += value.length;
      inflated.total += value.length;
      checkSwelling(entry.name, size, entry.compressedSize);
      checkSwelling(entry.name, inflated.total, bytes.length);
      if (size > entry.size) refuseLie(entry, value.length);
      crc = crc32(value, crc);
      return value;
    }
  };
  let ahead = take();
  if (ahead === null) check(entry, size, crc);
  return {
    next: () => {
      const block = ahead;
      if (block === null) return null;
      ahead = take();
      if (ahead === null) check(entry, size, crc);
      return block;
    },
  };
}

/** A whole part at once, for those too small to matter. */
export function wholePart(source: BlockSource, most: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  let length = 0;
  for (let block = source.next(); block; block = source.next()) {
    blocks.push(block);
    length += block.length;
    if (length > most) refuse("tooLarge", { found: Math.ceil(length / 1e6), limit: most / 1e6 });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

function check(entry: ZipEntry, size: number, crc: number): void {
  if (size !== entry.size) refuse("damaged", { part: entry.name, found: "size" });
  if (crc !== entry.crc) refuse("damaged", { part: entry.name, found: "CRC-32" });
}

/** More came out than was declared: a bomb in disguise when it swells as only bombs do, else rot. */
function refuseLie(entry: ZipEntry, lastBlock: number): never {
  const ratio = Math.round(lastBlock / Math.min(entry.compressedSize, limits.INFLATE_STEP));
  if (lastBlock > limits.RATIO_MATTERS_ABOVE && ratio > limits.MAX_RATIO)
    refuse("zipBomb", { part: entry.name, found: ratio, limit: limits.MAX_RATIO });
  return refuse("damaged", { part: entry.name, found: "size" });
}

/** Small enough that even lying bytes inflate in no time. */
const small = ({ method, compressedSize, size }: ZipEntry) =>
  method === 8 && compressedSize <= 2 * limits.INFLATE_STEP && size <= limits.RATIO_MATTERS_ABOVE;

/** One call of the inflater into a buffer of the declared size and one byte, which must stay free. */
function* inflateWhole(
  data: Uint8Array,
  entry: ZipEntry,
  onStep?: (compressedBytes: number) => void,
): Generator<Uint8Array, void> {
  let whole: Uint8Array | null = null;
  try {
    whole = inflateSync(data, { out: new Uint8Array(entry.size + 1) });
  } catch {
    // Damaged, or more than declared: the slow way tells which.
  }
  if (whole === null || whole.length > entry.size) return yield* inflateSteps(data, entry, onStep);
  onStep?.(data.length);
  yield whole;
}

function* inflateSteps(
  data: Uint8Array,
  entry: ZipEntry,
  onStep?: (compressedBytes: number) => void,
): Generator<Uint8Array, void> {
  let block: Uint8Array = new Uint8Array(0);
  const inflate = new Inflate((out) => (block = out));
  for (let at = 0; at < data.length || at === 0; at += limits.INFLATE_STEP) {
    const piece = data.subarray(at, at + limits.INFLATE_STEP);
    if (entry.method === 0) block = piece;
    else {
      try {
        inflate.push(piece, at + limits.INFLATE_STEP >= data.length);
      } catch {
        return refuse("damaged", { part: entry.name, found: "deflate" });
      }
    }
    onStep?.(piece.length);
    yield block;
  }
}
