/** Excel.DocumentProperties with its custom properties, SettingCollection */
import { open, openOrNull, type ExcelClass, type ScalarProperty } from "../class-table";
import type { WorkbookState } from "../core";
import { itemNotFound } from "../errors";

const text = (name: string): ScalarProperty<WorkbookState> => ({
  get: (self) => self.properties[name] ?? "",
  set: (self, value, host) => {
    self.properties[name] = value;
    host.dirty = true;
  },
});
export const documentPropertiesClass: ExcelClass<WorkbookState> = {
  name: "DocumentProperties",
  scalars: {
    Author: text("Author"),
    Category: text("Category"),
    Comments: text("Comments"),
    Company: text("Company"),
    Keywords: text("Keywords"),
    LastAuthor: { get: () => "" },
    Manager: text("Manager"),
    Subject: text("Subject"),
    Title: text("Title"),
  },
  objects: { Custom: { open: (self) => open(customPropertiesClass, self.custom) } },
};

interface Pair {
  key: string;
  value: unknown;
}
type Pairs = Map<string, Pair>;
type PairRef = { pairs: Pairs; key: string };
const lower = (key: string) => String(key).toLowerCase();
function pairOf({ pairs, key }: PairRef): Pair {
  const pair = pairs.get(lower(key));
  if (!pair) throw itemNotFound(`the entry ${key}`);
  return pair;
}
const typeName = (value: unknown) =>
  typeof value === "number"
    ? Number.isInteger(value)
      ? "Number"
      : "Float"
    : typeof value === "boolean"
      ? "Boolean"
      : "String";

const customPropertyClass: ExcelClass<PairRef> = {
  name: "CustomProperty",
  identity: (self) => ({ _Id: self.key }),
  scalars: {
    Key: { get: (self) => pairOf(self).key },
    Type: { get: (self) => typeName(pairOf(self).value) },
    Value: { get: (self) => pairOf(self).value, set: (self, value) => void (pairOf(self).value = value) },
    _Id: { get: (self) => pairOf(self).key },
  },
  methods: {
    Delete: (self) => {
      pairOf(self);
      self.pairs.delete(lower(self.key));
      return null;
    },
  },
};
const settingClass: ExcelClass<PairRef> = {
  ...customPropertyClass,
  name: "Setting",
  scalars: { ...customPropertyClass.scalars },
};
delete (settingClass.scalars as Record<string, unknown>).Type;

function collection(name: string, item: ExcelClass<PairRef>): ExcelClass<Pairs> {
  const get = (pairs: Pairs, key: string) => {
    pairOf({ pairs, key });
    return open(item, { pairs, key });
  };
  return {
    name,
    scalars: {},
    items: (pairs) => [...pairs.values()].map(({ key }) => open(item, { pairs, key })),
    indexer: get,
    methods: {
      Add: (pairs, [key, value], host) => {
        host.dirty = true;
        pairs.set(lower(key), { key, value });
        return open(item, { pairs, key });
      },
      DeleteAll: (pairs) => {
        pairs.clear();
        return null;
      },
      GetCount: (pairs) => pairs.size,
      GetItem: (pairs, [key]) => get(pairs, key),
      GetItemOrNullObject: (pairs, [key]) => openOrNull(item, pairs.has(lower(key)) ? { pairs, key } : null),
    },
  };
}
const customPropertiesClass = collection("CustomPropertyCollection", customPropertyClass);
const settingPairsClass = collection("SettingCollection", settingClass);
export const settingsClass: ExcelClass<WorkbookState> = {
  name: "SettingCollection",
  scalars: {},
  items: (self, host) => settingPairsClass.items!(self.settings, host),
  indexer: (self, key, host) => settingPairsClass.indexer!(self.settings, key, host),
  methods: Object.fromEntries(
    Object.entries(settingPairsClass.methods!).map(([name, method]) => [
      name,
      (self: WorkbookState, args: any[], host) => method(self.settings, args, host),
    ]),
  ),
};
