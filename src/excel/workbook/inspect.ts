import type { FoundTable } from "../tables/headers";
import { languageOf } from "../../domain/language";
import { constantOf, identityNames, type Identity } from "./identity";

/** A sheet as it was found. */
export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
}

/** A table as it was found; rows and columns are 0-based places on its sheet. */
export interface TableFacts extends FoundTable {
  readonly excelId: string;
  readonly sheetId: string;
  readonly headers: readonly unknown[];
  /** Row of the header. */
  readonly row: number;
  readonly column: number;
  /** Rows of the body. */
  readonly rowCount: number;
}

export interface NameFacts {
  readonly formula: string;
}

/** What stands in the workbook, as far as a study is concerned: read in two requests, whatever its size. */
export interface BookFacts {
  readonly sheets: readonly SheetFacts[];
  readonly tables: readonly TableFacts[];
  readonly names: ReadonlyMap<string, NameFacts>;
  readonly identity: Identity;
  readonly structureProtected: boolean;
}

/** Looks at the workbook without reading its data. */
export async function inspect(context: Excel.RequestContext): Promise<BookFacts> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id,items/name");
  const tables = workbook.tables.load("items/id,items/name,items/showHeaders");
  const names = workbook.names.load("items/name,items/formula");
  const protection = workbook.protection.load("protected");
  await context.sync();

  const headed = tables.items.filter(({ showHeaders }) => showHeaders);
  const details = headed.map((table) => ({
    table,
    header: table.getHeaderRowRange().load("values,rowIndex,columnIndex"),
    body: table.getDataBodyRange().load("rowCount"),
    sheet: table.worksheet.load("id,name"),
  }));
  const protections = sheets.items.map((sheet) => sheet.protection.load("protected"));
  const editionName = names.items.find(({ name }) => name === identityNames.edition);
  const editionCell = editionName?.getRangeOrNullObject().load("values");
  await context.sync();

  const formulas = new Map(names.items.map(({ name, formula }) => [name, { formula: String(formula) }]));
  const constant = (name: string) => constantOf(formulas.get(name)?.formula);
  const language = constant(identityNames.language);
  const edition =
    editionCell && !editionCell.isNullObject
      ? String(editionCell.values[0][0]).trim()
      : constant(identityNames.edition);
  return {
    sheets: sheets.items.map(({ id, name }, i) => ({ id, name, protected: protections[i].protected })),
    tables: details.map(({ table, header, body, sheet }) => ({
      excelId: table.id,
      name: table.name,
      sheet: sheet.name,
      sheetId: sheet.id,
      headers: header.values[0],
      row: header.rowIndex,
      column: header.columnIndex,
      rowCount: body.rowCount,
    })),
    names: formulas,
    identity: {
      kind: constant(identityNames.kind),
      edition,
      codebook: constant(identityNames.codebook),
      language: language === undefined ? undefined : languageOf(language),
      documentId: constant(identityNames.documentId),
    },
    structureProtected: protection.protected,
  };
}
