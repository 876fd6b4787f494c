import { refuse } from "./refused";

const AMPERSAND = 38;
const RETURN = 13;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text between tags or quotes, as XML means it: UTF-8, line ends as \n, the five entities and character numbers. */
export function xmlText(bytes: Uint8Array, start: number, end: number, part: string): string {
  let plain = true;
  let marked = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte >= 128) plain = false;
    else if (byte === AMPERSAND || byte === RETURN) marked = true;
  }
  const text = plain && end - start <= 12 ? shortAscii(bytes, start, end) : decode(bytes, start, end, part);
  return marked ? resolve(text, part) : text;
}

/** Text in a CDATA section: nothing in it is an entity. */
export const rawText = (bytes: Uint8Array, start: number, end: number, part: string): string =>
  decode(bytes, start, end, part).replace(/\r\n?/g, "\n");

/**
 * Characters XML cannot hold are written _xHHHH_ in strings of a workbook, and a real "_x000D_" as
 * "_x005F_x000D_" (ECMA-376 part 1, 22.9.2.19).
 */
export const unescapeCharacters = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

function shortAscii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

function decode(bytes: Uint8Array, start: number, end: number, part: string): string {
  try {
    return utf8.decode(bytes.subarray(start, end));
  } catch {
    return refuse("unsupportedEncoding", { part });
  }
}

/** Longest name of a character between "&" and ";". */
const MAX_NAME = 32;

function resolve(text: string, part: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  let resolved = "";
  let done = 0;
  for (let at = lines.indexOf("&"); at >= 0; at = lines.indexOf("&", done)) {
    const end = lines.indexOf(";", at);
    const name = end < 0 || end - at > MAX_NAME + 1 ? "" : lines.slice(at + 1, end);
    const character = Object.hasOwn(entities, name) ? entities[name] : numbered(name);
    if (character === null) {
      return refuse("unsafeXml", { part, found: name.includes("&") || !name ? "&" : `&${name};` });
    }
    resolved += lines.slice(done, at) + character;
    done = end + 1;
  }
  return resolved + lines.slice(done);
}

function numbered(name: string): string | null {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!digits) return null;
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
