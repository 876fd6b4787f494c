import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../src/domain/language";
import { functionReferences, type FunctionReference } from "./function-reference";
import { optionsSection } from "./function-options";
import { markdownTable } from "./markdown";

/**
 * Writes the reference of the functions, docs/fonctions.md and docs/functions.md, from their definitions; the
 * examples are computed on the sample of 2014. `--check` only tells whether the pages are stale.
 */
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

function section(
  { id, signature, description, parameters, examples }: FunctionReference,
  language: Language,
) {
  const parts = [
    `## ${id}`,
    `\`${signature}\``,
    description,
    ...(parameters.length
      ? [
          markdownTable(
            [words.parameter[language], words.meaning[language]],
            parameters.map(({ name, meaning }) => [name, meaning]),
          ),
        ]
      : []),
  ];
  const singles = examples.flatMap(({ formula, result }) =>
    result.kind === "single" ? [[`\`${formula}\``, result.text]] : [],
  );
  if (singles.length) parts.push(markdownTable([words.example[language], words.result[language]], singles));
  for (const { formula, result } of examples) {
    if (result.kind !== "table") continue;
    const [header, ...rows] = result.rows;
    parts.push(`\`${formula}\``, markdownTable(header, rows));
  }
  return parts.join("\n\n");
}

/** The reference in one language, as Markdown. */
export function functionsPage(language: Language): string {
  const sections = functionReferences(language).map((reference) => section(reference, language));
  return (
    [`# ${words.title[language]}`, words.made[language], ...sections, optionsSection(language)].join("\n\n") +
    "\n"
  );
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
