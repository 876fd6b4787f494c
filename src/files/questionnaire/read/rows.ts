import type { Codebook } from "../../../domain/codebook";
import type { FilePlace } from "../../../domain/questionnaire/returned";
import { questionOptions } from "../../../domain/messages/questionnaire";
import { cellAddress } from "../../xlsx/write";
import type { ReadCell } from "../../xlsx/types";
import { isBlankCell } from "./cells";
import { rangeOf, type Located } from "./find";
import type { Remarks } from "./remarks";

/** One row of a block, read by column ids. */
export interface BlockRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly isHidden: boolean;
  /** Inside the Excel table; true when there no longer is one. */
  readonly isInside: boolean;
  readonly isTotals: boolean;
  cell(id: string): ReadCell | undefined;
  text(id: string): string;
  place(id?: string): FilePlace;
}

/** A block's columns, once a person has said what doubtful headers are. */
export interface BlockColumns {
  readonly columns: ReadonlyMap<string, number>;
  /** Ids of columns that are to be read and are not there. */
  readonly missing: readonly string[];
}

/**
 * Says what is wrong with a block's headers, and asks about those that are nearly right: a column is read only
 * if its header says so or a person did.
 */
export function settleColumns(located: Located, remarks: Remarks): BlockColumns {
  const { header, sheet, definition, firstRow } = located;
  const columns = new Map(header.columns);
  const doubtful = new Set<string>();
  const place = (at: number): FilePlace => ({
    sheet: sheet.name,
    cell: cellAddress(Math.max(0, firstRow - 1), at),
  });
  for (const { found, at, column } of header.lookalikes) {
    doubtful.add(column.id);
    const decided = remarks.ask(
      "headerTypo",
      place(at),
      `${sheet.name} ${definition.id} ${found}`,
      { found, field: column.label },
      [
        { id: "same", label: questionOptions.same },
        { id: "other", label: questionOptions.other },
      ],
      found,
    );
    if (decided === "same") columns.set(column.id, at);
  }
  for (const column of header.missing) {
    if (doubtful.has(column.id)) continue;
    remarks.add(
      "missingColumn",
      "error",
      { sheet: sheet.name },
      { field: column.label },
      { field: column.label },
    );
  }
  for (const { found, at } of header.extras) {
    remarks.add("extraColumn", "info", place(at), { found }, { value: found });
  }
  return { columns, missing: header.missing.map(({ id }) => id).filter((id) => !columns.has(id)) };
}

/** Rows of a block that hold something in its own columns, from top to bottom. */
export function* blockRows(located: Located, { columns }: BlockColumns): Generator<BlockRow> {
  const { sheet, firstRow, endRow, table, tableEnd } = located;
  for (let row = firstRow; row < endRow; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const cell = (id: string) => {
      const at = columns.get(id);
      const found = at === undefined ? undefined : cells.get(at);
      return found && !isBlankCell(found.value) ? found : undefined;
    };
    yield {
      row,
      isHidden: sheet.hiddenRows.has(row),
      isInside: tableEnd === undefined || row < tableEnd,
      isTotals: table?.totalsRow === true && tableEnd !== undefined && row === tableEnd - 1,
      cell,
      text: (id) => String(cell(id)?.value ?? "").trim(),
      place: (id) => ({
        sheet: sheet.name,
        cell: cellAddress(
          row,
          (id !== undefined ? columns.get(id) : undefined) ?? Math.min(...columns.values()),
        ),
      }),
    };
  }
}

/** Cells that a merge covers without being its first, and the first of each; only within the block. */
export function mergedCells(
  located: Located,
  { columns }: BlockColumns,
): ReadonlyMap<string, { row: number; column: number }> {
  const covered = new Map<string, { row: number; column: number }>();
  let looked = 0;
  for (const ref of located.sheet.merges) {
    const range = rangeOf(ref);
    if (!range || range.bottom < located.firstRow || range.top >= located.endRow) continue;
    const [first, last] = [Math.max(range.top, located.firstRow), Math.min(range.bottom, located.endRow - 1)];
    for (let row = first; row <= last && looked++ < MOST_LOOKED; row++) {
      if (!located.sheet.rows.has(row)) continue;
      for (const column of columns.values()) {
        if (column < range.left || column > range.right) continue;
        if (row === range.top && column === range.left) continue;
        covered.set(`${row} ${column}`, { row: range.top, column: range.left });
      }
    }
    if (looked >= MOST_LOOKED) break;
  }
  return covered;
}

/** Code of a question's label, in one language or in both, one above the other. */
export function readLabel(codebook: Codebook, listId: string, value: unknown): number | undefined {
  const reader = codebook.reader(listId);
  const whole = reader.read(value);
  if (whole.kind === "code") return whole.code;
  if (typeof value !== "string") return undefined;
  const parts = value.split(/\s*[·\n]\s*/).map((part) => reader.read(part));
  const [first] = parts;
  if (first.kind !== "code" || parts.length < 2) return undefined;
  return parts.every((part) => part.kind === "code" && part.code === first.code) ? first.code : undefined;
}

/**
 * Rows looked at for merges: more are not a person's. What a merge covers is blank, so nothing wrong is taken.
 */
const MOST_LOOKED = 200_000;
