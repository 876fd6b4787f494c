import { presentGroups, type NamedAxis } from "./axes";
import type { CrossCounts } from "./counts";

/** Sum of the counts of one bucket of one axis. */
export function sumAlong(
  counts: ArrayLike<number>,
  sizes: readonly number[],
  axis: number,
  bucket: number,
): number {
  const inside = sizes.slice(axis + 1).reduce((product, size) => product * size, 1);
  const step = inside * sizes[axis];
  let sum = 0;
  for (let start = bucket * inside; start < counts.length; start += step) {
    for (let i = start; i < start + inside; i++) sum += counts[i];
  }
  return sum;
}

/** Counts added up over the innermost axis. */
function summed(counts: ArrayLike<number>, cells: number, depth: number): Float64Array {
  const sums = new Float64Array(cells);
  for (let cell = 0, i = 0; cell < cells; cell++) {
    let sum = 0;
    for (const end = i + depth; i < end; i++) sum += counts[i];
    sums[cell] = sum;
  }
  return sums;
}

/**
 * Counts by two axes, and a third whose codes are summed, as a table of the groups that occur.
 * @param score What a code of the third axis counts for.
 */
export function crossed(
  counts: ArrayLike<number>,
  sizes: readonly number[],
  [rowAxis, columnAxis, valueAxis]: readonly NamedAxis[],
  score: (code: number) => number,
): CrossCounts {
  const [rowCount, columnCount] = sizes;
  const depth = valueAxis ? sizes[2] : 1;
  const n = valueAxis ? summed(counts, rowCount * columnCount, depth) : counts;
  const inRow = new Uint8Array(rowCount);
  const inColumn = new Uint8Array(columnCount);
  const invalidRow = rowAxis.invalid ?? -1;
  const invalidColumn = columnAxis.invalid ?? -1;
  for (let row = 0, cell = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++, cell++) {
      if (n[cell] === 0) continue;
      // Rows whose answers are all invalid on the other side show nothing.
      if (column !== invalidColumn) inRow[row] = 1;
      if (row !== invalidRow) inColumn[column] = 1;
    }
  }
  const [rowBuckets, columnBuckets] = [rowAxis.groupBuckets(), columnAxis.groupBuckets()];
  const rows = presentGroups(rowAxis, (place) => inRow[rowBuckets[place]] === 1);
  const columns = presentGroups(columnAxis, (place) => inColumn[columnBuckets[place]] === 1);
  const across = [...columns.places.map((place) => columnBuckets[place]), columnAxis.notReported];
  const table = (cells: ArrayLike<number>): number[][] => {
    const line = (row: number) => {
      const values = new Array<number>(across.length);
      for (let c = 0; c < across.length; c++) values[c] = cells[row * columnCount + across[c]];
      return values;
    };
    return [...rows.places.map((place) => line(rowBuckets[place])), line(rowAxis.notReported)];
  };
  const result = { rows: rows.grouping, columns: columns.grouping, n: table(n) };
  if (!valueAxis) return result;
  const scores = valueAxis.grouping().groups.map(({ code }) => score(code!));
  const buckets = valueAxis.groupBuckets();
  const sums = new Float64Array(n.length);
  const answered = new Float64Array(n.length);
  for (let cell = 0; cell < n.length; cell++) {
    if (n[cell] === 0) continue;
    for (let i = 0; i < buckets.length; i++) {
      const count = counts[cell * depth + buckets[i]];
      sums[cell] += scores[i] * count;
      answered[cell] += count;
    }
  }
  return { ...result, values: { sum: table(sums), n: table(answered) } };
}
