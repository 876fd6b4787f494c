import type { Language } from "../domain/language";
import type { ExampleArguments } from "./definition";

/** Separator of arguments in each language's usual settings. */
export const listSeparator: Readonly<Record<Language, string>> = { fr: ";", en: "," };

/**
 * A formula as it is typed in a cell.
 * @param separator The person's list separator.
 */
export function formulaText(id: string, args: ExampleArguments, separator: string): string {
  const written = args.map((value) => {
    if (value === null) return "";
    return typeof value === "number" ? String(value) : `"${value.replace(/"/g, '""')}"`;
  });
  return `=BVN.${id}(${written.join(separator)})`;
}
