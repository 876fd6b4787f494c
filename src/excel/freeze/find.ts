import { columnLetters, quotedSheet } from "../tables/addresses";
import { groupsOf } from "../tables/groups";
import { callsBvn } from "./formulaText";

/** A cell whose formula calls BVN. Rows and columns are 0-based; a formula that spills covers several. */
export interface FormulaCell {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  /** Values of all the cells it covers. */
  readonly values: readonly (readonly unknown[])[];
}

/** A formula elsewhere: a defined name, a conditional format, a validation. */
export interface FormulaElsewhere {
  readonly kind: "name" | "format" | "validation";
  /** Name, or the address of the cells. */
  readonly place: string;
  readonly sheet: string | null;
  readonly address: string | null;
  readonly formula: string;
}

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
}

export interface FoundFormulas {
  readonly sheets: readonly SheetState[];
  readonly cells: readonly FormulaCell[];
  readonly elsewhere: readonly FormulaElsewhere[];
  readonly structureProtected: boolean;
}

/** Cells of formulas asked for in one request; their texts stay far below Excel's 5 MB. */
const CELLS_A_REQUEST = 20_000;

/** Address of the cells a formula covers. */
export function addressOf({
  sheet,
  row,
  column,
  rows,
  columns,
}: Omit<FormulaCell, "values" | "formula" | "sheetId">): string {
  const first = `$${columnLetters(column)}$${row + 1}`;
  const last = `$${columnLetters(column + columns - 1)}$${row + rows}`;
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/**
 * Every formula of the workbook that calls BVN, wherever it stands. Six requests, whatever the number of sheets;
 * one more for each 20,000 cells with formulas.
 */
export async function findFormulas(context: Excel.RequestContext): Promise<FoundFormulas> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const names = workbook.names.load("items/name,items/formula");
  const structure = workbook.protection.load("protected");
  await context.sync();

  const asked = sheets.items.map((sheet) => ({
    sheet,
    protection: sheet.protection.load("protected"),
    used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    formats: sheet.getRange().conditionalFormats.load("items/id,items/type"),
    names: sheet.names.load("items/name,items/formula"),
    tables: sheet.tables.load("items/name"),
  }));
  await context.sync();

  // Excel does not look for special cells on a protected sheet: all of its cells are read then.
  const [locked, open] = [asked.filter(isLocked), asked.filter((each) => !isLocked(each))];
  const special = open.map(({ sheet }) => ({
    sheet,
    cells: sheet.getRange().getSpecialCellsOrNullObject("Formulas").load("cellCount"),
  }));
  const custom = asked.flatMap(({ sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({
        sheet,
        rule: format.custom.rule.load("formula"),
        range: format.getRangeOrNullObject().load("address"),
      })),
  );
  const validations = asked.flatMap(({ sheet, tables }) =>
    tables.items.map((table) => ({
      sheet,
      body: table.getDataBodyRange().load("rowIndex,columnIndex,rowCount,columnCount"),
    })),
  );
  await context.sync();

  const areas = special
    .filter(({ cells }) => !cells.isNullObject)
    .map(({ sheet, cells }) => ({
      sheet,
      areas: cells.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount"),
    }));
  await context.sync();

  const rules = validations.flatMap(({ sheet, body }) =>
    Array.from({ length: body.columnCount }, (_, i) => {
      const range = body.getColumn(i).load("address");
      return { sheet, range, validation: range.dataValidation.load("type,rule") };
    }),
  );
  const places = await readFormulas(context, [
    ...areas.map(({ sheet, areas: { items } }) => ({ sheet, items })),
    ...locked.map(({ sheet, used }) => ({ sheet, items: used.isNullObject ? [] : [used] })),
  ]);
  const found = places.filter(({ formula }) => callsBvn(formula));
  const spills = found.map(({ sheet, row, column, value }) => {
    if (value !== undefined) return { value };
    const cell = sheet.getRangeByIndexes(row, column, 1, 1);
    return {
      own: cell.load("values"),
      parent: cell.getSpillParentOrNullObject().load("rowIndex,columnIndex"),
      spill: cell.getSpillingToRangeOrNullObject().load("rowCount,columnCount,values"),
    };
  });
  await context.sync();

  const cells = found.flatMap(({ sheet, row, column, formula }, i): FormulaCell[] => {
    const { value, own, parent, spill } = spills[i];
    const place = { sheetId: sheet.id, sheet: sheet.name, row, column, formula: String(formula) };
    if (!own) return [{ ...place, rows: 1, columns: 1, values: [[value]] }];
    // What another cell spills is that cell's.
    if (!parent.isNullObject && (parent.rowIndex !== row || parent.columnIndex !== column)) return [];
    return spill.isNullObject
      ? [{ ...place, rows: 1, columns: 1, values: own.values }]
      : [{ ...place, rows: spill.rowCount, columns: spill.columnCount, values: spill.values }];
  });
  return {
    sheets: asked.map(stateOf),
    cells,
    elsewhere: [
      ...[
        { items: names.items, sheet: null },
        ...asked.map((each) => ({ items: each.names.items, sheet: each.sheet.name })),
      ]
        .flatMap(({ items, sheet }) => items.map((item) => ({ item, sheet })))
        .filter(({ item }) => callsBvn(item.formula))
        .map(({ item, sheet }) => ({
          kind: "name" as const,
          place: item.name,
          sheet,
          address: null,
          formula: String(item.formula),
        })),
      ...custom.flatMap(({ sheet, rule, range }) => {
        if (!callsBvn(rule.formula)) return [];
        const address = range.isNullObject ? null : range.address;
        return [
          {
            kind: "format" as const,
            place: address ?? sheet.name,
            sheet: sheet.name,
            address,
            formula: rule.formula,
          },
        ];
      }),
      ...rules.flatMap(({ sheet, range, validation }) => {
        const formula = formulaOfRule(validation.rule);
        if (!callsBvn(formula)) return [];
        return [
          {
            kind: "validation" as const,
            place: range.address,
            sheet: sheet.name,
            address: range.address,
            formula,
          },
        ];
      }),
    ],
    structureProtected: structure.protected,
  };
}

interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
}

