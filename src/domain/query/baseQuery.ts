import type { Base, BaseTableId } from "../base/base";
import type { FieldAccess, JoinedTable } from "../base/access";
import type { Axis, Buckets, RowFilter } from "../base/axis";
import { MARK } from "../base/columns";
import type { Lookup } from "../base/lookup";
import { MAX_CELLS } from "../base/slots";
import type { BaseTable } from "../base/table";
import { Tally } from "../base/tally";
import type { Codebook, Field } from "../codebook";
import { codeTest, numberTest, textTest } from "../criteria/tests";
import { parseCriterion, type Criterion } from "../criteria/criterion";
import { FormulaError } from "../messages";
import { normalizeText } from "../text/normalize";
import { nearest } from "../text/similarity";
import {
  codeGrouping,
  refuseInvalid,
  type CountingOptions,
  type Counts,
  type CountSource,
  type CrossCounts,
  type Cube,
  type Group,
  type Grouping,
  type Subject,
} from "./counts";

/** A field–criterion pair as typed. */
export type CriterionPair = readonly [field: string, criterion: unknown];

interface CompiledPair {
  readonly access: FieldAccess;
  readonly criterion: Criterion;
}

/** An axis and the way back from its buckets to groups. */
interface NamedAxis extends Axis {
  readonly key: string;
  readonly field: Field;
  grouping(): Grouping;
  /** Bucket of each group, of "not reported" and of invalid answers. */
  readonly bucketOf: (group: number) => number;
  readonly notReported: number;
  readonly invalid: number | null;
  invalidValue(row: number): unknown;
}

const keyOf = ({ field }: FieldAccess, { operator, key }: Criterion): string =>
  `${field.id} ${operator} ${key}`;

/** Criteria kept ready for the next formula that has them. */
const MAX_FILTERS = 4096;

/** What a row counts for by the type and the size class of its territory: groups, then not reported, invalid. */
export type CellWeights = (type: number, size: number) => number;

