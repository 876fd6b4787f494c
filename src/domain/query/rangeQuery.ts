import type { Codebook, Field } from "../codebook";
import { MARK } from "../base/columns";
import { codeTest } from "../criteria/tests";
import { meets, parseCriterion, type Criterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { CellMemo } from "./cellMemo";
import { possibleEndings } from "./endings";
import { isBlank, readSpecial } from "../values/answer";
import { normalizeText } from "../text/normalize";
import {
  codeGrouping,
  refuseInvalid,
  type CountingOptions,
  type Counts,
  type CountSource,
  type CrossCounts,
  type Grouping,
  type Subject,
} from "./counts";

/** A range as Excel hands it over: rows of cells. */
export type Cells = readonly (readonly unknown[])[];

/** A criteria range, its criterion and where it stands among the arguments (1-based, for messages). */
export interface RangeCriterion {
  readonly cells: Cells;
  readonly criterion: unknown;
  readonly position: number;
}

/** How many rows and columns a range has, for messages. */
export const shapeOf = (cells: Cells): string => `${cells.length} × ${cells[0]?.length ?? 0}`;

type RangeSubject = Extract<Subject, { cells: Cells }>;

/** Bucket of a cell that leaves every base, and of a cell that is no answer. */
const OUT = -1;
const INVALID = -2;

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
    this.criteria = criteria.flatMap(({ cells, criterion }) => {
      const parsed = parseCriterion(criterion);
      return parsed.everything ? [] : [compiled(codebook, cells, parsed)];
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
      if (this.passes(i) && !isBlank(cellAt(this.first.cells, this.width, i))) n++;
    }
    return n;
  }

  counts(subject: Subject): Counts {
    const { cells, position, field } = subject as RangeSubject;
    this.sameShape(cells, position);
    const buckets = this.bucketsOf(cells, field);
    const counts = countCells(cells, this.criteria, this.width, buckets.memo);
    this.refuseInvalid(buckets, counts.invalid, cells);
    const order = buckets.order();
    return {
      grouping: buckets.grouping(order),
      n: order.map((bucket) => counts.n[bucket] ?? 0),
      notReported: counts.n[0] ?? 0,
    };
  }

  cross(rows: Subject, columns: Subject, values?: Subject): CrossCounts {
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
        cell.sum += buckets[2].codeOf(found[2]);
        cell.answered++;
      }
    }
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

  private bucketsOf(cells: Cells, field: Field | undefined): CellBuckets {
    const known = field ?? inferField(this.codebook, cells);
    return known ? new CodeBuckets(this.codebook, known) : new TextBuckets();
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

  private sameShape(cells: Cells, position: number): void {
    if (cells.length === this.first.cells.length && (cells[0]?.length ?? 0) === this.width) return;
    throw FormulaError.value("rangesOfDifferentSize", {
      position,
      found: shapeOf(cells),
      expected: shapeOf(this.first.cells),
    });
  }
}

const cellAt = (cells: Cells, width: number, i: number): unknown =>
  width === 1 ? cells[i][0] : cells[Math.floor(i / width)][i % width];

