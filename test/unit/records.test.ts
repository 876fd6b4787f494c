import fc from "fast-check";
import { Codebook, editionById, type Field } from "../../src/domain/codebook";
import { dateOfSerial, serialOfDate } from "../../src/domain/records/dates";
import { hashText, newId } from "../../src/domain/records/ids";
import { asText, fromCell, toCell } from "../../src/domain/records/project";
import { panelName } from "../../src/domain/records/territory";

const codebook = new Codebook(editionById("2014"));
const field = (id: string) => codebook.field("projects", id);
/** What Excel keeps of what it is given: an apostrophe in front is a prefix. */
const kept = (cell: unknown) => (typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell);

describe("a cell and its draft", () => {
  test("a code shows its label and comes back as a code", () => {
    expect(toCell(codebook, field("status"), 3, "fr")).toBe("3 – Réalisé");
    for (const { code } of codebook.list("status").codes) {
      for (const language of ["fr", "en"] as const) {
        expect(fromCell(codebook, field("status"), toCell(codebook, field("status"), code, language))).toBe(
          code,
        );
      }
    }
  });

  test("an edition is a number, so that no cell is marked", () => {
    expect(toCell(codebook, field("edition"), "2014", "fr")).toBe(2014);
    expect(fromCell(codebook, field("edition"), 2014)).toBe("2014");
  });

  test("any text comes back as it was, and is never a formula", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("=1", "+3", "-", "@x", "01", "vrai", "'")),
        (text) => {
          const cell = asText(text);
          expect(/^[=+\-@]/.test(cell)).toBe(false);
          expect(fromCell(codebook, field("comment"), kept(cell))).toBe(text);
        },
      ),
    );
  });

  test("a date is a day of Excel's, an ISO date in a draft", () => {
    const date: Field = { id: "d", kind: "date", label: { fr: "Date", en: "Date" } };
    expect(toCell(codebook, date, "2014-03-15", "fr")).toBe(41713);
    expect(fromCell(codebook, date, 41713)).toBe("2014-03-15");
    expect(fromCell(codebook, date, "hier")).toBe("hier");
    expect(serialOfDate("2014-02-30")).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (day) => serialOfDate(dateOfSerial(day)) === day),
    );
  });
});

describe("ids", () => {
  test("are short, not taken, and never look like a number or a date", () => {
    const taken = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const id = newId(taken);
      expect(id).toMatch(/^[a-z][a-z2-9]{7}$/);
      expect(taken.has(id)).toBe(false);
      taken.add(id);
    }
  });

  test("a taken one is not given again", () => {
    const numbers = [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0];
    const first = newId(new Set(), () => 0);
    expect(newId(new Set([first]), () => numbers.shift()!)).not.toBe(first);
  });

  test("texts that differ have hashes that differ", () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `2014\u0001ville ${i % 300}\u0001${i}`);
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  });
});

test("a territory of a name the panel has gets its code behind it", () => {
  const panel = [{ code: "97411", name: "Saint-Denis" }];
  expect(panelName({ code: "93066", name: "SAINT DENIS" }, panel)).toBe("SAINT DENIS");
  expect(panelName({ code: "93066", name: "Saint-Denis" }, panel)).toBe("Saint-Denis (93066)");
});
