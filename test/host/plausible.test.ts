import type { Language } from "../../src/domain/language";
import { closeBook } from "../support/headless";
import { functionsBook, type Blank } from "./functions-support";

/** A workbook without study: PLAUSIBLE needs none. */
const book = (lang: Language, blank: Blank) => functionsBook(null, { lang, blank });
afterEach(closeBook);
const spaced = (value: unknown) => String(value).replace(/[\u00a0\u202f]/g, " ");

describe.each(["zero", "null", "empty"] as const)("blanks handed over as %s", (blank) => {
  test("in French: a cell, a spilled column that keeps its blanks, and messages", async () => {
    const { ask, host } = await book("fr", blank);
    expect(spaced(await ask('=BVN.PLAUSIBLE("51,4 %";131)'))).toBe(
      "Non : sur 131, 67 (51,1 %) ou 68 (51,9 %)",
    );
    expect(await ask('=BVN.PLAUSIBLE("48,8 %";125;)')).toBe("Oui : 61 sur 125");
    expect(spaced(await ask('=BVN.PLAUSIBLE("1,39";682;"1 à 4")'))).toBe("Oui : 945 à 951 sur 682");
    host.write("A1:B4", [
      ["'76,60 %", 125],
      [null, 22],
      ["'72,22 %", 22],
      ["'70.2 %", null],
    ]);
    await ask("=BVN.PLAUSIBLE(A1:A4;B1:B4)", "D1");
    expect((host.read("D1:D4") as unknown[][]).map(([text]) => spaced(text))).toEqual([
      "Non : sur 125, 96 (76,80 %) ou 95 (76,00 %)",
      "",
      "Non : sur 22, 16 (72,73 %) ou 15 (68,18 %)",
      "L’effectif n manque : attendu un nombre entier de 1 à 10 000 000.",
    ]);
    host.write("B4", 37);
    await host.settled();
    expect(spaced(host.read("D4"))).toBe("Tronqué : 26 sur 37 s’arrondit à 70,3 %");
    expect(await ask('=BVN.PLAUSIBLE("beaucoup";12)')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toContain("« beaucoup » n’est pas un chiffre imprimé");
    expect(await ask('=BVN.PLAUSIBLE("50 %";J9)')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toContain("L’effectif n manque");
  });

  test("in English", async () => {
    const { ask, host } = await book("en", blank);
    expect(await ask('=BVN.PLAUSIBLE("51.4%",131)')).toBe("No: of 131, 67 (51.1%) or 68 (51.9%)");
    host.write("A1:A2", [["'2.14"], ["'1/3"]]);
    await ask("=BVN.PLAUSIBLE(A1:A2,125)", "D1");
    expect(host.read("D1:D2")).toEqual([["Yes: 267 to 268 of 125"], ["Yes: 40 to 44 of 125"]]);
    expect(await ask('=BVN.PLAUSIBLE("50%",12,"median")')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toBe(
      "kind: “median” is not known. Expected: %, part, moyenne / mean, 1-4.",
    );
  });
});
