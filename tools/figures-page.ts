import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../src/domain/plausibility/audit";
import type { Figure } from "../src/domain/plausibility/figures";
import published from "../src/domain/plausibility/published-2014.json";

/** The page whose table of contradictions is written here, between two marks. */
export const figuresPagePath = join(__dirname, "..", "docs", "study-2014.md");
const [START, END] = ["<!-- findings: written by tools/figures-page.ts -->", "<!-- /findings -->"];

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
  return [["figure", "printed", "finding", "why", "nearest possible"], Array(5).fill("---"), ...rows]
    .map((row) => `| ${row.map((cell: string) => cell.replace(/[\u00a0\u202f]/g, " ")).join(" | ")} |`)
    .join("\n");
}

/** The page with its table as the auditor finds it today. */
export function figuresPage(page: string): string {
  const [from, to] = [page.indexOf(START) + START.length, page.indexOf(END)];
  return `${page.slice(0, from)}\n\n${findingsTable(published as readonly Figure[])}\n\n${page.slice(to)}`;
}

/** A page without the spaces that only align its tables. */
export const unaligned = (page: string): string => page.replace(/ +/g, " ").replace(/\| -+(?= \|)/g, "| ---");

if (require.main === module) {
  writeFileSync(figuresPagePath, figuresPage(readFileSync(figuresPagePath, "utf8")));
  execFileSync("npx", ["prettier", "--write", "--log-level=warn", figuresPagePath]);
}
