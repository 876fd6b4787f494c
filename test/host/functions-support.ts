/** BVN functions in the cells of a headless workbook. */
import type { Base } from "../../src/domain/base/base";
import type { Language } from "../../src/domain/language";
import { functionsMetadata, registerFunctions, type FunctionEnvironment } from "../../src/functions";
import type { HeadlessExcel } from "../../src/preview/headless";
import { codebook2014 } from "../support/base";
import { newBook, withFunctions } from "../support/headless";

export type Blank = "zero" | "null" | "empty";

/** Has a workbook call the functions as the shared runtime does. */
export async function connectBvn(
  book: HeadlessExcel,
  environment: FunctionEnvironment,
  lang: Language,
): Promise<void> {
  const bodies: Record<string, (...args: unknown[]) => unknown> = {};
  const { Error, ErrorCode } = book.CustomFunctions;
  registerFunctions({ associate: (id, body) => (bodies[id] = body), Error, ErrorCode }, environment);
  await withFunctions(book, functionsMetadata(lang) as never, bodies);
}

/** What functions count on when only the base matters; without one, what a workbook without study has. */
export const environmentOf = (base: Base | null, lang: Language): FunctionEnvironment => ({
  context: () => ({ base, codebook: codebook2014, language: lang, anomalies: [] }),
  onChange: (listener) => base?.onChange(listener) ?? (() => undefined),
});

/** A workbook with the functions; `ask` writes a formula into a cell, `at` unless told, and gives its value. */
export async function functionsBook<B extends Base | null>(
  base: B,
  { lang = "fr", blank = "zero", at: usual = "H1" }: { lang?: Language; blank?: Blank; at?: string } = {},
) {
  const opened = await newBook({ lang, blank });
  await connectBvn(opened, environmentOf(base, lang), lang);
  const ask = async (formula: string, at = usual) => {
    opened.host.write(at, formula);
    await opened.host.settled();
    return opened.host.read(at);
  };
  return { ...opened, base, ask };
}