/** Texts a suggestion is looked for among; more would make a cell wait. */
const MAX_SUGGESTED = 2000;

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
    this.key = [...this.pairs, ...usual]
      .map(({ access, criterion }) => keyOf(access, criterion))
      .sort()
      .join("\n");
  }

  total(): number {
    return this.read([]).counts[0];
  }

  /** @throws FormulaError unknownValue if no row has this text but one is like it. */
  requireText(field: string, text: string): void {
    refuseUnknownText(this.base.view(this.table).access(field), parseCriterion(text));
  }

  /** Rows that meet the criteria, by number; for what cannot be counted by groups. */
  rows(): Iterable<number> {
    // Numbers of rows change with any row inserted or removed, be it counted here or not.
    this.base.tableOf(this.table);
    return this.tally([]).rows();
  }

  counts(subject: Subject): Counts {
    const axis = this.axis(subject);
    const { counts } = this.read([axis]);
    this.refuseInvalid(
      axis,
      () => counts[axis.invalid!],
      () => this.tally([axis]),
    );
    const grouping = axis.grouping();
    return present(grouping, (group) => counts[axis.bucketOf(group)], counts[axis.notReported]);
  }

  cross(
    rows: Subject,
    columns: Subject,
    values?: Subject,
    score: (code: number) => number = (code) => code,
  ): CrossCounts {
    const axes = [rows, columns, ...(values ? [values] : [])].map((subject) => this.axis(subject));
    const { counts, sizes } = this.read(axes);
    axes.forEach((axis, i) => {
      this.refuseInvalid(
        axis,
        () => sumAlong(counts, sizes, i, axis.invalid!),
        () => this.tally([axis]),
      );
    });
    const [rowAxis, columnAxis, valueAxis] = axes;
    const valueBuckets = valueAxis ? sizes[2] : 1;
    const cell = (row: number, column: number, value: number) =>
      counts[(row * sizes[1] + column) * valueBuckets + value];
    const size = (row: number, column: number) => {
      let n = 0;
      for (let value = 0; value < valueBuckets; value++) n += cell(row, column, value);
      return n;
    };
    const buckets = (axis: NamedAxis) => [
      ...axis.grouping().groups.map((_, group) => axis.bucketOf(group)),
      axis.notReported,
    ];
    const table = (write: (row: number, column: number) => number) =>
      buckets(rowAxis).map((row) => buckets(columnAxis).map((column) => write(row, column)));
    const crossed = { rows: rowAxis.grouping(), columns: columnAxis.grouping(), n: table(size) };
    if (!valueAxis) return withoutEmptyTexts(crossed);
    const codes = valueAxis.grouping().groups.map(({ code }) => code!);
    const total = (row: number, column: number, weight: (code: number) => number) =>
      codes.reduce((sum, code, i) => sum + weight(code) * cell(row, column, valueAxis.bucketOf(i)), 0);
    const answered = {
      sum: table((row, column) => total(row, column, score)),
      n: table((row, column) => total(row, column, () => 1)),
    };
    return withoutEmptyTexts({ ...crossed, values: answered });
  }

  cube(subjects: readonly Subject[]): Cube {
    const axes = subjects.map((subject) => this.axis(subject));
    const { counts, sizes } = this.read(axes);
    const groupings = axes.map((axis) => axis.grouping());
    return {
      groupings,
      at: (...index) =>
        counts[
          index.reduce((slot, group, i) => {
            const axis = axes[i];
            const isGroup = group < groupings[i].groups.length;
            return slot * sizes[i] + (isGroup ? axis.bucketOf(group) : axis.notReported);
          }, 0)
        ],
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
    const make = (table: BaseTable) =>
      new Tally(table, this.filters(this.pairs), axes, this.filters(this.usual));
    return this.base.tally(this.table, key, make);
  }

  private filters(pairs: readonly CompiledPair[]): RowFilter[] {
    const known = filtersOf(this.base.view(this.table));
    return pairs.map(({ access, criterion }) => {
      const key = keyOf(access, criterion);
      let filter = known.get(key);
      if (!filter) {
        filter = rowFilter(access, criterion);
        if (known.size >= MAX_FILTERS) known.clear();
        known.set(key, filter);
      }
      return filter;
    });
  }

  private axis(subject: Subject): NamedAxis {
    const name = (subject as { name: string }).name;
    const view = this.base.view(this.table);
    const access = view.access(name);
    const known = axesOf(view);
    let axis = known.get(access.field.id);
    if (!axis) {
      if (access.kind === "number") throw FormulaError.value("notACodedField", { field: access.field.label });
      axis = access.kind === "code" ? codeAxis(access) : textAxis(access);
      known.set(access.field.id, axis);
    }
    return axis;
  }

  private refuseInvalid(axis: NamedAxis, count: () => number, tally: () => Tally): void {
    if (axis.invalid === null) return;
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

/** Two texts of thousands of values each: no table anyone could read, nor memory for it. */
function refuseTooManyCells(axes: readonly NamedAxis[]): void {
  const cells = axes.reduce((product, axis) => product * axis.size(), 1);
  if (cells <= MAX_CELLS) return;
  const [longest] = [...axes].sort((a, b) => b.size() - a.size());
  throw FormulaError.value("tooManyGroups", {
    field: longest.field.label,
    count: longest.grouping().groups.length,
    most: Math.floor((MAX_CELLS * longest.size()) / cells),
  });
}

/** Axes live as long as the view of the table they were made for. */
const axesByView = new WeakMap<JoinedTable, Map<string, NamedAxis>>();
function axesOf(view: JoinedTable): Map<string, NamedAxis> {
  let axes = axesByView.get(view);
  if (!axes) axesByView.set(view, (axes = new Map()));
  return axes;
}

/** Criteria live as long as the view of the table they were made for. */
const filtersByView = new WeakMap<JoinedTable, Map<string, RowFilter>>();
function filtersOf(view: JoinedTable): Map<string, RowFilter> {
  let filters = filtersByView.get(view);
  if (!filters) filtersByView.set(view, (filters = new Map()));
  return filters;
}

/** Sum of the counts of one bucket of one axis. */
function sumAlong(counts: ArrayLike<number>, sizes: readonly number[], axis: number, bucket: number): number {
  const stride = sizes.slice(axis + 1).reduce((product, size) => product * size, 1);
  let sum = 0;
  for (let i = 0; i < counts.length; i++)
    if (Math.floor(i / stride) % sizes[axis] === bucket) sum += counts[i];
  return sum;
}

function codeAxis(access: FieldAccess): NamedAxis {
  const { field, codebook } = access;
  const grouping = codeGrouping(codebook, field);
  const { groups } = grouping;
  const size = groups.length + 2;
  const bucketOfByte = new Int32Array(256).fill(groups.length + 1);
  groups.forEach(({ code }, i) => (bucketOfByte[code!] = i));
  for (const mark of [MARK.notReported, MARK.saidNotReported, MARK.dontKnow])
    bucketOfByte[mark] = groups.length;
  bucketOfByte[MARK.notApplicable] = -1;
  return {
    key: field.id,
    field,
    buckets: access.byCode((byte) => bucketOfByte[byte]),
    size: () => size,
    grouping: () => grouping,
    bucketOf: (group) => group,
    notReported: groups.length,
    invalid: groups.length + 1,
    invalidValue: (row) => access.invalidValue(row),
  };
}

/** Groups of the texts that occur, in alphabetical order. */
function textAxis(access: FieldAccess): NamedAxis {
  const { field } = access;
  const numbers = new Map<string, number>([["", 0]]);
  const buckets = access.byText((text) => {
    let bucket = numbers.get(text);
    if (bucket === undefined) numbers.set(text, (bucket = numbers.size));
    return bucket;
  }) as Lookup;
  const inOrder = () => [...numbers.keys()].slice(1).sort((a, b) => a.localeCompare(b, "fr"));
  const labels = (text: string) => {
    const project = field.kind === "project" ? access.codebook.findListedProject(text) : undefined;
    return project?.label ?? { fr: text, en: text };
  };
  let ordered: string[] = [];
  return {
    key: field.id,
    field,
    buckets,
    size: () => {
      if (buckets.extend() || ordered.length !== numbers.size - 1) ordered = inOrder();
      return numbers.size;
    },
    grouping: () => ({
      label: field.label,
      groups: ordered.map((text): Group => ({ label: labels(text) })),
      ordered: false,
    }),
    bucketOf: (group) => numbers.get(ordered[group])!,
    notReported: 0,
    invalid: null,
    invalidValue: () => undefined,
  };
}

function rowFilter(access: FieldAccess, criterion: Criterion): Buckets {
  const { field, codebook } = access;
  if (access.kind === "code") {
    const test = codeTest(codebook, field, criterion);
    return access.byCode((byte) => (test(byte) ? 1 : 0));
  }
  if (access.kind === "number") {
    const test = numberTest(field, criterion);
    return access.byNumber((value) => (test(value) ? 1 : 0));
  }
  refuseUnknownText(access, criterion);
  const test = textTest(criterion);
  if (field.kind !== "project") return access.byText((text, key) => (test(text, key) ? 1 : 0));
  // A listed project may be named in the other language than the one its rows are written in.
  const negative = criterion.operator === "<>";
  return access.byText((text, key) => {
    const label = codebook.findListedProject(text)?.label;
    if (!label) return test(text, key) ? 1 : 0;
    const named = [label.fr, label.en].map((name) => test(name, normalizeText(name)));
    return (negative ? named.every(Boolean) : named.some(Boolean)) ? 1 : 0;
  });
}

/** A name that does not occur but looks like one that does is a typing mistake, not an empty answer. */
function refuseUnknownText(access: FieldAccess, criterion: Criterion): void {
  // Territories are looked up in the panel too: see `checkCriteria`.
  if (access.field.kind === "territory") return;
  if (access.codebook.findListedProject(String(criterion.operand))) return;
  if (
    criterion.among ||
    criterion.operator !== "=" ||
    criterion.pattern ||
    criterion.blank ||
    criterion.key === "nr"
  )
    return;
  const texts = access.texts();
  const test = textTest(criterion);
  if (texts.length > MAX_SUGGESTED || texts.some((text) => text && test(text, normalizeText(text)))) return;
  const found = nearest(String(criterion.operand), texts.slice(1), 0.7);
  if (!found) return;
  const suggestion = { fr: found, en: found };
  throw FormulaError.value("unknownValue", {
    field: access.field.label,
    value: criterion.operand,
    suggestion,
  });
}

/** Groups of texts that do not occur under these criteria are left out; all codes always stay. */
function present(grouping: Grouping, count: (group: number) => number, notReported: number): Counts {
  const n = grouping.groups.map((_, group) => count(group));
  const kept = grouping.groups.flatMap((group, i) => (group.code !== undefined || n[i] > 0 ? [i] : []));
  return {
    grouping: { ...grouping, groups: kept.map((i) => grouping.groups[i]) },
    n: kept.map((i) => n[i]),
    notReported,
  };
}

function withoutEmptyTexts(crossed: CrossCounts): CrossCounts {
  const { rows, columns, n, values } = crossed;
  const keptRows = n.flatMap((row, r) =>
    r === rows.groups.length || rows.groups[r].code !== undefined || row.some(Boolean) ? [r] : [],
  );
  const keptColumns = n[0].flatMap((_, c) =>
    c === columns.groups.length || columns.groups[c].code !== undefined || n.some((row) => row[c] > 0)
      ? [c]
      : [],
  );
  const cut = (cells: readonly (readonly number[])[]) =>
    keptRows.map((r) => keptColumns.map((c) => cells[r][c]));
  const groups = (grouping: Grouping, kept: readonly number[]) => ({
    ...grouping,
    groups: kept.slice(0, -1).map((i) => grouping.groups[i]),
  });
  return {
    rows: groups(rows, keptRows),
    columns: groups(columns, keptColumns),
    n: cut(n),
    values: values && { sum: cut(values.sum), n: cut(values.n) },
  };
}
