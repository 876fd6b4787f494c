/** A fresh headless workbook for a test, disposed of after it. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { transformSync } from "@swc/core";
import type { HeadlessExcel } from "../../src/preview/headless";
import type { FunctionsMetadata, HostOptions } from "../../src/preview/host";

/*
 * Univer's CommonJS files require a few packages that exist as ES modules only. Jest compiles packages only when
 * transformIgnorePatterns names them; these are compiled here, on first use.
 */
const PACKAGES = [
  "rbush",
  "quickselect",
  "kdbush",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
  "franc-min",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
];
const compiled = new Map<string, { exports: unknown }>();

function load(file: string): unknown {
  const known = compiled.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  compiled.set(file, module);
  if (file.endsWith(".json")) return (module.exports = JSON.parse(readFileSync(file, "utf8")));
  const { code } = transformSync(readFileSync(file, "utf8"), {
    filename: file,
    module: { type: "commonjs" },
    jsc: { target: "es2022" },
  });
  const local = (name: string) => {
    if (name.startsWith(".")) return load(resolve(dirname(file), name));
    return require(name);
  };
  new Function("exports", "require", "module", code)(module.exports, local, module);
  return module.exports;
}
function compileEsmPackages(): void {
  for (const name of PACKAGES) {
    let file: string;
    try {
      file = require.resolve(name);
    } catch {
      continue;
    }
    jest.doMock(name, () => load(file));
  }
}
compileEsmPackages();

let open: HeadlessExcel | null = null;
export async function newBook(options: Partial<HostOptions> = {}): Promise<HeadlessExcel> {
  closeBook();
  const { createHeadlessExcel } = await import("../../src/preview/headless");
  open = await createHeadlessExcel(options);
  return open;
}
export function closeBook(): void {
  open?.dispose();
  open = null;
}
/** Associates functions and has the workbook's formulas call them as BVN.NAME. */
export async function withFunctions(
  book: HeadlessExcel,
  metadata: FunctionsMetadata,
  bodies: Record<string, (...args: any[]) => unknown>,
): Promise<void> {
  const { connectFunctions } = await import("../../src/preview/office/office-shim");
  book.CustomFunctions.associate(bodies);
  connectFunctions({ CustomFunctions: book.CustomFunctions }, book.host, metadata);
}
/** Code and message an Excel.run fails with. */
export async function failure(run: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await run;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error("It was expected to fail.");
}
