import type { Codebook, Field, TableId } from "../codebook";
import { FormulaError } from "../messages";
import { CodeColumn, MARK, NumberColumn, TextColumn } from "./columns";
import type { Buckets } from "./axis";
import { Lookup } from "./lookup";
import type { BaseTable } from "./table";

/**
 * A field as seen from the rows of one table: its own column, or a column of the panel reached through the
 * row's territory.
 */
export interface FieldAccess {
  readonly field: Field;
  readonly kind: "code" | "text" | "number";
  readonly codebook: Codebook;
  /** Buckets of the rows by the byte of a coded field. */
  byCode(bucketOf: (byte: number) => number): Buckets;
  byText(bucketOf: (text: string, key: string) => number): Buckets;
  byNumber(bucketOf: (value: number) => number): Buckets;
  /** The texts that occur, for suggestions and groups. */
  texts(): readonly string[];
  /** Whether any row of the column holds what is no code. */
  hasInvalid(): boolean;
  /** Raw value of a row whose code is invalid. */
  invalidValue(row: number): unknown;
}

const MAX_UNKNOWN = 256;

/** Fields of a table joined with the panel. */
export class JoinedTable {
  private panelRows: Map<string, number> | null = null;
  /** Panel row of each territory id, −1 if it is not in the panel; filled as ids come. */
  private readonly panelRowById: number[] = [];
  /** Names that are no field: finding what is like them takes longer than counting. */
  private readonly unknown = new Map<string, FormulaError>();

  constructor(
    readonly table: BaseTable,
    private readonly panel: BaseTable,
    private readonly codebook: Codebook,
  ) {}

  /** Tables a field name is looked up in, in order. */
  get fieldTables(): readonly TableId[] {
    return [this.table.id, "panel"];
  }

  /**
   * The field a formula names.
   * @throws FormulaError unknownField (with the nearest name), fieldNotInTable.
   */
  access(name: string): FieldAccess {
    const known = this.unknown.get(name);
    if (known) throw known;
    const field = this.codebook.findField(name, this.fieldTables);
    if (!field) {
      const suggestion = this.codebook.suggestField(name, this.fieldTables);
      const error = FormulaError.value("unknownField", { value: name, suggestion: suggestion?.label });
      if (this.unknown.size < MAX_UNKNOWN) this.unknown.set(name, error);
      throw error;
    }
    return this.table.definition.fields.includes(field) ? this.own(field) : this.throughPanel(field);
  }

  private missing(field: Field): FormulaError {
    return FormulaError.value("fieldNotInTable", { field: field.label, table: this.table.definition.title });
  }

  private own(field: Field): FieldAccess {
    const column = this.table.columns.get(field.id);
    if (!column) return this.derived(field);
    const wrongKind = () => this.missing(field);
    return {
      field,
      codebook: this.codebook,
      kind: column instanceof CodeColumn ? "code" : column instanceof NumberColumn ? "number" : "text",
      byCode: (bucketOf) => {
        if (column instanceof CodeColumn) return new Lookup(column, bucketOf);
        throw wrongKind();
      },
      byText: (bucketOf) => {
        if (column instanceof TextColumn)
          return new Lookup(column, (id) => bucketOf(column.text(id), column.key(id)));
        throw wrongKind();
      },
      byNumber: (bucketOf) => {
        if (column instanceof NumberColumn) return { at: (row) => bucketOf(column.numbers[row]) };
        throw wrongKind();
      },
      texts: () => (column instanceof TextColumn ? column.texts : []),
      hasInvalid: () => column instanceof CodeColumn && column.count(MARK.invalid) > 0,
      invalidValue: (row) =>
        column instanceof TextColumn ? undefined : (column as CodeColumn).invalidValue(row),
    };
  }

  /** The size class of the panel's own rows; every other table sees it through the territory. */
  private derived(field: Field): FieldAccess {
    const column = this.table.columns.get("population");
    if (field.id !== "sizeClass" || !(column instanceof NumberColumn)) throw this.missing(field);
    return {
      field,
      codebook: this.codebook,
      kind: "code",
      byCode: (bucketOf) => ({ at: (row) => bucketOf(this.classByte(field, column.numbers[row])) }),
      byText: () => {
        throw this.missing(field);
      },
      byNumber: () => {
        throw this.missing(field);
      },
      texts: () => [],
      hasInvalid: () => false,
      invalidValue: () => undefined,
    };
  }

  private classByte(field: Field, population: number): number {
    if (Number.isNaN(population)) return MARK.notReported;
    return this.codebook.classOf(field.list!, population) ?? MARK.notReported;
  }

  private throughPanel(field: Field): FieldAccess {
    const territory = this.table.columns.get("territory");
    if (!(territory instanceof TextColumn)) throw this.missing(field);
    const derived = field.id === "sizeClass";
    const column = this.panel.columns.get(derived ? "population" : field.id);
    if (!column) throw this.missing(field);
    const rowOf = (id: number) => this.panelRow(territory, id);
    const byte = (id: number): number => {
      const row = rowOf(id);
      if (row < 0) return MARK.notReported;
      if (column instanceof CodeColumn) return column.bytes[row];
      return this.classByte(field, (column as NumberColumn).numbers[row]);
    };
    const text = (id: number): number => {
      const row = rowOf(id);
      return row < 0 || !(column instanceof TextColumn) ? 0 : column.ids[row];
    };
    const number = (id: number): number => {
      const row = rowOf(id);
      return row < 0 || !(column instanceof NumberColumn) ? NaN : column.numbers[row];
    };
    return {
      field,
      codebook: this.codebook,
      kind:
        derived || column instanceof CodeColumn ? "code" : column instanceof NumberColumn ? "number" : "text",
      byCode: (bucketOf) => new Lookup(territory, (id) => bucketOf(byte(id))),
      byText: (bucketOf) => {
        if (!(column instanceof TextColumn)) throw this.missing(field);
        return new Lookup(territory, (id) => bucketOf(column.text(text(id)), column.key(text(id))));
      },
      byNumber: (bucketOf) => new Lookup(territory, (id) => bucketOf(number(id))),
      texts: () => (column instanceof TextColumn ? column.texts : []),
      hasInvalid: () => column instanceof CodeColumn && column.count(MARK.invalid) > 0,
      invalidValue: (row) =>
        column instanceof CodeColumn ? column.invalidValue(rowOf(territory.ids[row])) : undefined,
    };
  }

  private panelRow(territory: TextColumn, id: number): number {
    return (this.panelRowById[id] ??= this.findPanelRow(territory.key(id)));
  }

  private findPanelRow(key: string): number {
    const names = this.panel.columns.get("name");
    if (!(names instanceof TextColumn) || key === "") return -1;
    if (!this.panelRows) {
      this.panelRows = new Map();
      for (let row = names.length - 1; row >= 0; row--) {
        this.panelRows.set(names.key(names.ids[row]), row);
      }
    }
    return this.panelRows.get(key) ?? -1;
  }
}
