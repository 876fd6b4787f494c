import { MAX_CELLS, MAX_TEXT, MAX_TOKEN_BYTES } from "./limits";
import { eachChild, type OfficePackage } from "./package";
import { refuse } from "./refused";
import { unescapeCharacters } from "./xmlText";
import { CLOSE, OPEN, type XmlScanner } from "./xmlScanner";

/** Characters of all texts of a file, counted against the limit. */
export interface TextCount {
  characters: number;
}

/** The texts that cells refer to by number. The counts the part announces are not believed. */
export function readSharedStrings(file: OfficePackage, part: string, count: TextCount): string[] {
  const strings: string[] = [];
  const scanner = file.scan(part);
  if (scanner.next() !== OPEN || scanner.name !== "sst") scanner.malformed("sst");
  eachChild(scanner, (name) => {
    if (name !== "si") return;
    if (strings.length >= MAX_CELLS) refuse("tooManyCells", { part, limit: MAX_CELLS });
    strings.push(richText(scanner, count));
  });
  scanner.next();
  return strings;
}

/**
 * The text of an <si> or <is> just opened: its <t>, or those of its formatted runs one after the other. Phonetic
 * runs tell how to pronounce it and are left out. White space is kept, xml:space or not.
 */
export function richText(scanner: XmlScanner, count: TextCount): string {
  const depth = scanner.depth;
  let text = "";
  for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === "t") {
      text += scanner.elementText();
      if (text.length > MAX_TOKEN_BYTES) scanner.malformed("text too long");
    } else if (scanner.name === "rPh") scanner.skip();
  }
  return counted(unescapeCharacters(text), count);
}

export function counted(text: string, count: TextCount): string {
  count.characters += text.length;
  if (count.characters > MAX_TEXT) refuse("tooManyCells", { found: "characters", limit: MAX_TEXT });
  return text;
}
