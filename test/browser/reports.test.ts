import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readWorkbook } from "../../src/files/xlsx";
import { previewOfTests } from "./support/fixture";
import type { Preview } from "./support/preview";

const server = previewOfTests();

/** Presses a button that makes a file, and unzips what comes. */
async function made(preview: Preview, button: string): Promise<Record<string, Uint8Array>> {
  const [download] = await Promise.all([
    preview.page.waitForEvent("download", { timeout: 60_000 }),
    preview.pane.getByRole("button", { name: button }).first().click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  await preview.pane.getByRole("button", { name: /En faire d’autres|Make others/ }).click();
  return files;
}

/** The printed page as a picture, kept with the screenshots. */
async function pictured(html: Uint8Array, name: string): Promise<string> {
  const page = await server.browser.newPage({ viewport: { width: 900, height: 1200 } });
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.setContent(Buffer.from(html).toString("utf8"));
  await page.screenshot({
    path: join(__dirname, "../../test-output/screenshots", `${name}.png`),
    fullPage: true,
  });
  const text = await page.evaluate(() => document.body.textContent ?? "");
  await page.close();
  expect(refused).toEqual([]);
  return text;
}

test.each([
  ["fr", "Vannes", "Faire le rapport", "Faire le rapport du territoire", "Territoires semblables"],
  ["en", "Vannes", "Make the report", "Make the territory’s report", "Similar territories"],
] as const)("reports of the panel and of a territory, %s", async (lang, territory, panel, own, ideas) => {
  const preview = await server.open({ book: "sample-2014", lang });
  await preview.run("makeReports");
  await preview.pane.getByRole("button", { name: panel, exact: true }).waitFor();

  const panelFiles = await made(preview, panel);
  const [panelBook] = Object.keys(panelFiles).filter((name) => name.endsWith(".xlsx"));
  const cells = [...readWorkbook(panelFiles[panelBook]).sheets[0].rows.values()].flatMap((row) => [
    ...row.values(),
  ]);
  // Energy, as published: the figure is a value in the file.
  expect(cells.map(({ value }) => value)).toContainEqual(expect.closeTo(147 / 79, 10));
  expect(cells.filter(({ computed }) => computed)).toEqual([]);
  expect(
    Object.keys(unzipSync(panelFiles[panelBook])).filter((name) => /charts\/chart\d+/.test(name)).length,
  ).toBeGreaterThan(10);

  await preview.pane.getByRole("checkbox", { name: territory }).check({ force: true });
  const files = await made(preview, own);
  const [page] = Object.keys(files).filter((name) => name.endsWith(".html"));
  const text = await pictured(files[page], `report-${lang}`);
  expect(text).toContain(territory);
  expect(text).toContain(ideas);
  expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
  // A territory's report names no other territory of the panel.
  for (const other of ["Toulouse", "Bourges", "Strasbourg", "Annecy"]) expect(text).not.toContain(other);
  await preview.screenshot(`reports-${lang}`);
  expect(await preview.axe("pane")).toEqual([]);
  expect(preview.errors).toEqual([]);
});
