/**
 * `npm run bench [-- --only=functions,peers] [--json] [--write]`: measures speed on seeded data; never part of the
 * tests. `--write` puts the figures into docs/speed.json and docs/speed.md, those of other parts staying as they are.
 */
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
globalThis.gc = runInNewContext("gc");
const require = createRequire(import.meta.url);
require("../../tools/register.cjs");
const { print } = require("./measure.ts");
const { measured, writePage } = require("./page.ts");

const parts = {
  base: () => require("./functions.ts").baseBench(),
  functions: async () => require("./functions.ts").functionsBench(),
  peers: () => require("./peers.ts").peersBench(),
  ranges: async () => require("./rangeForm.ts").rangeFormBench(),
  reading: () => require("./reading.ts").readingBench(),
  questionnaires: () => require("./questionnaires.ts").questionnairesBench(),
  applied: () => require("./applied.ts").appliedBench(),
  synthesis: () => require("./synthesis.ts").synthesisBench(),
  reports: () => require("./reports.ts").reportsBench(),
  small: () => require("./small.ts").smallBench(),
  returns: () => require("./returns.ts").returnsBench(),
};
const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}`));
const only = option("only=")?.slice("--only=".length).split(",");

const results = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only && !only.includes(name)) continue;
  const result = await measured(name, measure);
  results.push(result);
  if (!option("json")) for (const section of result.sections) console.log(print(section));
  if (option("write")) await writePage(result);
}
if (option("json")) console.log(JSON.stringify(results, null, 1));
process.exit(0);
