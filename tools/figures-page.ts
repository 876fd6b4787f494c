import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../src/domain/plausibility/audit";
import type { Figure } from "../src/domain/plausibility/figures";
import {
  cutOffReason,
  isImpossible,
  notShown,
  placeInWords,
  placeOf,
  publishedFigures as published,
} from "./published-2014";

/** The page whose tables of figures are written here, each between two marks. */
export const figuresPagePath = join(__dirname, "..", "docs", "study-2014.md");
const marks = (name: string): [string, string] => [
  `<!-- ${name}: written by tools/figures-page.ts -->`,
  `<!-- /${name} -->`,
];

/** The findings of an audit as a Markdown table. */
function findingsTable(figures: readonly Figure[]): string {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const rows = audit(figures).findings.map(({ figure, severity, message, nearest }) => [
    `\`${figure}\``,
    byId.get(figure)!.printed,
    severity,
    message.en,
    nearest?.en ?? "",
  ]);
  return markdown(["figure", "printed", "finding", "why", "nearest possible"], rows);
}

/** Where the built synthesis shows each figure that can be right. */
function comparedTable(): string {
  const rows = published.flatMap((figure) => {
    const place = isImpossible(figure) || figure.id in notShown ? undefined : placeOf(figure.id);
    return place ? [[`\`${figure.id}\``, figure.printed, placeInWords(place), cutOffReason(figure)]] : [];
  });
  return markdown(["figure", "printed", "where the synthesis shows it", "cut off, because"], rows);
}

/** Figures that can be right and that the synthesis of the sample cannot show. */
function notShownTable(): string {
  const rows = published.flatMap(({ id, printed }) =>
    id in notShown ? [[`\`${id}\``, printed, notShown[id]]] : [],
  );
  return markdown(["figure", "printed", "why not"], rows);
}

const markdown = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replace(/[\u00a0\u202f]/g, " ")).join(" | ")} |`)
    .join("\n");

/** The page with its tables as they come out today. */
export function figuresPage(page: string): string {
  const tables = [
    ["findings", findingsTable(published)],
    ["compared", comparedTable()],
    ["not shown", notShownTable()],
  ];
  return tables.reduce((text, [name, table]) => {
    const [start, end] = marks(name);
    const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
    return `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`;
  }, page);
}

/** A page without the spaces that only align its tables. */
export const unaligned = (page: string): string => page.replace(/ +/g, " ").replace(/\| -+(?= \|)/g, "| ---");

if (require.main === module) {
  writeFileSync(figuresPagePath, figuresPage(readFileSync(figuresPagePath, "utf8")));
  execFileSync("npx", ["prettier", "--write", "--log-level=warn", figuresPagePath]);
}
