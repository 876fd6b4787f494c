import fc from "fast-check";
import { suppressList, suppressTable } from "../../src/domain/statistics/suppression";

/** The cells with their totals as last row and column. */
function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const rows = cells.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  return [...rows, rows[0].map((_, c) => rows.reduce((sum, row) => sum + row[c], 0))];
}

const tableOf = (rows: number, columns: number, max: number) =>
  fc
    .tuple(
      fc.array(fc.array(fc.nat(max), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([cells, least]) => {
      const counts = withTotals(cells);
      return { counts, sensitive: counts.map((row) => row.map((value) => value > 0 && value < least)) };
    });
const size = (max: number) => fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }));

/** Every table of whole numbers that agrees with what is shown, hidden cells up to one away from the truth. */
function* tablesThatAgree(counts: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]) {
  const inner = counts.slice(0, -1).map((row) => row.slice(0, -1));
  const open = inner.flatMap((row, r) => row.flatMap((_, c) => (hidden[r][c] ? [[r, c]] : [])));
  const cells = inner.map((row) => [...row]);
  function* fill(i: number): Generator<number[][]> {
    if (i === open.length) {
      const table = withTotals(cells);
      const agrees = table.every((row, r) => row.every((value, c) => hidden[r][c] || value === counts[r][c]));
      if (agrees) yield table;
      return;
    }
    const [r, c] = open[i];
    for (const value of [-1, 0, 1].map((by) => counts[r][c] + by).filter((v) => v >= 0)) {
      cells[r][c] = value;
      yield* fill(i + 1);
    }
  }
  yield* fill(0);
}

/** Hidden cells that the equations of rows and columns determine, by Gaussian elimination. */
function determined(hidden: readonly (readonly boolean[])[]): number {
  const cells = hidden.flatMap((row, r) => row.flatMap((is, c) => (is ? [[r, c]] : [])));
  const last = [hidden.length - 1, hidden[0].length - 1];
  const sign = (at: number, axis: 0 | 1): number => (at === last[axis] ? -1 : 1);
  const equations: number[][] = [
    ...hidden.map((_, r) => cells.map(([row, column]) => (row === r ? sign(column, 1) : 0))),
    ...hidden[0].map((_, c) => cells.map(([row, column]) => (column === c ? sign(row, 0) : 0))),
  ];
  const pivots: number[] = [];
  for (let c = 0; c < cells.length; c++) {
    const at = equations.findIndex((equation, i) => i >= pivots.length && Math.abs(equation[c]) > 1e-9);
    if (at < 0) continue;
    const [equation] = equations.splice(at, 1);
    const unit = equation.map((value) => value / equation[c]);
    equations.splice(pivots.length, 0, unit);
    equations.forEach((other, i) => {
      if (other !== unit) equations[i] = other.map((value, j) => value - other[c] * unit[j]);
    });
    pivots.push(c);
  }
  // A cell is determined when its reduced equation names no other cell.
  return equations
    .slice(0, pivots.length)
    .filter((equation) => equation.filter((v) => Math.abs(v) > 1e-9).length === 1).length;
}

describe("a table", () => {
  test("no hidden count can be worked out: each has several values in tables that agree with what is shown", () => {
    const tables = size(3).chain(([rows, columns]) => tableOf(rows, columns, 5));
    fc.assert(
      fc.property(tables, ({ counts, sensitive }) => {
        const hidden = suppressTable(counts, sensitive);
        const values = counts.map((row) => row.map(() => new Set<number>()));
        for (const table of tablesThatAgree(counts, hidden))
          table.forEach((row, r) => row.forEach((value, c) => values[r][c].add(value)));
        return hidden.every((row, r) => row.every((is, c) => (is ? values[r][c].size > 1 : true)));
      }),
      { numRuns: 150 },
    );
  });
  test("larger tables: no hidden count is determined, none is alone in its row or column", () => {
    const tables = size(9).chain(([rows, columns]) => tableOf(rows, columns, 9));
    fc.assert(
      fc.property(tables, ({ counts, sensitive }) => {
        const hidden = suppressTable(counts, sensitive);
        const alone = (line: readonly boolean[]) => line.filter(Boolean).length === 1;
        return (
          determined(hidden) === 0 &&
          !hidden.some(alone) &&
          !hidden[0].some((_, c) => alone(hidden.map((row) => row[c])))
        );
      }),
    );
  });
  test("what is sensitive is hidden; with nothing sensitive nothing is", () => {
    const tables = size(6).chain(([rows, columns]) => tableOf(rows, columns, 9));
    fc.assert(
      fc.property(tables, ({ counts, sensitive }) => {
        const hidden = suppressTable(counts, sensitive);
        const none = suppressTable(
          counts,
          counts.map((row) => row.map(() => false)),
        );
        return (
          sensitive.every((row, r) => row.every((is, c) => !is || hidden[r][c])) && !none.flat().some(Boolean)
        );
      }),
    );
  });
  test("two pairs joined by one count: at least two a line is not enough, so more is hidden", () => {
    // Two squares of hidden counts, and one more (row 2, column 3) that is the only link between them: the sum
    // of a square's rows less that of its columns would give it away.
    const counts = withTotals([
      [1, 2, 30, 40],
      [2, 1, 2, 40],
      [30, 40, 1, 2],
      [30, 40, 2, 1],
    ]);
    const sensitive = counts.map((row) => row.map((value) => value < 3));
    expect(determined(sensitive)).toBe(1);
    const hidden = suppressTable(counts, sensitive);
    expect(determined(hidden)).toBe(0);
  });
  test("a table that does not add up is refused", () => {
    expect(() => suppressTable([[1, 2], [1, 1]], [[true, false], [false, false]])).toThrow(RangeError); // prettier-ignore
    expect(() => suppressList([1.5, 1.5], [true, false])).toThrow(RangeError);
  });
});

describe("a list", () => {
  test("a hidden count is never alone, and totals are hidden last", () => {
    const lists = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), (parts, least) => {
        const counts = [...parts, parts.reduce((sum, part) => sum + part, 0)];
        const sensitive = counts.map((count) => count > 0 && count < least);
        const hidden = suppressList(counts, sensitive);
        const number = hidden.filter(Boolean).length;
        const totalNeeded = sensitive[parts.length] || parts.length < 2;
        return (
          number !== 1 &&
          sensitive.every((is, i) => !is || hidden[i]) &&
          (!hidden[parts.length] || totalNeeded)
        );
      }),
    );
  });
});
