import { SHEET_COLUMNS, SHEET_ROWS } from "./limits";

/** Where a cell stands, both numbers from 0; packed in one number so that reading allocates nothing. */
const packedAddress = (row: number, column: number): number => row * SHEET_COLUMNS + column;
export const rowOf = (packed: number): number => Math.floor(packed / SHEET_COLUMNS);
export const columnOf = (packed: number): number => packed % SHEET_COLUMNS;

/** Reads an A1 address between two places of a part; -1 when it is none of an Excel sheet. */
export function parseAddress(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  let i = start;
  for (; i < end && i < start + 4; i++) {
    const letter = bytes[i] & 0xdf;
    if (bytes[i] < 65 || letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = parseWhole(bytes, i, end);
  if (column < 1 || column > SHEET_COLUMNS || row < 1 || row > SHEET_ROWS) return -1;
  return packedAddress(row - 1, column - 1);
}

/** Reads a whole number of at most nine digits; -1 when it is none. */
export function parseWhole(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The A1 address a person reads. */
export function addressText(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters + (row + 1);
}
