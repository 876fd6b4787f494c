import { XmlAttributes } from "./xmlAttributes";
import { asUtf8, joined } from "./xmlEncoding";
import type { BlockSource } from "./inflate";
import { MAX_DEPTH, MAX_TOKEN_BYTES } from "./limits";
import { refuse } from "./refused";
import { knownName } from "./xmlNames";
import { rawText, xmlText } from "./xmlText";

/** What `next` found. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;

/**
 * Walks over the XML of a part, tag by tag, on its bytes and in blocks: no string of a whole part, no tree, no
 * recursion. Knows no DTD and no entities but the five of XML; whatever declares some is refused. Checks that
 * tags nest and that the part ends where its root does.
 *
 * After OPEN, `name` is the local name and `attribute` answers; after TEXT, `text` does. An element without
 * content gives OPEN and CLOSE. What was given is gone at the following `next`.
 */
export class XmlScanner {
  /** Local name of the last tag when this reader knows it, else "". */
  name = "";
  /** Elements open around the place, the one just opened counted. */
  depth = 0;
  bytes: Uint8Array = new Uint8Array(0);
  readonly attributes = new XmlAttributes();
  textStart = 0;
  textEnd = 0;
  private at = 0;
  private end = 0;
  private cdata = false;
  private closesItself = false;
  private rootSeen = false;
  private readonly open = new Int32Array(MAX_DEPTH + 1);
  private readonly source: BlockSource;

  constructor(
    source: BlockSource,
    readonly part: string,
    /** Looks at the blocks on their way, once they are UTF-8. */
    through: (utf8: BlockSource) => BlockSource = (utf8) => utf8,
  ) {
    this.source = through(asUtf8(source, part));
  }

  next(): number {
    if (this.closesItself) {
      this.closesItself = false;
      this.depth--;
      return CLOSE;
    }
    for (;;) {
      if (this.at >= this.end && !this.refill()) return this.finish();
      if (this.bytes[this.at] !== LT) {
        if (this.scanText()) return TEXT;
        continue;
      }
      if (this.at + 1 >= this.end && !this.refill()) this.malformed("cut short");
      const byte = this.bytes[this.at + 1];
      if (byte === SLASH) {
        if (this.scanClose()) return CLOSE;
      } else if (byte === 33 || byte === 63) {
        if (this.scanSpecial(byte === 63)) return TEXT;
      } else if (this.scanOpen()) return OPEN;
    }
  }

  /** The run of text just found. */
  text(): string {
    return (this.cdata ? rawText : xmlText)(this.bytes, this.textStart, this.textEnd, this.part);
  }

  /** True when the text just found is all its element holds, so that its bytes can be read as they are. */
  get isWhole(): boolean {
    return !this.cdata && this.bytes[this.textEnd + 1] === SLASH;
  }

  /**
   * All text of the element just opened, up to its end; elements in it are passed over. Text that is dull by its bytes
   * counts as none.
   */
  elementText(isDull?: (bytes: Uint8Array, start: number, end: number) => boolean): string {
    const depth = this.depth;
    let text = "";
    for (let token = this.next(); !(token === CLOSE && this.depth < depth); token = this.next())
      if (token === TEXT && this.depth === depth) {
        if (text === "" && this.isWhole && isDull?.(this.bytes, this.textStart, this.textEnd)) continue;
        text += this.text();
        if (text.length > MAX_TOKEN_BYTES) this.malformed("text too long");
      }
    return text;
  }

  /** Passes over the element just opened. */
  skip(): void {
    const depth = this.depth;
    while (!(this.next() === CLOSE && this.depth < depth));
  }

  /** The value of an attribute by its name, without looking at prefixed ones. */
  attribute(name: string): string | undefined {
    const i = this.attributes.find(this.bytes, name, false);
    return i < 0 ? undefined : this.value(i);
  }

  /** The value of an attribute of another namespace, such as r:id, whatever its prefix. */
  prefixedAttribute(local: string): string | undefined {
    const i = this.attributes.find(this.bytes, local, true);
    return i < 0 ? undefined : this.value(i);
  }

  /** Number of the attribute with a one-letter name, or -1: the quick way for cells. */
  letterAttribute(letter: number): number {
    const i = this.attributes.findLetter(this.bytes, letter);
    return i === -2 ? this.malformed("attribute twice") : i;
  }

  value(i: number): string {
    return xmlText(this.bytes, this.attributes.valueStart(i), this.attributes.valueEnd(i), this.part);
  }

  malformed(found: string): never {
    return refuse("damaged", { part: this.part, found });
  }

  /** Takes another block behind what is left; false when the part has ended. */
  private refill(): boolean {
    const left = this.end - this.at;
    if (left > MAX_TOKEN_BYTES) this.malformed("tag or text too long");
    const block = this.source.next();
    if (block === null) return false;
    this.bytes = left === 0 ? block : joined(this.bytes.subarray(this.at, this.end), block);
    this.at = 0;
    this.end = this.bytes.length;
    return true;
  }

  /** Whether scanning the token again makes sense, because more bytes came. */
  private more(): false {
    if (!this.refill()) this.malformed("cut short");
    return false;
  }

  private finish(): number {
    if (this.depth > 0 || !this.rootSeen) this.malformed("cut short");
    return END;
  }

