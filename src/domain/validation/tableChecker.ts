import type { TableId } from "../codebook";
import { anomaly, type Anomaly } from "../messages";
import { hashText } from "../records/ids";
import type { CheckContext } from "./cells";
import { checkRow, isBlankRow, repeated, rowKey, type Row } from "./rows";

/** Of a row that can repeat another: its key as a number, and what the anomaly must name if it does. */
interface Repeatable {
  readonly key: number;
  readonly warn: (index: number) => Anomaly;
}

/**
 * The anomalies of one table, kept up to date row by row: an edited row is judged again, the others are only
 * moved. Rows are not kept, only what is wrong with them and a hash of what must not be repeated.
 */
export class TableChecker {
  private own: (readonly Anomaly[] | undefined)[] = [];
  private repeatables: (Repeatable | undefined)[] = [];
  /** Hashes of the identifiers of projects, as a copied row takes its own along; 0 for a row without one. */
  private ids: number[] = [];
  private filled: boolean[] = [];
  private count = 0;

  constructor(
    readonly table: TableId,
    private context: CheckContext,
  ) {}

  /** Rows that hold anything. */
  get filledRows(): number {
    return this.count;
  }

  get rowCount(): number {
    return this.own.length;
  }

  /** Another code book, panel or language: rows must be appended anew. */
  begin(context: CheckContext): void {
    this.context = context;
    this.own = [];
    this.repeatables = [];
    this.ids = [];
    this.filled = [];
    this.count = 0;
  }

  /** A panel that has grown: rows are not judged again, only rid of territories that are known now. */
  setContext(context: CheckContext): void {
    this.context = context;
    const known = ({ code, value }: Anomaly) =>
      code === "unknownTerritory" && context.territories.has(String(value));
    this.own = this.own.map((problems) => {
      const left = problems?.filter((problem) => !known(problem));
      return left?.length ? left : undefined;
    });
  }

  append(rows: readonly Row[]): void {
    const first = this.own.length;
    this.own.length = this.repeatables.length = first + rows.length;
    for (let i = 0; i < rows.length; i++) {
      this.filled.push(false);
      this.ids.push(0);
    }
    this.update(first, rows);
  }

  update(first: number, rows: readonly Row[]): void {
    rows.forEach((row, i) => {
      const index = first + i;
      const problems = checkRow(this.context, this.table, row, index);
      this.own[index] = problems.length ? problems : undefined;
      const key = rowKey(this.context, this.table, row);
      this.repeatables[index] =
        key === undefined ? undefined : { key: hashText(key), warn: (at) => repeated(this.table, row, at) };
      const id = this.table === "projects" ? String(row.id ?? "").trim() : "";
      this.ids[index] = id === "" ? 0 : hashText(id);
      const filled = !isBlankRow(row);
      this.count += Number(filled) - Number(this.filled[index]);
      this.filled[index] = filled;
    });
  }

  insert(at: number, rows: readonly Row[]): void {
    const gap = rows.map(() => undefined);
    this.own = [...this.own.slice(0, at), ...gap, ...this.own.slice(at)];
    this.repeatables = [...this.repeatables.slice(0, at), ...gap, ...this.repeatables.slice(at)];
    this.filled = [...this.filled.slice(0, at), ...rows.map(() => false), ...this.filled.slice(at)];
    this.ids = [...this.ids.slice(0, at), ...rows.map(() => 0), ...this.ids.slice(at)];
    this.update(at, rows);
  }

  remove(at: number, count: number): void {
    this.own.splice(at, count);
    this.repeatables.splice(at, count);
    this.ids.splice(at, count);
    for (const filled of this.filled.splice(at, count)) this.count -= Number(filled);
  }

  /** The anomalies of one row, those that repeat an earlier row included. O(rows) for the latter. */
  anomaliesOf(row: number): Anomaly[] {
    return this.anomalies().filter(({ place }) => place.row === row);
  }

  /** All anomalies, by row. Of rows that repeat one another the first is left in peace. */
  anomalies(): Anomaly[] {
    const found: Anomaly[] = [];
    const seen = new Set<number>();
    const ids = new Set<number>();
    for (let row = 0; row < this.own.length; row++) {
      for (const problem of this.own[row] ?? []) {
        const moved = problem.place.row !== row;
        found.push(moved ? { ...problem, place: { ...problem.place, row } } : problem);
      }
      const id = this.ids[row];
      if (id !== 0 && ids.has(id))
        found.push(anomaly("duplicateId", "error", { table: this.table, row, field: "id" }, {}));
      ids.add(id);
      const repeatable = this.repeatables[row];
      if (!repeatable) continue;
      if (seen.has(repeatable.key)) found.push(repeatable.warn(row));
      seen.add(repeatable.key);
    }
    return found;
  }
}
