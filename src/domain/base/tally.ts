import type { Axis, RowFilter } from "./axis";
import { countRows, MAX_CELLS, questionOf, rowsOf, type Question } from "./slots";
import type { BaseTable } from "./table";

export type { Axis, RowFilter } from "./axis";

/**
 * Counts of the rows that pass some filters, by the buckets of up to three axes: what every indicator of
 * the product is made of. Counted once, then kept up to date row by row, so that an edit costs the same
 * whatever the number of rows. Cost of counting: nothing of the rows for one column, the cells of a cube if
 * its columns have one, O(rows × columns) otherwise.
 */
export class Tally {
  private counts: Int32Array = new Int32Array(0);
  private sizes: readonly number[] = [];
  private stale = true;

  constructor(
    private readonly table: BaseTable,
    private readonly filters: readonly RowFilter[],
    private readonly axes: readonly Axis[],
  ) {}

  /**
   * Counts by bucket, the last axis running fastest. Do not keep: they follow the table.
   * @throws RangeError if there would be more than 2²⁴.
   */
  read(): { readonly counts: Int32Array; readonly sizes: readonly number[] } {
    if (this.stale || this.axes.some((axis, i) => axis.size() !== this.sizes[i])) this.countAll();
    return { counts: this.counts, sizes: this.sizes };
  }

  /** The table changed in ways that are cheaper to count again. */
  invalidate(): void {
    this.stale = true;
  }

  /** Takes one row in (+1) or out (−1); call it before a row changes and after. */
  follow(row: number, sign: 1 | -1): void {
    if (this.stale || !this.passes(row)) return;
    let slot = 0;
    for (let i = 0; i < this.axes.length; i++) {
      const bucket = this.axes[i].buckets.at(row);
      if (bucket < 0) return;
      if (bucket >= this.sizes[i]) return this.invalidate();
      slot = slot * this.sizes[i] + bucket;
    }
    this.counts[slot] += sign;
  }

  /** First row that is counted in a bucket of the first axis; −1 if none. */
  find(bucket: number): number {
    const { question, sizes } = this.question();
    const step = sizes.slice(1).reduce((product, size) => product * size, 1);
    const isWanted = (slot: number) => slot >= 0 && Math.floor(slot / step) === bucket;
    for (const row of rowsOf(question, this.table.length, isWanted)) return row;
    return -1;
  }

  /** Rows that are counted. */
  rows(): Iterable<number> {
    return rowsOf(this.question().question, this.table.length);
  }

  private passes(row: number): boolean {
    for (const filter of this.filters) if (filter.at(row) !== 1) return false;
    return true;
  }

  private question(): { question: Question; sizes: readonly number[] } {
    const sizes = this.axes.map((axis) => axis.size());
    return { question: questionOf(this.filters, this.axes, sizes), sizes };
  }

  private countAll(): void {
    const { question, sizes } = this.question();
    if (question.cells > MAX_CELLS) throw new RangeError(`${question.cells} cells to count`);
    this.counts = this.answer(question);
    this.sizes = sizes;
    this.stale = false;
  }

  private answer(question: Question): Int32Array {
    const { parts, others } = question;
    const { length, cubes } = this.table;
    if (parts.length > 1 || others.length) return cubes.ask(question, length) ?? countRows(question, length);
    const counts = new Int32Array(question.cells);
    if (!parts.length) counts[0] = length;
    else {
      // One column: how often each of its values occurs is known.
      const [{ column, adds }] = parts;
      for (let stored = 0; stored < adds.length; stored++) {
        if (adds[stored] >= 0) counts[adds[stored]] += column.count(stored);
      }
    }
    return counts;
  }
}
