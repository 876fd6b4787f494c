import type { RowFilter } from "./axis";
import type { StoredColumn } from "./lookup";
import { countRows, OUT, type Mask, type Part, type Question } from "./slots";

/** One column of a cube: which of its stored values stand where. */
interface Dimension {
  readonly column: StoredColumn;
  /** Stored values that occurred, in the order of the cube. */
  readonly values: Int32Array;
  readonly stride: number;
  /** Offset by stored value, `OUT` for those that did not occur. */
  readonly offsets: Int32Array;
}

/**
 * Rows that pass some filters, counted by every combination of values of some columns. Whatever is asked of
 * these columns afterwards is a sum over its cells, whichever the criteria: a sheet of a thousand formulas on the same few fields
 * costs one look at the rows. Source: Gray et al., "Data Cube", 1997.
 */
class Cube {
  private readonly dimensions: readonly Dimension[];
  private readonly counts: Int32Array;

  constructor(
    columns: readonly StoredColumn[],
    private readonly shared: readonly RowFilter[],
    length: number,
    mask: Mask,
  ) {
    let stride = 1;
    // The longest dimension outside, so that the innermost loops stay within a few cache lines.
    const inOrder = columns.map((column) => ({ column, values: occurring(column) }));
    inOrder.sort((a, b) => a.values.length - b.values.length);
    this.dimensions = inOrder.map(({ column, values }) => {
      const offsets = new Int32Array(column.size).fill(OUT);
      values.forEach((stored, i) => (offsets[stored] = i * stride));
      const dimension = { column, values, stride, offsets };
      stride *= values.length;
      return dimension;
    });
    // No row has a value that does not occur: nothing needs to be put out.
    const parts = this.dimensions.map(({ column, offsets }): Part => ({
      column,
      adds: offsets.map((offset) => Math.max(0, offset)),
    }));
    this.counts = countRows({ parts, shared, sharedParts: [], others: [], cells: stride }, length, mask);
  }

  get cells(): number {
    return this.counts.length;
  }

  /** Takes one row in (+1) or out (−1); false if it has a value the cube does not know. */
  follow(row: number, sign: 1 | -1): boolean {
    for (const filter of this.shared) if (filter.at(row) !== 1) return true;
    let cell = 0;
    for (const { column, offsets } of this.dimensions) {
      const offset = offsets[column.stored[row]] ?? OUT;
      if (offset < 0) return false;
      cell += offset;
    }
    this.counts[cell] += sign;
    return true;
  }

  /** Whether it has the filters of a question and all of its columns. */
  answers({ shared, parts }: Question): boolean {
    if (shared.length !== this.shared.length || shared.some((filter, i) => filter !== this.shared[i]))
      return false;
    return parts.every((part) => this.dimensions.some(({ column }) => column === part.column));
  }

  /** Counts of a question about its columns. O(cells the criteria leave). */
  ask({ parts, cells }: Question): Int32Array {
    const counts = new Int32Array(cells);
    const adds = new Map(parts.map((part) => [part.column, part.adds]));
    const kept = this.dimensions.map(({ column, values, offsets }) => {
      const own = adds.get(column);
      const left = own ? values.filter((stored) => own[stored] >= 0) : values;
      return {
        offsets: left.map((stored) => offsets[stored]),
        slots: own ? left.map((stored) => own[stored]) : new Int32Array(left.length),
      };
    });
    if (!kept.length) return this.counts.slice();
    const [inner, ...outer] = kept;
    const walk = (depth: number, cell: number, slot: number): void => {
      if (depth < 0) return addCells(counts, this.counts, inner.offsets, inner.slots, cell, slot);
      const { offsets, slots } = outer[depth];
      for (let i = 0; i < offsets.length; i++) walk(depth - 1, cell + offsets[i], slot + slots[i]);
    };
    walk(outer.length - 1, 0, 0);
    return counts;
  }
}

function addCells(
  counts: Int32Array,
  cube: Int32Array,
  offsets: Int32Array,
  slots: Int32Array,
  cell: number,
  slot: number,
): void {
  for (let i = 0; i < offsets.length; i++) counts[slot + slots[i]] += cube[cell + offsets[i]];
}

/** Stored values that occur in a column. */
function occurring(column: StoredColumn): Int32Array {
  const values: number[] = [];
  for (let stored = 0; stored < column.size; stored++) if (column.count(stored)) values.push(stored);
  return Int32Array.from(values);
}

/** Below this many rows counting them is as fast. */
const FEW_ROWS = 10_000;
/** Cells nobody minds. */
const SMALL = 1 << 17;

/**
 * The cubes of one table, made when first asked for and kept in step with it; those not asked for longest go
 * first. A cube of a long table has half as many cells as the table has rows at most, all of them together as
 * many: four bytes a row.
 */
export class Cubes {
  private cubes: Cube[] = [];

  /** Counts of a question, from a cube if its columns have few enough combinations; null otherwise. */
  ask(question: Question, length: number, mask: Mask): Int32Array | null {
    if (length < FEW_ROWS || question.others.length) return null;
    return (this.known(question) ?? this.made(question, length, mask))?.ask(question) ?? null;
  }

  follow(row: number, sign: 1 | -1): void {
    if (this.cubes.length) this.cubes = this.cubes.filter((cube) => cube.follow(row, sign));
  }

  clear(): void {
    this.cubes = [];
  }

  private known(question: Question): Cube | undefined {
    const cube = this.cubes.filter((one) => one.answers(question)).sort((a, b) => a.cells - b.cells)[0];
    if (cube) this.cubes = [...this.cubes.filter((one) => one !== cube), cube];
    return cube;
  }

  private made({ shared, parts }: Question, length: number, mask: Mask): Cube | undefined {
    const columns = parts.map(({ column }) => column);
    const cells = columns.reduce((product, column) => product * occurring(column).length, 1);
    if (cells > Math.max(length / 2, SMALL)) return undefined;
    const cube = new Cube(columns, shared, length, mask);
    this.cubes.push(cube);
    let total = this.cubes.reduce((sum, one) => sum + one.cells, 0);
    while (total > Math.max(length, 2 * SMALL)) total -= this.cubes.shift()!.cells;
    return cube;
  }
}
