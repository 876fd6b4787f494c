import type { Codebook } from "../../../domain/codebook";
import { normalizeText } from "../../../domain/text/normalize";
import { similarity } from "../../../domain/text/similarity";
import { blockDefinitions, type BlockColumn, type BlockDefinition } from "./blocks";

/** Longest text that may be a header. */
const LONGEST = 80;
const REMEMBERED = 20_000;
/** Least likeness of an unknown header to the missing one it is proposed for. */
const SAME_HEADER = 0.72;

/** What one header row says of a block. */
export interface HeaderMap {
  /** Column of the sheet of each column found, by its id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns to be read that are not there. */
  readonly missing: readonly BlockColumn[];
  /** Headers nobody knows that look like a missing one: a person must say. */
  readonly lookalikes: readonly {
    readonly found: string;
    readonly at: number;
    readonly column: BlockColumn;
  }[];
  readonly extras: readonly { readonly found: string; readonly at: number }[];
}

/** Finds headers of a code book's questionnaire; made once a code book, each text is normalised once. */
export class HeaderIndex {
  private static readonly made = new WeakMap<Codebook, HeaderIndex>();
  readonly blocks: readonly BlockDefinition[];
  private readonly known = new Set<string>();
  private readonly memory = new Map<string, readonly string[]>();

  static of(codebook: Codebook): HeaderIndex {
    let index = HeaderIndex.made.get(codebook);
    if (!index) HeaderIndex.made.set(codebook, (index = new HeaderIndex(codebook)));
    return index;
  }

  private constructor(codebook: Codebook) {
    this.blocks = blockDefinitions(codebook);
    for (const { columns } of this.blocks)
      for (const { names } of columns) for (const n of names) this.known.add(n);
  }

  /** Normalised names a cell may be a header by; none when it surely is no header. */
  keys(text: unknown): readonly string[] {
    if (typeof text !== "string" || text.length > LONGEST) return NONE;
    let keys = this.memory.get(text);
    if (!keys) {
      // "État · Status", "État / Status", or one above the other.
      const parts = [text, ...text.split(/\s*[·|\n]\s*|\s+\/\s+/)].map(normalizeText);
      keys = [...new Set(parts)].filter((key) => this.known.has(key));
      if (!keys.length) keys = NONE;
      if (this.memory.size < REMEMBERED) this.memory.set(text, keys);
    }
    return keys;
  }

  /** The block these headers are most likely of, if two of them at least are its own. */
  bestBlock(texts: ReadonlyMap<number, unknown>): BlockDefinition | undefined {
    let best: BlockDefinition | undefined;
    let bestScore = 0;
    for (const block of this.blocks) {
      const found = this.found(block, texts);
      const own = block.columns.filter(({ id, isOurs }) => !isOurs && found.has(id)).length;
      if (own < 2) continue;
      const missing = block.columns.length - found.size;
      const score = found.size - missing / 100;
      if (score > bestScore) [best, bestScore] = [block, score];
    }
    return best;
  }

  /** Which column of the sheet holds what, by these headers. */
  map(block: BlockDefinition, texts: ReadonlyMap<number, unknown>): HeaderMap {
    const columns = this.found(block, texts);
    const taken = new Set(columns.values());
    const missing = block.columns.filter(({ id, isOurs }) => !isOurs && !columns.has(id));
    const unknown = [...texts]
      .filter(([at, text]) => !taken.has(at) && String(text ?? "").trim() !== "")
      .map(([at, text]) => ({ at, found: String(text).trim() }));
    const lookalikes: { found: string; at: number; column: BlockColumn }[] = [];
    for (const { at, found } of unknown) {
      const scored = missing
        .filter((column) => !lookalikes.some((other) => other.column === column))
        .map((column) => ({
          column,
          score: Math.max(...column.names.map((name) => similarity(found, name))),
        }))
        .sort((a, b) => b.score - a.score);
      if (scored.length && scored[0].score >= SAME_HEADER)
        lookalikes.push({ found, at, column: scored[0].column });
    }
    const extras = unknown.filter(({ at }) => !lookalikes.some((other) => other.at === at));
    return { columns, missing, lookalikes, extras };
  }

  private found(block: BlockDefinition, texts: ReadonlyMap<number, unknown>): Map<string, number> {
    const columns = new Map<string, number>();
    const free = [...texts]
      .map(([at, text]) => ({ at, keys: this.keys(text) }))
      .filter(({ keys }) => keys.length);
    // The French header first: another's alias must not take its place.
    for (const rank of [
      (names: readonly string[]) => names.slice(0, 1),
      (names: readonly string[]) => names,
    ]) {
      for (const { id, names } of block.columns) {
        if (columns.has(id)) continue;
        const wanted = rank(names);
        const i = free.findIndex(({ keys }) => keys.some((key) => wanted.includes(key)));
        if (i >= 0) columns.set(id, free.splice(i, 1)[0].at);
      }
    }
    return columns;
  }
}

const NONE: readonly string[] = [];
