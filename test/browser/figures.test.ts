import { previewOfTests } from "./support/fixture";

const server = previewOfTests();

test.each([
  ["fr", "light", "Chiffres publiés", "Exemple 2014", "Contrôler", /^Impossibles \(25\)/],
  ["en", "dark", "Published figures", "2014 example", "Check", /^Impossible \(25\)/],
  ["fr", "contrast", "Chiffres publiés", "Exemple 2014", "Contrôler", /^Impossibles \(25\)/],
] as const)(
  "in %s, %s: the published figures of 2014 are put on a sheet and audited at 320 pixels",
  async (lang, theme, title, example, check, heading) => {
    const on = await server.open({ book: "study", lang, theme, width: 1300, height: 900 });
    await on.run("checkFigures");
    await on.pane.getByRole("heading", { name: title }).waitFor();
    await on.pane.getByRole("button", { name: example }).click();
    await on.settled();
    await on.pane.getByRole("button", { name: check, exact: true }).click();
    await on.pane.getByText(heading).waitFor();
    await on.screenshot(`figures-${lang}-${theme}`);
    expect(
      await on.pane.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
    expect(await on.axe("pane")).toEqual([]);
    expect(on.errors).toEqual([]);
  },
  90_000,
);
