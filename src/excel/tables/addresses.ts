import type { Field, TableDefinition } from "../../domain/codebook";

/** Rows of a sheet. */
export const SHEET_ROWS = 1_048_576;

/**
 * Letters of a 0-based column.
 * @example columnLetters(27) // "AB"
 */
export function columnLetters(index: number): string {
  let letters = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A sheet's name as formulas need it.
 * @example quotedSheet("l'été") // "'l''été'"
 */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/**
 * Structured reference to a column; signs that mean something in it are escaped.
 * @example columnReference({ name: "Projets" }, { label: { fr: "État" } }) // "Projets[État]"
 */
export function columnReference(
  table: Pick<TableDefinition, "name">,
  field: { readonly label: Pick<Field["label"], "fr"> },
): string {
  return `${table.name}[${field.label.fr.replace(/[[\]#']/g, "'$&")}]`;
}

/** First and last 0-based row of an address such as "Projets!$A$5:C7", "5:5" or "B:B"; several areas are spanned. */
export function rowsOfAddress(address: string): { first: number; last: number } | null {
  let first = Infinity;
  let last = -1;
  for (const part of address.split(",")) {
    const cells = part.slice(part.lastIndexOf("!") + 1).replace(/\$/g, "");
    const [from, to = from] = cells.split(":");
    const start = /\d+$/.exec(from);
    const end = /\d+$/.exec(to);
    if (!start || !end) return { first: 0, last: SHEET_ROWS - 1 };
    first = Math.min(first, Number(start[0]) - 1, Number(end[0]) - 1);
    last = Math.max(last, Number(start[0]) - 1, Number(end[0]) - 1);
  }
  return last < 0 ? null : { first, last };
}
