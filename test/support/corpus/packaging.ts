import { bookParts, makeBook, relationship, relationships, sheetXml } from "./book";
import type { FileCase } from "./types";

const sheet = "xl/worksheets/sheet1.xml";
const SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

/** Parts that stand elsewhere than usual, or not at all. */
export const packaging: readonly FileCase[] = [
  {
    name: "parts under other names are found by their relationships",
    bytes: () =>
      makeBook({
        types: `<Override PartName="/livre/classeur.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`,
        parts: {
          "_rels/.rels": relationships(relationship("a", "officeDocument", "/livre/classeur.xml")),
          "livre/classeur.xml": bookParts()["xl/workbook.xml"],
          "livre/_rels/classeur.xml.rels": relationships(
            relationship("rId1", "worksheet", "../feuilles/une.xml") +
              relationship("b", "sharedStrings", "textes%20.xml"),
          ),
          "feuilles/une.xml": sheetXml(SHARED),
          "livre/textes .xml": `<sst><si><t>été</t></si></sst>`,
          "xl/workbook.xml": null,
          "xl/_rels/workbook.xml.rels": null,
          [sheet]: null,
        },
      }),
    cells: { A1: "été" },
  },
  {
    name: "a relationship that leaves the file is refused",
    bytes: () => makeBook({ workbookRels: relationship("x", "theme", "../../../etc/passwd") }),
    refused: "unsafeEntry",
  },
  {
    name: "a workbook without relationships is refused",
    bytes: () => makeBook({ parts: { "_rels/.rels": null } }),
    refused: "missingPart",
  },
  {
    name: "a missing workbook part is refused",
    bytes: () => makeBook({ parts: { "xl/workbook.xml": null } }),
    refused: "missingPart",
  },
  {
    name: "a missing sheet is refused",
    bytes: () => makeBook({ parts: { [sheet]: null } }),
    refused: "missingPart",
  },
  {
    name: "a sheet without relationship is refused",
    bytes: () => makeBook({ parts: { "xl/_rels/workbook.xml.rels": relationships("") } }),
    refused: "missingPart",
  },
  {
    name: "missing styles are refused",
    bytes: () => makeBook({ workbookRels: relationship("s", "styles", "styles.xml") }),
    refused: "missingPart",
  },
  {
    name: "a missing table is refused",
    bytes: () => makeBook({ sheetRels: relationship("t", "table", "../tables/t.xml") }),
    refused: "missingPart",
  },
];
