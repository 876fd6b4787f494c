/** What programs and accidents do to a filled questionnaire on its way back, done to the bytes of the file. */
import { strFromU8, unzipSync } from "fflate";
import type { RefusalCode } from "../../../src/files/xlsx";
import { MAIN, REL, bytesOf, entriesOf, utf16 } from "./book";
import { makeZip, type MadeEntry } from "./zip";

export interface ReturnCase {
  /** What happened to the file. */
  readonly name: string;
  readonly change: (file: Uint8Array) => Uint8Array;
  /** Refused as a whole, for this reason. */
  readonly refused?: RefusalCode;
  /** Anomalies by code; without a loss everything is read as it was filled in. */
  readonly said?: readonly string[];
  /** Answers in the row of the first project that are not taken. */
  readonly lost?: readonly string[];
}

type Parts = Record<string, string>;
const PROJECTS = "xl/worksheets/sheet3.xml";
const SHARED = "xl/sharedStrings.xml";
const STYLES = "xl/styles.xml";
const BOOK = "xl/workbook.xml";

const partsOf = (file: Uint8Array): Parts =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, data]) => [name, strFromU8(data)]));
const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => makeZip(entriesOf(parts));
/** The file with its parts changed as text. */
const inParts =
  (change: (parts: Parts) => Readonly<Record<string, string | Uint8Array>>) => (file: Uint8Array) =>
    zipOf(change(partsOf(file)));
/** The file with one part changed; a change that finds nothing to change is a mistake of the test. */
const inPart = (name: string, change: (xml: string) => string) =>
  inParts((parts) => {
    const xml = change(parts[name]);
    if (xml === parts[name]) throw new Error(`Nothing was changed in ${name}`);
    return { ...parts, [name]: xml };
  });
const everyPart = (change: (xml: string, name: string) => string | Uint8Array) =>
  inParts((parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, change(xml, name)])),
  );
