/** Writes the golden exports: `node -r ./tools/register.cjs test/golden/exports/make.ts`, from the project's root. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportFormats, writeExport } from "../../../src/files/exports";
import { golden, goldenDay } from "./study";

async function make(): Promise<void> {
  const folder = join(__dirname, "files");
  mkdirSync(folder, { recursive: true });
  const options = {
    formats: new Set(exportFormats),
    csv: { bom: true, separator: "," as const },
    now: goldenDay,
  };
  for await (const { name, bytes } of writeExport(golden(), options)) {
    writeFileSync(join(folder, name), bytes);
    console.log(name, bytes.length);
  }
}
void make();
