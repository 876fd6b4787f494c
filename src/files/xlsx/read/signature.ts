import { refuse } from "./refused";

/** Kinds of file told by their first bytes, with the words a person knows them by. */
const starts: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf]],
  ["GZIP", [0x1f, 0x8b]],
];
const CFB = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Passes bytes that start as a zip does; refuses all others by what they are. */
export function checkFirstBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse("emptyFile");
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return;
  if (startsWith(bytes, [0x50, 0x4b, 5, 6])) refuse("notAWorkbook", { found: "ZIP" });
  if (startsWith(bytes, CFB)) {
    refuse("oldExcelOrEncrypted", { found: holdsUtf16(bytes, "EncryptedPackage") ? "encrypted" : ".xls" });
  }
  // Excel 2 to 4 wrote bare records, the first one "beginning of file".
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1]) && bytes[2] <= 16 && bytes[3] === 0)
    refuse("oldExcelOrEncrypted", { found: ".xls" });
  for (const [kind, start] of starts) if (startsWith(bytes, start)) refuse("notAWorkbook", { found: kind });
  if (looksLikeText(bytes)) refuse("textFile", { found: kindOfText(bytes) });
  refuse("notAWorkbook");
}

/** The name of a stream stands in UTF-16 in the directory of an OLE file, which is within its first megabytes. */
function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  const last = Math.min(bytes.length, 20_000_000) - name.length * 2;
  for (let at = bytes.indexOf(name.charCodeAt(0)); at >= 0 && at <= last; at = bytes.indexOf(69, at + 1)) {
    let i = 1;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const head = bytes.subarray(0, 4096);
  const control = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return control === 0;
}

function kindOfText(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).toLowerCase();
  if (/<(!doctype )?html|<table/.test(head)) return "HTML";
  if (head.includes("<?xml")) return "XML";
  return /[;,\t]/.test(head) ? "CSV" : undefined;
}
