import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownTable as table } from "./markdown";
import { Codebook, editions, type CodeList, type Edition, type Field } from "../src/domain/codebook";

/**
 * Writes docs/codebook.md from the editions: `node -r ./tools/register.cjs tools/codebook-page.ts`. With
 * `--check` it only says whether the page is stale; so does test/unit/codebook-page.test.ts.
 */
export const codebookPagePath = join(__dirname, "..", "docs", "codebook.md");

function listRows({ codes }: CodeList): (string | number)[][] {
  return codes.map(({ code, label, help, aliases = [], active }) => [
    code,
    label.fr,
    label.en,
    help?.fr ?? "",
    [...aliases, ...(active === false ? ["(inactive)"] : [])].join(", "),
  ]);
}

function kindOf({ kind, list, unit, min, max, required, personal }: Field): string {
  const bounds = min === undefined && max === undefined ? "" : ` ${min ?? "−∞"} … ${max ?? "+∞"}`;
  const said = `${kind}${list ? ` \`${list}\`` : ""}${unit ? ` in ${unit}` : ""}${bounds}`;
  return [said, ...(required ? ["required"] : []), ...(personal ? ["personal"] : [])].join(", ");
}

/** What an edition says of itself, and which of its parts differ from those of the edition before. */
function editionSection(edition: Edition, before: Edition | undefined): string {
  const codebook = new Codebook(edition);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const facts = [
    `Version ${edition.version}`,
    ...(edition.closingDate ? [`closing date ${edition.closingDate}`] : []),
    ...(edition.panelSize ? [`panel of ${edition.panelSize} territories`] : []),
  ];
  const parts = [`## ${edition.id}: ${edition.label.en} (${edition.label.fr})`, `${facts.join(" · ")}.`];
  const inherited = (what: string) => `${what}: as in ${before?.id}.`;

  for (const [id, list] of Object.entries(edition.lists)) {
    parts.push(`### List \`${id}\``);
    if (same(list, before?.lists[id])) parts.push(inherited("Codes"));
    else parts.push(table(["code", "French", "English", "meaning", "also read"], listRows(list)));
  }
  parts.push("### Listed projects");
  if (edition.listedProjects.length === 0) parts.push("None: projects are free text.");
  else if (same(edition.listedProjects, before?.listedProjects)) parts.push(inherited("Projects"));
  else {
    const rows = edition.listedProjects.map(({ id, domain, label }) => [
      codebook.display("domain", domain, "fr"),
      label.fr,
      label.en,
      `\`${id}\``,
    ]);
    parts.push(table(["domain", "French", "English", "id"], rows));
  }
  for (const definition of Object.values(edition.tables)) {
    parts.push(`### Table \`${definition.name}\` (sheet ${definition.sheet})`);
    if (same(definition, before?.tables[definition.id])) {
      parts.push(inherited("Columns"));
      continue;
    }
    const rows = definition.fields.map((field) => [
      field.label.fr,
      field.label.en,
      `\`${field.id}\``,
      kindOf(field),
      (field.aliases ?? []).join(", "),
      field.help?.fr ?? "",
    ]);
    parts.push(table(["column", "English", "id", "holds", "also read", "help"], rows));
  }
  if (edition.populationRules.length > 0) {
    parts.push("### Population rules");
    if (same(edition.populationRules, before?.populationRules)) parts.push(inherited("Rules"));
    else {
      const rows = edition.populationRules.map(({ type, above }) => [
        codebook.label("type", type, "fr"),
        above.toLocaleString("en-GB"),
      ]);
      parts.push(table(["type", "surveyed above"], rows));
    }
  }
  parts.push("### Reliability of figures");
  if (same(edition.reliability, before?.reliability)) parts.push(inherited("Thresholds"));
  else {
    const { territories, answers, effectiveAnswers, width, peers } = edition.reliability;
    const careful = "to be read with care";
    const rows = [
      [`fewer than ${peers} territories behind a figure, or to compare with`, "insufficient; not compared"],
      [`fewer than ${territories} territories`, careful],
      [`fewer than ${answers} valid answers`, careful],
      [`fewer than ${effectiveAnswers} effective answers (answers / design effect)`, careful],
      [`interval wider than ${width * 100}% of the scale`, careful],
    ];
    parts.push(table(["when", "the figure is"], rows));
  }
  return parts.join("\n\n");
}

/** The page, as text. */
export function codebookPage(): string {
  const sections = editions.map((edition, i) => editionSection(edition, editions[i - 1]));
  return `${[
    "# The code book",
    "Written by `tools/codebook-page.ts` from `src/domain/codebook/editions/*.json`; edit those, not this page. What an edition shares with the one before is said, not repeated. In any list: blank, `0` and `NR` are _not reported_, `SO` _not applicable_, `NSP` _don't know_; codes, labels in both languages, “code – label” and the spellings under “also read” are understood.",
    ...sections,
  ].join("\n\n")}\n`;
}

if (require.main === module) {
  const page = codebookPage();
  if (!process.argv.includes("--check")) writeFileSync(codebookPagePath, page);
  else if (readFileSync(codebookPagePath, "utf8") !== page) {
    console.error("docs/codebook.md is stale: node -r ./tools/register.cjs tools/codebook-page.ts");
    process.exit(1);
  }
}
