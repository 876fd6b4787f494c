import { normalizeText } from "../text/normalize";
import { isBlank, readSpecial } from "../values/answer";
import type { Column } from "./columns";
import { grown, idsFor, resized, SLACK, type Stored } from "./stored";
import { PackedTexts, PlainTexts, type Texts } from "./texts";

/** Raw values whose id is remembered, so that most rows are not read as text at all. */
const MAX_REMEMBERED = 1 << 16;

/** Texts, each kept once: an id a row, of one, two or four bytes; id 0 is blank. */
export class TextColumn implements Column {
  ids: Stored = new Uint8Array(0);
  length = 0;
  private readonly dictionary: Texts;
  private readonly remembered = new Map<unknown, number>();
  private readonly mostRemembered: number;
  private counts: Uint32Array = new Uint32Array(64);

  /**
   * @param canonical Key that stands for another key, e.g. of a listed project in the other language.
   * @param isFree Whether nearly every row has a text of its own.
   */
  constructor(
    private readonly canonical: (key: string) => string = (key) => key,
    isFree = false,
  ) {
    this.dictionary = isFree ? new PackedTexts() : new PlainTexts();
    this.mostRemembered = isFree ? SLACK : MAX_REMEMBERED;
  }

  /** Number of texts known; ids are below it. */
  get size(): number {
    return this.dictionary.size;
  }

  get stored(): Stored {
    return this.ids;
  }

  /** Every text by id, first spelling seen; unpacks free texts, so not for each row of them. */
  get texts(): readonly string[] {
    const { dictionary } = this;
    if (dictionary instanceof PlainTexts) return dictionary.texts;
    return Array.from({ length: dictionary.size }, (_, id) => dictionary.text(id));
  }

  /** Comparison key of every text, as `texts`. */
  get keys(): readonly string[] {
    const { dictionary } = this;
    if (dictionary instanceof PlainTexts) return dictionary.keys;
    return Array.from({ length: dictionary.size }, (_, id) => dictionary.key(id));
  }

  /** Text of an id. */
  text(id: number): string {
    return this.dictionary.text(id);
  }

  /** Comparison key of an id. */
  key(id: number): string {
    return this.dictionary.key(id);
  }

  set(row: number, value: unknown): void {
    if (row >= this.length) this.grow(row + 1);
    const id = this.idOf(value);
    this.counts[this.ids[row]]--;
    this.counts[id]++;
    this.ids[row] = id;
  }

  /** Id of a text, given one if new. */
  private idOf(value: unknown): number {
    if (value === "" || value === null) return 0;
    const known = this.remembered.get(value);
    if (known !== undefined) return known;
    const key = isBlank(value) || readSpecial(value) ? "" : this.keyOf(String(value));
    const id = this.dictionary.find(key) ?? this.added(String(value).trim(), key);
    if (this.remembered.size < this.mostRemembered) this.remembered.set(value, id);
    return id;
  }

  private added(text: string, key: string): number {
    const id = this.dictionary.add(text, key);
    if (id >= this.counts.length) this.counts = resized(this.counts, id, grown(id + 1));
    if (id >= 2 ** (8 * this.ids.BYTES_PER_ELEMENT)) {
      const wider = idsFor(id + 1, this.ids.length);
      wider.set(this.ids);
      this.ids = wider;
    }
    return id;
  }

  keyOf(text: string): string {
    return this.canonical(normalizeText(text));
  }

  /** Id of a text if it occurs. */
  find(text: string): number | undefined {
    return this.dictionary.find(this.keyOf(text));
  }

  /** Id of a comparison key if it occurs. */
  idOfKey(key: string): number | undefined {
    return this.dictionary.find(key);
  }

  /** Rows that hold the text of this id. */
  count(id: number): number {
    return this.counts[id] ?? 0;
  }

  insert(at: number, count: number): void {
    const end = this.length;
    this.grow(end + count);
    this.ids.copyWithin(at + count, at, end);
    this.ids.fill(0, at, at + count);
  }

  remove(at: number, count: number): void {
    for (let row = at; row < at + count; row++) this.counts[this.ids[row]]--;
    this.ids.copyWithin(at, at + count, this.length);
    this.length -= count;
  }

  trim(): void {
    this.ids = resized(this.ids, this.length, this.length + SLACK);
    this.dictionary.trim();
  }

  private grow(length: number): void {
    if (length > this.ids.length) this.ids = resized(this.ids, this.length, grown(length));
    else this.ids.fill(0, this.length, length);
    this.counts[0] += length - this.length;
    this.length = length;
  }
}
