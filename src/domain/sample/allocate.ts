import { shuffled, type Random } from "./random";

/** How many a place may hold at least and at most, and how readily it takes one more. */
export interface Share {
  readonly floor: number;
  readonly cap: number;
  readonly weight: number;
}

/**
 * A whole number for each place, within its bounds, adding up to the total: the floors first, then one by one
 * by weight. O(total · places).
 * @throws RangeError if the bounds do not allow the total.
 * @example distribute(() => 0.5, 7, [{ floor: 1, cap: 2, weight: 1 }, { floor: 0, cap: 5, weight: 1 }]) // [2, 5]
 */
export function distribute(random: Random, total: number, shares: readonly Share[]): number[] {
  const result = shares.map(({ floor }) => floor);
  const remaining = total - result.reduce((sum, count) => sum + count, 0);
  if (remaining < 0) throw new RangeError(`The least numbers exceed ${total}`);
  for (let i = 0; i < remaining; i++) {
    const open = shares.map(({ cap, weight }, at) => (result[at] < cap ? weight : 0));
    const sum = open.reduce((a, b) => a + b, 0);
    if (sum === 0) throw new RangeError(`The largest numbers do not reach ${total}`);
    let mark = random() * sum;
    let at = -1;
    for (let place = 0; place < open.length && mark >= 0; place++) {
      if (open[place] === 0) continue;
      at = place;
      mark -= open[place];
    }
    result[at]++;
  }
  return result;
}

/**
 * Which columns each row takes, none twice, so that row r has `rows[r]` of them and column c is taken
 * `columns[c]` times. The column taken most is served first, by the rows with most left to take, which
 * succeeds whenever anything does (Gale–Ryser); then pairs are swapped at random, which keeps all counts.
 * @throws RangeError if there is no such table.
 * @example assign(() => 0, [2, 1], [2, 1]) // [[0, 1], [0]]
 */
export function assign(random: Random, rows: readonly number[], columns: readonly number[]): number[][] {
  const left = [...rows];
  const table = rows.map(() => new Set<number>());
  const order = [...columns.keys()].sort((a, b) => columns[b] - columns[a]);
  for (const column of order) {
    const byNeed = shuffled(random, [...rows.keys()]).sort((a, b) => left[b] - left[a]);
    for (const row of byNeed.slice(0, columns[column])) {
      table[row].add(column);
      left[row]--;
    }
  }
  if (left.some((count) => count !== 0)) throw new RangeError("No table has these row and column counts");
  mix(random, table);
  return table.map((taken) => [...taken].sort((a, b) => a - b));
}

/** Two rows swap two columns, many times over. */
function mix(random: Random, table: readonly Set<number>[]): void {
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  for (let i = 0; i < table.length * 20; i++) {
    const [a, b] = [any(table), any(table)];
    const [onlyA, onlyB] = [[...a].filter((c) => !b.has(c)), [...b].filter((c) => !a.has(c))];
    if (!onlyA.length || !onlyB.length) continue;
    const [x, y] = [any(onlyA), any(onlyB)];
    a.delete(x);
    b.delete(y);
    a.add(y);
    b.add(x);
  }
}
