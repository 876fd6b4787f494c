/** Excel.Shape, ShapeCollection */
import { open, openOrNull, type ExcelClass, type Handle, type ScalarProperty } from "../class-table";
import type { HostCore } from "../core";
import { itemNotFound } from "../errors";
import type { Picture } from "../shapes";
import type { SheetRef } from "./worksheet-parts";

const own = (key: "name" | "altTextTitle" | "altTextDescription" | "lockAspectRatio" | "visible") =>
  ({
    get: (self) => self[key],
    set: (self, value, host) => {
      (self as Record<typeof key, unknown>)[key] = value;
      host.shapes.changed();
    },
  }) satisfies ScalarProperty<Picture>;
const place = (side: "left" | "top"): ScalarProperty<Picture> => ({
  get: (self, host) => host.shapes.place(self, side),
  set: (self, value, host) => host.shapes.setPlace(self, side, value),
});
const size = (side: "width" | "height"): ScalarProperty<Picture> => ({
  get: (self) => self[side],
  set: (self, value, host) => host.shapes.resize(self, side, value),
});

const shapeClass: ExcelClass<Picture> = {
  name: "Shape",
  identity: (self) => ({ Id: self.id }),
  scalars: {
    Id: { get: (self) => self.id },
    Name: own("name"),
    Type: { get: () => "Image" },
    AltTextTitle: own("altTextTitle"),
    AltTextDescription: own("altTextDescription"),
    LockAspectRatio: own("lockAspectRatio"),
    Visible: own("visible"),
    Left: place("left"),
    Top: place("top"),
    Width: size("width"),
    Height: size("height"),
  },
  methods: {
    Delete: (self, _args, host) => {
      host.shapes.remove(self);
      return null;
    },
  },
};

export const shapesClass: ExcelClass<SheetRef> = {
  name: "ShapeCollection",
  scalars: {},
  items: (self, host) => host.shapes.all(self.id).map((picture) => open(shapeClass, picture)),
  indexer: (self, key, host) => found(self, key, host),
  methods: {
    AddImage: (self, [png], host) => open(shapeClass, host.shapes.addImage(self.id, png)),
    GetCount: (self, _args, host) => host.shapes.all(self.id).length,
    GetItem: (self, [key], host) => found(self, key, host),
    GetItemOrNullObject: (self, [key], host) => openOrNull(shapeClass, host.shapes.find(key, self.id)),
  },
};
function found(self: SheetRef, key: string, host: HostCore): Handle {
  const picture = host.shapes.find(key, self.id);
  if (!picture) throw itemNotFound(`the shape ${key}`);
  return open(shapeClass, picture);
}
