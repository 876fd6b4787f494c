import { closeBook, newBook, withFunctions } from "../support/headless";
import type { FunctionsMetadata } from "../../src/preview/host";

const matrix = (name: string, more = {}) => ({
  name,
  type: "any",
  dimensionality: "matrix" as const,
  ...more,
});
const scalar = (name: string, type = "any", more = {}) => ({
  name,
  type,
  dimensionality: "scalar" as const,
  ...more,
});
const metadata: FunctionsMetadata = {
  functions: [
    { id: "SEEN", name: "SEEN", parameters: [matrix("cells")] },
    {
      id: "ARGS",
      name: "ARGS",
      parameters: [
        scalar("first"),
        scalar("second", "any", { optional: true }),
        matrix("rest", { repeating: true, optional: true }),
      ],
    },
    { id: "FAIL", name: "FAIL", parameters: [scalar("why", "string")] },
    { id: "GRID", name: "GRID", parameters: [scalar("rows", "number")] },
    { id: "LATER", name: "LATER", parameters: [scalar("value")] },
    { id: "LIVE", name: "LIVE", parameters: [matrix("cells")], options: { stream: true, cancelable: true } },
  ],
};
interface Live {
  args: unknown[][];
  invocation: { setResult(value: unknown): void; onCanceled(): void };
  canceled: boolean;
}
async function bookWith(options: Parameters<typeof newBook>[0] = {}) {
  const book = await newBook(options);
  const lives: Live[] = [];
  const calls: Record<string, number> = {};
  const { CustomFunctions } = book;
  await withFunctions(book, metadata, {
    SEEN: (cells: unknown[][]) => JSON.stringify(cells),
    ARGS: (...args: unknown[]) => JSON.stringify(args.slice(0, -1)),
    FAIL: (why: string) => {
      throw why === "na"
        ? new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "Rien à montrer")
        : new Error("Panne");
    },
    GRID: (rows: number) => Array.from({ length: rows }, (_, i) => [i + 1, `r${i + 1}`]),
    LATER: async (value: unknown) => {
      calls.LATER = (calls.LATER ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `${value}!`;
    },
    LIVE: (cells: unknown[][], invocation: Live["invocation"]) => {
      const live: Live = { args: cells, invocation, canceled: false };
      invocation.onCanceled = () => void (live.canceled = true);
      lives.push(live);
    },
  });
  return { ...book, lives, calls };
}
afterEach(closeBook);

test.each([
  ["zero", '[[1,0],[0,"x"]]'],
  ["null", '[[1,null],[null,"x"]]'],
  ["empty", '[[1,""],["","x"]]'],
] as const)("blank cells arrive as %s", async (blank, seen) => {
  const { host } = await bookWith({ blank });
  host.write("A1:B2", [
    [1, null],
    [null, "x"],
  ]);
  host.write("D1", "=BVN.SEEN(A1:B2)");
  await host.settled();
  expect(host.read("D1")).toBe(seen);
});

test("a single cell, a literal and an array constant arrive as rows of cells", async () => {
  const { host } = await bookWith();
  host.write("A1", 7);
  host.write("D1:D3", [["=BVN.SEEN(A1)"], ['=BVN.SEEN("x")'], ["=BVN.SEEN({1.2;3.4})"]]);
  await host.settled();
  expect(host.read("D1:D3")).toEqual([["[[7]]"], ['[["x"]]'], ["[[1,2],[3,4]]"]]);
});

test("omitted arguments arrive as null, repeated ones as one list", async () => {
  const { host } = await bookWith();
  host.write("A1:A2", [[1], [2]]);
  host.write("D1:D3", [["=BVN.ARGS(5)"], ["=BVN.ARGS(5;;A1:A2;A1)"], ["=BVN.ARGS(5;VRAI)"]]);
  await host.settled();
  expect(host.read("D1:D3")).toEqual([["[5,null,[]]"], ["[5,null,[[[1],[2]],[[1]]]]"], ["[5,true,[]]"]]);
});

