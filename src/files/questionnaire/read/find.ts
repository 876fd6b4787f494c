import { normalizeText } from "../../../domain/text/normalize";
import type { BlockId } from "../../../domain/questionnaire/words";
import type { ReadSheet, ReadTable, ReadWorkbook } from "../../xlsx/types";
import type { BlockDefinition } from "./blocks";
import type { HeaderIndex, HeaderMap } from "./headers";

/** A block of questions where it stands now. */
export interface Located {
  readonly definition: BlockDefinition;
  readonly sheet: ReadSheet;
  readonly header: HeaderMap;
  /** First row below the header, and the row where something else begins. */
  readonly firstRow: number;
  readonly endRow: number;
  /** The Excel table, if it still is one, with the row behind its last. */
  readonly table?: ReadTable;
  readonly tableEnd?: number;
}

const RANGE = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/;

/** Corners of an A1 reference, 0-based; undefined for what is none. */
export function rangeOf(
  ref: string,
):
  | { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
  | undefined {
  const parts = RANGE.exec(ref);
  if (!parts) return undefined;
  const column = (letters: string) =>
    [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const [left, top] = [column(parts[1]), Number(parts[2]) - 1];
  return parts[3]
    ? { top, left, bottom: Number(parts[4]) - 1, right: column(parts[3]) }
    : { top, left, bottom: top, right: left };
}

/**
 * All blocks of a workbook, by their header rows wherever they stand: neither the order of sheets, their names
 * nor that of columns matters. A table of the right name helps where the headers alone could be another block's.
 */
export function locateBlocks(workbook: ReadWorkbook, index: HeaderIndex): Located[] {
  const found: Located[] = [];
  for (const sheet of workbook.sheets) {
    const tables = workbook.tables.filter((table) => table.sheet === sheet.name);
    const heads = headRows(sheet, tables, index);
    const rows = [...sheet.rows.keys()];
    const last = rows.reduce((most, row) => Math.max(most, row), -1);
    heads.forEach(({ row, block, texts, headerless }, i) => {
      const table = tables.find(({ ref }) => rangeOf(ref)?.top === row);
      const range = table && rangeOf(table.ref);
      found.push({
        definition: block,
        sheet,
        header: index.map(block, texts),
        firstRow: headerless ? row : row + 1,
        endRow: heads[i + 1]?.top ?? last + 1,
        table,
        tableEnd: range && range.bottom + 1,
      });
    });
  }
  return found;
}

interface Head {
  readonly row: number;
  /** First row that belongs to the header: bilingual files carry the English one above. */
  readonly top: number;
  readonly block: BlockDefinition;
  readonly texts: ReadonlyMap<number, unknown>;
  readonly headerless: boolean;
}

/** Header rows of a sheet, from top to bottom. */
function headRows(sheet: ReadSheet, tables: readonly ReadTable[], index: HeaderIndex): Head[] {
  const named = new Map<number, { readonly block: BlockDefinition; readonly table: ReadTable }>();
  for (const table of tables) {
    const block = blockByTable(table.name, index);
    const range = rangeOf(table.ref);
    if (block && range) named.set(range.top, { block, table });
  }
  const heads: Head[] = [];
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const own = named.get(row);
    let known = 0;
    for (const { value } of cells.values()) if (index.keys(value).length) known++;
    if (known < 2 && !own) continue;
    // Some programs say "no header" of a table that has one.
    const headerless = own?.table.headerless === true && known < 2;
    const left = own ? rangeOf(own.table.ref)!.left : 0;
    const texts: ReadonlyMap<number, unknown> = headerless
      ? new Map(own!.table.columns.map((name, i) => [left + i, name]))
      : new Map([...cells].map(([column, { value }]) => [column, value]));
    const best = index.bestBlock(texts);
    const isOwn = own && index.map(own.block, texts).columns.size > 0;
    const block = isOwn ? own.block : best;
    if (!block) continue;
    const before = heads.at(-1);
    const isBelow = before !== undefined && before.row === row - 1 && before.block.id === block.id;
    if (isBelow) heads.pop();
    heads.push({ row, top: isBelow ? before.top : row, block, texts, headerless });
  }
  return heads;
}

/** The block whose table bears this name, or the name a copy of the sheet gives it: "Projets_2", "Projets4". */
function blockByTable(name: string, index: HeaderIndex): BlockDefinition | undefined {
  const key = normalizeText(name);
  return (
    index.blocks.find(({ table }) => normalizeText(table) === key) ??
    index.blocks.find(({ table }) => normalizeText(table) === key.replace(/[_\s]*\d+$/, ""))
  );
}

/** Blocks by what they hold. */
export function byBlock(located: readonly Located[]): ReadonlyMap<BlockId, readonly Located[]> {
  const groups = new Map<BlockId, Located[]>();
  for (const one of located) {
    const group = groups.get(one.definition.id) ?? [];
    groups.set(one.definition.id, [...group, one]);
  }
  return groups;
}
