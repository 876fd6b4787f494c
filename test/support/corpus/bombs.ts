import { bomb, filler, largePart, nestedHeader, oneCell, range, spaced } from "./bombParts";
import { bookParts, bytesOf, entriesOf, HEAD, MAIN, makeBook, relationship } from "./book";
import type { FileCase } from "./types";
import { makeZip, swollen } from "./zip";

/** Files made to take all memory or all time. */
export const bombs: readonly FileCase[] = [
  { name: "a bomb of 300 MB is refused", bytes: () => bomb(300), refused: "zipBomb" },
  { name: "a bomb of 1 GB is refused", bytes: () => bomb(1000), refused: "zipBomb" },
  {
    name: "a bomb of 1 GB that declares 10 kB is refused",
    bytes: () => bomb(1000, 10_000),
    refused: "zipBomb",
  },
  {
    name: "a bomb of 300 MB that declares 3 MB is refused",
    bytes: () => bomb(300, 3_000_000),
    refused: "zipBomb",
  },
  { name: "a small bomb that declares 10 kB is refused", bytes: () => bomb(20, 10_000), refused: "zipBomb" },
  {
    name: "a bomb of many parts is refused",
    bytes: () => {
      const compressed = swollen(1);
      const parts = Array.from({ length: 300 }, (_, i) => ({
        name: `a/${i}`,
        data: "",
        compressed,
        size: 1e6,
      }));
      return makeZip([...entriesOf(bookParts()), ...parts]);
    },
    refused: "zipBomb",
  },
  {
    name: "parts that share bytes are refused",
    bytes: () => {
      const parts = Array.from({ length: 50 }, (_, i) => ({
        name: "a",
        data: "",
        nameBytes: bytesOf(`a${i}`),
      }));
      const [first, ...rest] = parts;
      const same = rest.map((entry) => ({ ...entry, headerOf: 0, nameBytes: bytesOf("a0") }));
      return makeZip([first, { ...same[0], name: "A0", nameBytes: bytesOf("a0") }, ...same]);
    },
    refused: "unsafeEntry",
  },
  {
    name: "a part inside another is refused",
    bytes: () => nestedHeader(),
    refused: "zipBomb",
  },
  {
    name: "a bomb inside a workbook as an attachment is never opened",
    bytes: () =>
      makeBook({
        parts: {
          "xl/embeddings/a.xlsx": makeZip([{ name: "b", data: "", compressed: swollen(300), size: 3e8 }]),
        },
      }),
    cells: { A1: 42 },
    remarks: [],
  },
  { name: "250 MB of cells are refused by size", bytes: () => largePart(250), refused: "tooLarge" },
  {
    name: "190 MB of rows and spaces are read in time",
    bytes: () => spaced(190),
    cells: { A1: 1 },
    remarks: [],
  },
  {
    name: "10 MB of spaces in one run are refused",
    bytes: () => makeBook({ rows: filler(10, (i) => `${" ".repeat((i * 7919) % 31)}\n`) }),
    refused: "damaged",
  },
  {
    name: "a full sheet of one column is read and said",
    bytes: () => makeBook({ rows: range(1_048_575, (i) => oneCell(i + 1)) }),
    cellCount: 1_048_575,
    remarks: ["tooManyRows Projets"],
  },
  {
    name: "1.4 million different texts are read in time",
    bytes: () =>
      makeBook({
        rows: range(
          140_000,
          (r) =>
            `<row>${range(10, (c) => `<c t="inlineStr"><is><t>œ ${r * 10 + c} texte long</t></is></c>`)}</row>`,
        ),
      }),
    cellCount: 1_400_000,
    remarks: ["tooManyRows Projets"],
  },
  {
    name: "a full sheet of two columns is refused by number of cells",
    bytes: () =>
      makeBook({
        rows: range(1_048_575, (i) => `<row r="${i + 1}"><c><v>1</v></c><c><v>2</v></c></row>`),
      }),
    refused: "tooManyCells",
  },
  {
    name: "2 million empty rows are refused",
    bytes: () => makeBook({ rows: range(2_000_001, (i) => `<row r="${(i % 1e6) + 1}"/>`) }),
    refused: "tooManyCells",
  },
  {
    name: "a row written a million times is one row",
    bytes: () => makeBook({ rows: range(1_000_000, (i) => `<row r="1" spans="${i}"><c><v>1</v></c></row>`) }),
    cells: { A1: 1 },
    remarks: [],
  },
  {
    name: "a wide row written again and again is one row",
    bytes: () =>
      makeBook({
        rows: `<row r="1">${range(16_384, (i) => `<c><v>${i}</v></c>`)}</row>${range(100_000, () => '<row r="1"/>')}`,
      }),
    cellCount: 16_384,
    remarks: [],
  },
  {
    name: "100,000 levels of elements are refused",
    bytes: () => makeBook({ after: "<a>".repeat(100_000) }),
    refused: "damaged",
  },
  {
    name: "100,000 attributes are refused",
    bytes: () => makeBook({ after: `<a ${range(100_000, (i) => `a${i}="" `)}/>` }),
    refused: "damaged",
  },
  {
    name: "an attribute of 10 MB is refused",
    bytes: () => makeBook({ after: `<a b="${filler(10, (i) => `${i} `)}"/>` }),
    refused: "damaged",
  },
  {
    name: "a comment of 10 MB is refused",
    bytes: () => makeBook({ after: `<!--${filler(10, (i) => `${i} `)}-->` }),
    refused: "damaged",
  },
  {
    name: "a text of 10 MB is refused",
    bytes: () =>
      makeBook({ rows: `<row><c t="inlineStr"><is><t>${filler(10, (i) => `${i} `)}</t></is></c></row>` }),
    refused: "damaged",
  },
  {
    name: "a text of 10 MB in small runs is refused",
    bytes: () =>
      makeBook({ rows: `<row><c t="inlineStr"><is>${filler(10, (i) => `<t>${i}</t>`)}</is></c></row>` }),
    refused: "damaged",
  },
  {
    name: "a text of 10 MB cut by comments is refused",
    bytes: () => makeBook({ rows: `<row><c t="str"><v>${filler(10, (i) => `${i}<!---->`)}</v></c></row>` }),
    refused: "damaged",
  },
  {
    name: "45 million characters of shared texts are refused",
    bytes: () => makeBook({ shared: filler(48, (i) => `<si><t>${i} ${"abcdefgh ".repeat(12)}</t></si>`) }),
    refused: "tooManyCells",
  },
  {
    name: "1.6 million shared texts are refused",
    bytes: () => makeBook({ shared: range(1_600_000, (i) => `<si><t>${i}</t></si>`) }),
    refused: "tooManyCells",
  },
  {
    name: "a million hidden rows are read",
    bytes: () => makeBook({ rows: oneCell(1) + range(1_000_000, (i) => `<row r="${i + 2}" hidden="1"/>`) }),
    cells: { A1: 1 },
    remarks: [],
  },
  {
    name: "2 million merged areas are refused",
    bytes: () =>
      makeBook({ after: `<mergeCells>${range(2_000_001, (i) => `<mergeCell ref="A${i}"/>`)}</mergeCells>` }),
    refused: "tooManyCells",
  },
  {
    name: "150,000 names are refused",
    bytes: () =>
      makeBook({ definedNames: range(150_000, (i) => `<definedName name="n${i}">A1</definedName>`) }),
    refused: "tooManyCells",
  },
  {
    name: "300,000 formulas without value and nothing else are refused",
    bytes: () =>
      makeBook({ rows: range(300_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>1</f></c></row>`) }),
    refused: "noCells",
  },
  {
    name: "20,000 sheets are refused",
    bytes: () =>
      makeBook({
        workbookRels: range(20_000, (i) => relationship(`s${i}`, "worksheet", `s${i}.xml`)),
        parts: {
          "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="r"><sheets>${range(20_000, (i) => `<sheet name="S${i}" r:id="s${i}"/>`)}</sheets></workbook>`,
        },
      }),
    refused: "tooManyEntries",
  },
  {
    name: "one sheet announced 2,000 times is refused",
    bytes: () =>
      makeBook({
        parts: {
          "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="r"><sheets>${range(2_000, (i) => `<sheet name="S${i}" r:id="rId1"/>`)}</sheets></workbook>`,
        },
      }),
    refused: "damaged",
  },
  {
    name: "150,000 relationships are refused",
    bytes: () => makeBook({ workbookRels: range(150_000, (i) => relationship(`x${i}`, "theme", "t.xml")) }),
    refused: "tooManyCells",
  },
  {
    name: "150,000 content types are refused",
    bytes: () => makeBook({ types: range(150_000, (i) => `<Override PartName="/a${i}" ContentType="x"/>`) }),
    refused: "tooManyCells",
  },
  {
    name: "a table of 20,000 columns is refused",
    bytes: () =>
      makeBook({
        sheetRels: relationship("t", "table", "../t.xml"),
        parts: {
          "xl/t.xml": `<table name="T" ref="A1"><tableColumns>${range(20_000, (i) => `<tableColumn name="${i}"/>`)}</tableColumns></table>`,
        },
      }),
    refused: "damaged",
  },
  {
    name: "150,000 cell formats are refused",
    bytes: () =>
      makeBook({
        formats: [],
        parts: {
          "xl/styles.xml": `<styleSheet><cellXfs>${range(150_000, (i) => `<xf numFmtId="14" fontId="${i}"/>`)}</cellXfs></styleSheet>`,
        },
      }),
    refused: "tooManyCells",
  },
  {
    name: "a number format of 500 kB is read in time",
    bytes: () => makeBook({ formats: ["[".repeat(250_000) + "y".repeat(250_000)] }),
    cells: { A1: 42 },
    remarks: [],
  },
];
