import fc from "fast-check";
import { assign, distribute, rankings } from "../../src/domain/sample/allocate";
import { mulberry32, multiset, shuffled } from "../../src/domain/sample/random";

const seed = fc.integer();
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test("mulberry32 gives the published sequence, and numbers spread evenly over [0, 1)", () => {
  const random = mulberry32(0);
  expect(random()).toBeCloseTo(0.26642920868471265, 15);
  const tens = Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) tens[Math.floor(random() * 10)]++;
  for (const count of tens) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("shuffling keeps the items and leaves the list given alone", () => {
  fc.assert(
    fc.property(seed, fc.array(fc.integer()), (s, items) => {
      const frozen = Object.freeze([...items]);
      expect(shuffled(mulberry32(s), frozen).sort()).toEqual([...items].sort());
    }),
  );
});

test("a multiset holds each value as often as told, and no more values than fit", () => {
  const values = multiset(mulberry32(1), { 1: 3, 4: 2 }, 8);
  expect(values.filter((v) => v === 1)).toHaveLength(3);
  expect(values.filter((v) => v === null)).toHaveLength(3);
  expect(() => multiset(mulberry32(1), { 1: 3 }, 2)).toThrow(RangeError);
});

test("a distribution adds up and stays within its bounds, or says that it cannot", () => {
  const share = fc.record({ floor: fc.nat(3), more: fc.nat(5), weight: fc.constantFrom(0.5, 1, 2) });
  fc.assert(
    fc.property(seed, fc.array(share, { minLength: 1, maxLength: 8 }), fc.nat(40), (s, list, total) => {
      const shares = list.map(({ floor, more, weight }) => ({ floor, cap: floor + more, weight }));
      const [least, most] = [sum(shares.map(({ floor }) => floor)), sum(shares.map(({ cap }) => cap))];
      if (total < least || total > most) {
        expect(() => distribute(mulberry32(s), total, shares)).toThrow(RangeError);
        return;
      }
      const result = distribute(mulberry32(s), total, shares);
      expect(sum(result)).toBe(total);
      result.forEach((count, i) => expect(count >= shares[i].floor && count <= shares[i].cap).toBe(true));
    }),
  );
});

test("an assignment keeps the counts of any table there is, and says when there is none", () => {
  const table = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(seed, table, (s, cells) => {
      const rows = cells.map((row) => row.filter(Boolean).length);
      const columns = [0, 1, 2, 3, 4].map((c) => cells.filter((row) => row[c]).length);
      const taken = assign(mulberry32(s), rows, columns);
      expect(taken.map((row) => new Set(row).size)).toEqual(rows);
      expect(columns.map((_, c) => taken.filter((row) => row.includes(c)).length)).toEqual(columns);
    }),
  );
  expect(() => assign(mulberry32(1), [2, 0], [1, 0])).toThrow(RangeError);
});

test("rankings use up any table that rankings make, and others are refused", () => {
  const orders = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(seed, orders, (s, given) => {
      const tableOf = (rows: readonly (readonly number[])[]) =>
        [0, 1, 2, 3].map((item) =>
          [0, 1, 2, 3].map((place) => rows.filter((row) => row[item] === place).length),
        );
      const table = tableOf(given);
      const found = rankings(mulberry32(s), table);
      expect(tableOf(found)).toEqual(table);
      for (const ranking of found) expect(new Set(ranking).size).toBe(4);
    }),
  );
  const uneven = [
    [2, 0],
    [1, 1],
  ];
  expect(() => rankings(mulberry32(1), uneven)).toThrow(RangeError);
});
