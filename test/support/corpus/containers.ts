import * as sheetjs from "@e965/xlsx";
import { mulberry32 } from "../../../src/domain/sample/random";
import { bookParts, bookWith, bytesOf, entriesOf, HEAD, makeBook, ONE_CELL, utf16 } from "./book";
import type { FileCase } from "./types";
import { joined, makeZip, type MadeEntry } from "./zip";

const rows = [
  ["Projet", "État"],
  ["Wi-Fi", 3],
];
const asType = (bookType: sheetjs.BookType) => (): Uint8Array => {
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), "Projets");
  const made: unknown = sheetjs.write(book, { type: "buffer", bookType });
  return new Uint8Array(made as Uint8Array);
};

/** An OLE file whose directory names a stream, as an encrypted workbook or an .xls does. */
const ole = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(stream, false, false), 1024);
  return bytes;
};

/** Files that are something else than they are called. */
export const otherKinds: readonly FileCase[] = [
  { name: "an empty file is refused", bytes: () => new Uint8Array(0), refused: "emptyFile" },
  { name: "an .xls is refused as old Excel", bytes: asType("biff8"), refused: "oldExcelOrEncrypted" },
  { name: "an Excel 5 .xls is refused as old Excel", bytes: asType("biff5"), refused: "oldExcelOrEncrypted" },
  { name: "an Excel 2 .xls is refused as old Excel", bytes: asType("biff2"), refused: "oldExcelOrEncrypted" },
  {
    name: "a password-protected workbook is refused as protected",
    bytes: () => ole("EncryptedPackage"),
    refused: "oldExcelOrEncrypted",
  },
  {
    name: "a zip with encrypted entries is refused as protected",
    bytes: () => bookWith((entry) => ({ ...entry, flags: 0x801 })),
    refused: "oldExcelOrEncrypted",
  },
  { name: "an .ods is refused as OpenDocument", bytes: asType("ods"), refused: "openDocument" },
  { name: "a .csv is refused as text", bytes: asType("csv"), refused: "textFile" },
  {
    name: "a .csv in Windows-1252 is refused as text",
    bytes: () => latin("é;à\n1;2\n"),
    refused: "textFile",
  },
  { name: "Unicode text is refused as text", bytes: () => utf16("a\tb\n1\t2\n"), refused: "textFile" },
  { name: "a web page called .xls is refused as text", bytes: asType("html"), refused: "textFile" },
  { name: "XML of Excel 2003 is refused as text", bytes: asType("xlml"), refused: "textFile" },
  { name: "a .pdf is refused", bytes: () => bytesOf("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), refused: "notAWorkbook" },
  {
    name: "a picture is refused",
    bytes: () => Uint8Array.of(0x89, 80, 78, 71, 13, 10),
    refused: "notAWorkbook",
  },
  { name: "random bytes are refused", bytes: () => noise(5000, 3), refused: "notAWorkbook" },
  { name: "an .xlsb is refused", bytes: asType("xlsb"), refused: "notAWorkbook" },
  {
    name: "a .docx renamed .xlsx is refused",
    bytes: () =>
      makeBook({
        mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      }),
    refused: "notAWorkbook",
  },
  {
    name: "a .pptx renamed .xlsx is refused",
    bytes: () =>
      makeBook({
        mainType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
      }),
    refused: "notAWorkbook",
  },
  {
    name: "a workbook part that is another document is refused",
    bytes: () => makeBook({ parts: { "xl/workbook.xml": `${HEAD}<document/>` } }),
    refused: "notAWorkbook",
  },
  {
    name: "a .zip of something is refused",
    bytes: () => makeZip([{ name: "photo.jpg", data: "x" }]),
    refused: "notAWorkbook",
  },
  { name: "an empty .zip is refused", bytes: () => makeZip([]), refused: "notAWorkbook" },
  { name: "a file of 100 MB is refused", bytes: () => new Uint8Array(100_000_000), refused: "tooLarge" },
];

const whole = () => makeBook({ rows: ONE_CELL });
const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = bytes.slice();
  changed[at] ^= 0xff;
  return changed;
};
const sheet = "xl/worksheets/sheet1.xml";
const onSheet = (change: Partial<MadeEntry>) =>
  bookWith((entry) => (entry.name === sheet ? { ...entry, ...change } : entry));
const added = (name: string, more: Partial<MadeEntry> = {}) =>
  makeZip([...entriesOf(bookParts()), { name, data: "x", ...more }]);
const read42 = { cells: { A1: 42 }, remarks: [] };

/** Zips that are damaged, hostile, or only unusual. */
export const containers: readonly FileCase[] = [
  { name: "half a file is refused", bytes: () => whole().slice(0, whole().length / 2), refused: "damaged" },
  { name: "a file short of its last byte is refused", bytes: () => whole().slice(0, -1), refused: "damaged" },
  {
    name: "a file short of its first bytes is refused",
    bytes: () => whole().slice(3),
    refused: "notAWorkbook",
  },
  {
    name: "bytes behind the end are refused",
    bytes: () => joined([whole(), noise(30, 1)]),
    refused: "damaged",
  },
  {
    name: "a rotted directory is refused",
    bytes: () => flipped(whole(), whole().length - 60),
    refused: "damaged",
  },
  { name: "a wrong CRC is refused", bytes: () => onSheet({ crc: 1 }), refused: "damaged" },
  {
    name: "rotted compressed bytes are refused",
    bytes: () => onSheet({ compressed: noise(80, 5) }),
    refused: "damaged",
  },
  {
    name: "a part shorter than declared is refused",
    bytes: () => onSheet({ size: 99_999 }),
    refused: "damaged",
  },
  { name: "a part longer than declared is refused", bytes: () => onSheet({ size: 10 }), refused: "damaged" },
  {
    name: "a directory that disagrees on size is refused",
    bytes: () => onSheet({ localSize: 7 }),
    refused: "damaged",
  },
  {
    name: "a directory that disagrees on CRC is refused",
    bytes: () => onSheet({ localCrc: 7 }),
    refused: "damaged",
  },
  {
    name: "a directory that disagrees on the name is refused",
    bytes: () => onSheet({ localName: "xl/worksheets/sheet2.xml" }),
    refused: "unsafeEntry",
  },
  { name: "an unknown compression is refused", bytes: () => onSheet({ method: 14 }), refused: "damaged" },
  {
    name: "a directory announcing other entries than it has is refused",
    bytes: () => makeZip(entriesOf(bookParts()), { entryCount: 3 }),
    refused: "damaged",
  },
  {
    name: "60,000 entries are refused",
    bytes: () =>
      makeZip([
        ...entriesOf(bookParts()),
        ...Array.from({ length: 60_000 }, (_, i) => ({ name: `a/${i}`, data: "", stored: true })),
      ]),
    refused: "tooManyEntries",
  },
  ...[
    "../evil.xml",
    "xl/../../evil.xml",
    "xl\\evil.xml",
    "/etc/passwd",
    "C:/evil.xml",
    "__proto__/a",
    "a//b",
  ].map((name): FileCase => ({
    name: `the entry name ${name} is refused`,
    bytes: () => added(name),
    refused: "unsafeEntry",
  })),
  { name: "an entry name with a line break is refused", bytes: () => added("a\nb"), refused: "unsafeEntry" },
  { name: "the same entry twice is refused", bytes: () => added(sheet), refused: "unsafeEntry" },
  {
    name: "two entries that differ by case only are refused",
    bytes: () => added("XL/Worksheets/Sheet1.xml"),
    refused: "unsafeEntry",
  },
  {
    name: "entries without compression are read",
    bytes: () => bookWith((e) => ({ ...e, stored: true })),
    ...read42,
  },
  {
    name: "sizes behind the bytes are read",
    bytes: () => bookWith((e) => ({ ...e, flags: 0x808 })),
    ...read42,
  },
  { name: "64-bit sizes are read", bytes: () => bookWith((e) => ({ ...e, wide: true })), ...read42 },
  {
    name: "folders as entries are read",
    bytes: () => makeZip([{ name: "xl/", data: "", stored: true }, ...entriesOf(bookParts())]),
    ...read42,
  },
  {
    name: "a comment behind the directory is read",
    bytes: () => makeZip(entriesOf(bookParts()), { comment: "Envoyé par la mairie" }),
    ...read42,
  },
  {
    name: "a rotted part that is not used does no harm",
    bytes: () => added("docProps/thumbnail.jpeg", { crc: 1 }),
    ...read42,
  },
  {
    name: "part names in other capitals are found",
    bytes: () => bookWith((e) => ({ ...e, name: e.name === sheet ? "xl/Worksheets/SHEET1.XML" : e.name })),
    ...read42,
  },
];

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
function noise(length: number, seed: number): Uint8Array {
  const random = mulberry32(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
