import { readFileSync } from "node:fs";
import { Codebook, editionById } from "../../../src/domain/codebook";
import { indicatorsOf } from "../../../src/domain/indicators/registry";
import { functionDefinitions } from "../../../src/functions/catalogue";
import { functionHelpPage, functionIndexPage, functionPageName } from "../../../tools/function-help";
import { functionReferences, inLanguage, runExample, sampleBase } from "../../../tools/function-reference";
import { functionsPage, functionsPagePath } from "../../../tools/functions-page";
import { indicatorsPage, indicatorsPagePath } from "../../../tools/indicators-page";

test.each(["fr", "en"] as const)("the reference of the functions is fresh (%s)", (language) => {
  expect(readFileSync(functionsPagePath[language], "utf8")).toBe(functionsPage(language));
});

test("the page of the indicators is fresh, and has each with its formula (npm run docs)", () => {
  const page = indicatorsPage();
  expect(readFileSync(indicatorsPagePath, "utf8")).toBe(page);
  for (const { label, id } of indicatorsOf(new Codebook(editionById("2014")))) {
    expect(page).toContain(`## ${label.en} (${label.fr})`);
    expect(page).toContain(`id \`${id}\``);
  }
});

test.each(["fr", "en"] as const)(
  "every function has a page with its arguments and examples (%s)",
  (language) => {
    const references = functionReferences(language);
    expect(references.map(({ id }) => id)).toEqual(functionDefinitions.map(({ id }) => id));
    for (const reference of references) {
      const page = functionHelpPage(reference, language);
      for (const { name } of reference.parameters) expect(page).toContain(`<code>${name}</code>`);
      expect(page.split("→").length - 1).toBe(
        reference.examples.filter(({ result }) => result.kind === "single").length,
      );
      // No figure of an example failed, and none is written as a program writes it.
      expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }
    const index = functionIndexPage(references, language);
    for (const { id } of references) expect(index).toContain(`href="${id}.html"`);
    expect(functionPageName(language, "MATURITY")).toBe(`help/${language}/MATURITY.html`);
  },
);

test("an example in English gives what the French one gives", () => {
  const base = sampleBase();
  for (const definition of functionDefinitions)
    for (const args of definition.examples)
      expect([
        definition.id,
        args,
        runExample(definition, inLanguage(definition, args, "en"), base, "en"),
      ]).toEqual([definition.id, args, runExample(definition, args, base, "en")]);
  expect(
    inLanguage(
      { parameters: [] },
      ["État", "Réalisé|En cours", "Type", "<>Commune", "Base", "total", 3, null],
      "en",
    ),
  ).toEqual(["Status", "Done|Under way", "Type", "<>Commune", "Base", "total", 3, null]);
});

test("French pages keep their signs with their words", () => {
  const page = functionHelpPage(functionReferences("fr")[0], "fr");
  const text = page
    .replace(/<style>[\s\S]*<\/style>/, "")
    .replace(/<code>.*?<\/code>/g, "")
    .replace(/<[^>]+>/g, " ");
  expect(text).not.toMatch(/\w [;:!?»]/);
});
