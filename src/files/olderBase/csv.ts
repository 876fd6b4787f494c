import { parseCsv } from "hucre/csv";
import { unguarded } from "../../domain/exports/csvText";
import { headerKey } from "../../domain/olderBase";
import type { ReadCell, ReadSheet } from "../xlsx/types";

const SEPARATORS = [";", ",", "\t"] as const;
/** Rows looked at to tell which separator a file has. */
const SAMPLE = 20_000;

/** What kind of text a file of rows is. */
export interface ReadCsv {
  readonly sheet: ReadSheet;
  /** Rows with more cells than the one of headers. */
  readonly overlong: ReadonlySet<number>;
}

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it can be, else Windows-1252, which Excel for
 * Windows writes. Null for what is no text.
 */
export function textOf(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Rows of a file of values cut by `;`, `,` or tabs, quoted as RFC 4180 has it. All are texts, so that leading zeros
 * stay. Null when it holds no rows, or a quote that is never closed: everything behind it would be one value.
 */
export function readCsv(bytes: Uint8Array): ReadCsv | null {
  const text = textOf(bytes);
  if (text === null || (text.split('"').length - 1) % 2) return null;
  const sample = text.slice(0, SAMPLE);
  const words = (separator: string) =>
    new Set((parseCsv(sample, { delimiter: separator })[0] ?? []).map(headerKey).filter(Boolean)).size;
  const [delimiter] = [...SEPARATORS].sort((x, y) => words(y) - words(x));
  const lines = parseCsv(text, { delimiter, skipBom: true }) as string[][];
  const width = lines[0]?.length ?? 0;
  const rows = new Map<number, ReadonlyMap<number, ReadCell>>();
  const overlong = new Set<number>();
  lines.forEach((line, row) => {
    const cells = new Map<number, ReadCell>();
    line.forEach((value, column) => {
      if (value !== "") cells.set(column, { value: unguarded(value) });
    });
    if (!cells.size) return;
    rows.set(row, cells);
    if (row > 0 && line.slice(width).some((value) => value.trim() !== "")) overlong.add(row);
  });
  if (!rows.size) return null;
  return {
    sheet: { name: "", state: "visible", rows, hiddenRows: new Set(), merges: [] },
    overlong,
  };
}
