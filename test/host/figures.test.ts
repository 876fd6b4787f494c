import published from "../../src/domain/plausibility/published-2014.json";
import { audit } from "../../src/domain/plausibility/audit";
import type { Figure } from "../../src/domain/plausibility/figures";
import { FigureDesk } from "../../src/excel/figures/desk";
import { bench, closeBench, excel, type Bench } from "./study-support";

afterEach(closeBench);

async function desk(lang: "fr" | "en" = "fr") {
  const own = await bench({ lang });
  return { ...own, own, figures: new FigureDesk(own.study.work) };
}
/** A sheet filled with texts and numbers, and some of its cells selected. */
const fill = (own: Bench, cells: (string | number)[][], select: string, formats?: string[][]) =>
  excel(own, async (context) => {
    const sheet = context.workbook.worksheets.add("Publication");
    const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0].length);
    if (formats) range.numberFormat = formats;
    range.values = cells;
    sheet.activate();
    sheet.getRange(select).select();
  });
const sheets = (own: Bench) =>
  excel(own, async (context) => {
    const all = context.workbook.worksheets.load("items/name");
    await context.sync();
    return all.items.map(({ name }) => name);
  });
const selected = (own: Bench) =>
  excel(own, async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });

test.each([
  ["fr", "Chiffres publiés 2014"],
  ["en", "Published figures 2014"],
] as const)(
  "the example of 2014 is written, audited as from its data, and taken back (%s)",
  async (lang, sheet) => {
    const { own, figures, study } = await desk(lang);
    await figures.writeExample();
    expect(await sheets(own)).toContain(sheet);
    const found = await figures.audit();
    expect(found).toMatchObject({ sheet, address: `A1:I${published.length + 1}`, figures: published.length });
    const rowOf = new Map((published as Figure[]).map(({ id }, i) => [id, i + 2]));
    expect(found.findings.map(({ code, address }) => `${address} ${code}`)).toEqual(
      audit(published as Figure[]).findings.map(({ code, figure }) => `B${rowOf.get(figure)} ${code}`),
    );
    const total = found.findings.find(({ name }) => name === "Projets")!;
    expect(total.printed).toBe("810");
    await figures.show(found, total.address);
    expect(await selected(own)).toContain(total.address);
    await study.undo();
    expect(await sheets(own)).not.toContain(sheet);
  },
);

test("a list anywhere on its sheet, headers in any order, numbers with a format: as shown, zeros kept", async () => {
  const { own, figures } = await desk();
  await fill(
    own,
    [
      ["Éducation", "", ""],
      ["n", "Publié", "Libellé"],
      ["", 125, "Projets"],
      ["", "", "États"],
      ["Projets", 0.766, "En cours ou réalisés"],
      ["projets", 0.488, "Réalisés"],
    ],
    "B4",
    [
      ["@", "@", "@"],
      ["@", "@", "@"],
      ["@", "0", "@"],
      ["@", "0", "@"],
      ["@", "0.00%", "@"],
      ["@", "0.0%", "@"],
    ],
  );
  const found = await figures.audit();
  expect(found.figures).toBe(3);
  expect(found.findings.map(({ address, code, printed }) => [address, code, printed])).toEqual([
    ["B5", "notOnBase", "76,60%"],
  ]);
});

test("findings go to a new sheet, twice to two, and a sheet that was worked on is not taken back", async () => {
  const { own, figures, study, book } = await desk();
  await fill(
    own,
    [
      ["Chiffre", "Imprimé", "Base"],
      ["Part", "51,4 %", "131"],
    ],
    "A1",
    Array(2).fill(["@", "@", "@"]),
  );
  const found = await figures.audit();
  await figures.writeFindings(found);
  await figures.writeFindings(found);
  expect(await sheets(own)).toEqual(expect.arrayContaining(["Chiffres contrôlés", "Chiffres contrôlés (2)"]));
  expect(book.host.read("'Chiffres contrôlés'!A1:D2")).toEqual([
    ["Cellule", "Chiffre", "Imprimé", "Constat"],
    ["Publication!B2", "Part", "51,4 %", "impossible"],
  ]);
  book.host.write("'Chiffres contrôlés (2)'!G2", "à voir");
  await expect(study.undo()).rejects.toMatchObject({ notice: { code: "sheetChanged" } });
  expect(await sheets(own)).toContain("Chiffres contrôlés (2)");
});

test("what cannot be read is told with what to do", async () => {
  const { own, figures, study } = await desk();
  await fill(
    own,
    [
      ["a", "b"],
      ["1", "2"],
    ],
    "A1:B2",
  );
  await expect(figures.audit()).rejects.toMatchObject({ notice: { code: "noFigures" } });
  expect(study.getState().notice!.message.fr).toContain("Aucune colonne « Imprimé » ici (Publication)");
  await excel(own, async (context) => {
    const sheet = context.workbook.worksheets.add("Vide");
    sheet.activate();
    sheet.getRange("A1").select();
  });
  await expect(figures.audit()).rejects.toMatchObject({ notice: { code: "noFigures" } });
  await expect(figures.show({ sheetId: "{gone}", sheet: "Loin" }, "B2")).rejects.toMatchObject({
    notice: { code: "cellGone" },
  });
});
