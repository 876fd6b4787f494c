import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { write, utils } from "@e965/xlsx";
import { codebook } from "./data";
import { figure, type Figure } from "./measure";

interface Columns {
  readonly domain: readonly string[];
  readonly type: readonly string[];
  readonly status: readonly number[];
}

const FORMULAS = 200;

/**
 * What one AVERAGEIFS takes in LibreOffice: a workbook with 200 of them is opened, computed and saved without a
 * window, and the same workbook without them.
 */
export async function libreOffice(
  { domain, type, status }: Columns,
  wanted: { domain: string; type: string },
  mean: number,
): Promise<{ figures: Figure[]; skipped?: string }> {
  const folder = mkdtempSync(join(tmpdir(), "bvn-office-"));
  try {
    const version = execFileSync("soffice", ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
    const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
    const types = codebook.list("type").codes.slice(0, 4);
    const last = status.length;
    const formula = (d: string, t: string) =>
      `AVERAGEIFS($C$1:$C$${last},$A$1:$A$${last},"${d}",$B$1:$B$${last},"${t}")`;
    const convert = (name: string, formulas: number): { time: number; first: number } => {
      const rows = status.map((code, i) => [domain[i], type[i], code || null]);
      const sheet = utils.aoa_to_sheet(rows);
      for (let i = 0; i < formulas; i++) {
        const f =
          i === 0
            ? formula(wanted.domain, wanted.type)
            : formula(domains[i % domains.length], types[Math.floor(i / 10) % 4].label.fr);
        sheet[utils.encode_cell({ r: i, c: 4 })] = { t: "n", f };
      }
      sheet["!ref"] = `A1:E${last}`;
      const book = utils.book_new();
      utils.book_append_sheet(book, sheet, "Projets");
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx", compression: true }));
      const start = performance.now();
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const options = [profile, "--headless", "--convert-to", "csv", "--outdir", folder, path];
      execFileSync("soffice", options, { stdio: "ignore", timeout: 300_000 });
      const time = performance.now() - start;
      const [line] = readFileSync(join(folder, `${name}.csv`), "utf8").split("\n");
      return { time, first: Number(line.split(",").at(-1)) };
    };
    // The first start makes the profile.
    convert("start", 0);
    const without = convert("without", 0);
    const within = convert("within", FORMULAS);
    if (!(Math.abs(within.first - mean) < 1e-6)) throw new Error(`LibreOffice: ${within.first}, not ${mean}`);
    const note = `${version.toString().split(" ").slice(0, 2).join(" ")}, ${FORMULAS} formulas`;
    return {
      figures: [
        figure("LibreOffice AVERAGEIFS, one of many", [(within.time - without.time) / FORMULAS], "ms", note),
      ],
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return { figures: [], skipped: "not on this machine" };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
