import { importOf, everything, withPanel } from "./imports-support";
import { bench, closeBench, excel, refusal, type Bench } from "./study-support";

afterEach(closeBench);

async function answered(b: Bench): Promise<void> {
  await withPanel(b, 5);
  const input = importOf(await b.study.snapshot(), { territories: 2, projects: 2 });
  await b.study.applyImport(input);
  await b.study.markContact(["Ville 3"], 3, "2014-02-01");
  await b.settle();
}
const table = (b: Bench, name: string) =>
  excel(b, async (c) => {
    const range = c.workbook.tables.getItem(name).getRange().load("values,address");
    await c.sync();
    return range.values as unknown[][];
  });
const column = (rows: unknown[][], header: string) =>
  rows.slice(1).map((row) => row[rows[0].indexOf(header)]);

describe("the panel board", () => {
  test("tells of each territory where it stands, without a person's name", async () => {
    const b = await bench();
    await answered(b);
    const before = b.book.host.counters.requests;
    await b.study.writeBoard();
    expect(b.book.host.counters.requests - before).toBeLessThanOrEqual(6);
    const board = await table(b, "Suivi");
    expect(column(board, "Territoire")).toEqual([1, 2, 3, 4, 5].map((n) => `Ville ${n}`));
    expect(column(board, "Retour")[0]).toBe(41708);
    expect(column(board, "Envoi")[2]).toBe(41671);
    expect(column(board, "À faire")).toEqual([
      "faire corriger",
      "faire compléter",
      "relancer",
      "envoyer",
      "envoyer",
    ]);
    expect(column(board, "Motivations")).toEqual([1, 1, "", "", ""]);
    expect(JSON.stringify(board)).not.toContain("Mme");
    const response = await table(b, "SuiviReponses");
    expect(response[1]).toEqual(["Panel", "Ensemble", 5, 2, 0.4]);
    expect(column(await table(b, "SuiviRelances"), "Territoire")).toEqual(["Ville 3"]);
    expect(column(await table(b, "SuiviCorrections"), "Territoire")).toEqual(["Ville 1"]);
    expect(column(await table(b, "Panel"), "Complétude")[0]).toBe(column(board, "Complet à")[0]);
    expect(b.study.getState()).toMatchObject({ status: "ready", notice: { code: "boardWritten" } });
    await b.settle();
    // It is not mistaken for a copy of the panel.
    expect(b.study.getState().notice?.code).toBe("boardWritten");
  });

  test("is brought up to date around what people added, sorted and wrote beside it", async () => {
    const b = await bench();
    await answered(b);
    await b.study.writeBoard();
    await excel(b, async (c) => {
      const suivi = c.workbook.tables.getItem("Suivi");
      suivi.columns.add(undefined, [["Chargée d’étude"], ["Anne"], ["Paul"], ["Zoé"], [""], [""]] as never);
      suivi.sort.apply([{ key: 1, ascending: false }]);
      c.workbook.worksheets.getItem("Suivi").getRange("A20").values = [["note"]];
    });
    await b.study.addTerritory({
      code: "99999",
      name: "Ville 6",
      type: "Commune",
      region: "Bretagne",
      population: 30000,
    });
    b.book.host.write("Panel!B3", "Ville deux");
    await b.settle();
    await b.study.writeBoard();
    const board = await table(b, "Suivi");
    expect(column(board, "Territoire")).toEqual([
      "Ville 5",
      "Ville 4",
      "Ville 3",
      "Ville deux",
      "Ville 1",
      "Ville 6",
    ]);
    expect(column(board, "Chargée d’étude")).toEqual(["", "", "Zoé", "", "Anne", ""]);
    // One row below where it stood: the table has one more.
    expect(b.book.host.read("Suivi!A21")).toBe("note");
  });

  test("leaves somebody else’s sheet of that name alone", async () => {
    const b = await bench();
    await answered(b);
    await excel(b, async (c) => {
      c.workbook.worksheets.add("Suivi").getRange("A1").values = [["à moi"]];
    });
    await b.study.writeBoard();
    expect(b.book.host.read("Suivi!A1")).toBe("à moi");
    expect(b.book.host.read("Suivi BVN!B2")).toBe("Ville 1");
  });

  test.each([
    ["request", 1],
    ["action", 11],
  ] as const)("failing at a %s leaves the workbook as it was, new or refreshed", async (unit, stride) => {
    const b = await bench();
    await answered(b);
    for (const round of ["new", "refreshed"]) {
      const before = await everything(b);
      let failures = 0;
      for (let n = 1; ; n += stride) {
        const fault = b.book.host.failAt(n, { code: "GeneralException", message: "?" }, unit);
        const failed = await b.study.writeBoard().then(
          () => false,
          () => true,
        );
        fault.cancel();
        if (!failed) break;
        failures++;
        expect([round, n, await everything(b)]).toEqual([round, n, before]);
      }
      expect(failures).toBeGreaterThan(3);
      b.book.host.write("Panel!B2", "Ville une");
      await b.settle();
    }
  });

  test("on a protected sheet is refused in words", async () => {
    const b = await bench();
    await answered(b);
    await b.study.writeBoard();
    await excel(b, async (c) => c.workbook.worksheets.getItem("Suivi").protection.protect());
    expect((await refusal(b.study.writeBoard())).code).toBe("protectedSheet");
  });
});
