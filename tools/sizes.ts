import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Gzipped size of each script of a build, and how it stands to its budget. */
export interface ScriptSize {
  readonly file: string;
  readonly part: string;
  readonly bytes: number;
  /** The pane's page loads it to open; the others come when somebody asks for what they do. */
  readonly opens: boolean;
}

const kB = 1000;

/**
 * Budgets in gzipped bytes. The pane is what its page loads to open, but office.js and reference data (the
 * `data-` scripts); screens, workers and writers that load when somebody asks for them are counted apart as
 * late. The functions are the script with functions, domain and code book.
 */
export const budgets = { functions: 60 * kB, pane: 350 * kB } as const;

/** Sizes of the scripts in a build's folder; the part is the file's name without hash. */
export function scriptSizes(folder: string): ScriptSize[] {
  const page = readFileSync(join(folder, "taskpane.html"), "utf8");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => ({
      file,
      part: file.replace(/(\.[\da-f]{8})?\.js$/, ""),
      bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
      opens: new RegExp(`src="?${file}["> ]`).test(page),
    }));
}

/** The figures that have a budget, what loads later, and reference data, which is counted apart. */
export function budgeted(
  sizes: readonly ScriptSize[],
): Record<keyof typeof budgets | "late" | "reference", number> {
  const isData = ({ part }: ScriptSize): boolean => part.startsWith("data-");
  const sum = (wanted: (size: ScriptSize) => boolean): number =>
    sizes.filter(wanted).reduce((total, { bytes }) => total + bytes, 0);
  return {
    functions: sum(({ part }) => part === "functions"),
    pane: sum((size) => !isData(size) && size.opens),
    late: sum((size) => !isData(size) && !size.opens),
    reference: sum(isData),
  };
}

if (require.main === module) {
  const folder = process.argv[2] ?? join(__dirname, "..", "dist");
  const sizes = scriptSizes(folder);
  const totals = budgeted(sizes);
  if (process.argv.includes("--json")) console.log(JSON.stringify({ sizes, totals, budgets }));
  else {
    for (const { file, bytes } of sizes) console.log(`${(bytes / kB).toFixed(1).padStart(8)} kB  ${file}`);
    for (const [part, bytes] of Object.entries(totals)) {
      const budget = budgets[part as keyof typeof budgets];
      console.log(
        `${(bytes / kB).toFixed(1).padStart(8)} kB  ${part}${budget ? ` (budget ${budget / kB} kB)` : ""}`,
      );
    }
  }
}
