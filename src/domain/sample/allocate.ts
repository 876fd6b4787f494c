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

/**
 * Rankings that use up a table of places: `table[item][place]` is how often an item takes a place, and each
 * ranking gives the place of every item, none twice. As long as all rows and columns add up to the number of
 * rankings still to come, one of them is left (Birkhoff's theorem), so that any may be taken first. For few
 * items: all orders may be tried for each ranking.
 * @throws RangeError if the rows and columns do not add up to one number.
 * @example rankings(() => 0.5, [[2, 0], [0, 2]]) // [[0, 1], [0, 1]]
 */
export function rankings(random: Random, table: readonly (readonly number[])[]): number[][] {
  const left = table.map((row) => [...row]);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const size = sum(table[0] ?? []);
  const columns = left.map((_, place) => left.map((row) => row[place]));
  if ([...left, ...columns].some((counts) => sum(counts) !== size))
    throw new RangeError("The rows and columns do not add up to one number of rankings");
  const open = (taken: readonly number[]): number[] | null => {
    const item = taken.length;
    if (item === left.length) return [...taken];
    for (const place of shuffled(random, [...left.keys()])) {
      if (!left[item][place] || taken.includes(place)) continue;
      const whole = open([...taken, place]);
      if (whole) return whole;
    }
    return null;
  };
  return Array.from({ length: size }, () => {
    const ranking = open([])!;
    ranking.forEach((place, item) => left[item][place]--);
    return ranking;
  });
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
