import type { TableDefinition, TableId } from "../../domain/codebook";
import { runExcel, type RunOptions } from "../session";
import { bodyRows, isSmall, readInBlocks, shapeOf, type Rows, type TableShape } from "../tables/read";
import type { TableFacts } from "../workbook/inspect";
import { rereadOf, updateOf, type SheetChange, type Update } from "./changes";
import type { RowSink } from "./sinks";

/**
 * Brings the rows of the study's tables to those who want them, and keeps them there. A table is known by its
 * id in Excel and its place when last looked at; whoever asks for rows asks for that place, so filters, sorts
 * and analysts' columns do not matter.
 */
export class Loader {
  private readonly shapes = new Map<TableId, TableShape>();
  /** Who was told of a table when it was loaded, and is told of its changes. */
  private readonly active = new Map<TableId, readonly RowSink[]>();

  /**
   * @param sinks Who wants the rows of a table of this size.
   * @param definition The table in the code book as it is now: the `Codes` table is read first and may add to it.
   */
  constructor(
    private readonly sinks: (table: TableId, rowCount: number) => readonly RowSink[],
    private readonly definition: (table: TableId) => TableDefinition,
  ) {}

  /** The table as last looked at. */
  shape(table: TableId): TableShape | undefined {
    return this.shapes.get(table);
  }

  /** Forgets everything; `load` starts anew. */
  clear(): void {
    this.shapes.clear();
    this.active.clear();
  }

  /** A table that operations write to and nobody follows. */
  know(shape: TableShape): void {
    this.shapes.set(shape.definition.id, shape);
  }

  /** Reads whole tables: the small ones together in one request, the others in blocks. */
  async load(context: Excel.RequestContext, shapes: readonly TableShape[]): Promise<void> {
    const small = shapes.filter(isSmall);
    const bodies = small.map((shape) => bodyRows(context, shape, 0, shape.facts.rowCount));
    if (small.length) await context.sync();
    small.forEach((shape, i) => this.take(shape, (append) => append(bodies[i].values)));
    for (const shape of shapes) if (!isSmall(shape)) await this.loadLarge(context, shape);
  }

  private async loadLarge(context: Excel.RequestContext, shape: TableShape): Promise<void> {
    const sinks = this.start(shape);
    await readInBlocks(context, shape, (rows) => sinks.forEach((sink) => sink.append(rows)));
    sinks.forEach((sink) => sink.end());
  }

  private take(shape: TableShape, fill: (append: (rows: Rows) => void) => void): void {
    const sinks = this.start(shape);
    fill((rows) => sinks.forEach((sink) => sink.append(rows)));
    sinks.forEach((sink) => sink.end());
  }

  private start({ definition, facts }: TableShape): readonly RowSink[] {
    const shape = shapeOf(this.definition(definition.id), facts);
    this.shapes.set(definition.id, shape);
    const sinks = this.sinks(definition.id, facts.rowCount);
    this.active.set(definition.id, sinks);
    sinks.forEach((sink) => sink.begin(shape.map));
    return sinks;
  }

  /**
   * Follows a bundle of change events: one request tells where the tables stand now and brings the edited
   * rows; tables whose events do not add up are read again as a whole.
   * @returns Tables that changed.
   */
  async follow(events: readonly SheetChange[], options?: RunOptions): Promise<TableId[]> {
    const followed = [...this.shapes.values()].filter(({ definition }) => this.active.has(definition.id));
    const touched = followed.flatMap((shape) => {
      const { sheetId, row, rowCount } = shape.facts;
      const reread = rereadOf({ sheetId, row, rowCount }, events);
      return reread.kind === "nothing" ? [] : [{ shape, reread }];
    });
    if (!touched.length) return [];
    return runExcel(async (context) => {
      const reads = touched.map(({ shape, reread }) => {
        const table = context.workbook.tables.getItem(shape.facts.excelId);
        const block = reread.kind === "rows" && reread.shift !== "remove" ? reread.block : null;
        return {
          shape,
          reread,
          header: table.getHeaderRowRange().load("values,rowIndex,columnIndex"),
          body: table.getDataBodyRange().load("rowCount"),
          sheet: table.worksheet.load("id,name"),
          rows: block && bodyRows(context, shape, block.first, block.count),
        };
      });
      await context.sync();
      const again: TableShape[] = [];
      for (const { shape, reread, header, body, sheet, rows } of reads) {
        const facts: TableFacts = {
          ...shape.facts,
          sheet: sheet.name,
          sheetId: sheet.id,
          headers: header.values[0],
          row: header.rowIndex,
          column: header.columnIndex,
          rowCount: body.rowCount,
        };
        const next = shapeOf(shape.definition, facts);
        if (reread.kind !== "rows" || !samePlace(shape.facts, facts)) {
          again.push(next);
          continue;
        }
        const update = updateOf(shape.facts.rowCount, facts.rowCount, reread.block, reread.shift);
        if (update.kind === "all") again.push(next);
        else this.apply(next, update, reread.block.first, rows?.values ?? []);
      }
      await this.load(context, again);
      return reads.map(({ shape }) => shape.definition.id);
    }, options);
  }

  private apply(
    shape: TableShape,
    update: Exclude<Update, { kind: "all" }>,
    first: number,
    rows: Rows,
  ): void {
    this.shapes.set(shape.definition.id, shape);
    const slice = (block: { first: number; count: number }) =>
      rows.slice(block.first - first, block.first - first + block.count);
    for (const sink of this.active.get(shape.definition.id) ?? []) {
      if (update.kind === "update" && update.block.count)
        sink.update(update.block.first, slice(update.block));
      if (update.kind === "insert") sink.insert(update.block.first, slice(update.block));
      if (update.kind === "remove") sink.remove(update.block.first, update.block.count);
      if (update.kind === "append") {
        if (update.known.count > 0) sink.update(update.known.first, slice(update.known));
        sink.insert(update.added.first, slice(update.added));
      }
    }
  }

  /** Where a table was found to stand by an operation that has just looked. */
  stands(table: TableId, facts: TableFacts): void {
    const shape = this.shapes.get(table);
    if (shape) this.shapes.set(table, shapeOf(shape.definition, facts));
  }

  /** Reads tables again that somebody follows; the others are known by their place alone. */
  async reload(context: Excel.RequestContext, shapes: readonly TableShape[]): Promise<void> {
    await this.load(
      context,
      shapes.filter(({ definition }) => this.active.has(definition.id)),
    );
  }

  /** What the product itself has just written; the events of it will find nothing new. */
  wrote(
    table: TableId,
    change: { kind: "update" | "insert"; at: number; rows: Rows } | { kind: "remove"; at: number },
  ): void {
    const shape = this.shapes.get(table);
    if (!shape) return;
    const grown = change.kind === "insert" ? change.rows.length : change.kind === "remove" ? -1 : 0;
    const facts = { ...shape.facts, rowCount: shape.facts.rowCount + grown };
    this.shapes.set(table, { ...shape, facts });
    for (const sink of this.active.get(table) ?? []) {
      if (change.kind === "update") sink.update(change.at, change.rows);
      if (change.kind === "insert") sink.insert(change.at, change.rows);
      if (change.kind === "remove") sink.remove(change.at, 1);
    }
  }
}

/** Whether rows read at the place known before are rows of the table as it is now. */
function samePlace(a: TableFacts, b: TableFacts): boolean {
  return (
    a.sheetId === b.sheetId &&
    a.row === b.row &&
    a.column === b.column &&
    a.headers.length === b.headers.length &&
    a.headers.every((header, i) => header === b.headers[i])
  );
}
