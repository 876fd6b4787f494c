import type { ReadReference, SelectedCell } from "./contract";

/** Cells of one reference that are read for an explanation; Excel computes with more. */
const MOST_CELLS = 200_000;

/** What the workbook has that references may name. */
interface Named {
  readonly sheets: ReadonlySet<string>;
  /** Table name to its columns, all in lower case. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: ReadonlySet<string>;
}

const key = (name: string): string => name.toLocaleLowerCase();

/** Reads the cells that references stand for: three requests, whatever their number. */
export async function readReferences(
  context: Excel.RequestContext,
  from: Pick<SelectedCell, "sheetId" | "row">,
  references: readonly string[],
): Promise<readonly ReadReference[]> {
  if (!references.length) return [];
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const tables = workbook.tables.load("items/name,items/columns/items/name");
  const names = workbook.names.load("items/name,items/type");
  await context.sync();
  const named: Named = {
    sheets: new Set(sheets.items.map(({ name }) => key(name))),
    tables: new Map(
      tables.items.map(({ name, columns }) => [key(name), new Set(columns.items.map((c) => key(c.name)))]),
    ),
    names: new Set(names.items.filter(({ type }) => type === "Range").map(({ name }) => key(name))),
  };
  const ranges = references.map((text) => rangeOf(context, named, from, text));
  for (const range of ranges) {
    range?.load("rowIndex,columnIndex,rowCount,columnCount");
    range?.worksheet.load("id");
  }
  await context.sync();
  const found = ranges.map((range) => (range && !range.isNullObject ? range : null));
  const readable = found.map((range) => range && range.rowCount * range.columnCount <= MOST_CELLS);
  found.forEach((range, i) => readable[i] && range!.load("values"));
  await context.sync();
  return found.map((range, i) => {
    if (!range) return { cells: undefined, area: null };
    const { rowIndex: row, columnIndex: column, rowCount, columnCount } = range;
    return {
      cells: readable[i] ? range.values : undefined,
      area: { sheetId: range.worksheet.id, row, column, rowCount, columnCount },
    };
  });
}

const ADDRESS =
  /^\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?$|^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$|^\$?\d+:\$?\d+$/i;

/** The range a reference names; null where it names nothing that is there. */
function rangeOf(
  context: Excel.RequestContext,
  named: Named,
  from: Pick<SelectedCell, "sheetId" | "row">,
  text: string,
): Excel.Range | null {
  const { workbook } = context;
  const [, quotedName, plainName, rest] = /^(?:(?:'((?:[^']|'')+)'|([^'!\]]+))!)?(.*)$/s.exec(text)!;
  const sheetName = quotedName?.replace(/''/g, "'") ?? plainName;
  if (sheetName !== undefined && !named.sheets.has(key(sheetName))) return null;
  const sheet = workbook.worksheets.getItem(sheetName ?? from.sheetId);
  const spilled = rest.endsWith("#");
  const address = spilled ? rest.slice(0, -1) : rest;
  if (ADDRESS.test(address)) {
    const range = sheet.getRange(address);
    return spilled ? range.getSpillingToRangeOrNullObject() : range;
  }
  if (!rest.includes("[") && named.names.has(key(rest))) return workbook.names.getItem(rest).getRange();
  return structured(context, named, from, rest);
}

/** A structured reference: a table, a column, columns side by side, or the column's cell in the same row. */
function structured(
  { workbook }: Excel.RequestContext,
  named: Named,
  from: Pick<SelectedCell, "sheetId" | "row">,
  text: string,
): Excel.Range | null {
  const [, tableName, inner = ""] = /^([^[]*)(?:\[(.*)\])?$/s.exec(text) ?? [];
  const columns = tableName ? named.tables.get(key(tableName)) : undefined;
  if (!columns) return null;
  const table = workbook.tables.getItem(tableName);
  const parts = inner.startsWith("[") ? inner.slice(1, -1).split(/\]\s*[:,;]\s*\[/) : inner ? [inner] : [];
  const sameRow = inner.startsWith("@") || /^#(This Row|Cette ligne)$/i.test(parts[0] ?? "");
  const wanted = parts
    .map((part) =>
      part
        .replace(/^@/, "")
        .replace(/^\[|\]$/g, "")
        .replace(/'(.)/g, "$1"),
    )
    .filter((part) => !/^#(This Row|Cette ligne|Data|Données)$/i.test(part) && part !== "");
  if (/^#(All|Tout)$/i.test(wanted[0] ?? "")) return wanted.length === 1 ? table.getRange() : null;
  if (wanted.some((name) => !columns.has(key(name)))) return null;
  const bodies = wanted.map((name) => table.columns.getItem(name).getDataBodyRange());
  const body = bodies.length
    ? bodies.reduce((all, one) => all.getBoundingRect(one))
    : table.getDataBodyRange();
  if (!sameRow) return body;
  const sheet = workbook.worksheets.getItem(from.sheetId);
  return body.getIntersectionOrNullObject(sheet.getRangeByIndexes(from.row, 0, 1, 1).getEntireRow());
}
