import { checkEntryName, entryName } from "./entryNames";
import * as limits from "./limits";
import { refuse } from "./refused";

/** One entry of a zip: where its compressed bytes stand, and what they must become. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the compressed bytes start. */
  readonly start: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;

const damaged = (found: string, part?: string): never => refuse("damaged", { found, part });

/**
 * Reads the directory of a zip (APPNOTE 6.3.10) and checks it against the header before each entry, so that what
 * is read is what any other program reads. Nothing is inflated. Keys are names in lower case: part names of a
 * package do not tell case, so two names that differ by case only are one name twice.
 * @throws FileRefused damaged, tooManyEntries, unsafeEntry, zipBomb, oldExcelOrEncrypted
 */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset, end } = findDirectory(view);
  if (count > limits.MAX_ENTRIES) refuse("tooManyEntries", { found: count, limit: limits.MAX_ENTRIES });
  const entries = new Map<string, ZipEntry>();
  const spans: { from: number; to: number }[] = [];
  let at = offset;
  let declared = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) damaged("directory");
    const central = readCentral(view, at, end);
    const { entry, headerStart } = checkLocal(view, central, offset);
    const key = entry.name.toLowerCase();
    checkEntryName(entry.name);
    if (entries.has(key)) refuse("unsafeEntry", { found: entry.name });
    checkSwelling(entry.name, entry.size, entry.compressedSize);
    declared += entry.size;
    entries.set(key, entry);
    spans.push({ from: headerStart, to: entry.start + entry.compressedSize });
    at = central.next;
  }
  if (at !== end) damaged("directory");
  checkSwelling(undefined, declared, bytes.length);
  checkOverlap(spans);
  return entries;
}

/** Sizes that no honest file has: more than the limit in all, or a ratio only a bomb reaches. */
export function checkSwelling(part: string | undefined, size: number, compressedSize: number): void {
  const ratio = Math.round(size / Math.max(1, compressedSize));
  if (size > limits.RATIO_MATTERS_ABOVE && ratio > limits.MAX_RATIO)
    refuse("zipBomb", { part, found: ratio, limit: limits.MAX_RATIO });
  if (size > limits.MAX_INFLATED_BYTES)
    refuse("tooLarge", { part, found: Math.ceil(size / 1e6), limit: limits.MAX_INFLATED_BYTES / 1e6 });
}

/** The record at the very end says where the directory stands; large or streamed files have a 64-bit one too. */
function findDirectory(view: DataView): { count: number; offset: number; end: number } {
  const length = view.byteLength;
  let at = length - 22;
  const first = Math.max(0, at - 65_535);
  while (
    at >= first &&
    !(view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === length)
  )
    at--;
  if (at < first) damaged("end of the zip");
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) damaged("volumes");
  let end = at;
  if (at >= 20 && view.getUint32(at - 20, true) === END64_LOCATOR) {
    end = number64(view, at - 12);
    if (end + 56 > at || view.getUint32(end, true) !== END64) damaged("directory");
    count = number64(view, end + 32);
    size = number64(view, end + 40);
    offset = number64(view, end + 48);
  }
  if (offset + size !== end) damaged("directory");
  return { count, offset, end };
}

interface Central extends Omit<ZipEntry, "start"> {
  readonly header: number;
  readonly flags: number;
  readonly nameBytes: Uint8Array;
  readonly next: number;
}

function readCentral(view: DataView, at: number, end: number): Central {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end) damaged("directory");
  const nameBytes = bytesOf(view, at + 46, nameLength);
  const wide = wideNumbers(view, at + 46 + nameLength, extraLength);
  const take = (value: number) => (value === 0xffffffff ? (wide.shift() ?? damaged("directory")) : value);
  // The order of the 64-bit numbers is fixed: size, compressed size, place.
  const size = take(view.getUint32(at + 24, true));
  const compressedSize = take(view.getUint32(at + 20, true));
  const header = take(view.getUint32(at + 42, true));
  return {
    name: entryName(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    compressedSize,
    header,
    next,
  };
}

/** The header before the compressed bytes must say what the directory says. */
function checkLocal(
  view: DataView,
  central: Central,
  directory: number,
): { entry: ZipEntry; headerStart: number } {
  const { name, method, crc, size, compressedSize, header, flags, nameBytes } = central;
  if (header + 30 > directory || view.getUint32(header, true) !== LOCAL) damaged("header", name);
  const nameLength = view.getUint16(header + 26, true);
  const extraLength = view.getUint16(header + 28, true);
  const start = header + 30 + nameLength + extraLength;
  const localFlags = view.getUint16(header + 6, true);
  if ((flags | localFlags) & ENCRYPTED) refuse("oldExcelOrEncrypted", { found: "encrypted" });
  if (start + compressedSize > directory) damaged("cut short", name);
  const localName = bytesOf(view, header + 30, nameLength);
  const sameName = nameLength === nameBytes.length && localName.every((byte, i) => byte === nameBytes[i]);
  if (!sameName) refuse("unsafeEntry", { found: `${name} / ${entryName(localName)}` });
  if (view.getUint16(header + 8, true) !== method) damaged("method", name);
  if (method !== 0 && method !== 8) damaged(`method ${method}`, name);
  if (method === 0 && size !== compressedSize) damaged("size", name);
  const wide = wideNumbers(view, header + 30 + nameLength, extraLength);
  const local = [
    [view.getUint32(header + 14, true), crc],
    [view.getUint32(header + 22, true), size],
    [view.getUint32(header + 18, true), compressedSize],
  ];
  for (const [i, [written, expected]] of local.entries()) {
    const value = i > 0 && written === 0xffffffff ? (wide.shift() ?? written) : written;
    // A streaming writer leaves zeros here and writes the numbers after the bytes.
    if (value !== expected && !(localFlags & SIZES_FOLLOW && value === 0)) damaged("header", name);
  }
  return { entry: { name, method, crc, size, compressedSize, start }, headerStart: header };
}

/** Entries that share bytes are how a small file pretends to be a huge one. */
function checkOverlap(spans: { from: number; to: number }[]): void {
  spans.sort((a, b) => a.from - b.from);
  for (let i = 1; i < spans.length; i++)
    if (spans[i].from < spans[i - 1].to) refuse("zipBomb", { found: spans.length, limit: 0 });
}

/** The 64-bit numbers of an entry (extra field 1), in the order they stand. */
function wideNumbers(view: DataView, at: number, length: number): number[] {
  const end = Math.min(at + length, view.byteLength);
  while (at + 4 <= end) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + size <= end)
      return Array.from({ length: Math.min(3, size >> 3) }, (_, i) => number64(view, at + 4 + i * 8));
    at += 4 + size;
  }
  return [];
}

function number64(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  return Number.isSafeInteger(value) ? value : damaged("directory");
}
const bytesOf = (view: DataView, at: number, length: number) =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);
