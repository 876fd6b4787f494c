import { constants, deflateRawSync } from "node:zlib";
import { bookParts, bookWith, bytesOf, entriesOf, sheetXml } from "./book";
import { joined, makeZip, swollen } from "./zip";

const sheet = "xl/worksheets/sheet1.xml";
export const range = (n: number, write: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => write(i)).join("");
export const bomb = (megabytes: number, declared = megabytes * 1e6) =>
  bookWith((entry) =>
    entry.name === sheet ? { ...entry, compressed: swollen(megabytes), size: declared, crc: 0 } : entry,
  );
export const oneCell = (r: number) => `<row r="${r}"><c r="A${r}"><v>1</v></c></row>`;

/** Text that repeats little enough to pass for data, yet fills a part. */
export const filler = (megabytes: number, unit: (i: number) => string): string => {
  const pieces: string[] = [];
  for (let length = 0, i = 0; length < megabytes * 1e6; i++) {
    const piece = range(1000, (k) => unit(i * 1000 + k));
    length += piece.length;
    pieces.push(piece);
  }
  return pieces.join("");
};

/** A sheet whose cells fill so many megabytes, compressed as cells do; nobody inflates it to see its CRC. */
export function largePart(megabytes: number): Uint8Array {
  const block = bytesOf(filler(10, (i) => `<c><v>${(i * 2654435761) % 997}</v></c>`));
  const piece = new Uint8Array(deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH }));
  const compressed = joined([...Array<Uint8Array>(megabytes / 10).fill(piece), Uint8Array.of(3, 0)]);
  const size = (megabytes / 10) * block.length;
  return makeZip([
    ...entriesOf(bookParts({ parts: { [sheet]: null } })),
    { name: sheet, data: "", compressed, size },
  ]);
}

/** Rows with runs of white space between, which compress well but not suspiciously. */
export function spaced(megabytes: number): Uint8Array {
  const block = bytesOf(filler(10, (i) => `<row r="1"/>${" ".repeat(60 + ((i * 7919) % 61))}\n`));
  const [start, end] = sheetXml("|").split("|");
  const data = joined([
    bytesOf(start + oneCell(1)),
    ...Array<Uint8Array>(megabytes / 10).fill(block),
    bytesOf(end),
  ]);
  return makeZip(entriesOf({ ...bookParts(), [sheet]: data }));
}

/** A stored part whose bytes hold the header and bytes of another part. */
export function nestedHeader(): Uint8Array {
  const inner = makeZip([{ name: "b", data: "x".repeat(100), stored: true }]);
  const outer = makeZip([
    { name: "a", data: inner, stored: true },
    { name: "b", data: "x".repeat(100), stored: true },
  ]);
  // The directory entry of "b" points into the bytes of "a", where a header of the same name stands.
  const directory = new DataView(outer.buffer);
  const at = outer.length - 22 - (46 + 1);
  directory.setUint32(at + 42, 30 + 1, true);
  return outer;
}
