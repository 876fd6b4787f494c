import { makeBook, type Book } from "./book";
import type { Expected } from "./types";

export const cell = (address: string, inner: string, attributes = ""): string =>
  `<c r="${address}"${attributes && ` ${attributes}`}>${inner}</c>`;
export const row = (inner: string, number = 1, attributes = ""): string =>
  `<row r="${number}" ${attributes}>${inner}</row>`;
export const v = (value: string | number) => `<v>${value}</v>`;
export const book =
  (rows: string, more: Book = {}) =>
  () =>
    makeBook({ rows, ...more });
export const one = (inner: string, attributes = "", more: Book = {}) =>
  book(row(cell("A1", inner, attributes)), more);
export const A1 = (value: Expected) => ({
  cells: { A1: value },
  remarks: [],
});
