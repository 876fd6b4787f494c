import type { BorderLine, Style } from "./model";
import { attributes, escapeXml, MAIN, XML } from "./xml";

/** What a conditional format changes. */
export interface Look {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

const FONT = "Calibri";
const SIZE = 11;
/** Numbers below are Excel's own formats. */
const FIRST_FORMAT = 164;
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "#,##0": 3, "0%": 9, "@": 49 };

/** Styles of a workbook, each written once and known by its number. */
export class StyleSheet {
  private readonly known = new Map<Style, number>();
  private readonly fonts = new Parts([fontXml({})]);
  /** The two first fills are Excel's, whatever a file says there. */
  private readonly fills = new Parts([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new Parts([borderXml({})]);
  private readonly formats = new Parts([]);
  private readonly cells = new Parts(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  private readonly looks = new Parts([]);

  /** Number of a style in the file. */
  idOf(style: Style | undefined): number {
    if (!style) return 0;
    let id = this.known.get(style);
    if (id === undefined) this.known.set(style, (id = this.add(style)));
    return id;
  }

  /** Number of a conditional look in the file. */
  lookOf({ fill, color, bold }: Look): number {
    const font = color || bold ? `<font>${bold ? "<b/>" : ""}${colorXml("color", color)}</font>` : "";
    const pattern = fill
      ? `<fill><patternFill patternType="solid">${colorXml("fgColor", fill)}${colorXml("bgColor", fill)}</patternFill></fill>`
      : "";
    return this.looks.idOf(`<dxf>${font}${pattern}</dxf>`);
  }

  private add({ font, fill, border, format, align, unlocked }: Style): number {
    const fontId = font ? this.fonts.idOf(fontXml(font)) : 0;
    const fillId = fill
      ? this.fills.idOf(
          `<fill><patternFill patternType="solid">${colorXml("fgColor", fill)}<bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const borderId = border ? this.borders.idOf(borderXml(border)) : 0;
    const numFmtId = format ? (BUILT_IN[format] ?? FIRST_FORMAT + this.formats.idOf(escapeXml(format))) : 0;
    const alignment = align
      ? `<alignment${attributes({ horizontal: align.horizontal, vertical: align.vertical, wrapText: align.wrap, indent: align.indent })}/>`
      : "";
    const protection = unlocked ? '<protection locked="0"/>' : "";
    const head = attributes({
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      applyNumberFormat: numFmtId > 0,
      applyFont: fontId > 0,
      applyFill: fillId > 0,
      applyBorder: borderId > 0,
      applyAlignment: align !== undefined,
      applyProtection: unlocked,
    });
    return this.cells.idOf(
      alignment || protection ? `<xf${head}>${alignment}${protection}</xf>` : `<xf${head}/>`,
    );
  }

  xml(): string {
    const formats = this.formats.list.map(
      (code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`,
    );
    return (
      `${XML}<styleSheet xmlns="${MAIN}">` +
      (formats.length ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : "") +
      this.fonts.xml("fonts") +
      this.fills.xml("fills") +
      this.borders.xml("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cells.xml("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.looks.xml("dxfs") +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>"
    );
  }
}

/** Pieces of XML, each kept once, numbered in the order they came. */
class Parts {
  private readonly ids = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const part of first) this.idOf(part);
  }

  get list(): string[] {
    return [...this.ids.keys()];
  }

  idOf(part: string): number {
    let id = this.ids.get(part);
    if (id === undefined) this.ids.set(part, (id = this.ids.size));
    return id;
  }

  xml(tag: string): string {
    return `<${tag} count="${this.ids.size}">${this.list.join("")}</${tag}>`;
  }
}

const colorXml = (tag: string, color: string | undefined): string =>
  color ? `<${tag} rgb="FF${color}"/>` : "";

function fontXml({
  bold,
  italic,
  underline,
  size = SIZE,
  color = "000000",
}: NonNullable<Style["font"]>): string {
  const marks = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${underline ? "<u/>" : ""}`;
  return `<font>${marks}<sz val="${size}"/>${colorXml("color", color)}<name val="${FONT}"/><family val="2"/></font>`;
}

function borderXml(border: NonNullable<Style["border"]>): string {
  const line = (side: string, value: BorderLine | undefined) =>
    value ? `<${side} style="${value.style}">${colorXml("color", value.color)}</${side}>` : `<${side}/>`;
  const { left, right, top, bottom } = border;
  return `<border>${line("left", left)}${line("right", right)}${line("top", top)}${line("bottom", bottom)}<diagonal/></border>`;
}
