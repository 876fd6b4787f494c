/** Excel.ConditionalFormatCollection, ConditionalFormat, and the custom, cellValue and containsText kinds */
import type { Area } from "../address";
import { open, openOrNull, type ExcelClass, type ScalarProperty } from "../class-table";
import type { ExcelConditionalFormat } from "../conditional-formats";
import type { HostCore } from "../core";
import { itemNotFound, notImplemented } from "../errors";
import { fromFrench } from "../formula-text";
import { rangeClass } from "./range";

type Format = ExcelConditionalFormat;
const KINDS: Record<string, string> = {
  Custom: "Custom",
  CellValue: "CellValue",
  ContainsText: "TextComparison",
};

function drawn<V>(get: (f: Format) => V, set: (f: Format, value: any) => void): ScalarProperty<Format> {
  return {
    get,
    set: (format, value, host) => {
      set(format, value);
      host.conditionalFormats.redraw();
    },
  };
}
const formatFontClass: ExcelClass<Format> = {
  name: "ConditionalRangeFont",
  scalars: {
    Color: drawn(
      (f) => f.font.color ?? "",
      (f, value) => (f.font.color = value),
    ),
    Bold: drawn(
      (f) => f.font.bold ?? null,
      (f, value) => (f.font.bold = value),
    ),
    Italic: drawn(
      (f) => f.font.italic ?? null,
      (f, value) => (f.font.italic = value),
    ),
    Strikethrough: drawn(
      (f) => f.font.strikethrough ?? null,
      (f, value) => (f.font.strikethrough = value),
    ),
  },
};
const formatFillClass: ExcelClass<Format> = {
  name: "ConditionalRangeFill",
  scalars: {
    Color: drawn(
      (f) => f.fill ?? "",
      (f, value) => (f.fill = value),
    ),
  },
  methods: {
    Clear: (format, _args, host) => {
      format.fill = null;
      host.conditionalFormats.redraw();
      return null;
    },
  },
};
const conditionalRangeFormatClass: ExcelClass<Format> = {
  name: "ConditionalRangeFormat",
  scalars: {},
  objects: {
    Fill: { open: (f) => open(formatFillClass, f) },
    Font: { open: (f) => open(formatFontClass, f) },
  },
};
const conditionalRuleClass: ExcelClass<Format> = {
  name: "ConditionalFormatRule",
  scalars: {
    Formula: drawn(
      (f) => f.formula,
      (f, value) => (f.formula = String(value)),
    ),
    FormulaLocal: {
      get: (f) => f.formula,
      set: (f, value, host) => {
        f.formula = host.lang === "fr" ? fromFrench(String(value)) : String(value);
        host.conditionalFormats.redraw();
      },
    },
  },
};
const kind = (name: string, ruled: boolean): ExcelClass<Format> => ({
  name,
  scalars: ruled
    ? {
        Rule: drawn(
          (f) => f.rule,
          (f, value) => (f.rule = { ...value }),
        ),
      }
    : {},
  objects: {
    Format: { open: (f) => open(conditionalRangeFormatClass, f) },
    ...(ruled ? {} : { Rule: { open: (f: Format) => open(conditionalRuleClass, f) } }),
  },
});
const customClass = kind("CustomConditionalFormat", false);
const cellValueClass = kind("CellValueConditionalFormat", true);
const textClass = kind("TextConditionalFormat", true);
const ofType = (cls: ExcelClass<Format>, type: string, format: Format) => {
  if (format.type !== type) throw itemNotFound(`${cls.name} of a conditional format of type ${format.type}`);
  return open(cls, format);
};
const orNull = (cls: ExcelClass<Format>, type: string, format: Format) =>
  openOrNull(cls, format.type === type ? format : null);

const conditionalFormatClass: ExcelClass<Format> = {
  name: "ConditionalFormat",
  identity: (f) => ({ Id: f.id }),
  scalars: {
    Id: { get: (f) => f.id },
    Priority: { get: (f, host) => host.conditionalFormats.priority(f) },
    StopIfTrue: drawn(
      (f) => f.stopIfTrue,
      (f, value) => (f.stopIfTrue = !!value),
    ),
    Type: { get: (f) => f.type },
  },
  objects: {
    Custom: { open: (f) => ofType(customClass, "Custom", f) },
    CustomOrNullObject: { open: (f) => orNull(customClass, "Custom", f) },
    CellValue: { open: (f) => ofType(cellValueClass, "CellValue", f) },
    CellValueOrNullObject: { open: (f) => orNull(cellValueClass, "CellValue", f) },
    TextComparison: { open: (f) => ofType(textClass, "ContainsText", f) },
    TextComparisonOrNullObject: { open: (f) => orNull(textClass, "ContainsText", f) },
  },
  methods: {
    Delete: (f, _args, host) => {
      host.conditionalFormats.remove(f);
      return null;
    },
    GetRange: (f) => open(rangeClass, { ...f.areas[0]! }),
    GetRangeOrNullObject: (f) => openOrNull(rangeClass, f.areas.length === 1 ? { ...f.areas[0]! } : null),
  },
};
export const conditionalFormatsClass: ExcelClass<{ area: Area }> = {
  name: "ConditionalFormatCollection",
  scalars: {},
  items: ({ area }, host) => host.conditionalFormats.on(area).map((f) => open(conditionalFormatClass, f)),
  indexer: (_self, id, host) => item(id, host),
  methods: {
    Add: ({ area }, [type], host) => {
      if (!KINDS[type]) throw notImplemented(`ConditionalFormatCollection.add("${type}")`, host.lang);
      host.protection.checkStructure(area.sheetId, "allowFormatCells");
      return open(conditionalFormatClass, host.conditionalFormats.add(area, type));
    },
    ClearAll: ({ area }, _args, host) => {
      host.protection.checkStructure(area.sheetId, "allowFormatCells");
      host.conditionalFormats.clear(area);
      return null;
    },
    GetCount: ({ area }, _args, host) => host.conditionalFormats.on(area).length,
    GetItem: (_self, [id], host) => item(id, host),
    GetItemAt: ({ area }, [index], host) => {
      const format = host.conditionalFormats.on(area)[index];
      if (!format) throw itemNotFound(`the conditional format ${index}`);
      return open(conditionalFormatClass, format);
    },
    GetItemOrNullObject: (_self, [id], host) =>
      openOrNull(conditionalFormatClass, host.conditionalFormats.find(id)),
  },
};
function item(id: string, host: HostCore) {
  const format = host.conditionalFormats.find(id);
  if (!format) throw itemNotFound(`the conditional format ${id}`);
  return open(conditionalFormatClass, format);
}
