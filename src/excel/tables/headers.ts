import type { Codebook, Field, TableDefinition, TableId } from "../../domain/codebook";
import { normalizeText } from "../../domain/text/normalize";
import { similarity } from "../../domain/text/similarity";

/** Which column holds which field: headers may be moved, renamed to an alias, and stand among others. */
export interface ColumnMap {
  /** Column of each field found, by field id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers as the code book names them; "" for columns that are not ours. */
  readonly headers: readonly string[];
  readonly missing: readonly Field[];
  /** Columns that are not ours but look like one that is missing. */
  readonly lookalikes: readonly { readonly found: string; readonly field: Field }[];
}

/** Least likeness of a header to the missing one before it is held to be the same, mistyped. */
const SAME_HEADER = 0.72;

/**
 * Finds the fields of a table by its headers. The exact header wins over an alias; a header that is only
 * similar is reported, never taken: a person must say whether it is the same.
 */
export function mapColumns(definition: TableDefinition, headers: readonly unknown[]): ColumnMap {
  const keys = headers.map((header) => normalizeText(String(header ?? "")));
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const take = (field: Field, names: readonly string[]) => {
    if (columns.has(field.id)) return;
    const wanted = names.map(normalizeText);
    const at = keys.findIndex((key, i) => key !== "" && !taken.has(i) && wanted.includes(key));
    if (at < 0) return;
    columns.set(field.id, at);
    taken.add(at);
  };
  for (const field of definition.fields) take(field, [field.label.fr]);
  for (const field of definition.fields) take(field, [field.label.en, field.id, ...(field.aliases ?? [])]);
  const missing = definition.fields.filter(({ id }) => !columns.has(id));
  const names = headers.map((): string => "");
  for (const field of definition.fields) {
    const at = columns.get(field.id);
    if (at !== undefined) names[at] = field.label.fr;
  }
  const lookalikes = missing.flatMap((field) => {
    const at = keys.findIndex((key, i) => !taken.has(i) && similarity(key, field.label.fr) >= SAME_HEADER);
    return at < 0 ? [] : [{ found: String(headers[at]), field }];
  });
  return { columns, headers: names, missing, lookalikes };
}

/** Share of a table's fields that these headers name, 0 … 1. */
export function likeness(definition: TableDefinition, headers: readonly unknown[]): number {
  return mapColumns(definition, headers).columns.size / definition.fields.length;
}

/** A table found in the workbook. */
export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly unknown[];
}

export interface Identified<T extends FoundTable> {
  readonly tables: ReadonlyMap<TableId, T>;
  /** Tables that look like one of ours while the real one is there: copied sheets. */
  readonly copies: readonly { readonly id: TableId; readonly table: T }[];
  readonly ambiguous: readonly { readonly id: TableId; readonly candidates: readonly T[] }[];
}

/** Share of the fields a table under another name must have to be held for ours, or for a copy. */
const SAME_TABLE = 0.7;

/**
 * Finds the study's tables: by name, else by headers – on the sheet of that name first. A table that looks
 * like one already found is a copy and is left alone.
 */
export function identifyTables<T extends FoundTable>(codebook: Codebook, found: readonly T[]): Identified<T> {
  const tables = new Map<TableId, T>();
  const copies: { id: TableId; table: T }[] = [];
  const ambiguous: { id: TableId; candidates: T[] }[] = [];
  const definitions = Object.values(codebook.edition.tables);
  const same = (a: string, b: string) => a.localeCompare(b, "fr", { sensitivity: "accent" }) === 0;
  const free = new Set(found);
  for (const definition of definitions) {
    const named = found.find(({ name }) => same(name, definition.name));
    if (!named) continue;
    tables.set(definition.id, named);
    free.delete(named);
  }
  for (const definition of definitions) {
    const alike = [...free].filter((table) => {
      const own = likeness(definition, table.headers);
      return own >= SAME_TABLE && definitions.every((other) => likeness(other, table.headers) <= own);
    });
    if (tables.has(definition.id)) {
      for (const table of alike) copies.push({ id: definition.id, table });
    } else if (alike.length) {
      const atHome = alike.filter(({ sheet }) => same(sheet, definition.sheet));
      const [only, another] = atHome.length ? atHome : alike;
      if (another) {
        ambiguous.push({ id: definition.id, candidates: alike });
      } else {
        tables.set(definition.id, only);
        for (const table of alike) if (table !== only) copies.push({ id: definition.id, table });
      }
    }
    for (const table of alike) free.delete(table);
  }
  return { tables, copies, ambiguous };
}
