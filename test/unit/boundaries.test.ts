import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A file that would be there with one import or one global, and what ESLint must say of it; "" for nothing. */
const cases: readonly (readonly [path: string, statement: string, message: string])[] = [
  ["src/domain/language/x.ts", 'from "../../commands/catalogue"', "domain may not import commands"],
  ["src/excel/x.ts", 'from "../functions/metadata"', "excel may not import functions"],
  ["src/functions/x.ts", 'from "../commands/catalogue"', "functions may not import commands"],
  ["src/commands/x.ts", 'from "../taskpane/index"', "commands may not import taskpane"],
  ["src/preview/page/x.ts", 'from "../../domain/language"', "preview may not import domain"],
  ["src/taskpane/x.ts", 'from "../preview/page/texts"', "taskpane may not import preview"],
  ["src/excel/x.ts", 'from "react"', "Only src/taskpane knows React"],
  ["src/files/x.ts", 'from "react"', "Only src/taskpane knows React"],
  ["src/domain/language/x.ts", 'from "fflate"', "it imports no package"],
  ["src/domain/language/x.ts", 'from "node:fs"', "it imports no package"],
  ["src/domain/language/x.ts", "Excel", "The domain is pure"],
  ["src/domain/language/x.ts", "document", "The domain is pure"],
  ["src/domain/language/x.ts", "fetch", "The domain is pure"],
  ["src/files/x.ts", "Office", "without Excel"],
  ["src/taskpane/x.ts", "Excel", "Only src/excel talks to Excel"],
  ["src/taskpane/x.ts", 'from "../commands/catalogue"', ""],
  ["src/functions/x.ts", 'from "../domain/language"', ""],
  ["src/files/x.ts", 'from "fflate"', ""],
];

/** ESLint is an ES module, which jest does not load: one process of its own lints all cases. */
const script = `
  import { ESLint } from "eslint";
  const eslint = new ESLint();
  const found = [];
  for (const [path, statement] of JSON.parse(process.argv[1])) {
    const isImport = statement.startsWith("from");
    const text = isImport ? "export * " + statement + ";\\n" : "export const it = " + statement + ";\\n";
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
  "%s with %s: %s",
  (_path, _statement, message, at) => {
    if (message) expect(found[at]).toContain(message);
    else expect(found[at]).toBe("");
  },
);
