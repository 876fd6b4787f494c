import { join } from "node:path";
import { agrees, evaluate, examplesOf, examplesUnder } from "../support/docstring-examples";

/**
 * The examples in the docstrings of the domain are run, so that they cannot drift from the code: each is one
 * line, `@example expression // result`, on what its own module exports.
 */
const root = join(__dirname, "..", "..");
const examples = examplesUnder(root, "src/domain");

test("the domain has examples", () => expect(examples.length).toBeGreaterThan(30));

test.each(examples.map((example) => [`${example.file}:${example.line}`, example] as const))(
  "%s",
  (_place, { file, expression, result }) => {
    if (result === undefined) throw new Error(`Write what comes out: @example ${expression} // …`);
    const exported: Record<string, unknown> = require(join(root, file));
    const actual = evaluate(expression, exported);
    if (!agrees(actual, result))
      throw new Error(`${expression} gives ${JSON.stringify(actual)}, the docstring says ${result}`);
  },
);

describe("the reader of examples", () => {
  test("finds them in every form of docstring, and those that do not say their result", () => {
    const source = [
      "/** @example a(1) // 2 */",
      "/**",
      " * @example b('x // y') // \"z\"",
      " *  @example c()",
      " */",
      "// @example not a docstring",
    ].join("\n");
    expect(examplesOf("f.ts", source)).toEqual([
      { file: "f.ts", line: 1, expression: "a(1)", result: "2" },
      { file: "f.ts", line: 3, expression: "b('x // y')", result: '"z"' },
      { file: "f.ts", line: 4, expression: "c()", result: undefined },
    ]);
  });
  test("an example that uses what its module does not export fails", () => {
    expect(() => evaluate("hidden(1)", { shown: () => 1 })).toThrow(/hidden/);
  });
  test("values are compared as written, decimals to their last digit", () => {
    expect(agrees(1.86076, "1.8608")).toBe(true);
    expect(agrees(1.8606, "1.8608")).toBe(false);
    expect(agrees([1, "a"], '[1, "a"]')).toBe(true);
    expect(agrees({ kind: "code" }, '{ kind: "code" }')).toBe(true);
    expect(agrees(undefined, "undefined")).toBe(true);
    expect(agrees(null, "undefined")).toBe(false);
    expect(agrees(1, "true")).toBe(false);
  });
});
