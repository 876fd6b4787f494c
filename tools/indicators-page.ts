import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Codebook, editionById } from "../src/domain/codebook";
import { describeIndicator } from "../src/domain/indicators/describe";
import { indicatorsOf, type Indicator } from "../src/domain/indicators/registry";
import { markdownTable } from "./markdown";

/**
 * Writes docs/indicators.md from the registry of indicators: `npm run docs`. With `--check` it only says whether
 * the page is stale; so does test/unit/functions/reference-page.test.ts.
 */
export const indicatorsPagePath = join(__dirname, "..", "docs", "indicators.md");

const codebook = new Codebook(editionById("2014"));

const scaleOf = ({ scale }: Indicator): string => (scale ? `${scale[0]} … ${scale[1]}` : "no bound");

function readsOf({ table, fields }: Indicator): string {
  if (!fields.length) return `rows of \`${codebook.table(table).name}\``;
  return fields
    .map((id) => `\`${codebook.table(table).name}[${codebook.field(table, id).label.fr}]\``)
    .join(", ");
}

function section(indicator: Indicator): string {
  const { id, label, functionId, level, higherIsBetter, format } = indicator;
  const { definition, formula, unit, source, missing } = describeIndicator(codebook, indicator);
  const better = higherIsBetter === undefined ? "neither" : higherIsBetter ? "higher" : "lower";
  return [
    `## ${label.en} (${label.fr})`,
    `${definition.en}`,
    `_${definition.fr}_`,
    markdownTable(
      ["", ""],
      [
        ["formula", `\`${formula}\``],
        ["unit, scale", `${unit.en}; ${scaleOf(indicator)}`],
        ["missing answers", missing.en],
        ["source", source.en],
        ["in a cell", `\`BVN.${functionId}\`, id \`${id}\``],
        ["reads", readsOf(indicator)],
        ["level", level === "project" ? "projects nested in territories" : "one answer a territory"],
        ["better", better],
        ["number format", `\`${format}\``],
      ],
    ),
  ].join("\n\n");
}

/** Every indicator of the code book of 2014 with its definition, as Markdown. */
export function indicatorsPage(): string {
  const intro = [
    "# Indicators",
    "Page written by `npm run docs` from the registry (`src/domain/indicators/registry.ts` and `describe.ts`), for the code book of 2014: each ordered list of a code book gives a mean and an index, so another edition may have others. The intervals, flags and weights around these figures are told with the functions: [functions.md](functions.md).",
  ];
  return [...intro, ...indicatorsOf(codebook).map(section)].join("\n\n") + "\n";
}

if (require.main === module) {
  const page = indicatorsPage();
  if (!process.argv.includes("--check")) writeFileSync(indicatorsPagePath, page);
  else if (readFileSync(indicatorsPagePath, "utf8") !== page) {
    console.error(`${indicatorsPagePath} is stale: npm run docs`);
    process.exitCode = 1;
  }
}
