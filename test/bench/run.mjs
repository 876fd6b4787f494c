/** `npm run bench [-- --json]`: measures speed on seeded data; never part of the tests. */
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
require("../../tools/register.cjs");
const { functionsBench } = require("./functions.ts");
const { readingBench } = require("./reading.ts");
const { questionnairesBench } = require("./questionnaires.ts");
const { reportsBench } = require("./reports.ts");
const { print } = require("./measure.ts");

const sections = [
  ...functionsBench(),
  ...(await readingBench()),
  ...(await questionnairesBench()),
  ...(await reportsBench()),
];
if (process.argv.includes("--json"))
  console.log(JSON.stringify({ node: process.version, sections }, null, 1));
else for (const { title, figures } of sections) console.log(print(title, figures));
