/** Structured references as text. */
import type { Area } from "./address";
import type { Tables } from "./tables";

/** Table, Table[Column], Table[[A]:[B]], Table[#All], Table[[#Headers],[Column]], in English or French. */
export function resolveStructured(tables: Tables, text: string): Area | null {
  const match = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(.*)\])?$/su.exec(text);
  const table = match && tables.find(match[1]!);
  if (!table) return null;
  let part = tables.body(table);
  if (match[2] === undefined || match[2] === "") return part;
  const specifiers = match[2].startsWith("[")
    ? [...match[2].matchAll(/(:?)\s*,?\s*(:?)\[((?:[^\]']|'.)*)\]/g)].map((m) => m[3]!)
    : [match[2]];
  const columns: number[] = [];
  for (const specifier of specifiers) {
    const special = specifier.toLowerCase();
    if (special === "#all" || special === "#tout") part = table.area;
    else if (special === "#headers" || special === "#en-têtes") part = tables.header(table);
    else if (special === "#data" || special === "#données") part = tables.body(table);
    else {
      const name = specifier.replace(/'(.)/g, "$1").toLocaleLowerCase();
      const index = table.columns.findIndex((c) => c.name.toLocaleLowerCase() === name);
      if (index < 0) return null;
      columns.push(index);
    }
  }
  if (!columns.length) return part;
  const from = Math.min(...columns);
  return { ...part, column: table.area.column + from, columns: Math.max(...columns) - from + 1 };
}
