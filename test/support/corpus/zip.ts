import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "../../../src/files/xlsx/read/crc32";

/** One entry of a made zip; whatever is given beside name and data overrides what an honest writer would say. */
export interface MadeEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Compressed bytes as they are, whatever `data` says. */
  readonly compressed?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Name, size, CRC in the local header, where they differ from the directory. */
  readonly localName?: string;
  readonly localSize?: number;
  readonly localCrc?: number;
  /** Points at the local header of the entry with this number instead of its own. */
  readonly headerOf?: number;
  /** Writes 64-bit sizes, as streaming writers do. */
  readonly wide?: boolean;
  /** Name bytes as they are, for old code pages. */
  readonly nameBytes?: Uint8Array;
}
export interface ZipQuirks {
  readonly entryCount?: number;
  readonly comment?: string;
}

const encoder = new TextEncoder();
const numbers = (...pairs: (readonly [value: number, bytes: 2 | 4 | 8])[]): Uint8Array => {
  const made = new DataView(new ArrayBuffer(pairs.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of pairs) {
    if (bytes === 2) made.setUint16(at, value, true);
    else made.setUint32(at, value >>> 0, true);
    if (bytes === 8) made.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
    at += bytes;
  }
  return new Uint8Array(made.buffer);
};

/** Writes a zip exactly as told, right or wrong. */
export function makeZip(entries: readonly MadeEntry[], quirks: ZipQuirks = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  const write = (piece: Uint8Array) => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const entry of entries) {
    const data = typeof entry.data === "string" ? encoder.encode(entry.data) : entry.data;
    const compressed = entry.compressed ?? (entry.stored ? data : new Uint8Array(deflateRawSync(data)));
    const size = entry.size ?? data.length;
    const crc = entry.crc ?? crc32(data);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = entry.flags ?? 0x800;
    const streamed = (flags & 8) !== 0;
    const name = entry.nameBytes ?? encoder.encode(entry.name);
    const localName = entry.localName === undefined ? name : encoder.encode(entry.localName);
    const wide = entry.wide === true;
    const extra = wide ? numbers([1, 2], [16, 2], [size, 8], [compressed.length, 8]) : new Uint8Array(0);
    const stated = (value: number) => (streamed ? 0 : wide ? 0xffffffff : value);
    offsets.push(at);
    const headerAt = offsets[entry.headerOf ?? offsets.length - 1];
    write(
      numbers(
        [0x04034b50, 4],
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 4],
        [streamed ? 0 : (entry.localCrc ?? crc), 4],
      ),
    );
    write(numbers([stated(compressed.length), 4], [stated(entry.localSize ?? size), 4]));
    write(numbers([localName.length, 2], [extra.length, 2]));
    write(localName);
    write(extra);
    write(compressed);
    if (streamed) write(numbers([0x08074b50, 4], [crc, 4], [compressed.length, 4], [size, 4]));
    directory.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [crc, 4]),
      numbers([wide ? 0xffffffff : compressed.length, 4], [wide ? 0xffffffff : size, 4]),
      numbers([name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [headerAt, 4]),
      name,
      extra,
    );
  }
  const start = at;
  for (const piece of directory) write(piece);
  const comment = encoder.encode(quirks.comment ?? "");
  const count = quirks.entryCount ?? entries.length;
  write(
    numbers(
      [0x06054b50, 4],
      [0, 4],
      [count, 2],
      [count, 2],
      [at - start, 4],
      [start, 4],
      [comment.length, 2],
    ),
  );
  write(comment);
  return joined(pieces);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Compressed bytes that inflate to `megabytes` of one letter, made without ever holding what they inflate to. */
export function swollen(megabytes: number, letter = " "): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(1_000_000, letter), { finishFlush: constants.Z_FULL_FLUSH });
  return joined([...Array<Uint8Array>(megabytes).fill(one), new Uint8Array([3, 0])]);
}
