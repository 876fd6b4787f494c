import { Codebook, editionById } from "../../src/domain/codebook";
import { isBlank } from "../../src/domain/values/answer";
import { answerText, fromCell, toCell } from "../../src/domain/records/project";

const codebook = new Codebook(editionById("2014"));
const status = codebook.reader("status");
const region = codebook.reader("region");

describe("what a cell says of a code list", () => {
  test.each<[unknown, number]>([
    [3, 3],
    ["3", 3],
    [" 3 ", 3],
    ["3.", 3],
    ["3,0", 3],
    ["3.00", 3],
    ["03", 3],
    ["３", 3],
    ["3 – Réalisé", 3],
    ["3 - Réalisé", 3],
    ["3-realise", 3],
    ["3. Done", 3],
    ["3 : DONE", 3],
    ["3) Réalisé", 3],
    ["３　－　Réalisé", 3],
    ["3\u00a0–\u00a0Réalisé", 3],
    ["3 – Réalisé".normalize("NFD"), 3],
    ["Réalisé", 3],
    ["REALISE", 3],
    ["réalisé".normalize("NFD"), 3],
    ["Done", 3],
    ["En\u00a0cours", 2],
    ["en   cours", 2],
    ["Running", 2],
    ["2 – Running", 2],
    ["1 –", 1],
  ])("%j is code %i", (cell, code) => expect(status.read(cell)).toEqual({ kind: "code", code }));

  test.each<[unknown, string]>([
    [0, "notReported"],
    [null, "notReported"],
    [undefined, "notReported"],
    ["", "notReported"],
    ["   ", "notReported"],
    ["\u00a0\u202f\u200b", "notReported"],
    ["0", "notReported"],
    ["NR", "notReported"],
    ["n.r.", "notReported"],
    ["Non renseigné", "notReported"],
    ["not reported", "notReported"],
    ["SO", "notApplicable"],
    ["s.o.", "notApplicable"],
    ["Sans objet", "notApplicable"],
    ["NSP", "dontKnow"],
    ["Ne sait pas", "dontKnow"],
    ["don’t know", "dontKnow"],
  ])("%j is %s", (cell, kind) => expect(status.read(cell)).toEqual({ kind }));

  test.each<[string, unknown]>([
    ["contradictory pair", "3 – Étude"],
    ["contradictory pair, labels of two codes", "1 – En cours"],
    ["code the list lacks", 4],
    ["code the list lacks, as text", "4"],
    ["code the list lacks, with a label it has", "4 – Réalisé"],
    ["decimal", 2.5],
    ["decimal as text", "2,5"],
    ["negative", -1],
    ["negative as text", "-1"],
    ["TRUE", true],
    ["FALSE", false],
    ["text like nothing", "bientôt"],
    ["two codes", "1 2"],
    ["two codes", "1/2"],
    ["date", 41713],
    ["infinite", Infinity],
    ["not a number", NaN],
    ["error value", "#REF!"],
    ["object", { type: "Error" }],
    ["emoji", "✅"],
    ["huge text", "x".repeat(32_767)],
  ])("%s is invalid and kept", (_why, cell) => {
    expect(status.read(cell)).toEqual({ kind: "invalid", raw: cell });
    expect(status.read(cell)).toEqual({ kind: "invalid", raw: cell });
  });

  test("every label, code and display of every list is read back, in both languages", () => {
    for (const [id, list] of Object.entries(codebook.edition.lists)) {
      for (const { code, label, aliases = [] } of list.codes) {
        const shown = [`${code} – ${label.fr}`, `${code} – ${label.en}`, codebook.display(id, code, "fr")];
        for (const cell of [code, String(code), label.fr, label.en, ...aliases, ...shown])
          expect(codebook.reader(id).read(cell)).toEqual({ kind: "code", code });
      }
    }
  });
  test("a label with a hyphen and a digit inside is no code", () => {
    expect(region.read("Île-de-France")).toEqual({ kind: "code", code: 12 });
    expect(codebook.reader("sizeClass").read("50 000 à 99 999")).toEqual({ kind: "code", code: 2 });
  });
  test("a shared blank is blank whatever its form", () => {
    expect([0, null, undefined, "", " ", "\u00a0", "\t\n"].map(isBlank)).toEqual(Array(7).fill(true));
    expect([1, "0", false, "NR", NaN].map(isBlank)).toEqual(Array(5).fill(false));
  });
});

describe("a cell and a draft's value", () => {
  const field = (id: string) => codebook.field("projects", id);
  test("codes are shown with their label and read back", () => {
    for (const language of ["fr", "en"] as const) {
      const cell = toCell(codebook, field("status"), 3, language);
      expect(cell).toBe(language === "fr" ? "3 – Réalisé" : "3 – Done");
      expect(fromCell(codebook, field("status"), cell)).toBe(3);
    }
  });
  test("blank, SO, NSP and what is not understood stay as they are", () => {
    const back = (cell: unknown) => fromCell(codebook, field("management"), cell);
    expect(["", 0, "NR", "sans objet", "nsp", "n'importe quoi", 9, true].map(back)).toEqual([
      null,
      null,
      "NR",
      "SO",
      "NSP",
      "n'importe quoi",
      "9",
      "true",
    ]);
    for (const value of [null, "NR", "SO", "NSP", "n'importe quoi"])
      expect(back(toCell(codebook, field("management"), value, "fr"))).toBe(value);
  });
  test("a text never becomes a formula, a number or a date", () => {
    const cell = (text: string) => toCell(codebook, field("project"), text, "fr");
    expect(["=1+1", "+33", "-5", "@SUM", "12/03", "2014", "vrai", "Open data"].map(cell)).toEqual([
      "'=1+1",
      "'+33",
      "'-5",
      "'@SUM",
      "'12/03",
      "'2014",
      "'vrai",
      "Open data",
    ]);
  });
  test("an answer is shown as a cell shows it", () => {
    const shown = (cell: unknown) => answerText(codebook, "status", status.read(cell), "fr");
    expect([3, "", "so", "nsp", "2.5"].map(shown)).toEqual(["3 – Réalisé", "NR", "SO", "NSP", "2.5"]);
  });
});
