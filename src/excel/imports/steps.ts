import type { RowCells, TableWork } from "./prepare";

/** A part of what is written, done by Excel as a whole or not at all. */
export interface Step {
  readonly rows: number;
  /** Bytes it takes on the wire, nearly. */
  readonly size: number;
  /** It must not share a request with what comes before. */
  readonly apart?: boolean;
  /** The table it deletes rows of. */
  readonly deletesFrom?: TableWork;
  run(context: Excel.RequestContext): void;
}

/** Rows a request writes at most, and its bytes: Excel for the web takes 5 MB. */
const REQUEST_ROWS = 20_000;
const REQUEST_SIZE = 4_200_000;
const STEP_SIZE = 500_000;

/** The table as it is now and as the client knows it: objects belong to one request context. */
const open = (context: Excel.RequestContext, { shape: { facts } }: TableWork) => ({
  table: context.workbook.tables.getItem(facts.excelId),
  sheet: context.workbook.worksheets.getItem(facts.sheetId),
});

/** Everything to do in the tables: filters lifted, cells changed and rows added table by table, rows deleted, filters back. */
export function tableSteps(works: readonly TableWork[]): Step[] {
  return [
    ...works.flatMap(liftFilters),
    ...works.flatMap((work) => [...updateSteps(work, work.updates), ...insertSteps(work)]),
    ...works.flatMap(deleteSteps),
    ...works.flatMap(putFiltersBack),
  ];
}

/** Steps in requests. */
export function inRequests(steps: readonly Step[]): Step[][] {
  const requests: Step[][] = [];
  let [rows, size] = [Infinity, Infinity];
  for (const step of steps) {
    if (step.apart || rows + step.rows > REQUEST_ROWS || size + step.size > REQUEST_SIZE) {
      requests.push([]);
      rows = size = 0;
    }
    requests.at(-1)!.push(step);
    rows += step.rows;
    size += step.size;
  }
  return requests;
}

const sizeOf = (cells: readonly unknown[]): number =>
  cells.reduce((sum: number, cell) => sum + (typeof cell === "string" ? wireLength(cell) + 3 : 6), 2);

/** Bytes of a text in JSON; quotes, line ends and letters with accents take more than one. */
function wireLength(text: string): number {
  const special = text.match(/["\\\n\r\t]/g)?.length ?? 0;
  const wide = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  return text.length + special + 2 * wide;
}

function liftFilters(work: TableWork): Step[] {
  if (!work.filters.length) return [];
  return [{ rows: 0, size: 200, run: (context) => open(context, work).table.clearFilters() }];
}

export function putFiltersBack(work: TableWork): Step[] {
  return work.filters.map(({ column, criteria }) => ({
    rows: 0,
    size: 500 + JSON.stringify(criteria).length,
    run: (context) => {
      const { filter } = open(context, work).table.columns.getItemAt(column);
      if (criteria.filterOn === "Values") filter.applyValuesFilter(criteria.values ?? []);
      else filter.apply(criteria);
    },
  }));
}

/** Neighbouring rows are written together, from the first to the last column that one of them needs. */
export function updateSteps(
  work: TableWork,
  updates: readonly { readonly row: number; readonly cells: RowCells }[],
): Step[] {
  const runs: { first: number; rows: RowCells[] }[] = [];
  for (const { row, cells } of updates) {
    const last = runs.at(-1);
    if (last && row === last.first + last.rows.length && last.rows.length < 2_000) last.rows.push(cells);
    else runs.push({ first: row, rows: [cells] });
  }
  const { facts } = work.shape;
  return runs.flatMap(({ first, rows }): Step[] => {
    const used = facts.headers.map((_, column) => rows.some((cells) => cells[column] !== null));
    const [from, to] = [used.indexOf(true), used.lastIndexOf(true)];
    if (from < 0) return [];
    const cells = rows.map((row) => row.slice(from, to + 1));
    return [
      {
        rows: rows.length,
        size: 200 + cells.reduce((sum, row) => sum + sizeOf(row), 0),
        run: (context) => {
          const { sheet } = open(context, work);
          const at = [facts.row + 1 + first, facts.column + from, rows.length, to - from + 1] as const;
          // As formulas, so that what is put back is what stood there; texts are kept texts by their apostrophe.
          sheet.getRangeByIndexes(...at).formulas = cells as unknown[][] as string[][];
        },
      },
    ];
  });
}

function insertSteps(work: TableWork): Step[] {
  const steps: Step[] = [];
  for (const rows of chunks(work.inserts)) {
    steps.push({
      rows: rows.length,
      size: 200 + rows.reduce((sum, row) => sum + sizeOf(row), 0),
      run: (context) => open(context, work).table.rows.add(undefined, rows as unknown as string[][]),
    });
  }
  return steps;
}

function chunks(rows: readonly RowCells[]): RowCells[][] {
  const parts: RowCells[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const own = sizeOf(row);
    if (size + own > STEP_SIZE || parts.at(-1)!.length >= REQUEST_ROWS) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(row);
    size += own;
  }
  return parts;
}

/** Runs of rows to delete, from the bottom up, so that those above keep their places. */
export function runsOf(deletes: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of deletes) {
    const last = runs.at(-1);
    if (last && row === last.first - 1) {
      last.first = row;
      last.count++;
    } else runs.push({ first: row, count: 1 });
  }
  return runs;
}

function deleteSteps(work: TableWork): Step[] {
  return runsOf(work.deletes).map((run, i) => ({
    rows: run.count,
    size: 300,
    // What is missing after a failure is then known from the number of rows.
    apart: i === 0 && work.inserts.length > 0,
    deletesFrom: work,
    run: (context) => deleteRows(context, work, run),
  }));
}

export function deleteRows(
  context: Excel.RequestContext,
  work: TableWork,
  { first, count }: { first: number; count: number },
): void {
  const { row, column, headers } = work.shape.facts;
  open(context, work)
    .sheet.getRangeByIndexes(row + 1 + first, column, count, headers.length)
    .delete("Up");
}

/** Makes room for rows that were deleted; their cells are put back afterwards. */
export function insertBlank(context: Excel.RequestContext, work: TableWork, at: number, count: number): void {
  const blank = Array.from({ length: count }, () => work.shape.facts.headers.map(() => ""));
  open(context, work).table.rows.add(at, blank);
}
