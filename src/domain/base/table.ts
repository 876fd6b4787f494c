import type { Codebook, Field, TableDefinition, TableId } from "../codebook";
import { normalizeText } from "../text/normalize";
import { CodeColumn, NumberColumn, TextColumn, type Column } from "./columns";
import { Cubes } from "./cube";
import { Masks } from "./masks";

type Rows = readonly (readonly unknown[])[];

/** A table of the workbook in memory, by column. */
export class BaseTable {
  readonly columns = new Map<string, Column>();
  readonly cubes = new Cubes();
  readonly masks = new Masks();
  length = 0;
  /** Differs once any row has changed. */
  version = 0;
  /** False while the loader is still bringing its rows in. */
  complete = false;
  /** Column of each header position; null for columns that are not ours. */
  private byPosition: (Column | null)[] = [];

  constructor(
    readonly id: TableId,
    private codebook: Codebook,
  ) {}

  /** The table as the code book of today describes it. */
  get definition(): TableDefinition {
    return this.codebook.table(this.id);
  }

  /** The loader has begun to read it and is not through. */
  get isLoading(): boolean {
    return !this.complete && this.byPosition.length > 0;
  }

  /** Starts anew with these headers. */
  begin(headers: readonly string[]): void {
    this.version++;
    this.columns.clear();
    this.cubes.clear();
    this.masks.clear();
    this.length = 0;
    this.complete = false;
    this.byPosition = headers.map((header) => {
      const field = this.codebook.findField(String(header), [this.id]);
      if (!field || !isKept(field) || this.columns.has(field.id)) return null;
      const column = this.columnFor(field);
      this.columns.set(field.id, column);
      return column;
    });
  }

  append(rows: Rows): void {
    this.version++;
    this.masks.clear();
    const first = this.length;
    this.length += rows.length;
    this.byPosition.forEach((column, position) => {
      if (column) for (let i = 0; i < rows.length; i++) column.set(first + i, rows[i][position]);
    });
  }

  /** All rows are in. */
  end(): void {
    this.version++;
    for (const column of this.columns.values()) column.trim();
    this.complete = true;
  }

  update(first: number, rows: Rows): void {
    this.version++;
    this.byPosition.forEach((column, position) => {
      if (column) for (let i = 0; i < rows.length; i++) column.set(first + i, rows[i][position]);
    });
  }

  insert(at: number, count: number): void {
    this.version++;
    this.masks.clear();
    for (const column of this.columns.values()) column.insert(at, count);
    this.length += count;
  }

  remove(at: number, count: number): void {
    this.version++;
    this.masks.clear();
    for (const column of this.columns.values()) column.remove(at, count);
    this.length -= count;
  }

  /** Another code book: coded columns are read with its lists. */
  setCodebook(codebook: Codebook): void {
    this.version++;
    this.codebook = codebook;
    for (const [id, column] of this.columns) {
      const list = codebook.table(this.id).fields.find((field) => field.id === id)?.list;
      if (list && column instanceof CodeColumn) column.reread(codebook.reader(list));
    }
    this.cubes.clear();
    this.masks.clear();
  }

  /** The table is given up: what was read of it has to be read again. */
  retire(): void {
    this.version = NaN;
  }

  private columnFor(field: Field): Column {
    if (field.list && field.kind === "code") return new CodeColumn(this.codebook.reader(field.list));
    if (field.kind === "number") return new NumberColumn();
    if (field.kind === "project") return new TextColumn(listedProjectKeys(this.codebook));
    return new TextColumn(undefined, field.kind === "text" && this.id !== "panel");
  }
}

/** The row key and personal data never enter the base; what is derived is derived again. */
function isKept(field: Field): boolean {
  return !field.personal && field.id !== "id" && !(field.kind === "auto" && field.list);
}

/** Makes the English label of a listed project count as the French one. */
function listedProjectKeys(codebook: Codebook): (key: string) => string {
  const keys = new Map(
    codebook.edition.listedProjects.map(({ label }) => [normalizeText(label.en), normalizeText(label.fr)]),
  );
  return (key) => keys.get(key) ?? key;
}
