import { rowsOfAddress } from "../tables/addresses";

/** A change event of a sheet, as much as is needed of it. */
export interface SheetChange {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType: string;
}

/** Where a table stood when its rows were last read. */
export interface KnownTable {
  readonly sheetId: string;
  /** Row of the header on the sheet. */
  readonly row: number;
  /** Rows of the body. */
  readonly rowCount: number;
}

/** A block of body rows, 0-based. */
export interface Block {
  readonly first: number;
  readonly count: number;
}

/**
 * What must be read again after some events, as far as they tell. Events arrive late and in bundles, tables
 * may have grown since, and a fill over a filter says little: whenever they do not add up, the table is read
 * again as a whole, once.
 */
export type Reread =
  | { readonly kind: "nothing" }
  | { readonly kind: "all" }
  /** Rows to read again; `insert` or `remove` what one event of this kind says happened before. */
  | { readonly kind: "rows"; readonly block: Block; readonly shift?: "insert" | "remove" };

/** Above this many rows a reread of all of them is as good. */
const MANY = 5_000;

export function rereadOf(table: KnownTable, events: readonly SheetChange[]): Reread {
  const own = events.filter(({ worksheetId }) => worksheetId === table.sheetId);
  if (!own.length) return { kind: "nothing" };
  let first = Infinity;
  let last = -1;
  let shift: "insert" | "remove" | undefined;
  for (const { changeType, address } of own) {
    const rows = rowsOfAddress(address);
    if (!rows) return { kind: "all" };
    // The header and what is above: columns renamed, inserted, deleted, moved.
    if (/^Column/.test(changeType)) return { kind: "all" };
    const inserts = /^(Row|Cell)Inserted$/.test(changeType);
    const deletes = /^(Row|Cell)Deleted$/.test(changeType);
    if (rows.last < table.row) {
      if (inserts || deletes) return { kind: "all" };
      continue;
    }
    if (rows.first <= table.row) return { kind: "all" };
    if (inserts || deletes) {
      if (shift || own.length > 1) return { kind: "all" };
      shift = inserts ? "insert" : "remove";
    } else if (changeType !== "RangeEdited") return { kind: "all" };
    first = Math.min(first, rows.first);
    last = Math.max(last, rows.last);
  }
  if (last < 0) return { kind: "nothing" };
  const block = { first: first - table.row - 1, count: last - first + 1 };
  // Below the table and not touching it: nothing of ours.
  if (block.first > table.rowCount) return { kind: "nothing" };
  return block.count > MANY ? { kind: "all" } : { kind: "rows", block, shift };
}

/** What the rows read again mean, once it is known how many rows the table has now. */
export type Update =
  | { readonly kind: "all" }
  | { readonly kind: "update"; readonly block: Block }
  | { readonly kind: "insert"; readonly block: Block }
  | { readonly kind: "remove"; readonly block: Block }
  /** Edits of known rows, and rows the table has grown by at its end. */
  | { readonly kind: "append"; readonly known: Block; readonly added: Block };

export function updateOf(known: number, now: number, block: Block, shift?: "insert" | "remove"): Update {
  const grown = now - known;
  const end = block.first + block.count;
  if (shift === "insert" && grown === block.count && end <= now) return { kind: "insert", block };
  if (shift === "remove" && grown === -block.count) return { kind: "remove", block };
  if (grown === 0) {
    const count = Math.min(end, now) - block.first;
    return count > 0
      ? { kind: "update", block: { first: block.first, count } }
      : { kind: "update", block: { first: 0, count: 0 } };
  }
  if (grown > 0 && end >= now && block.first <= known) {
    return {
      kind: "append",
      known: { first: block.first, count: known - block.first },
      added: { first: known, count: grown },
    };
  }
  return { kind: "all" };
}
