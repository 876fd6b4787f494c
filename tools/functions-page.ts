import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Base } from "../src/domain/base/base";
import { Codebook, editionById } from "../src/domain/codebook";
import type { Language } from "../src/domain/language";
import { toCell, type Draft } from "../src/domain/records/project";
import { sample2014 } from "../src/domain/sample";
import { functionDefinitions } from "../src/functions/catalogue";
import type { ExampleArguments, FunctionDefinition } from "../src/functions/definition";
import { evaluate, type CellResult } from "../src/functions/evaluate";
import { formulaText, listSeparator } from "../src/functions/formulaText";
import { markdownTable } from "./markdown";

/**
 * Writes the reference of the functions, docs/fonctions.md and docs/functions.md, from their definitions; the
 * examples are computed on the sample of 2014. `--check` only tells whether the pages are stale.
 */
const codebook = new Codebook(editionById("2014"));

/** The base of the sample of 2014. */
export function sampleBase(): Base {
  const base = new Base(codebook);
  const sample = sample2014(codebook);
  const load = (table: "panel" | "projects", drafts: readonly Draft[]) => {
    const { fields } = codebook.table(table);
    base.beginTable(
      table,
      fields.map(({ label }) => label.fr),
    );
    base.appendRows(
      table,
      drafts.map((draft) => fields.map((field) => toCell(codebook, field, draft[field.id], "fr"))),
    );
    base.endTable(table);
  };
  load("panel", sample.panel);
  load("projects", sample.projects);
  return base;
}

/** What a function answers to the arguments of an example. */
export function runExample(
  definition: FunctionDefinition,
  args: ExampleArguments,
  base: Base,
  language: Language,
): CellResult {
  const block = (value: ExampleArguments[number]) => (value === null ? null : [[value]]);
  const repeats = definition.parameters.at(-1)?.repeating === true;
  const fixed = definition.parameters.length - (repeats ? 1 : 0);
  const raw: unknown[] = Array.from({ length: fixed }, (_, i) => block(args[i] ?? null));
  return evaluate(definition, { base, codebook, language, anomalies: [] }, [
    ...raw,
    args.slice(fixed).map(block),
  ]);
}

const words = {
  title: { fr: "Fonctions BVN", en: "BVN functions" },
  made: {
    fr: "Page écrite par `npm run docs` d’après les définitions ; les exemples sont calculés sur l’exemple de 2014, dont les projets sont inventés.",
    en: "Page written by `npm run docs` from the definitions; the examples are computed on the sample of 2014, whose projects are invented.",
  },
  parameter: { fr: "argument", en: "argument" },
  meaning: { fr: "sens", en: "meaning" },
  example: { fr: "exemple", en: "example" },
  result: { fr: "résultat", en: "result" },
} as const;

const rounded = (value: number | string, language: Language): string => {
  if (typeof value === "string") return value;
  return value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB", {
    maximumFractionDigits: 4,
    useGrouping: false,
  });
};

/** The reference in one language, as Markdown. */
export function functionsPage(language: Language): string {
  const base = sampleBase();
  const sections = functionDefinitions.map((definition) => {
    const { id, description, parameters, examples } = definition;
    const signature = parameters.map(({ name, optional, repeating }) => {
      const shown = `${name[language]}${repeating ? "…" : ""}`;
      return optional ? `[${shown}]` : shown;
    });
    const results = examples.map((args): [string, CellResult] => [
      formulaText(id, args, listSeparator[language]),
      runExample(definition, args, base, language),
    ]);
    const isTable = (result: CellResult): result is (number | string)[][] =>
      Array.isArray(result) && (result.length > 1 || result[0].length > 1);
    const single = (result: CellResult) => (Array.isArray(result) ? result[0][0] : result);
    const scalars = results.filter(([, result]) => !isTable(result));
    const parts = [
      `## ${id}`,
      `\`BVN.${id}(${signature.join(`${listSeparator[language]} `)})\``,
      description[language],
      markdownTable(
        [words.parameter[language], words.meaning[language]],
        parameters.map(({ name, description: meaning }) => [name[language], meaning[language]]),
      ),
    ];
    if (scalars.length) {
      parts.push(
        markdownTable(
          [words.example[language], words.result[language]],
          scalars.map(([formula, result]) => [`\`${formula}\``, rounded(single(result), language)]),
        ),
      );
    }
    for (const [formula, result] of results) {
      if (!isTable(result)) continue;
      const [header, ...rows] = result.map((row) => row.map((cell) => rounded(cell, language)));
      parts.push(`\`${formula}\``, markdownTable(header, rows));
    }
    return parts.join("\n\n");
  });
  return [`# ${words.title[language]}`, words.made[language], ...sections].join("\n\n") + "\n";
}

/** Where each language's page stands. */
export const functionsPagePath: Readonly<Record<Language, string>> = {
  fr: join(__dirname, "..", "docs", "fonctions.md"),
  en: join(__dirname, "..", "docs", "functions.md"),
};

if (require.main === module) {
  for (const language of ["fr", "en"] as const) {
    const page = functionsPage(language);
    const path = functionsPagePath[language];
    if (!process.argv.includes("--check")) writeFileSync(path, page);
    else if (readFileSync(path, "utf8") !== page) {
      console.error(`${path} is stale: npm run docs`);
      process.exitCode = 1;
    }
  }
}
