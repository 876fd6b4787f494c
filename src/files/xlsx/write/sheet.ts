import { cellAddress, columnLetters } from "./address";
import type { Cell, PrintSetup, Row, Sheet, Validation } from "./model";
import type { StyleSheet } from "./styles";
import { attributes, cellText, escapeXml, MAIN, RELATIONS, XML } from "./xml";

/** Texts of a workbook, each written once. */
export class SharedStrings {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  idOf(text: string): number {
    this.uses++;
    let id = this.ids.get(text);
    if (id === undefined) this.ids.set(text, (id = this.ids.size));
    return id;
  }

  xml(): string {
    let items = "";
    for (const text of this.ids.keys()) items += `<si><t xml:space="preserve">${cellText(text)}</t></si>`;
    return `${XML}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.ids.size}">${items}</sst>`;
  }
}

/** Excel's limits for the texts of a validation. */
const TITLE = 32;
const MESSAGE = 255;
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const PAPER_A4 = 9;
const HEADER_TEXT = 200;

/**
 * The part of one sheet. The order of the elements is the schema's: Excel "repairs" a file that has them in
 * another.
 * @param tableIds Relation ids of the sheet's tables.
 */
export function sheetXml(
  sheet: Sheet,
  styles: StyleSheet,
  strings: SharedStrings,
  tableIds: readonly string[],
  isFirst: boolean,
): string {
  const { merges = [], validations = [], links = [] } = sheet;
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    propertiesXml(sheet) +
    viewXml(sheet, isFirst) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet) +
    `<sheetData>${sheet.rows.map((row) => rowXml(row, styles, strings)).join("")}</sheetData>` +
    (sheet.isProtected ? PROTECTION : "") +
    (merges.length
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "") +
    formatsXml(sheet, styles) +
    (validations.length
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`
      : "") +
    (links.length
      ? `<hyperlinks>${links.map(({ ref, location }) => `<hyperlink${attributes({ ref, location })}/>`).join("")}</hyperlinks>`
      : "") +
    printXml(sheet.print) +
    (sheet.unmarked
      ? `<ignoredErrors><ignoredError sqref="${sheet.unmarked}" numberStoredAsText="1" formula="1" unlockedFormula="1"/></ignoredErrors>`
      : "") +
    (tableIds.length
      ? `<tableParts count="${tableIds.length}">${tableIds.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`
      : "") +
    "</worksheet>"
  );
}

/** Columns may be widened and tables filtered; nothing else but answering. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="1" formatColumns="0" formatRows="0" autoFilter="0"/>';

function propertiesXml({ tabColor, print }: Sheet): string {
  const color = tabColor ? `<tabColor rgb="FF${tabColor}"/>` : "";
  const fit = print ? '<pageSetUpPr fitToPage="1"/>' : "";
  return color || fit ? `<sheetPr>${color}${fit}</sheetPr>` : "";
}

function viewXml({ freeze, gridLines = true, zoom, active = "A1" }: Sheet, isFirst: boolean): string {
  const selection = (pane?: string) =>
    `<selection${attributes({ pane, activeCell: active, sqref: active })}/>`;
  let inside = selection();
  if (freeze) {
    const { row, column } = freeze;
    const pane = row && column ? "bottomRight" : row ? "bottomLeft" : "topRight";
    inside =
      `<pane${attributes({ xSplit: column || undefined, ySplit: row || undefined, topLeftCell: cellAddress(row, column), activePane: pane, state: "frozen" })}/>` +
      selection(pane);
  }
  const head = attributes({
    tabSelected: isFirst,
    zoomScale: zoom,
    zoomScaleNormal: zoom,
    workbookViewId: 0,
  });
  return `<sheetViews><sheetView${gridLines ? "" : ' showGridLines="0"'}${head}>${inside}</sheetView></sheetViews>`;
}

function columnsXml({ columns }: Sheet): string {
  if (!columns.length) return "";
  const one = ({ column, width, hidden }: Sheet["columns"][number]) =>
    `<col${attributes({ min: column + 1, max: column + 1, width, hidden, customWidth: true })}/>`;
  return `<cols>${[...columns]
    .sort((a, b) => a.column - b.column)
    .map(one)
    .join("")}</cols>`;
}

function rowXml({ row, height, cells }: Row, styles: StyleSheet, strings: SharedStrings): string {
  const head = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  let inside = "";
  for (const cell of cells) inside += cellXml(cell, row, styles, strings);
  return `<row r="${row + 1}"${head}>${inside}</row>`;
}

function cellXml(
  { column, value, formula, style }: Cell,
  row: number,
  styles: StyleSheet,
  strings: SharedStrings,
): string {
  const id = styles.idOf(style);
  const head = `<c r="${columnLetters(column)}${row + 1}"${id ? ` s="${id}"` : ""}`;
  if (formula !== undefined) {
    const type = typeof value === "string" ? ' t="str"' : typeof value === "boolean" ? ' t="b"' : "";
    const cached =
      value === undefined ? "" : `<v>${typeof value === "string" ? cellText(value) : Number(value)}</v>`;
    return `${head}${type}><f>${escapeXml(formula)}</f>${cached}</c>`;
  }
  if (value === undefined || value === "") return `${head}/>`;
  if (typeof value === "string") return `${head} t="s"><v>${strings.idOf(value)}</v></c>`;
  if (typeof value === "boolean") return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (!Number.isFinite(value)) throw new RangeError(`No cell can hold the number ${value}`);
  return `${head}><v>${value}</v></c>`;
}

function formatsXml({ formats = [] }: Sheet, styles: StyleSheet): string {
  return formats
    .map((format, i) => {
      const priority = i + 1;
      const rule =
        "bar" in format
          ? `<cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF${format.bar}"/></dataBar></cfRule>`
          : `<cfRule type="expression" dxfId="${styles.lookOf(format.look)}" priority="${priority}" stopIfTrue="1"><formula>${escapeXml(format.formula)}</formula></cfRule>`;
      return `<conditionalFormatting sqref="${format.ref}">${rule}</conditionalFormatting>`;
    })
    .join("");
}

