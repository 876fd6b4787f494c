import { Codebook, codebookFromCodes, editionById, editions, type Code } from "../codebook";
import { normalizeText } from "../text/normalize";
import type { FoundBase } from "./types";

/** The code books rows of other editions are read with. */
export class SourceBooks {
  private readonly books = new Map<string, Codebook>();
  /** Ids of the editions rows may be of. */
  readonly known: readonly string[];

  constructor(
    private readonly study: Codebook,
    private readonly base: Pick<FoundBase, "edition" | "codes">,
  ) {
    this.known = [...new Set([...editions.map(({ id }) => id), study.edition.id])];
  }

  /** The code book of an edition: as the file carries it, else the study's own, else as the product ships it. */
  of(edition: string | null): Codebook {
    if (edition === null || !this.known.includes(edition)) return this.study;
    let book = this.books.get(edition);
    if (!book) this.books.set(edition, (book = this.make(edition)));
    return book;
  }

  private make(edition: string): Codebook {
    const { codes } = this.base;
    const isShipped = editions.some(({ id }) => id === edition);
    if (codes && this.base.edition === edition && isShipped)
      return codebookFromCodes(editionById(edition), codes).codebook;
    return edition === this.study.edition.id || !isShipped ? this.study : new Codebook(editionById(edition));
  }
}

/**
 * Whether two lists mean the same by a code: one label or former label in common.
 * @example sameCode({ code: 3, label: { fr: "Réalisé", en: "Done" } }, { code: 3, label: { fr: "REALISE", en: "Completed" } }) // true
 */
export function sameCode(a: Code, b: Code): boolean {
  if (a.code !== b.code) return false;
  const names = ({ label, aliases = [] }: Code) => [label.fr, label.en, ...aliases].map(normalizeText);
  const theirs = new Set(names(b));
  return names(a).some((name) => theirs.has(name));
}
