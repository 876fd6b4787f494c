/** The sheet of one territory in the preview, in both languages, as a person builds it, chooses on it and mistypes. */
import { button, previewOfTests } from "./support/fixture";
import type { Cells, Preview } from "./support/preview";

const server = previewOfTests();

const page = (on: Preview): Promise<Cells[][]> => on.read("Fiche!A1:L170");

/** The table below a section's title: from its header to its last line. */
function tableIn(cells: Cells[][], title: string): Cells[][] {
  const at = cells.findIndex(([first]) => first === title) + 2;
  const end = cells.findIndex((row, i) => i > at && row.slice(1, 3).every((cell) => cell === ""));
  return cells.slice(at, end);
}

/** The sheet a workbook opens with. */
const SCRATCH = { fr: "Feuil1", en: "Sheet1" } as const;

/** What a formula gives on a sheet of its own; arguments are parted as the language parts them. */
async function computed(on: Preview, lang: "fr" | "en", id: string, ...args: string[]): Promise<Cells> {
  const written = args.map((text) => (text ? `"${text}"` : "")).join(lang === "fr" ? ";" : ",");
  await on.write(`${SCRATCH[lang]}!A1`, `=BVN.${id}(${written})`);
  await on.settled();
  return on.read(`${SCRATCH[lang]}!A1`);
}

/** The values a chart of the sheet shows, series by series. */
const drawn = (on: Preview, name: string): Promise<Cells[][]> =>
  on.page.evaluate((wanted) => {
    const { charts } = (window as any).previewHost.core;
    const all = charts.all().map((chart: unknown) => charts.drawn(chart));
    return all
      .find((chart: { name: string }) => chart.name === wanted)
      .series.map((series: any) => series.values);
  }, name);

/** Pictures of the whole sheet. */
async function pictured(on: Preview, name: string): Promise<void> {
  const rows = (await page(on)).flatMap((row, i) => (row.some((cell) => cell !== "") ? [i] : [])).at(-1)!;
  for (let row = 0, i = 1; row < rows; row += 45, i++) {
    await on.page.evaluate(async (at) => {
      const sheet = (window as any).previewHost.core.book.univerAPI.getActiveWorkbook().getActiveSheet();
      sheet.scrollToCell(at, 0);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }, row);
    await on.screenshot(`${name}-${i}`);
  }
  await on.select("Fiche!C4");
}

/** Chooses in a yellow cell from its list. */
async function choose(on: Preview, cell: string, choice: string): Promise<void> {
  await on.click(cell, "right");
  const option = on.page.getByText(choice, { exact: true }).last();
  await option.scrollIntoViewIfNeeded();
  await option.click();
  await on.settled();
}

const words = {
  fr: {
    command: "Position d’un territoire",
    built: /^Feuille « Fiche » à jour/,
    peers: "même type",
    position: "Chaque indicateur et les pairs",
    domains: "Maturité de chaque domaine",
    projects: "Projets par domaine et par état",
    domain: "Domaine",
    unknown: /^Le panel n’a pas de territoire de ce nom/,
    error: /Territoire inconnu.*Vannes/,
    noStudy: /Ce classeur n’est pas un classeur d’étude/,
    none: /Le panel est vide/,
  },
  en: {
    command: "Territory’s position",
    built: /^Sheet “Fiche” up to date/,
    peers: "same type",
    position: "Each indicator and the peers",
    domains: "Maturity of each domain",
    projects: "Projects by domain and status",
    domain: "Domain",
    unknown: /^The panel has no territory of this name/,
    error: /Unknown territory.*Vannes/,
    noStudy: /This workbook is not a study workbook/,
    none: /The panel is empty/,
  },
} as const;

