/** Pieces of the pages the tools write. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

/** A Markdown table with aligned columns, as Prettier writes it. */
export function markdownTable(
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = [headers, ...rows.map((row) => row.map((value) => cell(String(value))))];
  const widths = headers.map((_, i) => Math.max(3, ...cells.map((row) => [...row[i]].length)));
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  const [head, ...body] = cells.map((row) => line(row.map((text, i) => text.padEnd(widths[i]))));
  return [head, line(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}
