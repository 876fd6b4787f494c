import type { FileRemark, ReadCell } from "../types";
import { addressText, parseWhole } from "./cellAddress";
import { serialToIso, type DateKind } from "./dateFormats";
import { MAX_CELLS, MAX_TOKEN_BYTES } from "./limits";
import { numberOf, parseNumber } from "./numbers";
import { refuse } from "./refused";
import { counted, richText, type TextCount } from "./sharedStrings";
import { unescapeCharacters } from "./xmlText";
import { CLOSE, OPEN, TEXT, type XmlScanner } from "./xmlScanner";

/** What cells of all sheets share. */
export interface CellContext {
  /** Null when the workbook has no such part. */
  readonly sharedStrings: readonly string[] | null;
  readonly dateKinds: readonly DateKind[];
  readonly date1904: boolean;
  readonly text: TextCount;
  /** One object for each shared text, however many cells show it. */
  readonly sharedCells: ReadCell[];
  /** Cells taken so far, and formulas that had no value. */
  cells: number;
}

const S = 115;
const T = 116;
/** Formulas that reach outside the file: another workbook, a web service, a real-time or DDE server. */
const REACHES_OUT = /\[\d+\][^\]!]*!|\b(WEBSERVICE|RTD|_xlfn\.WEBSERVICE)\s*\(|[\w'"]\|[^|]*!/i;

/**
 * Whether the bytes of a formula surely match nothing of REACHES_OUT, so that the many that only count are never made
 * texts: no [ nor |, no character given by its number, neither "rt" nor "we" of a name that matters.
 */
function staysInside(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === 91 || byte === 124) return false;
    const next = bytes[i + 1];
    if (byte === 38 && next === 35) return false;
    const letter = byte | 32;
    if ((letter === 114 && (next | 32) === 116) || (letter === 119 && (next | 32) === 101)) return false;
  }
  return true;
}

/** Reads the cells of one sheet, each from its <c> to its </c>. */
export class CellReader {
  /** Elements seen, to compare with an independent count of the part. */
  seen = 0;
  seenValues = 0;
  private toldOutside = false;

  constructor(
    private readonly context: CellContext,
    private readonly sheet: string,
    private readonly remark: (remark: FileRemark, cell?: string) => void,
  ) {}

