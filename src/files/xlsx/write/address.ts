/**
 * Letters of a 0-based column.
 * @example columnLetters(27) // "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A1 address of a 0-based cell.
 * @example cellAddress(4, 2) // "C5"
 */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/**
 * A1 reference of a block of cells.
 * @example blockAddress(4, 2, 6, 3) // "C5:D7"
 */
export function blockAddress(row: number, column: number, lastRow: number, lastColumn: number): string {
  const first = cellAddress(row, column);
  const last = cellAddress(lastRow, lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/**
 * The reference with all its letters and numbers held.
 * @example absolute("C5:D7") // "$C$5:$D$7"
 */
export const absolute = (ref: string): string => ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/**
 * A sheet's name as formulas need it.
 * @example sheetReference("Lisez-moi") // "'Lisez-moi'"
 */
export const sheetReference = (name: string): string => `'${name.replace(/'/g, "''")}'`;