/** A sheet that was asked for, with its protection. */
export const stateOf = ({ sheet: { id, name, visibility }, protection }: AskedSheet): SheetState => ({
  id,
  name,
  visible: visibility === "Visible",
  protected: protection.protected,
});

const isLocked = ({ protection }: AskedSheet): boolean => protection.protected;

/** A formula of a validation that calls BVN, if one of its parts does. */
function formulaOfRule(rule: Excel.DataValidationRule | null): unknown {
  const parts = Object.values(rule ?? {}).flatMap((part: Record<string, unknown> | null) =>
    Object.values(part ?? {}),
  );
  return parts.find(callsBvn);
}

interface Place {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: unknown;
  /** Known at once where nothing spills; else the cell is asked for what it covers. */
  readonly value?: unknown;
}

/** Formulas of areas, as many as fit a request at once. */
async function readFormulas(
  context: Excel.RequestContext,
  areas: readonly { readonly sheet: Excel.Worksheet; readonly items: readonly Excel.Range[] }[],
): Promise<Place[]> {
  const blocks = areas.flatMap(({ sheet, items }) =>
    items.flatMap(({ rowIndex, columnIndex, rowCount, columnCount }) => {
      const height = Math.max(1, Math.floor(CELLS_A_REQUEST / columnCount));
      return Array.from({ length: Math.ceil(rowCount / height) }, (_, i) => ({
        sheet,
        row: rowIndex + i * height,
        column: columnIndex,
        rows: Math.min(height, rowCount - i * height),
        columns: columnCount,
      }));
    }),
  );
  const places: Place[] = [];
  const cellsIn = ({ rows, columns }: Block) => rows * columns;
  for (const bundle of groupsOf(blocks, CELLS_A_REQUEST, cellsIn))
    places.push(...(await readBundle(context, bundle)));
  return places;
}

interface Block {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

async function readBundle(context: Excel.RequestContext, blocks: readonly Block[]): Promise<Place[]> {
  const read = blocks.map(({ sheet, row, column, rows, columns }) =>
    sheet.getRangeByIndexes(row, column, rows, columns).load("formulas,values,hasSpill"),
  );
  await context.sync();
  return blocks.flatMap(({ sheet, row, column }, i) => {
    const { formulas, values, hasSpill } = read[i];
    return formulas.flatMap((line: unknown[], r: number) =>
      line.map((formula, c) => {
        const value = hasSpill === false ? values[r][c] : undefined;
        return { sheet, row: row + r, column: column + c, formula, value };
      }),
    );
  });
}
