import { readFileSync } from "node:fs";
import { OfficeAddinManifest } from "office-addin-manifest";
import { validateManifest } from "./validate-manifest";

/**
 * `npm run validate [manifest.xml …]`: offline. Microsoft's own validator posts the manifest to a service on the
 * internet; here its parser reads the file, then our rules.
 */
async function validate(paths: string[]): Promise<void> {
  let failed = false;
  for (const path of paths) {
    const problems = validateManifest(readFileSync(path, "utf8"));
    try {
      const { id, version, hosts } = await OfficeAddinManifest.readManifestFile(path);
      if (!id || !version || !hosts?.includes("Workbook"))
        problems.push("Microsoft's parser finds no add-in for Excel in it.");
    } catch (error) {
      problems.push((error as Error).message);
    }
    for (const problem of problems) console.error(`${path}: ${problem}`);
    if (problems.length > 0) failed = true;
    else console.log(`${path}: valid`);
  }
  if (failed) process.exit(1);
}

void validate(process.argv.length > 2 ? process.argv.slice(2) : ["manifest.xml"]);
