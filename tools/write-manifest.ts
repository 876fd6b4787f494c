import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { developmentUrl, manifest } from "./manifest";

/** Writes the committed manifest.xml, the one for development; `--check` only says whether it is stale. */
const root = join(__dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const text = manifest(developmentUrl, version);
const path = join(root, "manifest.xml");
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error("manifest.xml is stale: run `npm run manifest`.");
    process.exit(1);
  }
} else {
  writeFileSync(path, text);
  console.log(`manifest.xml for ${developmentUrl}`);
}
