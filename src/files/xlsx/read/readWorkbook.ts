import type { FileRemark, ReadCell, ReadSheet, ReadTable, ReadWorkbook } from "../types";
import { CellReader, type CellContext } from "./cellReader";
import { countingCells, type CellCount } from "./countCells";
import { MANY_ROWS, MAX_FILE_BYTES } from "./limits";
import { OfficePackage } from "./package";
import { refuse } from "./refused";
import { readSharedStrings } from "./sharedStrings";
import { scanSheet, type RowCount } from "./sheetScanner";
import { checkFirstBytes } from "./signature";
import { readStyles } from "./styles";
import { readTable } from "./tables";
import { readWorkbookPart, type AnnouncedSheet, type WorkbookPart } from "./workbookPart";
import { XmlScanner } from "./xmlScanner";

export interface ReadOptions {
  /** Share of the file's bytes worked through, 0 to 1; called at most a few hundred times. */
  readonly onProgress?: (share: number) => void;
  /** Looked at between blocks. Reading does not wait, so only a flag that another thread sets can stop it. */
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Reads the values of an .xlsx file from anywhere. Nothing of it is run, fetched or followed; whatever is wrong
 * refuses it as a whole, with a code and words, so that an answer is never silently short.
 * @throws FileRefused, or a DOMException "AbortError" when the signal says so.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): ReadWorkbook {
  if (bytes.length > MAX_FILE_BYTES)
    refuse("tooLarge", { found: Math.ceil(bytes.length / 1e6), limit: MAX_FILE_BYTES / 1e6 });
  checkFirstBytes(bytes);
  const file = new OfficePackage(bytes, steps(bytes.length, options));
  const workbook = readWorkbookPart(file);
  const remarks = new Remarks();
  if (workbook.macros) remarks.add("macrosIgnored");
  if (workbook.externalLinks) remarks.add("externalLinksIgnored");

  const context = cellContext(file, workbook);
  const rowCount: RowCount = { rows: 0 };
  const sheets: ReadSheet[] = [];
  const tables: ReadTable[] = [];
  let cellCount = 0;
  for (const announced of workbook.sheets) {
    if (/macrosheet/i.test(announced.kind)) remarks.add("macrosIgnored", announced.name);
    if (announced.kind !== "worksheet") continue;
    const { sheet, cells } = readSheet(file, announced, context, rowCount, remarks);
    sheets.push(sheet);
    cellCount += cells;
    for (const { kind, target, external } of file.relationships(announced.part)) {
      if (kind === "table" && !external) tables.push(readTable(file, target, announced.name));
      if (kind === "queryTable" || kind === "oleLink") remarks.add("externalLinksIgnored", announced.name);
    }
  }
  options.onProgress?.(1);
  if (cellCount === 0) refuse("noCells", { found: context.cells > 0 ? "formulas" : undefined });
  return { sheets, tables, names: workbook.names, remarks: remarks.list, cellCount };
}

function readSheet(
  file: OfficePackage,
  { name, state, part }: AnnouncedSheet,
  context: CellContext,
  rowCount: RowCount,
  remarks: Remarks,
): { sheet: ReadSheet; cells: number } {
  if (!file.has(part)) refuse("missingPart", { sheet: name, found: part });
  const remark = (kind: FileRemark, cell?: string) => remarks.add(kind, name, cell);
  const count: CellCount = { cells: 0, values: 0, unsure: false };
  const scanner = new XmlScanner(file.blocks(part), part, (source) => countingCells(source, count));
  const reader = new CellReader(context, name, remark);
  const { rows, hiddenRows, merges, cells } = scanSheet(scanner, name, reader, rowCount, remark);
  const agrees = count.cells === reader.seen && count.values === reader.seenValues;
  if (!agrees && !count.unsure) refuse("damaged", { sheet: name, found: `${reader.seen} ≠ ${count.cells}` });
  if (state !== "visible" && cells > 0) remark("hiddenSheet");
  if ([...hiddenRows].some((row) => rows.has(row))) remark("hiddenRows");
  if (rows.size > MANY_ROWS) remark("tooManyRows");
  return { sheet: { name, state, rows, hiddenRows, merges }, cells };
}

/** Shared texts and formats, wherever the workbook says they are; a part it names must be there. */
function cellContext(file: OfficePackage, { relationships, date1904 }: WorkbookPart): CellContext {
  const text = { characters: 0 };
  const partOf = (kind: string) =>
    relationships.find((relationship) => relationship.kind === kind && !relationship.external)?.target;
  const strings = partOf("sharedStrings");
  const styles = partOf("styles");
  return {
    sharedStrings:
      strings === undefined || !file.has(strings) ? null : readSharedStrings(file, strings, text),
    dateKinds: styles === undefined ? [] : readStyles(file, styles),
    date1904,
    text,
    sharedCells: [] as ReadCell[],
    cells: 0,
  };
}

/** Remarks in the order found, each once a place. */
class Remarks {
  readonly list: { remark: FileRemark; sheet?: string; cell?: string }[] = [];

  add(remark: FileRemark, sheet?: string, cell?: string): void {
    this.list.push({ remark, ...(sheet !== undefined && { sheet }), ...(cell !== undefined && { cell }) });
  }
}

/** Tells how far it is and stops when asked, every time a block was inflated. */
function steps(total: number, { onProgress, signal }: ReadOptions): (compressedBytes: number) => void {
  let done = 0;
  return (compressedBytes) => {
    if (signal?.aborted) throw new DOMException("Reading was stopped.", "AbortError");
    done += compressedBytes;
    onProgress?.(Math.min(1, done / total));
  };
}
