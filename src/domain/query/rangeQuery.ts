import type { Codebook, Field } from "../codebook";
import { parseCriterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { isBlank } from "../values/answer";
import { CodeBuckets, INVALID, TextBuckets, type CellBuckets } from "./cellBuckets";
import { compiled, type CompiledCriterion } from "./cellCriteria";
import type { CellMemo } from "./cellMemo";
import { cellAt, isErrorValue, shapeOf, type Cells } from "./cells";
import { inferField } from "./codedFields";
import {
  refuseInvalid,
  refuseTooManyCells,
  stridesOf,
  type CountingOptions,
  type Counts,
  type CountSource,
  type CrossCounts,
  type Cube,
  type Grouping,
  type ScoredGroups,
  type Subject,
} from "./counts";

/** A criteria range, its criterion and where it stands among the arguments (1-based, for messages). */
export interface RangeCriterion {
  readonly cells: Cells;
  readonly criterion: unknown;
  readonly position: number;
}

type RangeSubject = Extract<Subject, { cells: Cells }>;

/** Counts over ranges handed to a function, as AVERAGEIFS does it. */
export class RangeQuery implements CountSource {
  private readonly criteria: readonly CompiledCriterion[];

  /** @throws FormulaError rangesOfDifferentSize. */
  constructor(
    private readonly codebook: Codebook,
    private readonly first: RangeSubject,
    criteria: readonly RangeCriterion[],
    readonly options: CountingOptions,
  ) {
    for (const { cells, position } of criteria) this.sameShape(cells, position);
    this.criteria = criteria.flatMap(({ cells, criterion, position }) => {
      const parsed = parseCriterion(criterion);
      return parsed.everything ? [] : [compiled(codebook, cells, parsed, position)];
    });
  }

  private get width(): number {
    return this.first.cells[0]?.length ?? 0;
  }

  private get length(): number {
    return this.first.cells.length * this.width;
  }

  /** Rows that meet the criteria and are not blank in the first range. */
  total(): number {
    let n = 0;
    for (let i = 0; i < this.length; i++) {
      if (!this.passes(i)) continue;
      const value = cellAt(this.first.cells, this.width, i);
      if (isErrorValue(value)) this.refuseError(value, this.first.position);
      else if (!isBlank(value)) n++;
    }
    this.refuseErrors();
    return n;
  }

  /** Cells that meet the criteria, by number, row after row; for what cannot be counted by groups. */
  *rows(): Iterable<number> {
    for (let i = 0; i < this.length; i++) if (this.passes(i)) yield i;
    this.refuseErrors();
  }

  counts(subject: Subject): Counts {
    const { cells, position, field } = subject as RangeSubject;
    this.sameShape(cells, position);
    const buckets = this.bucketsOf(cells, field);
    const counts = countCells(cells, this.criteria, this.width, buckets.memo);
    this.refuseErrors();
    this.refuseInvalid(buckets, counts.invalid, cells);
    const order = buckets.order();
    return {
      grouping: buckets.grouping(order),
      n: order.map((bucket) => counts.n[bucket] ?? 0),
      notReported: counts.n[0] ?? 0,
    };
  }

  cross(
    rows: Subject,
    columns: Subject,
    values?: Subject,
    score: (code: number) => number = (code) => code,
  ): CrossCounts {
    const subjects = [rows, columns, ...(values ? [values] : [])] as RangeSubject[];
    for (const { cells, position } of subjects) this.sameShape(cells, position);
    const buckets = subjects.map(({ cells, field }) => this.bucketsOf(cells, field));
    const cellCounts = new Map<string, { n: number; sum: number; answered: number }>();
    const invalid = subjects.map(() => -1);
    for (let i = 0; i < this.length; i++) {
      if (!this.passes(i)) continue;
      const found = subjects.map(({ cells }, s) => buckets[s].of(cellAt(cells, this.width, i)));
      found.forEach((bucket, s) => {
        if (bucket === INVALID && invalid[s] < 0) invalid[s] = i;
      });
      if (found.some((bucket) => bucket < 0)) continue;
      const key = `${found[0]},${found[1]}`;
      let cell = cellCounts.get(key);
      if (!cell) cellCounts.set(key, (cell = { n: 0, sum: 0, answered: 0 }));
      cell.n++;
      if (values && found[2] > 0) {
        cell.sum += score(buckets[2].codeOf(found[2]));
        cell.answered++;
      }
    }
    this.refuseErrors();
    subjects.forEach(({ cells }, s) => this.refuseInvalid(buckets[s], invalid[s], cells));
    const [rowOrder, columnOrder] = [buckets[0].order(), buckets[1].order()];
    const table = (read: (cell: { n: number; sum: number; answered: number }) => number) =>
      [...rowOrder, 0].map((row) =>
        [...columnOrder, 0].map((column) => {
          const cell = cellCounts.get(`${row},${column}`);
          return cell ? read(cell) : 0;
        }),
      );
    return {
      rows: buckets[0].grouping(rowOrder),
      columns: buckets[1].grouping(columnOrder),
      n: table((cell) => cell.n),
      values: values && { sum: table((cell) => cell.sum), n: table((cell) => cell.answered) },
    };
  }

  scores(rows: Subject, values: Subject, score: (code: number) => number, across?: Subject): ScoredGroups {
    const total = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + cell, 0);
    const inOrder = ({ groups }: Grouping) => [...groups.keys(), groups.length];
    if (across) {
      const { rows: grouping, columns, n: all, values: scored } = this.cross(rows, across, values, score);
      const n = scored!.n.map(total);
      return {
        grouping,
        at: inOrder(grouping),
        sum: scored!.sum.map(total),
        n,
        notReported: all.map((row, r) => total(row) - n[r]),
        across: scored!.n.map((row) => columns.groups.filter((_, c) => row[c] > 0).length),
      };
    }
    const { rows: grouping, columns, n } = this.cross(rows, values);
    const scores = columns.groups.map(({ code }) => score(code!));
    return {
      grouping,
      at: inOrder(grouping),
      sum: n.map((row) => total(scores.map((one, c) => (row[c] ? one * row[c] : 0)))),
      n: n.map((row) => total(row.slice(0, -1))),
      notReported: n.map((row) => row[scores.length]),
      across: [],
    };
  }

  cube(subjects: readonly Subject[]): Cube {
    const ranges = subjects as readonly RangeSubject[];
    for (const { cells, position } of ranges) this.sameShape(cells, position);
    const buckets = ranges.map(({ cells, field }) => this.bucketsOf(cells, field));
    const bucketsAt = (i: number) =>
      ranges.map(({ cells }, s) => buckets[s].of(cellAt(cells, this.width, i)));
    // Once to learn which values there are, and once to count.
    for (let i = 0; i < this.length; i++) if (this.passes(i)) bucketsAt(i);
    const orders = buckets.map((own) => own.order());
    const groupings = buckets.map((own, s) => own.grouping(orders[s]));
    const sizes = orders.map((order) => order.length + 1);
    refuseTooManyCells(groupings.map((grouping, s) => ({ size: () => sizes[s], grouping: () => grouping })));
    const strides = stridesOf(sizes);
    const counts = new Int32Array(sizes.reduce((product, size) => product * size, 1));
    for (let i = 0; i < this.length; i++) {
      if (!this.passes(i)) continue;
      const found = bucketsAt(i);
      if (found.every((bucket) => bucket >= 0))
        counts[found.reduce((cell, bucket, s) => cell + bucket * strides[s], 0)]++;
    }
    const offsets = orders.map((order, s) => Int32Array.from([...order, 0], (bucket) => bucket * strides[s]));
    return { groupings, counts, offsets };
  }

  private bucketsOf(cells: Cells, field: Field | undefined): CellBuckets {
    const known = field ?? inferField(this.codebook, cells);
    return known ? new CodeBuckets(this.codebook, known) : new TextBuckets();
  }

  /** An error value among the criteria is neither in nor out. */
  private refuseErrors(): void {
    for (const { position, error } of this.criteria) {
      if (error() !== undefined) this.refuseError(error(), position);
    }
  }

  private refuseError(value: unknown, position: number): void {
    if (this.options.invalid === "error") throw FormulaError.value("errorInRange", { value, position });
  }

  private passes(i: number): boolean {
    return this.criteria.every(({ cells, memo }) => memo.of(cellAt(cells, this.width, i)) === 1);
  }

  private refuseInvalid(buckets: CellBuckets, index: number, cells: Cells): void {
    if (index < 0) return;
    refuseInvalid(this.options, () => ({
      field: buckets.label,
      value: cellAt(cells, this.width, index),
      row: Math.floor(index / this.width) + 1,
    }));
  }

  /** @throws FormulaError rangesOfDifferentSize. */
  sameShape(cells: Cells, position: number): void {
    if (cells.length === this.first.cells.length && (cells[0]?.length ?? 0) === this.width) return;
    throw FormulaError.value("rangesOfDifferentSize", {
      position,
      found: shapeOf(cells),
      expected: shapeOf(this.first.cells),
    });
  }
}

