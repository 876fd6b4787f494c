import { Zip, ZipPassThrough } from "fflate";
import type { Codebook } from "../../../domain/codebook";
import { zipDate } from "../../xlsx/write";
import { makeQuestionnaire, type QuestionnaireRequest } from "./make";

/** One file made: its name is unique among those of the same run, and safe on every system. */
export interface MadeQuestionnaire {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MakeProgress {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

/** Longest run without letting the page breathe, in milliseconds. */
const BLOCK = 24;
const LONGEST_NAME = 80;

/**
 * Questionnaires one after the other; the page keeps answering, and a signal stops between two files.
 * @throws DOMException "AbortError" when the signal says so.
 */
export async function* makeQuestionnaires(
  codebook: Codebook,
  requests: readonly QuestionnaireRequest[],
  onProgress?: (progress: MakeProgress) => void,
  signal?: AbortSignal,
): AsyncGenerator<MadeQuestionnaire> {
  const names = new FileNames(codebook);
  let since = performance.now();
  for (let i = 0; i < requests.length; i++) {
    signal?.throwIfAborted();
    const name = names.nameFor(requests[i]);
    const bytes = makeQuestionnaire(codebook, requests[i]);
    onProgress?.({ done: i + 1, total: requests.length, name });
    yield { name, bytes };
    if (performance.now() - since > BLOCK) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
  }
}

/**
 * One .zip of questionnaires; they are compressed already, so they are only put together.
 * @throws DOMException "AbortError" when the files' signal says so.
 */
export async function zipQuestionnaires(
  files: AsyncIterable<MadeQuestionnaire> | Iterable<MadeQuestionnaire>,
  now: Date,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for await (const { name, bytes } of files) {
    const entry = new ZipPassThrough(name);
    entry.mtime = zipDate(now);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** File names: "Questionnaire 2014 - 73065 Chambery.xlsx". */
class FileNames {
  private readonly taken = new Set<string>();

  constructor(private readonly codebook: Codebook) {}

  nameFor({ territory }: QuestionnaireRequest): string {
    const text = `Questionnaire ${this.codebook.edition.id} - ${territory.code} ${territory.name}`;
    const base = safeName(text);
    for (let n = 1; ; n++) {
      const name = `${n === 1 ? base : `${base} (${n})`}.xlsx`;
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
