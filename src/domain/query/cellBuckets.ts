import type { Codebook, Field } from "../codebook";
import { normalizeText } from "../text/normalize";
import { readSpecial } from "../values/answer";
import { CellMemo } from "./cellMemo";
import { isErrorValue } from "./cells";
import { codeGrouping, type Grouping } from "./counts";

/** Bucket of a cell that leaves every base, and of a cell that is no answer. */
export const OUT = -1;
export const INVALID = -2;

/** From cells to buckets: 0 is "not reported", groups start at 1. Each distinct value is understood once. */
export abstract class CellBuckets {
  readonly memo = new CellMemo((value) => this.understand(value));
  abstract readonly label: Grouping["label"];

  of(value: unknown): number {
    return this.memo.of(value);
  }

  protected abstract understand(value: unknown): number;
  /** Buckets in the order they are shown. */
  abstract order(): number[];
  abstract grouping(order: readonly number[]): Grouping;
  codeOf(_bucket: number): number {
    return NaN;
  }
}

/** Cells of a code list. */
export class CodeBuckets extends CellBuckets {
  readonly label: Grouping["label"];
  private readonly codes: readonly number[];

  constructor(
    private readonly codebook: Codebook,
    private readonly field: Field,
  ) {
    super();
    this.label = field.label;
    this.codes = codebook.list(field.list!).codes.map(({ code }) => code);
  }

  protected understand(value: unknown): number {
    const answer = this.codebook.reader(this.field.list!).read(value);
    if (answer.kind === "code") return this.codes.indexOf(answer.code) + 1;
    if (answer.kind === "invalid") return INVALID;
    return answer.kind === "notApplicable" ? OUT : 0;
  }

  order(): number[] {
    return this.codes.map((_, i) => i + 1);
  }

  grouping(): Grouping {
    return codeGrouping(this.codebook, this.field);
  }

  override codeOf(bucket: number): number {
    return this.codes[bucket - 1];
  }
}

/** Cells of no code list: each text, or number, is a group of its own. */
export class TextBuckets extends CellBuckets {
  readonly label = { fr: "Valeur", en: "Value" };
  private readonly keys = new Map<string, number>();
  private readonly texts: string[] = [""];

  protected understand(value: unknown): number {
    const special = readSpecial(value);
    if (special) return special.kind === "notApplicable" ? OUT : 0;
    if (isErrorValue(value)) return INVALID;
    const key = normalizeText(String(value));
    let bucket = this.keys.get(key);
    if (bucket === undefined) {
      bucket = this.texts.length;
      this.texts.push(String(value).trim());
      this.keys.set(key, bucket);
    }
    return bucket;
  }

  order(): number[] {
    const compare = (a: number, b: number) =>
      this.texts[a].localeCompare(this.texts[b], "fr", { numeric: true });
    return [...this.keys.values()].sort(compare);
  }

  grouping(order: readonly number[]): Grouping {
    const groups = order.map((bucket) => ({ label: { fr: this.texts[bucket], en: this.texts[bucket] } }));
    return { label: this.label, groups, ordered: false };
  }
}