/** The file with another cell in the place of one of the sheet of projects. */
const withCell = (address: string, inner: string, attributes = "") =>
  inPart(PROJECTS, (xml) =>
    xml.replace(
      new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`),
      `<c r="${address}" ${attributes}>${inner}</c>`,
    ),
  );
const entries = (change: (entry: MadeEntry) => MadeEntry) => (file: Uint8Array) =>
  makeZip(entriesOf(partsOf(file)).map(change));
const rowsOf = (xml: string): string[] => xml.match(/<row [^>]*?(?:\/>|>.*?<\/row>)/gs)!;

const textsOf = (parts: Parts): string[] => parts[SHARED].match(/<si>.*?<\/si>/gs)!;
/** One more cell format, that of days. */
const withDateStyle = (xml: string): string => {
  const count = Number(/<cellXfs count="(\d+)"/.exec(xml)![1]);
  return xml
    .replace(/<cellXfs count="\d+"/, `<cellXfs count="${count + 1}"`)
    .replace("</cellXfs>", '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>');
};
const lastStyle = (parts: Parts): number => Number(/<cellXfs count="(\d+)"/.exec(parts[STYLES])![1]);

export const readWhole: readonly ReturnCase[] = [
  { name: "saved in UTF-16", change: everyPart((xml) => utf16(xml)) },
  {
    name: "saved as strict OOXML",
    change: everyPart((xml) =>
      xml
        .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(REL, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ),
  },
  {
    name: "written with x: prefixes",
    change: everyPart((xml, name) =>
      /sheet\d\.xml$|sharedStrings|workbook\.xml$|table\d\.xml$/.test(name)
        ? xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace("xmlns=", "xmlns:x=")
        : xml,
    ),
  },
  {
    name: "written with its texts in the cells",
    change: inParts((parts) => {
      const texts = textsOf(parts);
      const inline = (xml: string) =>
        xml.replace(/ t="s"><v>(\d+)<\/v>/g, (_, at: string) =>
          texts[Number(at)].replace(/^<si>(.*)<\/si>$/s, ' t="inlineStr"><is>$1</is>'),
        );
      return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, inline(xml)]));
    }),
  },
  {
    name: "written without the addresses of cells that follow each other",
    change: inPart(PROJECTS, (xml) => {
      const column = (letters: string) => [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
      return xml.replace(/<row .*?<\/row>/gs, (row) => {
        let last = 0;
        return row.replace(/<c r="([A-Z]+)\d+"/g, (cell, letters: string) => {
          const follows = column(letters) === last + 1;
          last = column(letters);
          return follows ? "<c" : cell;
        });
      });
    }),
  },
  {
    name: "with its sheet in a part of another name",
    change: inParts((parts) =>
      Object.fromEntries(
        Object.entries(parts).map(([name, xml]) => [
          name.replace("sheet3.xml", "feuille.xml"),
          xml.replaceAll("worksheets/sheet3.xml", "worksheets/feuille.xml"),
        ]),
      ),
    ),
  },
  {
    name: "with a dimension too short",
    change: inPart(PROJECTS, (xml) => xml.replace("<sheetViews>", '<dimension ref="A1:B2"/><sheetViews>')),
  },
  {
    name: "with columns up to 300,000,000",
    change: inPart(PROJECTS, (xml) => xml.replace("<cols>", '<cols><col min="20" max="300000000"/>')),
  },
  {
    name: "with validations and formats over the whole sheet",
    change: inPart(PROJECTS, (xml) =>
      xml.replace(/<dataValidations count="\d+">/, (tag) =>
        tag.concat(
          '<dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation>',
        ),
      ),
    ),
  },
  {
    name: "with names over the whole sheet",
    change: inPart(BOOK, (xml) =>
      xml.replace(
        "<definedNames>",
        "<definedNames><definedName name=\"AA_x\">'Projets'!$A$1:$XFD$1048576</definedName>",
      ),
    ),
  },
  {
    name: "with a stray cell in the last corner",
    change: inPart(PROJECTS, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
  },
  {
    name: "with its rows in the opposite order",
    change: inPart(PROJECTS, (xml) => {
      const rows = rowsOf(xml);
      return xml.replace(/<sheetData>.*<\/sheetData>/s, () =>
        ["<sheetData>", ...rows.reverse(), "</sheetData>"].join(""),
      );
    }),
  },
  {
    name: "with every row written twice",
    change: inPart(PROJECTS, (xml) => xml.replace(/<row [^>]*?(?:\/>|>.*?<\/row>)/gs, "$&$&")),
  },
  {
    name: "with its tables under other names",
    change: everyPart((xml, name) =>
      /tables\/table\d+\.xml$/.test(name)
        ? xml.replace(/ (name|displayName)="([A-Za-z]+)" (?=displayName|ref)/g, ' $1="$2_2" ')
        : xml,
    ),
  },
  {
    name: "with filtered and grouped rows",
    change: inPart(PROJECTS, (xml) =>
      xml.replace(/<row r="(?:6|7|8|9|10|11|12)"/g, '$& hidden="1" outlineLevel="1"'),
    ),
    said: ["hiddenAnswers"],
  },
  {
    name: "with a hidden sheet",
    change: inPart(BOOK, (xml) =>
      xml.replace('<sheet name="Politique"', '<sheet name="Politique" state="veryHidden"'),
    ),
    said: ["hiddenSheet"],
  },
  {
    name: "with a formula whose value was saved for an answer",
    change: inPart(PROJECTS, (xml) =>
      xml.replace(
        /(<c r="C6"[^>]*?) t="s">(<v>\d+<\/v>)/,
        (_, cell: string, value: string) => `${cell} t="s"><f>C7</f>${value}`,
      ),
    ),
    said: ["computedAnswer"],
  },
];

export const partlyRead: readonly ReturnCase[] = [
  {
    name: "with a formula without a value for an answer",
    change: withCell("D6", "<f>WEBSERVICE(&quot;http://x&quot;)</f>"),
    said: ["formulaWithoutValue", "externalLinksIgnored"],
    lost: ["measure"],
  },
  {
    name: "with an error for an answer",
    change: withCell("D6", "<v>#N/A</v>", 't="e"'),
    said: ["errorValue"],
    lost: ["measure"],
  },
  {
    name: "with TRUE for an answer",
    change: withCell("D6", "<v>1</v>", 't="b"'),
    said: ["notACode"],
    lost: ["measure"],
  },
  {
    name: "with 2.6, shown as 3 by its format, for an answer",
    change: inParts((parts) => {
      const style = lastStyle(parts);
      return {
        ...parts,
        [STYLES]: withDateStyle(parts[STYLES]).replace('<xf numFmtId="14"', '<xf numFmtId="1"'),
        [PROJECTS]: parts[PROJECTS].replace(
          /<c r="D6"[^>]*?(?:\/>|>.*?<\/c>)/,
          `<c r="D6" s="${style}"><v>2.6</v></c>`,
        ),
      };
    }),
    said: ["notACode"],
    lost: ["measure"],
  },
  {
    name: "with 3 taken for a date of the 1904 system for an answer",
    change: inParts((parts) => ({
      ...parts,
      [BOOK]: parts[BOOK].replace("<workbookPr/>", '<workbookPr date1904="1"/>'),
      [STYLES]: withDateStyle(parts[STYLES]),
      [PROJECTS]: parts[PROJECTS].replace(
        /<c r="D6"[^>]*?(?:\/>|>.*?<\/c>)/,
        `<c r="D6" s="${lastStyle(parts)}"><v>3</v></c>`,
      ),
    })),
    said: ["notACode"],
    lost: ["measure"],
  },
];

export const refusedWhole: readonly ReturnCase[] = [
  { name: "cut short", change: (file) => file.slice(0, file.length - 500), refused: "damaged" },
  {
    name: "with rotted bytes",
    change: (file) => file.slice().fill(0, file.length / 2, file.length / 2 + 40),
    refused: "damaged",
  },
  {
    name: "with a wrong CRC",
    change: entries((entry) => (entry.name === PROJECTS ? { ...entry, crc: 7 } : entry)),
    refused: "damaged",
  },
  {
    name: "without its shared texts",
    change: inParts(({ [SHARED]: _, ...parts }) => parts),
    refused: "missingPart",
  },
  {
    name: "with fewer shared texts than its cells name",
    change: inPart(SHARED, (xml) => xml.replace(/(?:<si>(?:(?!<si>).)*<\/si>){300}<\/sst>/s, "</sst>")),
    refused: "damaged",
  },
  {
    name: "with entities",
    change: inPart(PROJECTS, (xml) =>
      xml.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'),
    ),
    refused: "unsafeXml",
  },
  {
    name: "with an entry outside its folder",
    change: inParts((parts) => ({ ...parts, "../../x": bytesOf("x") })),
    refused: "unsafeEntry",
  },
  {
    name: "with a sheet said to hold 300 MB",
    change: entries((entry) => (entry.name === PROJECTS ? { ...entry, size: 300_000_000 } : entry)),
    refused: "zipBomb",
  },
  {
    name: "protected by a password as a zip",
    change: entries((entry) => ({ ...entry, flags: 0x801 })),
    refused: "oldExcelOrEncrypted",
  },
];
