import { previewOfTests } from "./support/fixture";

const server = previewOfTests();

test("where the browser forbids all storage, the pane starts and saves a project", async () => {
  const { page, errors, read } = await server.open({ book: "sample-2014", lang: "fr" });
  // Browsers do so for frames of other sites when cookies are blocked: reading the property throws.
  await page.addInitScript(() => {
    if (!location.pathname.endsWith("taskpane.html")) return;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      const get = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      Object.defineProperty(window, name, { get });
    }
  });
  await page.reload();
  await page.waitForFunction("window.preview");
  await page.evaluate("window.preview.ready");
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
  expect(
    await pane.evaluate(() => {
      try {
        return String(localStorage);
      } catch (error) {
        return (error as Error).name;
      }
    }),
  ).toBe("SecurityError");
  const territory = pane.getByRole("combobox", { name: /^Territoire/ });
  await territory.focus();
  await page.keyboard.type("annecy");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Éclairage solaire des parcs");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await pane.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await pane.getByRole("heading", { name: "Projet 814 sur 814", exact: true }).waitFor();
  expect((await read("Projets!A815:B815")).flat()).toEqual([2014, "Annecy"]);
  // Microsoft's client asks for the storage at its start, and goes on without; nothing of ours asks unguarded.
  expect(errors).toEqual(["SecurityError: The operation is insecure."]);
});
