import type { Codebook, Field } from "../codebook";
import { mappingOptions, mappingWords } from "../messages/olderBase";
import type { FilePlace } from "../questionnaire/returned";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import type { Answer } from "../values/answer";
import { sameCode } from "./books";
import { outcomeOf, type MappingItems } from "./items";
import type { FoundCell, MappingOption } from "./types";

const SPECIAL = { notReported: "NR", notApplicable: "SO", dontKnow: "NSP" } as const;
const CODE = "code:";

/** What an answer of an older edition is in the study; null while nobody has said. */
export type Translated =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "aside" | "leaveOut" | "open" };

/** Reads the coded answers of one edition in the terms of the study, and lists what was found. */
export class AnswerMap {
  private readonly keys = new Map<string, string>();

  /** @param book Code book of the edition the rows are of. @param edition As it is shown. */
  constructor(
    private readonly study: Codebook,
    private readonly book: Codebook,
    private readonly edition: string,
    private readonly found: MappingItems,
  ) {}

  translate(field: Field, isKey: boolean, cell: FoundCell, place: () => FilePlace): Translated {
    const { value } = cell;
    const text = typeof value === "number" ? String(value) : this.keyOf(String(value));
    const item = this.found.count("value", `${this.edition}\u0001${field.id}\u0001${text}`, place, () =>
      this.read(field, isKey, cell),
    );
    const outcome = outcomeOf(item);
    if (outcome === null) return { kind: "open" };
    if (outcome === "aside" || outcome === "leaveOut") return { kind: outcome };
    return {
      kind: "value",
      value: outcome.startsWith(CODE) ? Number(outcome.slice(CODE.length)) : outcome,
    };
  }

  /** Each distinct text is normalised once. */
  private keyOf(text: string): string {
    let key = this.keys.get(text);
    if (key === undefined) this.keys.set(text, (key = normalizeText(text)));
    return key;
  }

  private read(field: Field, isKey: boolean, { value, error }: FoundCell) {
    const codes = this.codesOf(field);
    const options: MappingOption[] = codes.map(({ code }) => ({
      id: `${CODE}${code}`,
      label: {
        fr: this.study.display(field.list!, code, "fr"),
        en: this.study.display(field.list!, code, "en"),
      },
    }));
    if (!isKey) {
      options.push(
        { id: "NR", label: mappingOptions.notReported },
        { id: "SO", label: mappingOptions.notApplicable },
        { id: "NSP", label: mappingOptions.dontKnow },
        { id: "aside", label: mappingOptions.aside },
      );
    }
    options.push({ id: "leaveOut", label: mappingOptions.leaveOut });
    const [proposed, certain] = error ? [null, false] : this.propose(field, value);
    const isOption = options.some(({ id }) => id === proposed);
    return {
      where: mappingWords.valueOf({ field: field.label, edition: this.edition }),
      found: String(value),
      options,
      proposed: isOption ? proposed : null,
      certain: certain && isOption,
    };
  }

  /** Codes of the study that the older edition has too, under the same label. */
  private codesOf({ list }: Field) {
    const theirs = this.book.edition.lists[list!];
    const own = this.study.list(list!).codes;
    if (!theirs || this.book === this.study) return own;
    return own.filter((code) =>
      theirs.codes.some((other) => sameCode(code, other) || sameLabel(code, other)),
    );
  }

  private propose(field: Field, value: FoundCell["value"]): readonly [string | null, boolean] {
    const list = field.list!;
    // Nobody answers 0: it stands for a blank in some files, for a code in others.
    if (value === 0 || normalizeText(String(value)) === "0") return [null, false];
    const theirs = this.book.edition.lists[list] ? this.book.reader(list).read(value) : undefined;
    const own = this.study.reader(list).read(value);
    for (const answer of [theirs, own]) {
      if (answer && answer.kind !== "code" && answer.kind !== "invalid") return [SPECIAL[answer.kind], true];
    }
    if (theirs?.kind === "code") return this.inStudy(list, theirs);
    if (own.kind === "code") return [`${CODE}${own.code}`, true];
    const codes = this.codesOf(field);
    const near = nearest(
      String(value).replace(/^\s*-?\d+\s*[–.:)-]?\s*/, ""),
      codes.flatMap(({ label, aliases = [] }) => [label.fr, label.en, ...aliases]),
    );
    const code = codes.find(
      ({ label, aliases = [] }) =>
        near !== undefined && [label.fr, label.en, ...aliases].some((text) => text === near),
    );
    return [code ? `${CODE}${code.code}` : null, false];
  }

  /** A code of the older list in the study's: certain where both mean the same by it. */
  private inStudy(list: string, { code }: Answer & { kind: "code" }): readonly [string | null, boolean] {
    const theirs = this.book.code(list, code)!;
    const own = this.study.code(list, code);
    if (own && sameCode(own, theirs)) return [`${CODE}${code}`, true];
    const byLabel = this.study.list(list).codes.find((candidate) => sameLabel(candidate, theirs));
    return [byLabel ? `${CODE}${byLabel.code}` : null, false];
  }
}

/** Whether two codes, whatever their numbers, say the same. */
const sameLabel = (a: Parameters<typeof sameCode>[0], b: Parameters<typeof sameCode>[0]): boolean =>
  sameCode(a, { ...b, code: a.code });
