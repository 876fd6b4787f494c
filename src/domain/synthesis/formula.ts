/** An argument to be written; null is one that is left out. */
export type WritableArgument = string | number | null | { readonly reference: string };

/**
 * A call as it is typed in a cell. Formulas that a program gives to Excel have commas in every language.
 * @param separator The list separator; where it is a semicolon, decimals have a comma.
 * @example callText({ id: "RANKING", args: ["Projet", null, 5] }, ",") // "=BVN.RANKING(\"Projet\",,5)"
 * @example callText({ id: "INTERVAL", args: [{ reference: "A2:A9" }, 0.9] }, ";") // "=BVN.INTERVAL(A2:A9;0,9)"
 * @example callText({ id: "MATURITY", args: [] }, ";") // "=BVN.MATURITY()"
 */
export function callText(
  { id, args }: { readonly id: string; readonly args: readonly WritableArgument[] },
  separator: string,
): string {
  const decimal = separator === ";" ? "," : ".";
  const written = args.map((value) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    return typeof value === "string" ? `"${value.replace(/"/g, '""')}"` : value.reference;
  });
  return `=BVN.${id}(${written.join(separator)})`;
}
