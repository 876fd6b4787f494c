import type { Base, BaseTableId } from "../base/base";
import type { BaseTable } from "../base/table";
import { Tally } from "../base/tally";
import type { Codebook } from "../codebook";
import { parseCriterion, type Criterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { axisOf, presentGroups, type NamedAxis } from "./axes";
import {
  refuseInvalid,
  refuseTooManyCells,
  stridesOf,
  type CountingOptions,
  type Counts,
  type CountSource,
  type CrossCounts,
  type Cube,
  type Group,
  type ScoredGroups,
  type Subject,
} from "./counts";
import { Columns, sumOf, type AmountOf } from "./columns";
import { crossed, sumAlong } from "./crossed";
import { filtersOf, keyOf, type CompiledPair } from "./rowFilters";

/** A field–criterion pair as typed. */
export type CriterionPair = readonly [field: string, criterion: unknown];

/** What a row counts for by the type and the size class of its territory: groups, then not reported, invalid. */
export type CellWeights = (type: number, size: number) => number;

/**
 * Counts over one table of the workbook's base. Without a pair that says otherwise, only the current edition
 * and the answers kept in it (not late, rejected or duplicate) are counted.
 */
export class BaseQuery implements CountSource {
  private readonly key: string;
  private readonly pairs: readonly CompiledPair[];
  /** What is meant when no pair says otherwise: the edition, the answers kept in it. */
  private readonly usual: readonly CompiledPair[];

  /** @throws FormulaError noBase, baseLoading, unknownField. */
  constructor(
    private readonly base: Base,
    private readonly table: BaseTableId,
    pairs: readonly CriterionPair[],
    readonly options: CountingOptions,
    private readonly weights?: CellWeights,
  ) {
    if (!base.has(table)) throw FormulaError.notAvailable(base.isLoading(table) ? "baseLoading" : "noBase");
    const view = base.view(table);
    const named = pairs.map(([name, value]) => ({
      access: view.access(name),
      criterion: parseCriterion(value),
    }));
    const usual: CompiledPair[] = [];
    const names = (id: string) => named.some(({ access }) => access.field.id === id);
    const { columns } = view.table;
    if (columns.has("edition") && !names("edition")) {
      usual.push({ access: view.access("edition"), criterion: parseCriterion(base.editionId) });
    }
    if (columns.has("inclusion") && !names("inclusion")) {
      usual.push({ access: view.access("inclusion"), criterion: keptInEdition(base.codebook) });
    }
    this.pairs = named.filter(({ criterion }) => !criterion.everything);
    this.usual = usual;
    this.key = [...this.pairs, ...usual].map(keyOf).sort().join("\n");
  }

  total(): number {
    return this.read([]).counts[0];
  }

  /** Rows that meet the criteria, by number; for what cannot be counted by groups. */
  rows(): Iterable<number> {
    // Numbers of rows change with any row inserted or removed, be it counted here or not.
    this.base.tableOf(this.table);
    return this.tally([]).rows();
  }

  /** Which rows of a short table meet the criteria, 1 or 0 by number: kept until the table changes. */
  mask(): Uint8Array {
    return this.base.derived(JSON.stringify(["rows", this.table, this.key]), () => {
      const mask = new Uint8Array(this.base.rowCount(this.table));
      for (const row of this.rows()) mask[row] = 1;
      return mask;
    });
  }

  counts(subject: Subject): Counts {
    const axis = this.axis(subject);
    const { counts } = this.read([axis]);
    this.refuseInvalid(
      axis,
      () => counts[axis.invalid!],
      () => this.tally([axis]),
    );
    const buckets = axis.groupBuckets();
    const { grouping, places } = presentGroups(axis, (place) => counts[buckets[place]] > 0);
    const n = new Array<number>(places.length);
    for (let i = 0; i < places.length; i++) n[i] = counts[buckets[places[i]]];
    return { grouping, n, notReported: counts[axis.notReported] };
  }

  cross(
    rows: Subject,
    columns: Subject,
    values?: Subject,
    score: (code: number) => number = (code) => code,
  ): CrossCounts {
    const { axes, counts, sizes } = this.readValid([rows, columns, ...(values ? [values] : [])]);
    return crossed(counts, sizes, axes, score);
  }

  scores(rows: Subject, values: Subject, score: (code: number) => number, across?: Subject): ScoredGroups {
    const sum = (codes: readonly Group[]) => sumOf(codes.map(({ code }) => score(code!)));
    const columns = this.columns(rows, values, score, sum, across);
    const axis = this.axis(rows);
    const { grouping, places } = presentGroups(axis, (place) => columns.present[place] === 1);
    const { amount, n, notReported, across: others } = columns;
    const behind = axis.places()[axis.notReported];
    return { grouping, at: [...places, behind], sum: amount, n, notReported, across: others };
  }

  /**
   * What the groups of a field come to, by place. Without weights it is kept, so that after an edit only the
   * groups it touched are worked out again.
   * @param key Stands for the amounts: the same for the same ones.
   * @param amounts What counts by the codes of `values` come to.
   */
  columns(
    rows: Subject,
    values: Subject,
    key: object,
    amounts: (codes: readonly Group[]) => AmountOf,
    across?: Subject,
  ): Columns {
    const { axes, counts, sizes } = this.readValid(across ? [rows, across, values] : [rows, values]);
    const make = (isWhole: boolean) =>
      new Columns(axes, amounts(axes[axes.length - 1].grouping().groups), isWhole);
    if (!this.weights) return this.tally(axes).worked(key, () => make(true));
    const columns = make(false);
    for (let bucket = 0; bucket < sizes[0]; bucket++) columns.update(counts, bucket);
    return columns;
  }

  /** All groups of a field, in order, whether they have rows or not. */
  groupsOf(subject: Subject): readonly Group[] {
    return this.axis(subject).grouping().groups;
  }

  private readValid(subjects: readonly Subject[]) {
    const axes = subjects.map((subject) => this.axis(subject));
    const { counts, sizes } = this.read(axes);
    axes.forEach((axis, i) => {
      this.refuseInvalid(
        axis,
        () => sumAlong(counts, sizes, i, axis.invalid!),
        () => this.tally([axis]),
      );
    });
    return { axes, counts, sizes };
  }

  cube(subjects: readonly Subject[]): Cube {
    const axes = subjects.map((subject) => this.axis(subject));
    const { counts, sizes } = this.read(axes);
    const strides = stridesOf(sizes);
    return {
      groupings: axes.map((axis) => axis.grouping()),
      counts,
      offsets: axes.map((axis, i) => {
        const buckets = axis.groupBuckets();
        const offsets = new Int32Array(buckets.length + 1);
        for (let g = 0; g < buckets.length; g++) offsets[g] = buckets[g] * strides[i];
        offsets[buckets.length] = axis.notReported * strides[i];
        return offsets;
      }),
    };
  }

  /** Counts by bucket, the last axis running fastest; weighted if the query is. */
  private read(axes: readonly NamedAxis[]): { counts: ArrayLike<number>; sizes: readonly number[] } {
    const { weights } = this;
    const all = weights ? [this.axis({ name: "type" }), this.axis({ name: "sizeClass" }), ...axes] : axes;
    refuseTooManyCells(all);
    const { counts, sizes } = this.tally(all).read();
    if (!weights) return { counts, sizes };
    const own = sizes.slice(2);
    const length = own.reduce((product, size) => product * size, 1);
    const sums = new Float64Array(length);
    for (let cell = 0; cell < sizes[0] * sizes[1]; cell++) {
      const weight = weights(Math.floor(cell / sizes[1]), cell % sizes[1]);
      for (let i = 0; i < length; i++) sums[i] += weight * counts[cell * length + i];
    }
    return { counts: sums, sizes: own };
  }

  private tally(axes: readonly NamedAxis[]): Tally {
    const key = `${this.key}\n|${axes.map((axis) => axis.key).join("|")}`;
    const view = this.base.view(this.table);
    const make = (table: BaseTable) =>
      new Tally(table, filtersOf(view, this.pairs), axes, filtersOf(view, this.usual));
    return this.base.tally(this.table, key, make);
  }

  private axis(subject: Subject): NamedAxis {
    return axisOf(this.base.view(this.table), (subject as { name: string }).name);
  }

  private refuseInvalid(axis: NamedAxis, count: () => number, tally: () => Tally): void {
    if (axis.invalid === null || !axis.hasInvalid()) return;
    refuseInvalid(this.options, () => {
      if (!count()) return undefined;
      const row = tally().find(axis.invalid!);
      return { field: axis.field.label, value: axis.invalidValue(row), row: row + 1 };
    });
  }
}

/** What is late, rejected or a duplicate is out. */
function keptInEdition(codebook: Codebook): Criterion {
  const leftOut = codebook.list("inclusion").codes.filter((code) => code.leftOut);
  return parseCriterion(`<>${leftOut.map(({ code }) => code).join("|")}`);
}
