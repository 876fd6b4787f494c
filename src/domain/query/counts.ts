import { MAX_CELLS } from "../base/slots";
import type { Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import { FormulaError } from "../messages";

/** One value of a grouping: a code, or a text that occurs. */
export interface Group {
  readonly code?: number;
  readonly label: Localized;
}

/** The values rows are counted by, in order; "not reported" always stands apart. */
export interface Grouping {
  readonly label: Localized;
  readonly groups: readonly Group[];
  /** Scale the codes belong to, when they have an order. */
  readonly ordered: boolean;
}

/** An answer that is no code, found while counting. */
export interface InvalidAnswer {
  readonly field: Localized;
  readonly value: unknown;
  /** 1-based row of the table or range. */
  readonly row: number;
}

/** Rows counted by one grouping. */
export interface Counts {
  readonly grouping: Grouping;
  /** By group, in the order of the grouping. */
  readonly n: readonly number[];
  readonly notReported: number;
}

/** Rows counted by two groupings; `n[r][c]`, the last row and column being "not reported". */
export interface CrossCounts {
  readonly rows: Grouping;
  readonly columns: Grouping;
  readonly n: readonly (readonly number[])[];
  /** Mean code of the value field in each cell, NaN where nobody answered; laid out like `n`, plus totals. */
  readonly values?: CrossValues;
}

/** Sum of the scores and number of the valid codes of a third field in each cell. */
export interface CrossValues {
  readonly sum: readonly (readonly number[])[];
  readonly n: readonly (readonly number[])[];
}

/** Rows counted by several groupings at once: those of some groups stand at the sum of the groups' offsets. */
export interface Cube {
  readonly groupings: readonly Grouping[];
  readonly counts: ArrayLike<number>;
  /** By grouping and group; the one behind the last group is that of "not reported". */
  readonly offsets: readonly Int32Array[];
}

/** What means by group are made of, in columns. Do not keep: they follow the base. */
export interface ScoredGroups {
  readonly grouping: Grouping;
  /** Where each group stands in the columns; behind the last one, the rows that do not say theirs. */
  readonly at: ArrayLike<number>;
  readonly sum: ArrayLike<number>;
  /** Valid answers. */
  readonly n: ArrayLike<number>;
  readonly notReported: ArrayLike<number>;
  /** Groups of another field that have a valid answer; none if no other field is asked for. */
  readonly across: ArrayLike<number>;
}

/** How missing and invalid answers are treated; given as pairs among the criteria. */
export interface CountingOptions {
  /** valid: shares among those who answered · total: "not reported" counts in the base. */
  readonly base: "valid" | "total";
  /** error: an invalid answer is named · ignore: it is left out. */
  readonly invalid: "error" | "ignore";
}

/** A source of counts: the workbook's base or ranges handed to the function. */
export interface CountSource {
  readonly options: CountingOptions;
  /** Rows that meet the criteria. */
  total(): number;
  counts(subject: Subject): Counts;
  /** @param score What a code of `values` counts for in the sums; the code itself if not given. */
  cross(rows: Subject, columns: Subject, values?: Subject, score?: (code: number) => number): CrossCounts;
  /**
   * The same figures as sums of `cross`, in a fraction of its time.
   * @param score What a code of `values` counts for.
   * @param across Field whose groups with an answer are counted.
   */
  scores(rows: Subject, values: Subject, score: (code: number) => number, across?: Subject): ScoredGroups;
  /** Invalid answers are out: ask `counts` or `cross` first, which refuse them. */
  cube(subjects: readonly Subject[]): Cube;
}

/** What is counted: a field by name in the base; a range, with the field it most likely is, otherwise. */
export type Subject =
  | { readonly name: string }
  | { readonly cells: readonly (readonly unknown[])[]; readonly position: number; readonly field?: Field };

/** The groups of a code list. */
export function codeGrouping(codebook: Codebook, field: Field): Grouping {
  const list = codebook.list(field.list!);
  return { label: field.label, groups: list.codes, ordered: list.ordered === true };
}

/** What rows are counted by, as far as its size goes. */
interface Sized {
  size(): number;
  grouping(): Grouping;
}

/**
 * Two texts of thousands of values each: no table anyone could read, nor memory for it.
 * @throws FormulaError tooManyGroups.
 */
export function refuseTooManyCells(axes: readonly Sized[]): void {
  const cells = axes.reduce((product, axis) => product * axis.size(), 1);
  if (cells <= MAX_CELLS) return;
  const [longest] = [...axes].sort((a, b) => b.size() - a.size());
  const { label, groups } = longest.grouping();
  const most = Math.floor((MAX_CELLS * longest.size()) / cells);
  throw FormulaError.value("tooManyGroups", { field: label, count: groups.length, most });
}

/** How far two neighbours along each axis stand apart in a table of counts, the last axis running fastest. */
export function stridesOf(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length);
  for (let i = sizes.length - 1, stride = 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= sizes[i];
  }
  return strides;
}

/** Throws the message of the first invalid answer, if answers are not to be ignored. */
export function refuseInvalid(options: CountingOptions, found: () => InvalidAnswer | undefined): void {
  if (options.invalid === "ignore") return;
  const invalid = found();
  if (invalid) throw FormulaError.value("invalidValue", invalid);
}
