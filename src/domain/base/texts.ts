import { normalizeText } from "../text/normalize";
import { grown, resized } from "./stored";

/** The distinct texts of a column by id; 0 is blank. Spellings that differ by case or accents share an id. */
export interface Texts {
  readonly size: number;
  /** Text first seen for an id. */
  text(id: number): string;
  /** Comparison key of a text. */
  key(id: number): string;
  find(key: string): number | undefined;
  /** Takes a new text in, its key being none of those known. */
  add(text: string, key: string): number;
  trim(): void;
}

/** Few texts that come back in many rows: kept as they are. */
export class PlainTexts implements Texts {
  readonly texts: string[] = [""];
  readonly keys: string[] = [""];
  private readonly byKey = new Map<string, number>([["", 0]]);

  get size(): number {
    return this.texts.length;
  }

  text(id: number): string {
    return this.texts[id];
  }

  key(id: number): string {
    return this.keys[id];
  }

  find(key: string): number | undefined {
    return this.byKey.get(key);
  }

  add(text: string, key: string): number {
    this.texts.push(text);
    this.keys.push(key);
    this.byKey.set(key, this.size - 1);
    return this.size - 1;
  }

  trim(): void {}
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A whole number for a key, any of 2³². FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash;
}

/**
 * Free texts, nearly all different: their bytes (UTF-8) one after the other and a table of hashes, about 13
 * bytes a text beside its own. A fifth of what a string, its key and a map entry take.
 */
export class PackedTexts implements Texts {
  size = 1;
  private bytes = new Uint8Array(0);
  /** Where each text ends; it begins where the one before ends. */
  private ends: Int32Array = new Int32Array(16);
  private hashes: Int32Array = new Int32Array(16);
  /** Open addressing by hash: id, 0 where free. */
  private slots: Int32Array = new Int32Array(32);

  text(id: number): string {
    return id ? decoder.decode(this.bytes.subarray(this.ends[id - 1], this.ends[id])) : "";
  }

  key(id: number): string {
    return normalizeText(this.text(id));
  }

  find(key: string): number | undefined {
    if (key === "") return 0;
    const hash = hashOf(key);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot];
      if (!id) return undefined;
      if (this.hashes[id] === hash && this.key(id) === key) return id;
    }
  }

  add(text: string, key: string): number {
    const id = this.size++;
    if (id >= this.ends.length) {
      this.ends = resized(this.ends, id, grown(id));
      this.hashes = resized(this.hashes, id, grown(id));
    }
    this.ends[id] = this.write(text, this.ends[id - 1]);
    this.hashes[id] = hashOf(key);
    // Three quarters full at most.
    if (this.size * 4 > this.slots.length * 3) this.spread(this.slots.length * 2);
    else this.place(id);
    return id;
  }

  trim(): void {
    this.bytes = this.bytes.slice(0, this.ends[this.size - 1]);
    this.ends = this.ends.slice(0, this.size);
    this.hashes = this.hashes.slice(0, this.size);
  }

  /** Writes a text behind the others; where it ends. */
  private write(text: string, start: number): number {
    const most = start + text.length * 3;
    if (most > this.bytes.length) this.bytes = resized(this.bytes, start, grown(most));
    return start + encoder.encodeInto(text, this.bytes.subarray(start)).written;
  }

  private place(id: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes[id] & mask;
    while (this.slots[slot]) slot = (slot + 1) & mask;
    this.slots[slot] = id;
  }

  private spread(size: number): void {
    this.slots = new Int32Array(size);
    for (let id = 1; id < this.size; id++) this.place(id);
  }
}