/** From cells to buckets: 0 is "not reported", groups start at 1. Each distinct value is understood once. */
abstract class CellBuckets {
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

class CodeBuckets extends CellBuckets {
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
class TextBuckets extends CellBuckets {
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

/** Whether a value of a range is one of Excel's error values. */
export function isErrorValue(value: unknown): boolean {
  return typeof value === "string"
    ? /^#[A-Z0/]+[!?]?$/.test(value)
    : typeof value === "object" && value !== null;
}

/** A criteria range with what its distinct values come to: 1 in, 0 out. */
interface CompiledCriterion {
  readonly cells: Cells;
  readonly memo: CellMemo;
  /** For an equality: what an accepted text may end with. */
  readonly endings: Uint8Array | null;
}

function compiled(codebook: Codebook, cells: Cells, criterion: Criterion): CompiledCriterion {
  const test = cellTest(codebook, criterion);
  const memo = new CellMemo((value) => (test(value) ? 1 : 0));
  const isEquality =
    criterion.operator === "=" && !criterion.pattern && !criterion.blank && criterion.key !== "nr";
  const keys = isEquality && [criterion.key, ...labelKeys(codebook, criterion.operand)];
  return { cells, memo, endings: keys ? possibleEndings(keys) : null };
}

/** Keys of every label of the codes an operand means in some list. */
function labelKeys(codebook: Codebook, operand: unknown): string[] {
  const parts = typeof operand === "string" ? operand.split("|") : [operand];
  return codedFields(codebook).flatMap(({ list }) =>
    parts.flatMap((part) => {
      const answer = codebook.reader(list!).read(part);
      const code = answer.kind === "code" ? codebook.code(list!, answer.code) : undefined;
      return code ? [code.label.fr, code.label.en, ...(code.aliases ?? [])].map(normalizeText) : [];
    }),
  );
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

/**
 * A criterion on cells whose field is not named: Excel's own comparison, and besides, a code equals its
 * labels. A label is looked up in every list that has it; a bare code equals the number before "3 – Réalisé".
 */
function cellTest(codebook: Codebook, criterion: Criterion): (value: unknown) => boolean {
  const missing = (value: unknown) => readSpecial(value)?.kind === "notReported";
  const plain = (value: unknown) => meets(missing(value) ? null : value, criterion);
  if (criterion.blank || criterion.pattern) return plain;
  if (criterion.key === "nr") return (value) => missing(value) === (criterion.operator === "=");
  const tests = codedFields(codebook)
    .filter((field) => codebook.reader(field.list!).read(criterion.operand).kind === "code")
    .map((field) => ({ field, test: codeTest(codebook, field, criterion) }));
  if (!tests.length) return plain;
  const negative = criterion.operator === "<>";
  return (value) => {
    if (missing(value)) return negative;
    // A number compares as a number; only a text may be a label or "code – label".
    if (typeof value === "number" && criterion.number !== null) return plain(value);
    const asCode = tests.flatMap(({ field, test }) => {
      const answer = codebook.reader(field.list!).read(value);
      return answer.kind === "code"
        ? [test(answer.code)]
        : answer.kind === "invalid"
          ? []
          : [test(MARK[answer.kind])];
    });
    if (!asCode.length) return plain(value);
    return negative ? asCode.every(Boolean) && plain(value) : asCode.some(Boolean) || plain(value);
  };
}

/** Fields with a code list, of the tables analysts work on; each list once. */
export function codedFields(codebook: Codebook): readonly Field[] {
  const seen = new Set<string>();
  return (["projects", "panel", "motivations", "actors"] as const)
    .flatMap((id) => codebook.table(id).fields)
    .filter(({ list }) => list && !seen.has(list) && seen.add(list));
}

/**
 * The field a range most likely holds: the only list that has all its answers. Undefined for plain texts;
 * bare numbers fit several lists, so they stay numbers unless the field is named.
 */
export function inferField(codebook: Codebook, cells: Cells): Field | undefined {
  const samples = new Set<string>();
  for (const row of cells) {
    for (const value of row) {
      if (typeof value === "string" && !readSpecial(value) && !/^\s*-?\d+([.,]0*)?\s*$/.test(value)) {
        samples.add(value);
      }
    }
    if (samples.size > 500) break;
  }
  if (!samples.size) return undefined;
  const fits = codedFields(codebook)
    .map((field) => {
      const reader = codebook.reader(field.list!);
      return { field, n: [...samples].filter((value) => reader.read(value).kind === "code").length };
    })
    .filter(({ n }) => n * 2 > samples.size)
    .sort((a, b) => b.n - a.n);
  return fits.length && (fits.length === 1 || fits[0].n > fits[1].n) ? fits[0].field : undefined;
}
