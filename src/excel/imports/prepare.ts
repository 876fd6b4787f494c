import type { TableId } from "../../domain/codebook";
import type { ImportTable, RowChange } from "../../domain/imports/types";
import { sameRow } from "../../domain/imports/values";
import { hashText } from "../../domain/records/ids";
import type { CellValue, Draft } from "../../domain/records/project";
import { isBlankRow } from "../../domain/validation";
import { rowOf } from "../base/sinks";
import { StudyError } from "../errors";
import { askTable, cellsOf, draftOf, mustBeOpen, type LiveTable, type StudyContext } from "../study/rows";
import type { TableShape } from "../tables/read";
import {
  askRows,
  cellsIn,
  collect,
  collectBlocks,
  READ_CELLS,
  spansOf,
  stands,
  type FormerRow,
  type Found,
} from "./found";

/** Cells of one row to write; null leaves a cell as it is. */
export type RowCells = readonly (CellValue | null)[];

/** What is to be written into one table, with what puts it back. Rows are 0-based body rows as they stand now. */
export interface TableWork {
  readonly id: ImportTable;
  readonly shape: TableShape;
  /** Rows whose own fields get other cells. */
  readonly updates: readonly { readonly row: number; readonly cells: RowCells }[];
  readonly inserts: readonly RowCells[];
  /** Descending. */
  readonly deletes: readonly number[];
  /** Whole rows as they were, by row: values as they show, and the cells that put them back. */
  readonly former: ReadonlyMap<number, FormerRow>;
  /** Filters to lift while rows come and go, by column. */
  readonly filters: readonly { readonly column: number; readonly criteria: Excel.FilterCriteria }[];
}

/** Characters a cell holds; texts of Rejets and Journal are cut before, answers are not. */
const CELL_LIMIT = 32_767;
const CUT_AT = 32_000;
const TOLD: ReadonlySet<TableId> = new Set(["rejects", "journal"]);

/**
 * Reads what changes are about and sees that every row to change or delete is still as it was: where it stood,
 * else anywhere in its table. One request when nothing has moved.
 * @throws StudyError importStale naming rows that are not as they were; protectedSheet; cellTooLong.
 */
export async function prepare(
  context: Excel.RequestContext,
  study: StudyContext,
  changes: readonly RowChange[],
): Promise<TableWork[]> {
  const byTable = new Map<ImportTable, RowChange[]>();
  for (const change of changes) {
    const list = byTable.get(change.table);
    if (list) list.push(change);
    else byTable.set(change.table, [change]);
  }
  // People come first: the memory of an import does not hold their names, so that an interrupted one could not go on.
  const own = [...byTable].sort(([a], [b]) => Number(b === "respondents") - Number(a === "respondents"));
  mustFit(study, changes);
  const asked = own.map(([id, list]) => {
    const answer = askTable(context, study, id, 0);
    const known = study.loader.shape(id)!;
    const spans = spansOf(list, known.facts.rowCount);
    const table = context.workbook.tables.getItem(known.facts.excelId);
    table.autoFilter.load("isDataFiltered");
    return { id, list, answer, known, spans, table };
  });
  const together = asked.reduce((sum, { spans, known }) => sum + cellsIn(spans, known), 0) <= READ_CELLS;
  const reads = together
    ? asked.map(({ known, spans }) => spans.map((span) => askRows(context, known, span)))
    : [];
  await context.sync();

  const live = asked.map(({ answer }) => answer());
  live.forEach(mustBeOpen);
  const found: Found[] = [];
  for (const [i, { known, spans }] of asked.entries()) {
    const { shape } = live[i];
    const here = spans.filter(({ first, count }) => first + count <= shape.facts.rowCount);
    if (together && stands(known, shape)) found.push(collect(spans, reads[i]));
    else found.push(await collectBlocks(context, shape, here));
  }
  const works: TableWork[] = [];
  for (const [i, { id, list }] of asked.entries())
    works.push(await match(context, study, live[i], id, list, found[i]));
  return withFilters(
    context,
    works,
    asked.map(({ table }) => table),
  );
}

