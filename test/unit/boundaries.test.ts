import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A file that would be there with one import, and what ESLint must say of it; "" for nothing. */
const cases: readonly (readonly [path: string, imported: string, message: string])[] = [
  ["src/domain/language/x.ts", "../../commands/catalogue", "domain may not import commands"],
  ["src/excel/x.ts", "../functions/metadata", "excel may not import functions"],
  ["src/functions/x.ts", "../commands/catalogue", "functions may not import commands"],
  ["src/commands/x.ts", "../taskpane/index", "commands may not import taskpane"],
  ["src/preview/page/x.ts", "../../domain/language", "preview may not import domain"],
  ["src/taskpane/x.ts", "../preview/page/texts", "taskpane may not import preview"],
  ["src/domain/language/x.ts", "react", "Only src/taskpane knows React"],
  ["src/taskpane/x.ts", "../commands/catalogue", ""],
  ["src/functions/x.ts", "../domain/language", ""],
];

/** ESLint is an ES module, which jest does not load: one process of its own lints all cases. */
const script = `
  import { ESLint } from "eslint";
  const eslint = new ESLint();
  const found = [];
  for (const [path, imported] of JSON.parse(process.argv[1])) {
    const text = 'import * as it from "' + imported + '";\\nexport const all = it;\\n';
    const [result] = await eslint.lintText(text, { filePath: path });
    found.push(result.messages.map(({ message }) => message).join(" "));
  }
  console.log("FOUND" + JSON.stringify(found));
`;
let found: string[];
beforeAll(() => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, JSON.stringify(cases)],
    { cwd: join(__dirname, "../.."), encoding: "utf8" },
  );
  const line = stdout.split("\n").find((each) => each.startsWith("FOUND"));
  if (!line) throw new Error(stderr);
  found = JSON.parse(line.slice("FOUND".length));
});

test.each(cases.map((each, at) => [...each, at] as const))(
  "%s importing %s: %s",
  (_path, _imported, message, at) => {
    if (message) expect(found[at]).toContain(message);
    else expect(found[at]).toBe("");
  },
);