test.each(["fr", "en"] as const)(
  "built by the ribbon, another territory and other peers chosen in its cells, %s",
  async (lang) => {
    const say = words[lang];
    const on = await server.open({ book: "sample-2014", lang, width: 1700, height: 1300 });
    await on.page.getByRole("button", { name: say.command }).click();
    await on.pane.getByText(say.built).waitFor();
    await on.settled();
    await pictured(on, `fiche-${lang}`);
    const before = await page(on);

    await choose(on, "Fiche!C4", "Vannes");
    await choose(on, "Fiche!C5", say.peers);
    const cells = await page(on);
    expect(cells.slice(3, 5).map((row) => row[2])).toEqual(["Vannes", say.peers]);
    expect(cells.flat().filter((cell) => /^#/.test(String(cell)))).toEqual([]);

    const position = tableIn(cells, say.position);
    expect(position[0]![2]).toBe("Vannes");
    expect(position).not.toEqual(tableIn(before, say.position));
    const territory = cells[3]![1] as string;
    expect(position[1]![2]).toBe(await computed(on, lang, "MATURITY", territory, "Vannes"));
    expect(await computed(on, lang, "POSITION", "Vannes", "Pairs", say.peers)).toBe(position[0]![1]);
    expect(await on.read(`${SCRATCH[lang]}!A1:K${position.length}`)).toEqual(
      position.map((row) => row.slice(1)),
    );

    const byDomain = tableIn(cells, say.domains).slice(1, -1);
    for (const [, domain, maturity] of byDomain.slice(0, 3)) {
      const args = [territory, "Vannes", say.domain, domain as string];
      expect(maturity).toBe(await computed(on, lang, "MATURITY", ...args));
    }
    expect(await drawn(on, "BVN territory-position")).toEqual([position.slice(1).map((row) => row[6])]);
    expect(await drawn(on, "BVN territory-domains")).toEqual([byDomain.map((row) => row[2])]);
    const projects = tableIn(cells, say.projects).slice(1, -2);
    expect(await drawn(on, "BVN territory-projects")).toEqual(
      [2, 3, 4].map((column) => projects.map((row) => row[column])),
    );
    await pictured(on, `fiche-${lang}-chosen`);
    expect(on.errors).toEqual([]);
  },
  180_000,
);

test.each(["fr", "en"] as const)(
  "a name the panel does not have is said, and the pane puts another one in, %s",
  async (lang) => {
    const say = words[lang];
    const on = await server.open({ book: "sample-2014", lang, width: 1500, height: 1000 });
    await on.run("buildFiche");
    await on.settled();
    await on.write("Fiche!C4", "Vanes");
    await on.settled();
    expect((await page(on))[2]![1]).toMatch(say.unknown);
    await on.select("Fiche!B15");
    await on.page.locator(".status-cell").filter({ hasText: say.error }).waitFor();
    await on.screenshot(`fiche-${lang}-unknown`);

    await on.run("buildSynthesis");
    await on.settled();
    const [label, open] = lang === "fr" ? ["Territoire", "Ouvrir la fiche"] : ["Territory", "Open the sheet"];
    await on.pane.getByRole("combobox", { name: label }).fill("bourg");
    await on.pane.getByRole("option", { name: /^Bourges/ }).click();
    await button(on, open).click();
    await on.pane.getByText(say.built).waitFor();
    await on.settled();
    const cells = await page(on);
    expect([cells[2]![1], cells[3]![2]]).toEqual(["", "Bourges"]);
    expect(tableIn(cells, say.position)[0]![2]).toBe("Bourges");
    await on.screenshot(`fiche-${lang}-pane`);
    expect(await on.axe("pane")).toEqual([]);
  },
  120_000,
);

test.each(["fr", "en"] as const)("without a base, or with an empty panel, it says so, %s", async (lang) => {
  const none = await server.open({ book: "empty", lang });
  const { command } = words[lang];
  expect(await none.page.getByRole("button", { name: command }).isDisabled()).toBe(true);
  await none.run("buildFiche");
  await none.pane.getByText(words[lang].noStudy).waitFor();
  await none.screenshot(`fiche-${lang}-no-base`);
  const empty = await server.open({ book: "study", lang });
  expect(await empty.page.getByRole("button", { name: command }).isDisabled()).toBe(true);
  await empty.run("buildFiche");
  await empty.pane.getByText(words[lang].none).waitFor();
  await empty.screenshot(`fiche-${lang}-empty-panel`);
});
