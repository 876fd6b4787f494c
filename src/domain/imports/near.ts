import { compareText } from "./source";
import { skeleton, tolerance } from "./keys";

/** Letters are counted in this many classes. */
const CLASSES = 32;
const { abs, max, min } = Math;

/** Rows of the table of distances; long names are cut, as nobody mistypes a novel. */
const LONGEST = 250;
let beforeLast = new Uint16Array(LONGEST + 2);
let last = new Uint16Array(LONGEST + 2);
let row = new Uint16Array(LONGEST + 2);

/**
 * Whether two texts differ by no more than `most` letters left out, added, replaced or swapped with their
 * neighbour. Only the diagonal band that can stay within is computed: O(length · most), no allocation.
 * @example isWithin("portail citoyen", "portial citoyens", 2) // true
 * @example isWithin("portail citoyen", "portail culture", 2) // false
 */
export function isWithin(one: string, two: string, most: number): boolean {
  if (one === two) return true;
  const [a, b] = withoutSameEnds(one.slice(0, LONGEST), two.slice(0, LONGEST));
  if (abs(a.length - b.length) > most) return false;
  const far = most + 1;
  last.fill(far, 0, b.length + 2);
  beforeLast.fill(far, 0, b.length + 2);
  for (let j = 0; j <= min(most, b.length); j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = max(0, i - most);
    const to = min(b.length, i + most);
    if (from > 0) row[from - 1] = far;
    let least = far;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      let cell = j < i + most ? last[j] + 1 : far;
      if (j > 0) {
        const other = b.charCodeAt(j - 1);
        cell = min(cell, last[j - 1] + (letter === other ? 0 : 1), j > from ? row[j - 1] + 1 : far);
        if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
          cell = min(cell, beforeLast[j - 2] + 1);
        }
      }
      row[j] = min(cell, far);
      if (row[j] < least) least = row[j];
    }
    if (to < b.length) row[to + 1] = far;
    if (least > most) return false;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] <= most;
}

/** What is left of two texts when what they begin and end with alike is cut off: no edit is needed there. */
function withoutSameEnds(a: string, b: string): [string, string] {
  const shorter = min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/**
 * Names that are near each other, directly or through others, in groups of two or more. Two names are near
 * when little but spelling tells them apart: their skeletons are equal or differ by a few letters. All pairs
 * are looked at, but a pair costs a few additions unless both have almost the same letters and are in no common
 * group yet.
 */
export function nearGroups<T>(items: readonly T[], nameOf: (item: T) => string): T[][] {
  const nodes = items
    .map((item) => {
      const key = skeleton(nameOf(item));
      return { item, key, most: tolerance(key) };
    })
    .filter(({ key }) => key !== "")
    .sort((a, b) => a.key.length - b.key.length || compareText(a.key, b.key));
  const letters = new Uint8Array(nodes.length * CLASSES);
  nodes.forEach(({ key }, at) => {
    for (let i = 0; i < key.length; i++) letters[at * CLASSES + (key.charCodeAt(i) % CLASSES)]++;
  });
  const leader = Int32Array.from(nodes, (_, at) => at);
  const find = (at: number): number => {
    while (leader[at] !== at) at = leader[at] = leader[leader[at]];
    return at;
  };
  // Equal keys stand side by side: the first stands for all.
  const firsts: number[] = [];
  nodes.forEach(({ key }, at) => {
    if (at > 0 && key === nodes[at - 1].key) leader[at] = firsts[firsts.length - 1];
    else firsts.push(at);
  });
  for (let i = 0; i < firsts.length; i++) {
    const a = firsts[i];
    const { key, most } = nodes[a];
    let group = find(a);
    for (let j = i + 1; j < firsts.length; j++) {
      const b = firsts[j];
      // Keys get longer from here on: none can be near enough any more.
      if (nodes[b].key.length - key.length > most) break;
      const other = find(b);
      if (other === group || !sameLetters(letters, a, b, 2 * most)) continue;
      if (isWithin(key, nodes[b].key, most)) {
        leader[other] = group;
        group = find(a);
      }
    }
  }
  const groups = new Map<number, T[]>();
  nodes.forEach(({ item }, at) => {
    const root = find(at);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether the letters of two keys, counted, differ by no more than this; an edit changes two counts at most. */
function sameLetters(letters: Uint8Array, a: number, b: number, most: number): boolean {
  let apart = 0;
  for (let i = a * CLASSES, j = b * CLASSES, end = i + CLASSES; i < end; i++, j++) {
    apart += abs(letters[i] - letters[j]);
    if (apart > most) return false;
  }
  return true;
}