  private scanText(): boolean {
    const { bytes, end } = this;
    let i = this.at;
    while (i < end && bytes[i] !== LT) i++;
    if (i >= end && this.refill()) return false;
    this.textStart = this.at;
    this.textEnd = i;
    this.at = i;
    this.cdata = false;
    if (this.depth > 0) return true;
    for (let k = this.textStart; k < i; k++) if (bytes[k] > 32) this.malformed("text outside");
    return false;
  }

  /** Comments and instructions are passed over, CDATA is text, declarations of types or entities are refused. */
  private scanSpecial(instruction: boolean): boolean {
    const { bytes, at, end } = this;
    if (at + 9 > end && this.refill()) return false;
    const cdata = !instruction && bytes[at + 2] === 91 && bytes[at + 3] === 67;
    if (!instruction && !cdata && !(bytes[at + 2] === 45 && bytes[at + 3] === 45))
      refuse("unsafeXml", { part: this.part, found: "<!DOCTYPE / <!ENTITY" });
    const [first, second] = instruction ? [63, GT] : cdata ? [93, 93] : [45, 45];
    const long = !instruction;
    let i = at + (instruction ? 2 : cdata ? 9 : 4);
    for (; ; i++) {
      if (i + 2 >= end + (long ? 0 : 1)) return this.more();
      if (bytes[i] === first && bytes[i + 1] === second && (!long || bytes[i + 2] === GT)) break;
    }
    this.textStart = at + 9;
    this.textEnd = i;
    this.at = i + (long ? 3 : 2);
    this.cdata = true;
    if (cdata && this.depth === 0) this.malformed("text outside");
    return cdata;
  }

  private scanClose(): boolean {
    const { bytes, end } = this;
    let i = this.at + 2;
    let local = i;
    let hash = 0;
    let localHash = 0;
    for (; i < end && bytes[i] !== GT && bytes[i] > 32; i++) {
      const byte = bytes[i];
      hash = (Math.imul(hash, 31) + byte) | 0;
      if (byte === COLON) {
        local = i + 1;
        localHash = 0;
      } else localHash = (Math.imul(localHash, 31) + byte) | 0;
    }
    const nameEnd = i;
    while (i < end && bytes[i] <= 32) i++;
    if (i >= end) return this.more();
    if (bytes[i] !== GT || this.depth === 0 || this.open[this.depth] !== hash)
      this.malformed("tags do not nest");
    this.name = knownName(bytes, local, nameEnd, localHash);
    this.depth--;
    this.at = i + 1;
    return true;
  }

  private scanOpen(): boolean {
    const { bytes, end } = this;
    let i = this.at + 1;
    let local = i;
    let hash = 0;
    let localHash = 0;
    for (; i < end && bytes[i] !== GT && bytes[i] !== SLASH && bytes[i] > 32; i++) {
      const byte = bytes[i];
      hash = (Math.imul(hash, 31) + byte) | 0;
      if (byte === COLON) {
        local = i + 1;
        localHash = 0;
      } else localHash = (Math.imul(localHash, 31) + byte) | 0;
    }
    if (i === this.at + 1 && i < end) this.malformed("tag without name");
    const nameEnd = i;
    i = this.scanAttributes(i);
    if (i < 0) return this.more();
    if (this.depth === 0 && this.rootSeen) this.malformed("two roots");
    if (this.depth >= MAX_DEPTH) this.malformed("too deep");
    this.name = knownName(bytes, local, nameEnd, localHash);
    this.rootSeen = true;
    this.open[++this.depth] = hash;
    this.closesItself = bytes[i] === SLASH;
    this.at = i + (this.closesItself ? 2 : 1);
    return true;
  }

  /** Notes where the attributes stand; gives the place of the closing ">" or "/>", or -1 when bytes are missing. */
  private scanAttributes(i: number): number {
    const { bytes, end } = this;
    this.attributes.count = 0;
    for (;;) {
      while (i < end && bytes[i] <= 32) i++;
      if (i + 1 >= end && !(i < end && bytes[i] === GT)) return -1;
      if (bytes[i] === GT || bytes[i] === SLASH) break;
      const start = i;
      while (i < end && bytes[i] !== EQUALS && bytes[i] > 32 && bytes[i] !== GT && bytes[i] !== LT) i++;
      const nameEnd = i;
      while (i < end && bytes[i] <= 32) i++;
      if (i >= end) return -1;
      if (bytes[i] !== EQUALS || nameEnd === start) this.malformed("attribute without value");
      i++;
      while (i < end && bytes[i] <= 32) i++;
      if (i >= end) return -1;
      const quote = bytes[i];
      if (quote !== 34 && quote !== 39) this.malformed("attribute without quotes");
      const valueStart = ++i;
      while (i < end && bytes[i] !== quote && bytes[i] !== LT) i++;
      if (i >= end) return -1;
      if (bytes[i] === LT) this.malformed("< in an attribute");
      if (!this.attributes.add(start, nameEnd, valueStart, i)) this.malformed("too many attributes");
      i++;
    }
    if (bytes[i] === SLASH && bytes[i + 1] !== GT) this.malformed("/ in a tag");
    return i;
  }
}
