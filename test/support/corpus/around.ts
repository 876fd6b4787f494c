import { ONE_CELL, relationship, sheetXml } from "./book";
import { A1, book, cell, one, row, v } from "./cellMarkup";
import { computed, type FileCase } from "./types";

const dimension = (ref: string) => `<dimension ref="${ref}"/>`;

/** What the file says beside its cells: believed where it matters, ignored where it does not. */
export const around: readonly FileCase[] = [
  {
    name: "a dimension too short loses nothing",
    bytes: book(row(cell("A1", v(1)) + cell("C1", v(3))), { before: dimension("A1") }),
    cells: { A1: 1, C1: 3 },
    remarks: [],
  },
  {
    name: "a dimension of the whole sheet costs nothing",
    bytes: book(ONE_CELL, { before: dimension("A1:XFD1048576") }),
    ...A1(42),
  },
  {
    name: "columns up to 300,000,000 cost nothing",
    bytes: book(ONE_CELL, { before: '<cols><col min="1" max="300000000" width="9"/></cols>' }),
    ...A1(42),
  },
  {
    name: "whole-sheet validations and formats cost nothing",
    bytes: book(ONE_CELL, {
      after:
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>Codes</formula1></dataValidation></dataValidations>',
    }),
    ...A1(42),
  },
  {
    name: "a whole-sheet merge is said and costs nothing",
    bytes: book(ONE_CELL, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    cells: { A1: 42 },
    remarks: ["mergedCells Projets!A1:XFD1048576"],
  },
  {
    name: "whole-sheet names cost nothing",
    bytes: book(ONE_CELL, {
      definedNames: '<definedName name="__proto__">Projets!$A$1:$XFD$1048576</definedName>',
    }),
    ...A1(42),
  },
  {
    name: "a hidden sheet is read and said",
    bytes: book(ONE_CELL, { sheetAttributes: 'state="veryHidden"' }),
    cells: { A1: 42 },
    remarks: ["hiddenSheet Projets"],
  },
  {
    name: "hidden rows are read and said",
    bytes: book(row(cell("A1", v(42)), 1, 'hidden="1"')),
    cells: { A1: 42 },
    remarks: ["hiddenRows Projets"],
  },
  {
    name: "macros are ignored and said",
    bytes: book(ONE_CELL, {
      mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      workbookRels: relationship("m", "vbaProject", "vbaProject.bin"),
      parts: { "xl/vbaProject.bin": "Auto_Open" },
    }),
    cells: { A1: 42 },
    remarks: ["macrosIgnored"],
  },
  {
    name: "Excel 4 macro sheets are ignored and said",
    bytes: book(ONE_CELL, {
      parts: {
        "xl/workbook.xml":
          '<workbook xmlns:r="r"><sheets><sheet name="Projets" r:id="rId1"/><sheet name="Macro1" state="hidden" r:id="m"/></sheets></workbook>',
        "xl/macro.xml": sheetXml(ONE_CELL),
      },
      workbookRels: relationship("m", "xlMacrosheet", "macro.xml"),
    }),
    cells: { A1: 42 },
    remarks: ["macrosIgnored Macro1"],
  },
  {
    name: "links to other workbooks are not followed and said",
    bytes: book(row(cell("A1", `<f>[1]Codes!A1</f>${v(42)}`)), {
      workbookRels: relationship("x", "externalLink", "externalLinks/externalLink1.xml"),
    }),
    cells: { A1: computed(42) },
    remarks: ["externalLinksIgnored", "externalLinksIgnored Projets!A1"],
  },
  {
    name: "data connections are not opened and said",
    bytes: book(ONE_CELL, { workbookRels: relationship("x", "connections", "connections.xml") }),
    cells: { A1: 42 },
    remarks: ["externalLinksIgnored"],
  },
  {
    name: "query tables are not refreshed and said",
    bytes: book(ONE_CELL, { sheetRels: relationship("q", "queryTable", "../q.xml") }),
    cells: { A1: 42 },
    remarks: ["externalLinksIgnored Projets"],
  },
  ...[
    "WEBSERVICE(&quot;http://x&quot;)",
    "1+webService (A2)",
    "WEB<!-- hidden -->SERVICE(A2)",
    "<![CDATA[WEBSERVICE(A2)]]>",
    "&#91;1]Codes!A1",
    "&#x52;TD(A2,,1)",
    "cmd|'/c calc'!A0",
    "RTD(&quot;a&quot;,,1)",
  ].map((formula): FileCase => ({
    name: `${formula} is not run and said`,
    bytes: one(`<f>${formula}</f>${v(42)}`),
    cells: { A1: computed(42) },
    remarks: ["externalLinksIgnored Projets!A1"],
  })),
  {
    name: "formulas that stay in the workbook are not told, whatever letters they have",
    bytes: one(`<f>SQRT(POWER(A2,2))&amp;&quot;week&quot;</f>${v(42)}`),
    cells: { A1: computed(42) },
  },
  {
    name: "links of cells to web pages are not followed",
    bytes: book(ONE_CELL, {
      sheetRels: relationship("h", "hyperlink", "http://evil/?a=1&amp;b=2", "External"),
      after: '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>',
    }),
    ...A1(42),
  },
];