test("thrown errors show as their code and keep their message", async () => {
  const { host } = await bookWith();
  host.write("D1:D2", [['=BVN.FAIL("na")'], ['=BVN.FAIL("x")']]);
  await host.settled();
  expect(host.read("D1:D2")).toEqual([["#N/A"], ["#VALUE!"]]);
  expect(host.errorMessage("D1")).toBe("Rien à montrer");
  expect(host.errorMessage("D2")).toBe("Panne");
  host.write("D1", 1);
  expect(host.errorMessage("D1")).toBeNull();
});

test("arrays spill, and a cell in the way gives #SPILL!", async () => {
  const { host } = await bookWith();
  host.write("A1", "=BVN.GRID(3)");
  await host.settled();
  expect(host.read("A1:B3")).toEqual([
    [1, "r1"],
    [2, "r2"],
    [3, "r3"],
  ]);
  host.write("B2", "moi");
  await host.settled();
  expect(host.read("A1:B3")).toEqual([
    ["#SPILL!", ""],
    ["", "moi"],
    ["", ""],
  ]);
  host.write("B2", null);
  await host.settled();
  expect(host.read("B3")).toBe("r3");
});

test("a promise's result comes in once, without a second call", async () => {
  const { host, calls } = await bookWith();
  host.write("A1", "a");
  host.write("B1", "=BVN.LATER(A1)");
  host.write("C1", '=B1&"?"');
  await host.settled();
  expect(host.read("B1:C1")).toEqual([["a!", "a!?"]]);
  expect(calls.LATER).toBe(1);
  host.write("A1", "b");
  await host.settled();
  expect(host.read("B1:C1")).toEqual([["b!", "b!?"]]);
  expect(calls.LATER).toBe(2);
});

test("a streaming function goes on until its formula or arguments change", async () => {
  const { host, lives } = await bookWith();
  host.write("A1", 1);
  host.write("B1", "=BVN.LIVE(A1)");
  host.write("C1", "=B1*10");
  await host.core.calculation.ready();
  expect(host.read("B1")).toBe("#BUSY!");
  lives[0]!.invocation.setResult(5);
  await host.settled();
  expect(host.read("B1:C1")).toEqual([[5, 50]]);
  lives[0]!.invocation.setResult(6);
  await host.settled();
  expect(host.read("B1:C1")).toEqual([[6, 60]]);
  expect(lives).toHaveLength(1);

  host.write("A1", 2);
  await host.core.calculation.ready();
  expect(lives.map((l) => l.canceled)).toEqual([true, false]);
  expect(lives[1]!.args).toEqual([[2]]);
  lives[0]!.invocation.setResult("stale");
  lives[1]!.invocation.setResult(7);
  await host.settled();
  expect(host.read("B1")).toBe(7);

  host.write("B1", null);
  await host.settled();
  expect(lives[1]!.canceled).toBe(true);
});

test("a whole table column follows the table", async () => {
  const { host } = await bookWith();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Feuil1");
    sheet.getRange("A1:B3").values = [
      ["Etat", "N"],
      ["x", 1],
      ["y", 2],
    ];
    sheet.tables.add("A1:B3", true).name = "Projets";
    sheet.getRange("E1").formulas = [["=BVN.SEEN(Projets[Etat])"]];
    await context.sync();
  });
  await host.settled();
  expect(host.read("E1")).toBe('[["x"],["y"]]');
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Projets").rows.add(undefined, [["z", 3]]);
    await context.sync();
  });
  await host.settled();
  expect(host.read("E1")).toBe('[["x"],["y"],["z"]]');
});

test("an error in an argument is the result, the function is not called", async () => {
  const { host } = await bookWith();
  host.write("A1", "=1/0");
  host.write("B1", "=BVN.SEEN(A1:A2)");
  await host.settled();
  expect(host.read("B1")).toBe("#DIV/0!");
});
