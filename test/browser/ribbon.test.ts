import { previewOfTests } from "./support/fixture";
import type { Preview } from "./support/preview";

const server = previewOfTests();

const isEnabled = (preview: Preview, command: string): Promise<boolean> =>
  preview.page.locator(`.ribbon-button[data-command="${command}"]`).isEnabled();
const becomes = async (preview: Preview, command: string, enabled: boolean): Promise<void> => {
  await preview.page
    .locator(`.ribbon-button[data-command="${command}"]:${enabled ? "enabled" : "disabled"}`)
    .waitFor({ timeout: 10_000 });
};

test("without a study only what makes one is on; the rest comes with the study, the undo with something to undo", async () => {
  const preview = await server.open({ book: "empty", lang: "fr" });
  for (const command of ["showPane", "createStudy", "loadSample2014", "showHelp"])
    expect([command, await isEnabled(preview, command)]).toEqual([command, true]);
  for (const command of ["enterProject", "checkWorkbook", "importReturns", "undoLast"])
    await becomes(preview, command, false);
  await preview.run("loadSample2014");
  for (const command of ["enterProject", "checkWorkbook", "importReturns"])
    await becomes(preview, command, true);
  await becomes(preview, "loadSample2014", false);
  await preview.page.locator('.ribbon-button[data-command="showHelp"]').click();
  await preview.pane.getByRole("tab", { name: "Aide", selected: true }).first().waitFor();
  await preview.screenshot("ribbon");
  expect(preview.errors).toEqual([]);
});

test("the arrow keys pass over buttons that are off", async () => {
  const preview = await server.open({ book: "empty", lang: "en" });
  await becomes(preview, "enterProject", false);
  await preview.page.locator('.ribbon-button[data-command="createStudy"]').focus();
  await preview.page.keyboard.press("ArrowRight");
  const standsOn = await preview.page.evaluate(() => (document.activeElement as HTMLElement).dataset.command);
  const on = await preview.page
    .locator(".ribbon-button:enabled")
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.command));
  expect(standsOn).not.toBe("enterProject");
  expect(standsOn).toBe(on[on.indexOf("createStudy") + 1]);
});
