import type { BucketWork } from "../base/tally";
import type { NamedAxis } from "./axes";

/** What counts by code come to, in the order of the codes; NaN for nothing. */
export type AmountOf = (counts: ArrayLike<number>) => number;

/** Sum of the scores of some codes. */
export const sumOf =
  (scores: readonly number[]): AmountOf =>
  (counts) => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) if (counts[i]) sum += scores[i] * counts[i];
    return sum;
  };

/**
 * Figures of the groups of the first axis by their places, see `NamedAxis`: from counts by it, perhaps another one,
 * and last a field whose codes are measured.
 */
export class Columns implements BucketWork {
  readonly amount: Float64Array;
  /** Valid answers. */
  readonly n: Float64Array | Int32Array;
  readonly notReported: Float64Array | Int32Array;
  /** Buckets of the axis between that have a valid answer. */
  readonly across: Float64Array | Int32Array;
  /** 1 where there are rows. */
  readonly present: Uint8Array;
  private readonly places: Int32Array;
  private readonly values: NamedAxis;
  private readonly between: NamedAxis | null;
  private readonly codes: Float64Array;

  /** @param isWhole Whether what is counted is whole numbers: rows without weights. */
  constructor(
    axes: readonly NamedAxis[],
    private readonly amountOf: AmountOf,
    isWhole: boolean,
  ) {
    const size = axes[0].size();
    const Numbers = isWhole ? Int32Array : Float64Array;
    this.places = axes[0].places();
    this.values = axes[axes.length - 1];
    this.between = axes.length > 2 ? axes[1] : null;
    this.codes = new Float64Array(this.values.groupBuckets().length);
    this.amount = new Float64Array(size);
    this.n = new Numbers(size);
    this.notReported = new Numbers(size);
    this.across = new Numbers(this.between ? size : 0);
    this.present = new Uint8Array(size);
  }

  update(counts: ArrayLike<number>, bucket: number): void {
    const { values, between, codes } = this;
    const buckets = values.groupBuckets();
    const width = values.size();
    const columns = between ? between.size() : 1;
    let [n, notReported, across, present] = [0, 0, 0, 0];
    codes.fill(0);
    for (let column = 0, cell = bucket * columns * width; column < columns; column++, cell += width) {
      let all = 0;
      for (let i = cell; i < cell + width; i++) all += counts[i];
      if (all === 0 || column === between?.invalid) continue;
      let answered = 0;
      for (let i = 0; i < buckets.length; i++) {
        const count = counts[cell + buckets[i]];
        codes[i] += count;
        answered += count;
      }
      n += answered;
      const invalid = values.invalid === null ? 0 : counts[cell + values.invalid];
      notReported += between ? all - answered : counts[cell + values.notReported];
      if (answered > 0 && column !== between?.notReported) across++;
      if (between || all > invalid) present = 1;
    }
    const place = this.places[bucket];
    this.amount[place] = this.amountOf(codes);
    this.n[place] = n;
    this.notReported[place] = notReported;
    if (between) this.across[place] = across;
    this.present[place] = present;
  }
}
