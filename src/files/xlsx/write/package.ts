import { zipSync, type Zippable } from "fflate";
import { absolute, sheetReference } from "./address";
import type { Book, Sheet, Table } from "./model";
import { SharedStrings, sheetXml } from "./sheet";
import { StyleSheet } from "./styles";
import { attributes, cellText, escapeXml, MAIN, RELATIONS, XML } from "./xml";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Id of custom properties, the same in every file. */
const CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** Compression: two thirds of the time of the usual 6 for 4 % more bytes (docs/questionnaire.md). */
const LEVEL = 4;

const encoder = new TextEncoder();

/** One part of the package, what it is, and by whom it is named. */
interface Part {
  readonly path: string;
  readonly type: string;
  readonly xml: string;
}

/**
 * An .xlsx file of a workbook. The same workbook gives the same bytes: the date in the zip is the workbook's own.
 * @throws RangeError for a number no cell can hold.
 */
export function writeWorkbook(book: Book): Uint8Array {
  const parts: Part[] = [];
  const styles = new StyleSheet();
  const strings = new SharedStrings();
  const relations: string[] = [];
  const sheetIds: string[] = [];
  let tables = 0;

  book.sheets.forEach((sheet, i) => {
    const own = (sheet.tables ?? []).map((table, t) => {
      const id = ++tables;
      parts.push({
        path: `xl/tables/table${id}.xml`,
        type: `${SPREADSHEET}.table+xml`,
        xml: tableXml(table, id),
      });
      return { id: `rId${t + 1}`, target: `../tables/table${id}.xml` };
    });
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    const xml = sheetXml(
      sheet,
      styles,
      strings,
      own.map(({ id }) => id),
      i === 0,
    );
    parts.push({ path, type: `${SPREADSHEET}.worksheet+xml`, xml });
    if (own.length) {
      const links = own.map(({ id, target }) => relation(id, `${DOCUMENT}/relationships/table`, target));
      parts.push({ path: `xl/worksheets/_rels/sheet${i + 1}.xml.rels`, type: "", xml: relationsXml(links) });
    }
    sheetIds.push(`rId${i + 1}`);
    relations.push(
      relation(`rId${i + 1}`, `${DOCUMENT}/relationships/worksheet`, `worksheets/sheet${i + 1}.xml`),
    );
  });
  const next = book.sheets.length + 1;
  relations.push(relation(`rId${next}`, `${DOCUMENT}/relationships/styles`, "styles.xml"));
  relations.push(relation(`rId${next + 1}`, `${DOCUMENT}/relationships/sharedStrings`, "sharedStrings.xml"));

  parts.push(
    { path: "xl/workbook.xml", type: `${SPREADSHEET}.sheet.main+xml`, xml: workbookXml(book, sheetIds) },
    { path: "xl/_rels/workbook.xml.rels", type: "", xml: relationsXml(relations) },
    { path: "xl/styles.xml", type: `${SPREADSHEET}.styles+xml`, xml: styles.xml() },
    { path: "xl/sharedStrings.xml", type: `${SPREADSHEET}.sharedStrings+xml`, xml: strings.xml() },
    {
      path: "docProps/core.xml",
      type: "application/vnd.openxmlformats-package.core-properties+xml",
      xml: coreXml(book),
    },
    {
      path: "docProps/app.xml",
      type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      xml: APP,
    },
    {
      path: "docProps/custom.xml",
      type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      xml: customXml(book),
    },
    { path: "_rels/.rels", type: "", xml: ROOT_RELATIONS },
  );
  // Some readers want the list of contents first.
  const zip: Zippable = { "[Content_Types].xml": encoder.encode(contentTypes(parts)) };
  for (const { path, xml } of parts) zip[path] = encoder.encode(xml);
  return zipSync(zip, { level: LEVEL, mtime: zipDate(book.properties.created) });
}

/** Zip dates begin in 1980 and end in 2107. */
export function zipDate(date: Date): Date {
  const year = date.getFullYear();
  return year >= 1980 && year <= 2099 ? date : new Date(2000, 0, 1);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relationsXml = (links: readonly string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;

const ROOT_RELATIONS = relationsXml([
  relation("rId1", `${DOCUMENT}/relationships/officeDocument`, "xl/workbook.xml"),
  relation("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
  relation("rId3", `${DOCUMENT}/relationships/extended-properties`, "docProps/app.xml"),
  relation("rId4", `${DOCUMENT}/relationships/custom-properties`, "docProps/custom.xml"),
]);

const APP = `${XML}<Properties xmlns="${DOCUMENT}/extended-properties"><Application>BVN</Application></Properties>`;

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts
    .filter(({ type }) => type)
    .map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${overrides.join("")}</Types>`
  );
}

function workbookXml({ sheets, names, lockStructure }: Book, ids: readonly string[]): string {
  const list = sheets.map(({ name }, i) => `<sheet${attributes({ name, sheetId: i + 1, "r:id": ids[i] })}/>`);
  const defined = [
    ...names.map(({ name, formula }) => ({ name, formula, sheet: undefined as number | undefined })),
    ...sheets.flatMap(printNames),
  ]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(
      ({ name, formula, sheet }) =>
        `<definedName${attributes({ name, localSheetId: sheet })}>${escapeXml(formula)}</definedName>`,
    );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/>` +
    (lockStructure ? '<workbookProtection lockStructure="1"/>' : "") +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>' +
    `<sheets>${list.join("")}</sheets>` +
    (defined.length ? `<definedNames>${defined.join("")}</definedNames>` : "") +
    '<calcPr fullCalcOnLoad="1"/></workbook>'
  );
}

function printNames({ name, print }: Sheet, sheet: number) {
  const found: { name: string; formula: string; sheet: number }[] = [];
  const own = sheetReference(name);
  if (print?.area) found.push({ name: "_xlnm.Print_Area", formula: `${own}!${absolute(print.area)}`, sheet });
  if (print?.titleRows) {
    const [first, last] = print.titleRows;
    found.push({ name: "_xlnm.Print_Titles", formula: `${own}!$${first + 1}:$${last + 1}`, sheet });
  }
  return found;
}

function tableXml({ name, ref, columns, filter }: Table, id: number): string {
  const list = columns.map((column, i) => `<tableColumn id="${i + 1}" name="${cellText(column)}"/>`);
  return (
    `${XML}<table xmlns="${MAIN}"${attributes({ id, name, displayName: name, ref })} headerRowCount="1" totalsRowShown="0">` +
    (filter ? `<autoFilter ref="${ref}"/>` : "") +
    `<tableColumns count="${columns.length}">${list.join("")}</tableColumns>` +
    // Without a style of its own, but said: exceljs cannot write a table that does not say.
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

function coreXml({ properties: { title, creator, created } }: Book): string {
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const stamp = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${date}</dcterms:${tag}>`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
    `${stamp("created")}${stamp("modified")}</cp:coreProperties>`
  );
}

function customXml({ properties: { custom } }: Book): string {
  const list = Object.entries(custom).map(
    ([name, value], i) =>
      `<property${attributes({ fmtid: CUSTOM, pid: i + 2, name })}><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return `${XML}<Properties xmlns="${DOCUMENT}/custom-properties" xmlns:vt="${DOCUMENT}/docPropsVTypes">${list.join("")}</Properties>`;
}