  /** The cell just opened, or null when it holds nothing. */
  read(scanner: XmlScanner, row: number, column: number): ReadCell | null {
    this.seen++;
    const type = this.typeOf(scanner);
    const dateKind = type === "n" ? this.dateKind(scanner, row, column) : "none";
    const depth = scanner.depth;
    let computed = false;
    let hasValue = false;
    let cell: ReadCell | null = null;
    for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next()) {
      if (token !== OPEN) continue;
      if (scanner.name === "v") {
        if (hasValue) this.damaged("two values", row, column);
        hasValue = true;
        this.seenValues++;
        cell = this.value(scanner, type, dateKind, row, column);
      } else if (scanner.name === "is") {
        if (hasValue) this.damaged("two values", row, column);
        hasValue = true;
        const text = richText(scanner, this.context.text);
        cell = text === "" ? null : { value: text };
      } else if (scanner.name === "f") {
        computed = true;
        this.lookAtFormula(scanner, row, column);
      } else this.passOver(scanner);
    }
    // A formula may give an empty text; any other empty value was never computed.
    const unknown = computed && cell === null && !(hasValue && type === "str");
    if (unknown) this.remark("formulaWithoutValue", addressText(row, column));
    if (cell === null && !unknown) return null;
    if (++this.context.cells > MAX_CELLS) refuse("tooManyCells", { sheet: this.sheet, limit: MAX_CELLS });
    if (cell === null) return null;
    return computed ? { ...cell, computed } : cell;
  }

  /** Passes over an element that is none of ours, yet counts what looks like cells and values in it. */
  passOver(scanner: XmlScanner): void {
    const depth = scanner.depth;
    this.notice(scanner.name);
    for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next())
      if (token === OPEN) this.notice(scanner.name);
  }

  /** Counts an element that is looked at but not read. */
  notice(name: string): void {
    if (name === "c") this.seen++;
    else if (name === "v") this.seenValues++;
  }

  private value(
    scanner: XmlScanner,
    type: string,
    kind: DateKind,
    row: number,
    column: number,
  ): ReadCell | null {
    const depth = scanner.depth;
    const token = scanner.next();
    if (token === CLOSE) return null;
    if (token !== TEXT) scanner.malformed("element in a value");
    let cell: ReadCell | null;
    if (scanner.isWhole && type === "n") {
      const number = parseNumber(scanner.bytes, scanner.textStart, scanner.textEnd);
      cell = Number.isNaN(number) ? this.noNumber(scanner.text()) : this.number(number, kind);
    } else if (scanner.isWhole && type === "s")
      cell = this.shared(parseWhole(scanner.bytes, scanner.textStart, scanner.textEnd), row, column);
    else return this.fromText(restOfText(scanner, depth), type, kind, row, column);
    scanner.next();
    return cell;
  }

  private fromText(text: string, type: string, kind: DateKind, row: number, column: number): ReadCell | null {
    const word = text.trim();
    if (word === "" && type !== "str" && type !== "inlineStr") return null;
    switch (type) {
      case "n": {
        const number = numberOf(word);
        return Number.isNaN(number) ? this.noNumber(text) : this.number(number, kind);
      }
      case "s":
        return this.shared(/^\d{1,9}$/.test(word) ? Number(word) : -1, row, column);
      case "b":
        if (!/^(0|1|true|false)$/i.test(word)) this.damaged(`boolean ${word}`, row, column);
        return { value: word === "1" || word.toLowerCase() === "true" };
      case "e":
        return { value: word, error: true };
      case "d":
        return { value: word.replace(/T00:00:00(\.0+)?Z?$/, "").replace(/\.0+Z?$|Z$/, "") };
      case "str":
      case "inlineStr":
        return text === "" ? null : { value: counted(unescapeCharacters(text), this.context.text) };
      default:
        return this.damaged(`type ${type}`, row, column);
    }
  }

  private number(number: number, kind: DateKind): ReadCell {
    return { value: serialToIso(number, kind, this.context.date1904) ?? number };
  }

  /** Some writers put "NaN" or a word where a number must stand: kept as an error with what was found. */
  private noNumber(text: string): ReadCell | null {
    const word = text.trim();
    return word === "" ? null : { value: counted(word, this.context.text), error: true };
  }

  private shared(index: number, row: number, column: number): ReadCell | null {
    const { sharedStrings, sharedCells } = this.context;
    if (sharedStrings === null)
      return refuse("missingPart", {
        sheet: this.sheet,
        cell: addressText(row, column),
        found: "sharedStrings",
      });
    if (index < 0 || index >= sharedStrings.length) this.damaged("shared text", row, column);
    if (sharedStrings[index] === "") return null;
    return (sharedCells[index] ??= { value: sharedStrings[index] });
  }

  private typeOf(scanner: XmlScanner): string {
    const t = scanner.letterAttribute(T);
    if (t < 0) return "n";
    const start = scanner.attributes.valueStart(t);
    if (scanner.attributes.valueEnd(t) - start === 1) {
      const letter = scanner.bytes[start];
      if (letter === S) return "s";
      if (letter === 110) return "n";
    }
    return scanner.value(t);
  }

  private dateKind(scanner: XmlScanner, row: number, column: number): DateKind {
    const s = scanner.letterAttribute(S);
    if (s < 0) return "none";
    const style = parseWhole(scanner.bytes, scanner.attributes.valueStart(s), scanner.attributes.valueEnd(s));
    return this.context.dateKinds[style] ?? (style === 0 ? "none" : this.damaged("format", row, column));
  }

  /** Formulas are never run; one that reaches outside is said, once a sheet. */
  private lookAtFormula(scanner: XmlScanner, row: number, column: number): void {
    if (this.toldOutside) return scanner.skip();
    if (!REACHES_OUT.test(scanner.elementText(staysInside))) return;
    this.toldOutside = true;
    this.remark("externalLinksIgnored", addressText(row, column));
  }

  private damaged(found: string, row: number, column: number): never {
    return refuse("damaged", { sheet: this.sheet, cell: addressText(row, column), found });
  }
}

/** The text of an element from the run just found to its end; comments may stand between. */
function restOfText(scanner: XmlScanner, depth: number): string {
  let text = scanner.text();
  for (let token = scanner.next(); !(token === CLOSE && scanner.depth < depth); token = scanner.next()) {
    if (token === OPEN) scanner.malformed("element in a value");
    if (token === TEXT) text += scanner.text();
    if (text.length > MAX_TOKEN_BYTES) scanner.malformed("text too long");
  }
  return text;
}
