import { grim, shareScale, totalsWithin, type Scale, type Span } from "./grim";
import type { PrintedFigure } from "./printed";

/** Between `low` and `high` of the n answers have a code of this range. */
export interface CodeShare extends Span {
  readonly codes: Scale;
}

/**
 * How many of n answers a printed share may stand for: rounded or cut off; if it can be neither, its neighbours.
 * @param times How many shares it is the mean of.
 */
export function countsOf(read: PrintedFigure, n: number, times = 1): Span | null {
  const scaled = (bounds: PrintedFigure["rounded"]) => ({
    ...bounds,
    low: bounds.low * times,
    high: bounds.high * times,
  });
  const spans = [read.rounded, read.truncated].flatMap((bounds) =>
    bounds ? (totalsWithin(scaled(bounds), n, shareScale) ?? []) : [],
  );
  if (!spans.length) {
    if (times > 1) return null;
    const { nearest } = grim(read, n, shareScale);
    return { low: Math.min(...nearest), high: Math.max(...nearest) };
  }
  return { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) };
}

/**
 * The sums of n codes that agree with how many answers have some of the codes; null when nothing does.
 *
 * With F(c) the number of answers up to code c, every member says low ≤ F(b) − F(a − 1) ≤ high, F never falls and
 * ends at n: a system of difference constraints, whose largest and smallest solutions are shortest paths
 * (Bellman–Ford; R. Bellman 1958, as in Cormen et al., Introduction to Algorithms, "Difference constraints and
 * shortest paths"). The sum is b·n − ΣF, so the largest F give the smallest sum. O(codes · (codes + members)).
 * @param shares Members with codes inside the scale.
 * @example sumsOf({ min: 1, max: 4 }, 100, [{ codes: { min: 1, max: 1 }, low: 38, high: 38 }]) // { low: 162, high: 286 }
 * @example sumsOf({ min: 1, max: 3 }, 10, [{ codes: { min: 1, max: 2 }, low: 11, high: 12 }]) // null
 */
export function sumsOf({ min, max }: Scale, n: number, shares: readonly CodeShare[]): Span | null {
  const size = max - min + 1;
  // An edge from u to v of length d says F(v) ≤ F(u) + d; F(0) = 0 and F(size) = n.
  const edges: [number, number, number][] = [
    [0, size, n],
    [size, 0, -n],
  ];
  for (let c = 0; c < size; c++) edges.push([c + 1, c, 0]);
  for (const { codes, low, high } of shares) {
    const [from, to] = [codes.min - min, codes.max - min + 1];
    edges.push([from, to, high], [to, from, -low]);
  }
  const largest = distances(size + 1, edges);
  // Turned round, the distances are how much smaller F(0) is at most: −F at its smallest.
  const smallest = distances(
    size + 1,
    edges.map(([u, v, d]) => [v, u, d]),
  );
  if (!largest || !smallest) return null;
  const inside = Array.from({ length: size - 1 }, (_, i) => i + 1);
  const low = max * n - inside.reduce((sum, c) => sum + largest[c], 0);
  const high = max * n + inside.reduce((sum, c) => sum + smallest[c], 0);
  return { low, high };
}

/** Shortest distances from node 0; null when there is a negative cycle, that is a contradiction. */
function distances(nodes: number, edges: readonly (readonly [number, number, number])[]): number[] | null {
  const far = Array.from({ length: nodes }, (_, i) => (i ? Infinity : 0));
  for (let round = 0; round <= nodes; round++) {
    let changed = false;
    for (const [u, v, d] of edges)
      if (far[u] + d < far[v]) {
        far[v] = far[u] + d;
        changed = true;
      }
    if (!changed) return far;
  }
  return null;
}
