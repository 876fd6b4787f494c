import { LiveFormulas } from "../../../src/functions/live";

/** Turns run when told to, on a clock that only formulas move. */
function bench(costs: () => number) {
  const turns: (() => void)[] = [];
  let clock = 0;
  const live = new LiveFormulas(
    (run) => turns.push(run),
    () => clock,
  );
  const shown: string[] = [];
  const values = new Map<string, number>();
  const add = (name: string, value = 0) => {
    values.set(name, value);
    return live.follow(
      () => {
        clock += costs();
        return values.get(name)!;
      },
      (result) => shown.push(`${name}=${result}`),
      Object.is,
    );
  };
  const turn = () => {
    const run = turns.shift()!;
    const before = clock;
    run();
    return clock - before;
  };
  return { live, shown, values, add, turn, turns };
}

describe("many formulas at once", () => {
  test("the first show at once, the others in turns that stay short, none is left out", () => {
    const { add, shown, turn, turns } = bench(() => 4);
    for (let i = 0; i < 100; i++) add(`f${i}`, i);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(10);
    const lengths: number[] = [];
    while (turns.length) lengths.push(turn());
    expect(Math.max(...lengths)).toBeLessThanOrEqual(30);
    expect(lengths.length).toBeGreaterThan(5);
    expect(shown).toEqual(Array.from({ length: 100 }, (_, i) => `f${i}=${i}`));
  });

  test("a change reaches every formula once, and only those whose value differs show it", () => {
    const { add, live, shown, values, turn, turns } = bench(() => 1);
    for (let i = 0; i < 60; i++) add(`f${i}`);
    while (turns.length) turn();
    shown.length = 0;
    values.set("f7", 1).set("f59", 2);
    live.changed();
    live.changed();
    expect(turns).toHaveLength(1);
    while (turns.length) turn();
    expect(shown).toEqual(["f7=1", "f59=2"]);
  });

  test("a change between two turns is seen by all, those already refreshed too", () => {
    const { add, live, shown, values, turn, turns } = bench(() => 10);
    for (let i = 0; i < 9; i++) add(`f${i}`);
    while (turns.length) turn();
    values.set("f0", 1);
    live.changed();
    turn();
    values.set("f0", 2).set("f8", 3);
    live.changed();
    while (turns.length) turn();
    expect(shown.slice(9)).toEqual(["f0=1", "f8=3", "f0=2"]);
  });

  test("a formula removed while it waits for its turn never shows", () => {
    const { add, shown, turn, turns } = bench(() => 30);
    add("first");
    const stop = add("second");
    stop();
    while (turns.length) turn();
    expect(shown).toEqual(["first=0"]);
  });
});
