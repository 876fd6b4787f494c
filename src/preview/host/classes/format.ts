/** Excel.RangeFormat, RangeFill, RangeFont, RangeBorder, FormatProtection: on Univer's cell styles. */
import {
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
} from "@univerjs/core";
import { lastColumn, lastRow, type Area } from "../address";
import { open, type ExcelClass, type ScalarProperty } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument } from "../errors";
import { filled } from "../tables";
import { autofit, setSize, sizeOf } from "./range-lines";

type Style = Partial<Record<keyof IStyleData, unknown>>;
export function setStyle(host: HostCore, area: Area, style: Style): void {
  host.protection.checkStructure(area.sheetId, "allowFormatCells");
  const clipped = host.book.clip(area);
  host.book.makeRoom(clipped);
  host.book.writeCells(area.sheetId, filled(clipped, { s: style as IStyleData }));
}
/** What all cells agree on, or null. */
export function commonStyle<V>(
  host: HostCore,
  area: Area,
  read: (style: IStyleData | null | undefined) => V,
): V | null {
  const styles = host.book.workbook.getStyles();
  const clipped = host.book.clip(area);
  let seen: { value: V } | null = null;
  for (let row = clipped.row; row <= lastRow(clipped); row++)
    for (let column = clipped.column; column <= lastColumn(clipped); column++) {
      const cell = host.book.cell(area.sheetId, row, column);
      const value = read((cell ? styles.getStyleByCell(cell) : null) ?? null);
      if (seen && seen.value !== value) return null;
      seen = { value };
    }
  return seen ? seen.value : null;
}
const styled = <V>(
  read: (style: IStyleData | null | undefined) => V,
  write: (value: any) => Style,
): ScalarProperty<Area> => ({
  get: (area, host) => commonStyle(host, area, read),
  set: (area, value, host) => setStyle(host, area, write(value)),
});
const color = (value: unknown): string => {
  const text = String(value).trim();
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace("#", "").toUpperCase()}`;
  if (/^#?[0-9a-f]{3}$/i.test(text))
    return `#${[...text.replace("#", "")]
      .map((c) => c + c)
      .join("")
      .toUpperCase()}`;
  if (/^[a-z]+$/i.test(text)) return text.toLowerCase();
  throw invalidArgument(`"${text}" is no colour.`);
};
const HORIZONTAL: [string, HorizontalAlign][] = [
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
];
const VERTICAL: [string, VerticalAlign][] = [
  ["Bottom", VerticalAlign.BOTTOM],
  ["Top", VerticalAlign.TOP],
  ["Center", VerticalAlign.MIDDLE],
];
function enumerated<E>(pairs: [string, E][], key: "ht" | "vt"): ScalarProperty<Area> {
  return styled(
    (style) => pairs.find(([, value]) => value === style?.[key])?.[0] ?? pairs[0]![0],
    (name: string) => {
      const found = pairs.find(([n]) => n.toLowerCase() === name.toLowerCase());
      if (!found) throw invalidArgument(`the preview knows no alignment ${name}.`);
      return { [key]: found[1] };
    },
  );
}

export const rangeFillClass: ExcelClass<Area> = {
  name: "RangeFill",
  scalars: {
    Color: styled(
      (style) => style?.bg?.rgb ?? "#FFFFFF",
      (value) => ({ bg: value === "" ? null : { rgb: color(value) } }),
    ),
  },
  methods: {
    Clear: (area, _args, host) => {
      setStyle(host, area, { bg: null });
      return null;
    },
  },
};
export const rangeFontClass: ExcelClass<Area> = {
  name: "RangeFont",
  scalars: {
    Bold: styled(
      (style) => style?.bl === 1,
      (value) => ({ bl: value ? 1 : 0 }),
    ),
    Italic: styled(
      (style) => style?.it === 1,
      (value) => ({ it: value ? 1 : 0 }),
    ),
    Color: styled(
      (style) => style?.cl?.rgb ?? "#000000",
      (value) => ({ cl: { rgb: color(value) } }),
    ),
    Name: styled(
      (style) => style?.ff ?? "Calibri",
      (value) => ({ ff: String(value) }),
    ),
    Size: styled(
      (style) => style?.fs ?? 11,
      (value) => ({ fs: Number(value) }),
    ),
    Strikethrough: styled(
      (style) => style?.st?.s === 1,
      (value) => ({ st: { s: value ? 1 : 0 } }),
    ),
    Underline: styled(
      (style) => (style?.ul?.s === 1 ? "Single" : "None"),
      (value) => ({ ul: { s: value === "None" ? 0 : 1 } }),
    ),
  },
};
const formatProtectionClass: ExcelClass<Area> = {
  name: "FormatProtection",
  scalars: {
    Locked: {
      get: (area, host) => host.protection.isLocked(area),
      set: (area, locked, host) => {
        host.protection.checkStructure(area.sheetId);
        host.protection.setLocked(area, !!locked);
      },
    },
    FormulaHidden: { get: () => false },
  },
};

type Side = { area: Area; index: string };
const SIDES: Record<string, "t" | "b" | "l" | "r"> = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
};
const LINES: Record<string, BorderStyleTypes> = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};
/** A side's cells, and which of their edges it is; inner sides are the bottoms (or rights) of all but the last. */
function edge({ area, index }: Side): { cells: Area; key: "t" | "b" | "l" | "r" } | null {
  switch (index) {
    case "EdgeTop":
      return { cells: { ...area, rows: 1 }, key: SIDES[index]! };
    case "EdgeBottom":
      return { cells: { ...area, row: lastRow(area), rows: 1 }, key: "b" };
    case "EdgeLeft":
      return { cells: { ...area, columns: 1 }, key: "l" };
    case "EdgeRight":
      return { cells: { ...area, column: lastColumn(area), columns: 1 }, key: "r" };
    case "InsideHorizontal":
      return area.rows > 1 ? { cells: { ...area, rows: area.rows - 1 }, key: "b" } : null;
    case "InsideVertical":
      return area.columns > 1 ? { cells: { ...area, columns: area.columns - 1 }, key: "r" } : null;
    default:
      throw invalidArgument(`the preview knows no border ${index}.`);
  }
}
const border = (
  change: (value: any, old: { s: number; cl: { rgb: string } } | null) => object | null,
  read: (b: any) => unknown,
): ScalarProperty<Side> => ({
  get: (side, host) => {
    const found = edge(side);
    return found && commonStyle(host, found.cells, (style) => read(style?.bd?.[found.key]));
  },
  set: (side, value, host) => {
    const found = edge(side);
    if (!found) return;
    const old = commonStyle(host, found.cells, (style) => style?.bd?.[found.key] as never);
    setStyle(host, found.cells, { bd: { [found.key]: change(value, old) } });
  },
});
const BLACK = { rgb: "#000000" };
const rangeBorderClass: ExcelClass<Side> = {
  name: "RangeBorder",
  identity: (side) => ({ Id: side.index }),
  scalars: {
    SideIndex: { get: (side) => side.index },
    Color: border(
      (value, old) => ({ s: old?.s || BorderStyleTypes.THIN, cl: { rgb: color(value) } }),
      (b) => b?.cl?.rgb ?? "#000000",
    ),
    Style: border(
      (value, old) =>
        value === "None" ? null : { s: LINES[String(value)] ?? BorderStyleTypes.THIN, cl: old?.cl ?? BLACK },
      (b) => Object.keys(LINES).find((name) => LINES[name] === b?.s) ?? (b ? "Continuous" : "None"),
    ),
    Weight: border(
      (value, old) => ({
        s:
          value === "Thick"
            ? BorderStyleTypes.THICK
            : value === "Medium"
              ? BorderStyleTypes.MEDIUM
              : value === "Hairline"
                ? BorderStyleTypes.HAIR
                : BorderStyleTypes.THIN,
        cl: old?.cl ?? BLACK,
      }),
      (b) =>
        b?.s === BorderStyleTypes.THICK ? "Thick" : b?.s === BorderStyleTypes.MEDIUM ? "Medium" : "Thin",
    ),
  },
};
const ALL_SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"];
const rangeBordersClass: ExcelClass<Area> = {
  name: "RangeBorderCollection",
  scalars: { Count: { get: () => ALL_SIDES.length } },
  items: (area) => ALL_SIDES.map((index) => open(rangeBorderClass, { area, index })),
  indexer: (area, index) => open(rangeBorderClass, { area, index: String(index) }),
  methods: {
    GetItem: (area, [index]) => open(rangeBorderClass, { area, index: String(index) }),
    GetItemAt: (area, [i]) => open(rangeBorderClass, { area, index: ALL_SIDES[i]! }),
  },
};

export const rangeFormatClass: ExcelClass<Area> = {
  name: "RangeFormat",
  scalars: {
    ColumnWidth: {
      get: (area, host) => sizeOf(host, area, "column"),
      set: (area, value, host) => setSize(host, area, "column", value),
    },
    HorizontalAlignment: enumerated(HORIZONTAL, "ht"),
    IndentLevel: styled(
      (style) => (style?.pd?.l ? Math.round(style.pd.l / 10) : 0),
      (value) => ({ pd: { l: Number(value) * 10 } }),
    ),
    RowHeight: {
      get: (area, host) => sizeOf(host, area, "row"),
      set: (area, value, host) => setSize(host, area, "row", value),
    },
    VerticalAlignment: enumerated(VERTICAL, "vt"),
    WrapText: styled(
      (style) => style?.tb === WrapStrategy.WRAP,
      (value) => ({ tb: value ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ),
  },
  objects: {
    Borders: { open: (area) => open(rangeBordersClass, area) },
    Fill: { open: (area) => open(rangeFillClass, area) },
    Font: { open: (area) => open(rangeFontClass, area) },
    Protection: { open: (area) => open(formatProtectionClass, area) },
  },
  methods: {
    AutofitColumns: (area, _args, host) => {
      autofit(host, area, "column");
      return null;
    },
    AutofitRows: (area, _args, host) => {
      autofit(host, area, "row");
      return null;
    },
  },
};