function validationXml({
  ref,
  type,
  operator,
  formula1,
  formula2,
  prompt,
  error,
  severity,
}: Validation): string {
  const head = attributes({
    type,
    errorStyle: severity === "stop" ? undefined : severity,
    operator,
    allowBlank: true,
    showInputMessage: prompt !== undefined,
    showErrorMessage: error !== undefined,
    errorTitle: error && cut(error.title, TITLE),
    error: error && cut(error.text, MESSAGE),
    promptTitle: prompt && cut(prompt.title, TITLE),
    prompt: prompt && cut(prompt.text, MESSAGE),
    sqref: ref,
  });
  const second = formula2 === undefined ? "" : `<formula2>${escapeXml(formula2)}</formula2>`;
  return `<dataValidation${head}><formula1>${escapeXml(formula1)}</formula1>${second}</dataValidation>`;
}

/** Headers have codes that start with "&": a plain one is written twice. */
const headerText = (text: string) => text.replace(/&/g, "&&");

function printXml(print: PrintSetup | undefined): string {
  if (!print) return "";
  const { orientation, header, footer, breaks = [] } = print;
  const [left, right] = header ?? ["", ""];
  const [footLeft, footCenter] = footer ?? ["", ""];
  // A size behind the code: a text that begins with digits would be read as one.
  const part = (code: string, text: string) => (text ? `&${code}&8 ${headerText(text)}` : "");
  const head = part("L", cut(left, HEADER_TEXT / 2)) + part("R", cut(right, HEADER_TEXT / 2));
  const foot =
    part("L", cut(footLeft, HEADER_TEXT / 2)) + part("C", cut(footCenter, HEADER_TEXT / 2)) + "&R&8 &P / &N";
  const pageBreaks = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER_A4}" orientation="${orientation}" fitToHeight="0"/>` +
    `<headerFooter>${head ? `<oddHeader>${escapeXml(head)}</oddHeader>` : ""}<oddFooter>${escapeXml(foot)}</oddFooter></headerFooter>` +
    (pageBreaks
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${pageBreaks}</rowBreaks>`
      : "")
  );
}
