import { withPanel } from "./imports-support";
import { bench, closeBench, excel, refusal, type Bench } from "./study-support";

afterEach(closeBench);

const read = (b: Bench, address: string) => b.book.host.read(address);

describe("a territory's sheet", () => {
  test("offers every motivation and statement, answered or not, in one request", async () => {
    const b = await bench();
    await withPanel(b, 2);
    const before = b.book.host.counters.requests;
    const sheet = await b.study.readTerritory("ville 2");
    expect(b.book.host.counters.requests - before).toBe(1);
    expect(sheet).toMatchObject({ territory: "Ville 2", edition: "2014", respondents: [], meanings: [] });
    expect(sheet.identity).toMatchObject({ name: "Ville 2", type: expect.any(Number), population: 21000 });
    expect(sheet.motivations.map(({ motivation, rank }) => [motivation, rank])).toEqual(
      [1, 2, 3, 4, 5].map((m) => [m, null]),
    );
    expect(sheet.statements).toHaveLength(7);
  });

  test("is saved where it was changed, rows that are missing are made, and undone", async () => {
    const b = await bench();
    await withPanel(b, 2);
    const before = await b.study.readTerritory("Ville 2");
    const sheet = {
      ...before,
      identity: { ...before.identity, population: 150000, respondent: 1 },
      motivations: before.motivations.map((row, i) => (i < 2 ? { ...row, rank: 2 - i } : row)),
      meanings: [{ motivation: 1, meaning: 4, rank: 1 }],
      statements: before.statements.map((row, i) => (i === 6 ? { ...row, agreement: 4 } : row)),
      respondents: [{ personName: "=Mme Dupont", phone: "+33 6 12 34 56 78", email: "@d" }],
    };
    const requests = b.book.host.counters.requests;
    await b.study.saveTerritory(sheet, before);
    expect(b.book.host.counters.requests - requests).toBe(3);
    expect(b.study.getState()).toMatchObject({
      notice: { code: "territorySaved" },
      undoable: { fr: "Fiche enregistrée : Ville 2" },
    });
    await b.settle();
    const saved = await b.study.readTerritory("Ville 2");
    expect(saved.identity).toMatchObject({ population: 150000, respondent: 1 });
    expect(String(saved.identity.sizeClass)).not.toBe(String(before.identity.sizeClass ?? ""));
    expect(saved.motivations.map(({ rank }) => rank)).toEqual([2, 1, null, null, null]);
    expect(saved.meanings).toMatchObject([
      { motivation: 1, meaning: 4, rank: 1, territory: "Ville 2", edition: "2014" },
    ]);
    expect(saved.statements[6]).toMatchObject({ agreement: 4 });
    expect(saved.respondents).toMatchObject([
      { personName: "=Mme Dupont", phone: "+33 6 12 34 56 78", email: "@d" },
    ]);
    const { tables } = await b.study.snapshot();
    const [line] = tables.journal.filter(({ operation }) => operation === "Correction");
    expect(line.change).toMatch(/^Ville 2 : Population 21000 → 150000 ; .*Nom modifié/);
    expect(line.change).toMatch(/Entreprises : .*, Accord \(vide\) → 4/);
    expect(JSON.stringify(tables.journal)).not.toMatch(/Dupont|12 34 56 78/);
    await b.study.saveTerritory({ ...saved, respondents: [] }, saved);
    expect((await b.study.readTerritory("Ville 2")).respondents).toEqual([]);
    await b.study.undo();
    await b.settle();
    expect(await b.study.readTerritory("Ville 2")).toEqual(saved);
    await b.study.undo();
    await b.settle();
    expect(await b.study.readTerritory("Ville 2")).toEqual(before);
  });

  test("changed meanwhile by somebody in the same field is a conflict", async () => {
    const b = await bench();
    await withPanel(b, 1);
    const before = await b.study.readTerritory("Ville 1");
    b.book.host.write("Panel!F2", 77777);
    await b.settle();
    const identity = { ...before.identity, population: 88888 };
    const notice = await refusal(b.study.saveTerritory({ ...before, identity }, before));
    expect(notice).toMatchObject({ code: "conflict" });
    expect(read(b, "Panel!F2")).toBe(77777);
    expect((await refusal(b.study.readTerritory("Nulle part"))).code).toBe("territoryNotInPanel");
  });
});

describe("following the panel", () => {
  test("marks territories with their day at once, and undoes it", async () => {
    const b = await bench();
    await withPanel(b, 60);
    await excel(b, async (c) => {
      c.workbook.tables
        .getItem("Panel")
        .columns.add(undefined, [["Notes"], ...Array.from({ length: 60 }, (_, i) => [`n${i}`])] as never);
    });
    await b.settle();
    const names = Array.from({ length: 60 }, (_, i) => `Ville ${i + 1}`);
    const requests = b.book.host.counters.requests;
    await b.study.markContact(names, 4, "2014-03-01");
    expect(b.book.host.counters.requests - requests).toBe(3);
    expect(read(b, "Panel!J61:L61")).toEqual([["Relancé", "", 41699]]);
    expect(read(b, "Panel!O61")).toBe("n59");
    await b.settle();
    await b.study.undo();
    expect(read(b, "Panel!J61:L61")).toEqual([["", "", ""]]);
    expect((await refusal(b.study.markContact(["Ville 1", "Inconnue"], 4, "2014-03-01"))).code).toBe(
      "territoryNotInPanel",
    );
    expect(read(b, "Panel!J2")).toBe("");
  });
});