interface CellCounts {
  /** By bucket. */
  readonly n: number[];
  /** First cell that is no answer, −1 if none. */
  readonly invalid: number;
}

function countCells(
  cells: Cells,
  criteria: readonly CompiledCriterion[],
  width: number,
  buckets: CellMemo,
): CellCounts {
  if (width === 1 && criteria.length === 1) return countColumn(cells, criteria[0], buckets);
  const n: number[] = [];
  let invalid = -1;
  const length = cells.length * width;
  for (let i = 0; i < length; i++) {
    let passes = true;
    for (let c = 0; c < criteria.length && passes; c++) {
      passes = criteria[c].memo.of(cellAt(criteria[c].cells, width, i)) === 1;
    }
    if (!passes) continue;
    const bucket = buckets.of(cellAt(cells, width, i));
    if (bucket >= 0) n[bucket] = (n[bucket] ?? 0) + 1;
    else if (bucket === INVALID && invalid < 0) invalid = i;
  }
  return { n, invalid };
}

/** The usual question, one column and one criterion, in one loop over both. */
function countColumn(
  cells: Cells,
  { cells: criteriaCells, memo, endings }: CompiledCriterion,
  buckets: CellMemo,
): CellCounts {
  const n: number[] = [];
  let invalid = -1;
  for (let i = 0; i < cells.length; i++) {
    const value = criteriaCells[i][0];
    if (endings !== null && typeof value === "string") {
      const last = value.charCodeAt(value.length - 1);
      if (last < 256 && endings[last] === 0) continue;
    }
    if (memo.of(value) !== 1) continue;
    const bucket = buckets.of(cells[i][0]);
    if (bucket >= 0) n[bucket] = (n[bucket] ?? 0) + 1;
    else if (bucket === INVALID && invalid < 0) invalid = i;
  }
  return { n, invalid };
}
