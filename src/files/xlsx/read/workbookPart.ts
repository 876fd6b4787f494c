import type { ReadSheet } from "../types";
import { MAX_ENTRIES, MAX_NAMED, MAX_TEXT } from "./limits";
import { eachElement, type OfficePackage, type Relationship } from "./package";
import { refuse } from "./refused";
import { unescapeCharacters } from "./xmlText";

/** A sheet as the workbook part announces it. */
export interface AnnouncedSheet {
  readonly name: string;
  readonly state: ReadSheet["state"];
  readonly part: string;
  /** worksheet, or another kind such as chartsheet and xlMacrosheet. */
  readonly kind: string;
}

export interface WorkbookPart {
  readonly part: string;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly AnnouncedSheet[];
  readonly names: ReadonlyMap<string, string>;
  readonly date1904: boolean;
  readonly macros: boolean;
  readonly externalLinks: boolean;
}

const SPREADSHEET = /spreadsheetml|ms-excel/;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml|ms-word/, "Word (.docx)"],
  [/presentationml|ms-powerpoint/, "PowerPoint (.pptx)"],
  [/sheet\.binary/, "Excel (.xlsb)"],
];
const EXTERNAL = new Set(["externalLink", "externalLinkPath", "connections", "queryTable"]);

/** Finds the workbook by the package's own relationship and reads what it says of sheets, names and dates. */
export function readWorkbookPart(file: OfficePackage): WorkbookPart {
  const main = file.relationships("").find(({ kind, external }) => kind === "officeDocument" && !external);
  if (!main) return refuse("missingPart", { part: "_rels/.rels" });
  const type = file.contentType(main.target);
  const other = OTHERS.find(([pattern]) => pattern.test(type));
  if (other) refuse("notAWorkbook", { found: other[1] });
  if (!SPREADSHEET.test(type) && type !== "" && !/^(application|text)\/xml$/.test(type))
    refuse("notAWorkbook", { found: type });

  const part = main.target;
  const relationships = file.relationships(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: AnnouncedSheet[] = [];
  const taken = new Set<string>();
  const names = new Map<string, string>();
  let characters = 0;
  let date1904 = false;
  let externalLinks = relationships.some(({ kind }) => EXTERNAL.has(kind));
  let isWorkbook = false;
  eachElement(file.scan(part), (scanner) => {
    if (scanner.depth === 1) isWorkbook = scanner.name === "workbook";
    else if (scanner.name === "workbookPr") date1904 = isTrue(scanner.attribute("date1904"));
    else if (scanner.name === "externalReference") externalLinks = true;
    else if (scanner.name === "sheet" && scanner.depth === 3) {
      const name = scanner.attribute("name") ?? scanner.malformed("sheet without name");
      const relationship = byId.get(scanner.prefixedAttribute("id") ?? "");
      if (!relationship || relationship.external) return refuse("missingPart", { part, sheet: name });
      // Names do not tell case, and two sheets cannot be one part.
      for (const key of [`name ${name}`.toLowerCase(), `part ${relationship.target}`.toLowerCase()]) {
        if (taken.has(key)) refuse("damaged", { part, found: name });
        taken.add(key);
      }
      if (sheets.length >= MAX_ENTRIES)
        refuse("tooManyEntries", { found: sheets.length, limit: MAX_ENTRIES });
      sheets.push({
        name,
        state: stateOf(scanner.attribute("state")),
        part: relationship.target,
        kind: relationship.kind,
      });
    } else if (scanner.name === "definedName" && scanner.attribute("localSheetId") === undefined) {
      const name = scanner.attribute("name") ?? scanner.malformed("name without name");
      const formula = unescapeCharacters(scanner.elementText());
      characters += name.length + formula.length;
      if (characters > MAX_TEXT) refuse("tooManyCells", { part, found: "characters", limit: MAX_TEXT });
      if (names.size >= MAX_NAMED) refuse("tooManyCells", { part, found: "names", limit: MAX_NAMED });
      if (names.has(name) && names.get(name) !== formula) refuse("damaged", { part, found: name });
      names.set(name, formula);
    }
  });
  if (!isWorkbook) refuse("notAWorkbook");
  if (sheets.length === 0) refuse("noCells");
  const macros = relationships.some(({ kind }) => kind === "vbaProject");
  return { part, relationships, sheets, names, date1904, macros, externalLinks };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true" || value === "on";
const stateOf = (value: string | undefined): ReadSheet["state"] =>
  value === "hidden" || value === "veryHidden" ? value : "visible";
