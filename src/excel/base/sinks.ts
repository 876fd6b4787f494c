import type { Codebook, TableId } from "../../domain/codebook";
import type { BaseTableId, BaseWriter } from "../../domain/base/base";
import type { Language } from "../../domain/language";
import type { Anomaly } from "../../domain/messages";
import { checkContext, TableChecker, type Row } from "../../domain/validation";
import { readNumber } from "../../domain/values/number";
import type { PanelTerritory } from "../contract";
import type { ColumnMap } from "../tables/headers";
import type { Rows } from "../tables/read";

/** Who wants the rows of a table as they are read and as they change. Rows have the columns of `begin`. */
export interface RowSink {
  begin(map: ColumnMap): void;
  append(rows: Rows): void;
  end(): void;
  update(first: number, rows: Rows): void;
  insert(at: number, rows: Rows): void;
  remove(at: number, count: number): void;
}

/** Hands a table's rows to the base. */
export class BaseSink implements RowSink {
  constructor(
    private readonly base: BaseWriter,
    private readonly table: BaseTableId,
  ) {}
  begin(map: ColumnMap): void {
    this.base.beginTable(this.table, map.headers);
  }
  append(rows: Rows): void {
    this.base.appendRows(this.table, rows);
  }
  end(): void {
    this.base.endTable(this.table);
  }
  update(first: number, rows: Rows): void {
    this.base.updateRows(this.table, first, rows);
  }
  insert(at: number, rows: Rows): void {
    this.base.insertRows(this.table, at, rows);
  }
  remove(at: number, count: number): void {
    this.base.deleteRows(this.table, at, count);
  }
}

/** The cells of a row by field id. */
export function rowOf(map: ColumnMap, cells: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (const [field, at] of map.columns) row[field] = cells[at];
  return row;
}

/** Keeps the rows of a table that is small by nature: the panel, the codes. */
export class MirrorSink implements RowSink {
  rows: Row[] = [];
  private map: ColumnMap | null = null;

  constructor(private readonly changed: () => void) {}
  begin(map: ColumnMap): void {
    this.map = map;
    this.rows = [];
  }
  append(rows: Rows): void {
    this.rows.push(...this.read(rows));
  }
  end(): void {
    this.changed();
  }
  update(first: number, rows: Rows): void {
    this.rows.splice(first, rows.length, ...this.read(rows));
    this.changed();
  }
  insert(at: number, rows: Rows): void {
    this.rows.splice(at, 0, ...this.read(rows));
    this.changed();
  }
  remove(at: number, count: number): void {
    this.rows.splice(at, count);
    this.changed();
  }
  private read(rows: Rows): Row[] {
    return rows.map((cells) => rowOf(this.map!, cells));
  }
}

/** Checks rows as they pass: only edited rows are judged again. */
export class CheckSink implements RowSink {
  readonly checker: TableChecker;
  private map: ColumnMap | null = null;

  constructor(
    table: TableId,
    private readonly context: () => Parameters<typeof checkContext>,
  ) {
    this.checker = new TableChecker(table, checkContext(...context()));
  }
  begin(map: ColumnMap): void {
    this.map = map;
    this.checker.begin(checkContext(...this.context()));
  }
  append(rows: Rows): void {
    this.checker.append(this.read(rows));
  }
  end(): void {}
  update(first: number, rows: Rows): void {
    this.checker.update(first, this.read(rows));
  }
  insert(at: number, rows: Rows): void {
    this.checker.insert(at, this.read(rows));
  }
  remove(at: number, count: number): void {
    this.checker.remove(at, count);
  }
  /** The panel has grown: what was unknown may be known now. */
  refresh(): void {
    this.checker.setContext(checkContext(...this.context()));
  }
  anomalies(): Anomaly[] {
    return this.checker.anomalies();
  }
  private read(rows: Rows): Row[] {
    return rows.map((cells) => rowOf(this.map!, cells));
  }
}

/** The territories a panel's rows hold, as the pane shows them. */
export function territoriesOf(
  codebook: Codebook,
  rows: readonly Row[],
  language: Language,
): PanelTerritory[] {
  const label = (list: string, value: unknown): string => {
    const answer = codebook.reader(list).read(value);
    return answer.kind === "code" ? codebook.label(list, answer.code, language) : String(value ?? "");
  };
  const [type, region] = ["type", "region"].map((id) => codebook.field("panel", id).list!);
  return rows.flatMap((row) => {
    const name = String(row.name ?? "").trim();
    if (!name) return [];
    const population = readNumber(row.population, { thousands: true });
    return [
      {
        code: String(row.code ?? "").trim(),
        name,
        type: label(type, row.type),
        region: label(region, row.region),
        population: population || null,
      },
    ];
  });
}
