/** Excel.NamedItem and NamedItemCollection */
import { formatCells, type Area } from "../address";
import { isHandle, open, openOrNull, type ExcelClass } from "../class-table";
import type { HostCore } from "../core";
import { invalidArgument, itemNotFound } from "../errors";
import { fromFrench } from "../formula-text";
import type { DefinedName } from "../names";
import { readValues } from "../writer";
import { rangeClass } from "./range";
import { worksheetClass } from "./worksheets";

const target = (self: DefinedName, host: HostCore): Area | null => {
  const formula = host.names.formula(self);
  return host.names.resolve(formula, self.scope ?? host.book.activeSheetId);
};
/** The constant a name stands for, if it stands for one. */
function constant(formula: string): { value: string | number | boolean; type: string } | null {
  const text = formula.slice(1).trim();
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return { value: quoted[1]!.replace(/""/g, '"'), type: "String" };
  if (/^(TRUE|FALSE)$/i.test(text)) return { value: /^TRUE$/i.test(text), type: "Boolean" };
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
    return { value: Number(text), type: /^[+-]?\d+$/.test(text) ? "Integer" : "Double" };
  return null;
}

export const namedItemClass: ExcelClass<DefinedName> = {
  name: "NamedItem",
  calculated: true,
  identity: (self) => ({ _Id: self.name }),
  scalars: {
    Comment: {
      get: (self, host) => host.names.data(self).comment ?? "",
      set: (self, comment, host) => host.names.change(self, { comment }),
    },
    Formula: {
      get: (self, host) => host.names.formula(self),
      set: (self, formula, host) => host.names.change(self, { formulaOrRefString: String(formula) }),
    },
    Name: { get: (self, host) => host.names.data(self).name },
    Scope: { get: (self) => (self.scope ? "Worksheet" : "Workbook") },
    Type: {
      get: (self, host) => {
        const known = constant(host.names.formula(self));
        return known ? known.type : target(self, host) ? "Range" : "Error";
      },
    },
    Value: {
      get: (self, host) => {
        const known = constant(host.names.formula(self));
        if (known) return known.value;
        const area = target(self, host);
        return area
          ? host.book.address(area).replace(/!.*/, `!${formatCells(area, true)}`)
          : host.names.formula(self);
      },
    },
    Visible: {
      get: (self, host) => !host.names.data(self).hidden,
      set: (self, shown, host) => host.names.change(self, { hidden: !shown }),
    },
    _Id: { get: (self) => self.name },
  },
  objects: {
    ArrayValues: { open: (self) => open(arrayValuesClass, self) },
    Worksheet: {
      open: (self) => {
        if (!self.scope) throw itemNotFound("the worksheet of a workbook's name");
        return open(worksheetClass, { id: self.scope });
      },
    },
    WorksheetOrNullObject: {
      open: (self) => openOrNull(worksheetClass, self.scope ? { id: self.scope } : null),
    },
  },
  methods: {
    Delete: (self, _args, host) => {
      host.names.remove(self);
      return null;
    },
    GetRange: (self, _args, host) => {
      const area = target(self, host);
      if (!area) throw itemNotFound(`the range of ${self.name}`);
      return open(rangeClass, area);
    },
    GetRangeOrNullObject: (self, _args, host) => openOrNull(rangeClass, target(self, host)),
  },
};
const arrayValuesClass: ExcelClass<DefinedName> = {
  name: "NamedItemArrayValues",
  scalars: {
    Values: {
      get: (self, host) => {
        const area = target(self, host);
        return area ? readValues(host, area) : [[constant(host.names.formula(self))?.value ?? ""]];
      },
    },
  },
};
function formulaOf(reference: unknown, host: HostCore): string {
  if (isHandle(reference)) {
    const area = reference.self as Area;
    return `=${host.book.address(area).replace(/![^!]*$/, `!${formatCells(area, true)}`)}`;
  }
  if (typeof reference !== "string" || !reference)
    throw invalidArgument("a name needs a range or a formula.");
  if (reference.startsWith("=")) return reference;
  const constantText =
    Number.isFinite(Number(reference)) || reference.startsWith('"')
      ? reference
      : `"${reference.replace(/"/g, '""')}"`;
  return `=${constantText}`;
}
export const namesClass: ExcelClass<{ scope: string | null }> = {
  name: "NamedItemCollection",
  calculated: true,
  scalars: {},
  items: (self, host) => host.names.list(self.scope).map((n) => open(namedItemClass, n)),
  indexer: (self, name, host) => item(self, name, host),
  methods: {
    Add: (self, [name, reference, comment], host) =>
      open(namedItemClass, host.names.add(name, formulaOf(reference, host), self.scope, comment ?? "")),
    AddFormulaLocal: (self, [name, formula, comment], host) =>
      open(
        namedItemClass,
        host.names.add(name, host.lang === "fr" ? fromFrench(formula) : formula, self.scope, comment ?? ""),
      ),
    GetCount: (self, _args, host) => host.names.list(self.scope).length,
    GetItem: (self, [name], host) => item(self, name, host),
    GetItemOrNullObject: (self, [name], host) =>
      openOrNull(namedItemClass, host.names.find(name, self.scope)),
  },
};
function item(self: { scope: string | null }, name: string, host: HostCore) {
  const found = host.names.find(name, self.scope);
  if (!found) throw itemNotFound(`the name ${name}`);
  return open(namedItemClass, found);
}