async function match(
  context: Excel.RequestContext,
  study: StudyContext,
  { shape }: LiveTable,
  id: ImportTable,
  changes: readonly RowChange[],
  found: Found,
): Promise<TableWork> {
  const former: Found = new Map();
  const taken = new Set<number>();
  const draftAt = (row: number, rows: Found) => draftOf(study.codebook, shape, rows.get(row)!.values);
  const place = new Map<RowChange, number>();
  const claim = (change: RowChange, row: number, rows: Found) => {
    taken.add(row);
    place.set(change, row);
    former.set(row, rows.get(row)!);
  };
  const lost: Exclude<RowChange, { kind: "insert" }>[] = [];
  for (const change of changes) {
    if (change.kind === "insert") continue;
    const { at, before } = change;
    const here = at !== null && found.has(at) && !taken.has(at) && sameRow(draftAt(at, found), before);
    if (here) claim(change, at, found);
    else lost.push(change);
  }
  if (lost.length) {
    const all = await collectBlocks(context, shape, [{ first: 0, count: shape.facts.rowCount }]);
    const byContent = new Map<number, number[]>();
    for (const row of all.keys()) {
      const key = contentOf(draftAt(row, all));
      byContent.set(key, [...(byContent.get(key) ?? []), row]);
    }
    const stale: string[] = [];
    for (const change of lost) {
      const row = byContent
        .get(contentOf(change.before))
        ?.find((each) => !taken.has(each) && sameRow(draftAt(each, all), change.before));
      if (row === undefined) stale.push(rowName(study, id, change.before));
      else claim(change, row, all);
    }
    if (stale.length) throw StudyError.of("importStale", { rows: stale });
  }
  const inserts = changes.flatMap((change) =>
    change.kind === "insert" ? [cellsFor(study, shape, id, change.row)] : [],
  );
  const updates = changes.flatMap((change) =>
    change.kind === "update"
      ? [{ row: place.get(change)!, cells: cellsFor(study, shape, id, change.set) }]
      : [],
  );
  const deletes = changes.flatMap((change) => (change.kind === "delete" ? [place.get(change)!] : []));
  // A table keeps one row: that of an empty one is filled, the last one is emptied.
  const first = found.get(0);
  const blank =
    shape.facts.rowCount === 1 && first && !deletes.length && isBlankRow(rowOf(shape.map, first.values));
  if (blank && inserts.length && !updates.length) {
    former.set(0, first);
    updates.push({ row: 0, cells: inserts.shift()! });
  }
  if (deletes.length && deletes.length === shape.facts.rowCount && !inserts.length) {
    const row = Math.min(...deletes);
    deletes.splice(deletes.indexOf(row), 1);
    updates.push({
      row,
      cells: cellsOf(
        study,
        shape,
        {},
        shape.definition.fields.map((field) => field.id),
      ),
    });
  }
  updates.sort((a, b) => a.row - b.row);
  deletes.sort((a, b) => b - a);
  return { id, shape, updates, inserts, deletes, former, filters: [] };
}

const contentOf = (draft: Draft): number =>
  hashText(
    Object.keys(draft)
      .filter((field) => draft[field] !== null && String(draft[field]).trim() !== "")
      .sort()
      .map((field) => `${field}\u0001${String(draft[field]).normalize("NFC").replace(/\s+/g, " ").trim()}`)
      .join("\u0002"),
  );

/** A row as a person knows it. */
function rowName({ codebook }: Pick<StudyContext, "codebook">, id: ImportTable, row: Draft): string {
  const name = [row.territory ?? row.name ?? row.rejectedTerritory, row.project].filter(
    (part) => part != null && part !== "",
  );
  return name.join(" – ") || codebook.table(id).title.fr;
}

function cellsFor(study: StudyContext, shape: TableShape, id: ImportTable, draft: Draft): RowCells {
  const cut = TOLD.has(id)
    ? Object.fromEntries(
        Object.entries(draft).map(([field, value]) => [
          field,
          typeof value === "string" && value.length > CUT_AT ? `${value.slice(0, CUT_AT)}…` : value,
        ]),
      )
    : draft;
  return cellsOf(study, shape, cut, Object.keys(cut));
}

function mustFit({ codebook }: StudyContext, changes: readonly RowChange[]): void {
  for (const change of changes) {
    if (TOLD.has(change.table) || change.kind === "delete") continue;
    const draft = change.kind === "insert" ? change.row : change.set;
    for (const [id, value] of Object.entries(draft)) {
      if (typeof value !== "string" || value.length <= CELL_LIMIT) continue;
      const whole = change.kind === "insert" ? change.row : change.before;
      throw StudyError.of("cellTooLong", {
        territory: String(whole.territory ?? whole.name ?? ""),
        field: codebook.field(change.table, id).label,
        length: value.length,
      });
    }
  }
}

/** The filters of tables whose rows come and go: Excel moves no rows under a filter. One request if there are any. */
async function withFilters(
  context: Excel.RequestContext,
  works: readonly TableWork[],
  tables: readonly Excel.Table[],
): Promise<TableWork[]> {
  const filtered = works.map(({ inserts, deletes, shape }, i) =>
    (inserts.length || deletes.length) && tables[i].autoFilter.isDataFiltered
      ? shape.facts.headers.map((_, column) => tables[i].columns.getItemAt(column).filter.load("criteria"))
      : [],
  );
  if (filtered.every(({ length }) => !length)) return [...works];
  await context.sync();
  return works.map((work, i) => ({
    ...work,
    filters: filtered[i].flatMap(({ criteria }, column) =>
      criteria?.filterOn ? [{ column, criteria }] : [],
    ),
  }));
}
