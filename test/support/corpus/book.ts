import { joined, makeZip, type MadeEntry } from "./zip";

/** A workbook written by hand, part by part, so that any of them can be odd or wrong. */
export interface Book {
  /** What stands in <sheetData> of the first sheet. */
  readonly rows?: string;
  /** What stands before and after <sheetData>. */
  readonly before?: string;
  readonly after?: string;
  /** Texts of the shared strings, as <si> elements; absent means no such part. */
  readonly shared?: string;
  /** Number formats of cell styles 1, 2, … as format codes. */
  readonly formats?: readonly string[];
  readonly workbookPr?: string;
  readonly sheetAttributes?: string;
  readonly definedNames?: string;
  /** Elements added to the workbook, its relationships, and the content types. */
  readonly workbookExtra?: string;
  readonly workbookRels?: string;
  readonly sheetRels?: string;
  readonly types?: string;
  /** Parts added or replaced; null takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly mainType?: string;
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const relationship = (id: string, kind: string, target: string, mode = ""): string =>
  `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;
export const relationships = (inner: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE_REL}">${inner}</Relationships>`;
export const sheetXml = (rows: string, before = "", after = ""): string =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a book as text, by name. */
export function bookParts(book: Book = {}): Record<string, string | Uint8Array> {
  const formats = (book.formats ?? []).map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replace(/"/g, "&quot;")}"/>`,
  );
  const xfs = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("");
  const parts: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${book.mainType ?? `${TYPE}.sheet.main+xml`}"/>${book.types ?? ""}</Types>`,
    "_rels/.rels": relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${book.workbookPr ?? ""}<sheets><sheet name="Projets" sheetId="1" ${book.sheetAttributes ?? ""} r:id="rId1"/></sheets>${book.definedNames ? `<definedNames>${book.definedNames}</definedNames>` : ""}${book.workbookExtra ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
        (book.shared === undefined ? "" : relationship("rId2", "sharedStrings", "sharedStrings.xml")) +
        (book.formats === undefined ? "" : relationship("rId3", "styles", "styles.xml")) +
        (book.workbookRels ?? ""),
    ),
    "xl/worksheets/sheet1.xml": sheetXml(book.rows ?? ONE_CELL, book.before, book.after),
    ...(book.sheetRels !== undefined && {
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(book.sheetRels),
    }),
    ...(book.shared !== undefined && {
      "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="1" uniqueCount="1">${book.shared}</sst>`,
    }),
    ...(book.formats !== undefined && {
      "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    }),
    ...book.parts,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, data]) => data !== null)) as Record<
    string,
    string | Uint8Array
  >;
}

export const ONE_CELL = '<row r="1"><c r="A1"><v>42</v></c></row>';

export const entriesOf = (parts: Readonly<Record<string, string | Uint8Array>>): MadeEntry[] =>
  Object.entries(parts).map(([name, data]) => ({ name, data }));

export const makeBook = (book: Book = {}): Uint8Array => makeZip(entriesOf(bookParts(book)));

/** The book with its entries changed on their way into the zip. */
export const bookWith = (
  change: (entry: MadeEntry) => MadeEntry | MadeEntry[],
  book: Book = {},
): Uint8Array => makeZip(entriesOf(bookParts(book)).flatMap(change));

/** Text as UTF-16, with or without a byte-order mark. */
export function utf16(text: string, big = false, mark = true): Uint8Array {
  const marked = (mark ? "\ufeff" : "") + text.replace('encoding="UTF-8"', 'encoding="UTF-16"');
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), !big);
  return new Uint8Array(view.buffer);
}
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export { joined };
