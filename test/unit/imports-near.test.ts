import fc from "fast-check";
import { isWithin, nearGroups } from "../../src/domain/imports/near";
import { editDistance } from "../../src/domain/text/similarity";

test("the banded distance decides as the whole one does", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 12 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(isWithin(a, b, most)).toBe(editDistance(a, b) <= most);
    }),
    { numRuns: 5000 },
  );
});

test("names that differ in spelling only stand together, others do not", () => {
  const names = [
    "Vélos partagés",
    "velo partage",
    "Open data",
    "Wi-Fi gratuit",
    "wifi gratuits",
    "Wifi gratui",
    "GPS",
    "GPL",
    "!",
  ];
  expect(nearGroups(names, (name) => name)).toEqual([
    ["Wifi gratui", "Wi-Fi gratuit", "wifi gratuits"],
    ["Vélos partagés", "velo partage"],
  ]);
});
