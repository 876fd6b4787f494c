import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** One `@example expression // result` of a docstring. */
export interface Example {
  /** Path from the root of the project. */
  readonly file: string;
  readonly line: number;
  readonly expression: string;
  /** A JSON or JavaScript literal; undefined when the line does not say what comes out. */
  readonly result?: string;
}

/** Every example found in the docstrings of a source text. */
export function examplesOf(file: string, source: string): Example[] {
  return source.split("\n").flatMap((text, index) => {
    const found = /^\s*\/?\*+\s*@example\b\s*(.*?)\s*(?:\*\/)?$/.exec(text);
    if (!found) return [];
    const at = found[1].lastIndexOf(" // ");
    const [expression, result] =
      at < 0 ? [found[1], undefined] : [found[1].slice(0, at), found[1].slice(at + 4)];
    return [{ file, line: index + 1, expression, result }];
  });
}

/** Every example under a folder, in the order of files and lines. */
export function examplesUnder(root: string, folder: string): Example[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => examplesOf(relative(root, path), readFileSync(path, "utf8")));
}

/** Value of a text of code that may use these names and no other. */
export function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope).filter((name) => name !== "default");
  return new Function(...names, `"use strict"; return (${code});`)(...names.map((name) => scope[name]));
}

/** Whether what came out is what the docstring says; a number is compared to the digits it is written with. */
export function agrees(actual: unknown, result: string): boolean {
  const decimals = /^-?\d+\.(\d+)$/.exec(result)?.[1].length;
  if (typeof actual === "number" && decimals !== undefined) return actual.toFixed(decimals) === result;
  const expected = evaluate(result, {});
  if (typeof expected !== "object" || expected === null) return Object.is(actual, expected);
  return JSON.stringify(actual) === JSON.stringify(expected);
}
