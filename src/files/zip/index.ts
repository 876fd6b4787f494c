import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { zipDate } from "../xlsx/write";

/** A file made for a download. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 80;

/** Bytes packed at once: some thirty milliseconds. */
const SLICE = 1_000_000;

/** Files that are compressed already, and are only put together. */
const PACKED = /\.(xlsx|zip|parquet)$/i;

/**
 * One .zip of files, each of which is let go as soon as it is packed.
 * @throws DOMException "AbortError" when the files' signal says so.
 */
export async function zipFiles(
  files: AsyncIterable<MadeFile> | Iterable<MadeFile>,
  now: Date,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for await (const { name, bytes } of files) {
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
    entry.mtime = zipDate(now);
    zip.add(entry);
    for (let at = 0; at === 0 || at < bytes.length; at += SLICE) {
      // Between two slices of a large file the page answers.
      if (at) await new Promise((resolve) => setTimeout(resolve));
      entry.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    }
  }
  zip.end();
  return joined(chunks);
}

/** Pieces as one array; a single piece as it is. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Names that are unique among those given so far, whatever their case: "Lyon.xlsx", "Lyon (2).xlsx". */
export class FileNames {
  private readonly taken = new Set<string>();

  /** @param extension With its point. */
  nameFor(text: string, extension: string): string {
    const base = safeName(text);
    for (let n = 1; ; n++) {
      const name = `${n === 1 ? base : `${base} (${n})`}${extension}`;
      const key = name.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}

/**
 * A text as a file's name on any system and in any zip: letters without accents, no signs with a meaning.
 * @example safeName("Questionnaire 2014 - L'Haÿ/les:Roses") // "Questionnaire 2014 - L'Hay-les-Roses"
 */
export function safeName(text: string): string {
  return text
    .replace(/[œŒ]/g, "oe")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9 '()_-]+/g, "-")
    .replace(/ {2,}/g, " ")
    .slice(0, LONGEST_NAME)
    .replace(/^[ -]+|[ .-]+$/g, "");
}
