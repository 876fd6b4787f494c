/** The synthesis built in the preview, in both languages: pictures of the whole sheet with every chart. */
import { previewOfTests } from "./support/fixture";
import type { Preview } from "./support/preview";

const server = previewOfTests();

/** Brings a row of the sheet in front to the top of the window. */
const scrollTo = (preview: Preview, row: number): Promise<void> =>
  preview.page.evaluate(async (at) => {
    const sheet = (window as any).previewHost.core.book.univerAPI.getActiveWorkbook().getActiveSheet();
    sheet.scrollToCell(at, 0);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }, row);

const lastRow = (preview: Preview): Promise<number> =>
  preview.page.evaluate(() => {
    const { core } = (window as any).previewHost;
    const used = core.book.used(core.book.findSheet("Synthèse").getSheetId(), true);
    return used.row + used.rows;
  });

test.each(["fr", "en"] as const)(
  "the whole sheet, %s",
  async (lang) => {
    const preview = await server.open({ book: "sample-2014", lang, width: 1500, height: 1500 });
    await preview.run("buildSynthesis");
    await preview.settled();
    const drawn = await preview.page.evaluate(() => {
      const { charts } = (window as any).previewHost.core;
      return charts.all().map((chart: unknown) => {
        const { name, title, series } = charts.drawn(chart);
        return { name, title, values: series.map((each: any) => each.values.length) };
      });
    });
    expect(drawn.length).toBeGreaterThan(25);
    for (const { title, values } of drawn) {
      expect(title.length).toBeGreaterThan(10);
      expect(Math.min(...values)).toBeGreaterThan(0);
    }
    // Charts in front of the grid: as many pictures as charts, each with its name for those who do not see it.
    const pictures = preview.page.locator(".charts svg[role=img]");
    expect(await pictures.count()).toBe(drawn.length);
    const labels = await pictures.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(labels).toEqual(drawn.map(({ title }: { title: string }) => title));
    // The map as the browser has drawn it: a sharp picture, told in words.
    const map = preview.page.locator(".charts img");
    expect(await map.getAttribute("alt")).toMatch(lang === "fr" ? /Maturité|maturité/ : /maturity/);
    expect(await map.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1500);
    const rows = await lastRow(preview);
    for (let row = 0, page = 1; row < rows; row += 55, page++) {
      await scrollTo(preview, row);
      await preview.screenshot(`synthesis-${lang}-${String(page).padStart(2, "0")}`);
    }
    expect(preview.errors).toEqual([]);
  },
  180_000,
);
