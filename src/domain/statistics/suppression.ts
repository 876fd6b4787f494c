/** A count of a table as a flow between the two sums it enters. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** What hiding it costs the reader. */
  readonly cost: number;
  hidden: boolean;
}

/**
 * Counts of a list that are hidden so that none can be worked out: the sensitive ones, and where a single
 * one would follow from the total, the smallest other.
 *
 * Nothing sensitive: nothing is hidden. A list of one figure that is sensitive hides its total with it.
 *
 * Source: as `suppressTable`.
 * @param counts The counts, then their total.
 * @param sensitive Those that must not be shown, the total included.
 * @returns For each whether it is hidden.
 * @throws RangeError if the counts do not add up to the total, or are no counts.
 * @example suppressList([12, 2, 7, 21], [false, true, false, false]) // [false, true, true, false]
 * @example suppressList([2, 2], [true, true]) // [true, true]
 * @example suppressList([12, 2, 1, 15], [false, true, true, false]) // [false, true, true, false]
 */
export function suppressList(counts: readonly number[], sensitive: readonly boolean[]): boolean[] {
  const last = counts.length - 1;
  const arcs = counts.map((value, i): Arc => {
    const ends = i === last ? { from: 1, to: 0 } : { from: 0, to: 1 };
    return { ...ends, value, cost: costOf(value, i === last, counts[last]), hidden: sensitive[i] };
  });
  protect(arcs, 2);
  return arcs.map(({ hidden }) => hidden);
}

/**
 * Counts of a table that are hidden so that none can be worked out from what is shown. Sensitive counts are
 * hidden; for each that the sums of rows and columns would still give away, others are hidden with it, the
 * least informative first: small counts, then zeros, totals last.
 *
 * A table whose rows and columns add up is a circulation: what comes into a sum goes out of it. A hidden count
 * has more than one possible value (a whole number, not negative) exactly when a cycle of hidden counts runs
 * through it along which it can grow or shrink, which is looked for; where there is none, the cheapest cycle
 * of all counts is hidden. So every hidden count has at least one other in its row and in its column.
 * O(h · (rows + columns)² ) with h counts hidden.
 *
 * It keeps exact values from being known, not that a hidden count lies in some range.
 *
 * Source: L. H. Cox, Suppression methodology and statistical disclosure control, Journal of the American
 * Statistical Association 75, 1980, 377–385, and Network models for complementary cell suppression, same
 * journal 90, 1995, 1453–1462; J. Castro, Network flows heuristics for complementary cell suppression, in
 * Inference Control in Statistical Databases, 2002.
 * @param counts Rows of counts, the last row and the last column being totals.
 * @param sensitive Those that must not be shown, totals included.
 * @returns For each whether it is hidden.
 * @throws RangeError if the counts do not add up to the totals, or are no counts.
 * @example suppressTable([[1, 5, 6], [4, 9, 13], [5, 14, 19]], [[true, false, false], [false, false, false], [false, false, false]]) // [[true, true, false], [true, true, false], [false, false, false]]
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  sensitive: readonly (readonly boolean[])[],
): boolean[][] {
  const [lastRow, lastColumn] = [counts.length - 1, counts[0].length - 1];
  const total = counts[lastRow][lastColumn];
  const arcs = counts.flatMap((row, r) =>
    row.map((value, c): Arc => {
      // Vertices: rows (the last is all columns' totals), then columns (the last is all rows' totals). A count
      // flows from its row to its column; a total flows back.
      const [rowEnd, columnEnd] = [r, counts.length + c];
      const back = (r === lastRow) !== (c === lastColumn);
      const ends = back ? { from: columnEnd, to: rowEnd } : { from: rowEnd, to: columnEnd };
      const cost = costOf(value, r === lastRow || c === lastColumn, total);
      return { ...ends, value, cost, hidden: sensitive[r][c] };
    }),
  );
  protect(arcs, counts.length + counts[0].length);
  return counts.map((row, r) => row.map((_, c) => arcs[r * row.length + c].hidden));
}

/** Small counts are hidden before large ones, those before zeros (often known anyway), totals at last. */
function costOf(value: number, isTotal: boolean, total: number): number {
  const own = value > 0 ? 1 + value : 2 + total;
  return isTotal ? own + 1000 * (1 + total) : own;
}

/** Hides more arcs until every hidden one has more than one possible value. */
function protect(arcs: readonly Arc[], vertices: number): void {
  checkSums(arcs, vertices);
  const at = Array.from({ length: vertices }, (): Arc[] => []);
  for (const arc of arcs) for (const end of [arc.from, arc.to]) at[end].push(arc);
  // All arcs of a cycle change together, so those hidden here need no second look.
  for (const arc of arcs.filter(({ hidden }) => hidden)) {
    const growing = cheapestPath(arc, arc.to, arc.from, at);
    const shrinking = arc.value > 0 ? cheapestPath(arc, arc.from, arc.to, at) : null;
    const path = !growing || (shrinking && shrinking.cost < growing.cost) ? shrinking : growing;
    for (const other of path?.arcs ?? []) other.hidden = true;
  }
}

/**
 * Cheapest way (Dijkstra) to send one more from one sum to another without using `avoided`: along an arc,
 * which grows by one, or against one that can shrink by one. What is hidden already costs nothing.
 */
function cheapestPath(
  avoided: Arc,
  source: number,
  target: number,
  at: readonly (readonly Arc[])[],
): { cost: number; arcs: Arc[] } | null {
  const cost = new Array<number>(at.length).fill(Infinity);
  const by = new Array<Arc | undefined>(at.length);
  const open = new Set(at.keys());
  cost[source] = 0;
  while (open.has(target)) {
    let next = -1;
    for (const vertex of open) if (next < 0 || cost[vertex] < cost[next]) next = vertex;
    if (cost[next] === Infinity) return null;
    open.delete(next);
    for (const arc of at[next]) {
      const along = arc.from === next;
      if (arc === avoided || (!along && arc.value === 0)) continue;
      const end = along ? arc.to : arc.from;
      const sum = cost[next] + (arc.hidden ? 0 : arc.cost);
      if (sum < cost[end]) [cost[end], by[end]] = [sum, arc];
    }
  }
  const arcs: Arc[] = [];
  for (let vertex = target; vertex !== source;) {
    const arc = by[vertex]!;
    arcs.push(arc);
    vertex = arc.from === vertex ? arc.to : arc.from;
  }
  return { cost: cost[target], arcs };
}

function checkSums(arcs: readonly Arc[], vertices: number): void {
  const balance = new Array<number>(vertices).fill(0);
  for (const { from, to, value } of arcs) {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`);
    balance[from] -= value;
    balance[to] += value;
  }
  if (balance.some((sum) => sum !== 0)) throw new RangeError("The counts do not add up to their totals");
}
