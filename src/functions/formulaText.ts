import type { Language } from "../domain/language";
import { callText, type WritableArgument } from "../domain/synthesis/formula";

export type FormulaArgument = WritableArgument;

/** Separator of arguments in each language's usual settings. */
export const listSeparator: Readonly<Record<Language, string>> = { fr: ";", en: "," };

/**
 * A formula as it is typed in a cell.
 * @param separator The person's list separator; a comma in what Excel is given.
 */
export const formulaText = (id: string, args: readonly FormulaArgument[], separator = ","): string =>
  callText({ id, args }, separator);
