import { makeBook, relationship } from "./book";
import { A1, book, cell, one, row, v } from "./cellMarkup";
import { computed, error, type FileCase } from "./types";

/** What stands in cells, and where cells stand. */
export const cells: readonly FileCase[] = [
  {
    name: "numbers are exact",
    bytes: book(
      row(
        cell("A1", v("0.1")) +
          cell("B1", v("1.7976931348623157E308")) +
          cell("C1", v("-123456789.012345")) +
          cell("D1", v("12345678901234567")) +
          cell("E1", v("5e-324")) +
          cell("F1", v(" 7 ")) +
          cell("G1", v("0.30000000000000004")),
      ),
    ),
    cells: {
      A1: 0.1,
      B1: 1.7976931348623157e308,
      C1: -123456789.012345,
      D1: 12345678901234567,
      E1: 5e-324,
      F1: 7,
      G1: 0.30000000000000004,
    },
    remarks: [],
  },
  {
    name: "a word where a number stands is an error with the word",
    bytes: one(v("NaN")),
    ...A1(error("NaN")),
  },
  { name: "a number too large for any is an error", bytes: one(v("1e999")), ...A1(error("1e999")) },
  {
    name: "booleans are booleans",
    bytes: book(row(cell("A1", v(1), 't="b"') + cell("B1", v("false"), 't="b"'))),
    cells: { A1: true, B1: false },
    remarks: [],
  },
  { name: "a boolean that is none is refused", bytes: one(v("yes"), 't="b"'), refused: "damaged" },
  { name: "an unknown type is refused", bytes: one(v("1"), 't="z"'), refused: "damaged" },
  {
    name: "error values are flagged, never 0",
    bytes: book(row(cell("A1", v("#N/A"), 't="e"') + cell("B1", `<f>1/0</f>${v("#DIV/0!")}`, 't="e"'))),
    cells: { A1: error("#N/A"), B1: { value: "#DIV/0!", error: true, computed: true } },
    remarks: [],
  },
  {
    name: "formulas give their last value, flagged",
    bytes: book(
      row(
        cell("A1", `<f>1+1</f>${v(2)}`) +
          cell("B1", `<f t="shared" si="0"/>${v("a")}`, 't="str"') +
          cell("C1", `<f>A1=2</f>${v(1)}`, 't="b"'),
      ),
    ),
    cells: { A1: computed(2), B1: computed("a"), C1: computed(true) },
    remarks: [],
  },
  {
    name: "formulas without a value are said, not blank",
    bytes: book(row(cell("A1", v(1)) + cell("B1", "<f>A1</f>") + cell("C1", "<f>A1</f><v/>"))),
    cells: { A1: 1 },
    remarks: ["formulaWithoutValue Projets!B1", "formulaWithoutValue Projets!C1"],
  },
  {
    name: "a formula whose value is an empty text is blank",
    bytes: book(row(cell("A1", v(1)) + cell("B1", '<f>""</f><v></v>', 't="str"'))),
    cells: { A1: 1 },
    remarks: [],
  },
  {
    name: "dates of the 1900 system come as shown",
    bytes: book(
      row(
        cell("A1", v(41713), 's="1"') +
          cell("B1", v("41713.5"), 's="1"') +
          cell("C1", v(60), 's="1"') +
          cell("D1", v(59), 's="1"') +
          cell("E1", v(61), 's="1"') +
          cell("F1", v(1), 's="1"'),
      ),
      { formats: ["dd/mm/yyyy"] },
    ),
    cells: {
      A1: "2014-03-15",
      B1: "2014-03-15T12:00:00",
      C1: "1900-02-29",
      D1: "1900-02-28",
      E1: "1900-03-01",
      F1: "1900-01-01",
    },
    remarks: [],
  },
  {
    name: "dates of the 1904 system come as shown",
    bytes: book(row(cell("A1", v(40251), 's="1"') + cell("B1", v(0), 's="1"')), {
      formats: ["dd/mm/yyyy"],
      workbookPr: '<workbookPr date1904="1"/>',
    }),
    cells: { A1: "2014-03-15", B1: "1904-01-01" },
    remarks: [],
  },
  {
    name: "what no date can be stays a number",
    bytes: book(
      row(cell("A1", v(-1), 's="1"') + cell("B1", v(0), 's="1"') + cell("C1", v(3000000), 's="1"')),
      { formats: ["yyyy"] },
    ),
    cells: { A1: -1, B1: 0, C1: 3000000 },
    remarks: [],
  },
  {
    name: "times come as shown, durations as numbers",
    bytes: book(row(cell("A1", v(0.5), 's="1"') + cell("B1", v(1.5), 's="2"')), {
      formats: ["hh:mm:ss", "[h]:mm"],
    }),
    cells: { A1: "12:00:00", B1: 1.5 },
    remarks: [],
  },
  {
    name: "formats with letters that are no date leave numbers alone",
    bytes: book(
      row(["A", "B", "C", "D", "E"].map((c, i) => cell(`${c}1`, v(2014), `s="${i + 1}"`)).join("")),
      { formats: ['0 "jours et mois"', "#,##0\\ \\d\\a\\y", "[Red]0.00", "0.00E+00", "_-* #,##0 _€_d"] },
    ),
    cells: { A1: 2014, B1: 2014, C1: 2014, D1: 2014, E1: 2014 },
    remarks: [],
  },
  { name: "ISO dates are read", bytes: one(v("2014-03-15T00:00:00Z"), 't="d"'), ...A1("2014-03-15") },
  { name: "a format that does not exist is refused", bytes: one(v(1), 's="9"'), refused: "damaged" },
  {
    name: "text that looks like a formula stays text",
    bytes: one("<is><t>=cmd|'/c calc'!A0</t></is>", 't="inlineStr"'),
    ...A1("=cmd|'/c calc'!A0"),
  },
  {
    name: "32,767 characters are read",
    bytes: one(`<is><t>${"é".repeat(32_767)}</t></is>`, 't="inlineStr"'),
    ...A1("é".repeat(32_767)),
  },
  {
    name: "a shared text that does not exist is refused with its cell",
    bytes: one(v(7), 't="s"', { shared: "<si><t>a</t></si>" }),
    refused: "damaged",
  },
  {
    name: "a negative shared text is refused",
    bytes: one(v(-1), 't="s"', { shared: "<si><t>a</t></si>" }),
    refused: "damaged",
  },
  {
    name: "missing shared texts are refused, numbers never taken for answers",
    bytes: one(v(0), 't="s"'),
    refused: "missingPart",
  },
  {
    name: "shared texts announced but absent are refused",
    bytes: one(v(0), 't="s"', { workbookRels: relationship("s", "sharedStrings", "sharedStrings.xml") }),
    refused: "missingPart",
  },
  {
    name: "wrong counts of shared texts do no harm",
    bytes: book(row(cell("A1", v(1), 't="s"')), { shared: "<si/><si><t>b</t></si>" }),
    ...A1("b"),
  },
  { name: "two values in a cell are refused", bytes: one("<v>1</v><v>2</v>"), refused: "damaged" },
  {
    name: "cells without address stand one after the other",
    bytes: book("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    cells: { A1: 1, B1: 2, A2: 3 },
    remarks: [],
  },
  {
    name: "cells without address stand after those that have one",
    bytes: book(row(`${cell("C1", v(1))}<c><v>2</v></c>`) + `<row><c><v>3</v></c></row>`),
    cells: { C1: 1, D1: 2, A2: 3 },
    remarks: [],
  },
  {
    name: "rows and cells out of order are sorted",
    bytes: book(row(cell("A3", v(3)), 3) + row(cell("B1", v(2)) + cell("A1", v(1)))),
    cells: { A1: 1, B1: 2, A3: 3 },
    remarks: [],
  },
  {
    name: "a row twice is one row",
    bytes: book(row(cell("A1", v(1))) + row(cell("A2", v(9)), 2) + row(cell("B1", v(2)))),
    cells: { A1: 1, B1: 2, A2: 9 },
    remarks: [],
  },
  {
    name: "a cell twice with one value is one cell",
    bytes: book(row(cell("A1", v(1)) + cell("A1", v(1)))),
    ...A1(1),
  },
  {
    name: "a cell twice with two values is refused",
    bytes: book(row(cell("A1", v(1))) + row(cell("A1", v(2)))),
    refused: "damaged",
  },
  { name: "a cell of another row is refused", bytes: book(row(cell("A2", v(1)))), refused: "damaged" },
  ...["A0", "XFE1", "A1048577", "1A", "", "AAAAA1", "A1.5"].map((r): FileCase => ({
    name: `the address "${r}" is refused`,
    bytes: book(`<row>${cell(r, v(1))}</row>`),
    refused: "damaged",
  })),
  {
    name: "a stray cell in the last corner is read",
    bytes: book(row(cell("A1", v(1))) + row(cell("XFD1048576", v(2)), 1048576)),
    cells: { A1: 1, XFD1048576: 2 },
    remarks: [],
  },
  {
    name: "a sheet without filled cells is refused",
    bytes: book(row(cell("A1", "", 's="0"'))),
    refused: "noCells",
  },
  {
    name: "a workbook without sheets is refused",
    bytes: () => makeBook({ parts: { "xl/workbook.xml": "<workbook><sheets/></workbook>" } }),
    refused: "noCells",
  },
];
