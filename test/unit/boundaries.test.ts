import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** What ESLint says of a file of that name with that content. */
function lint(path: string, content: string): string {
  const eslint = join(root, "node_modules/eslint/bin/eslint.js");
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, "--stdin", "--stdin-filename", path], {
    cwd: root,
    input: content,
    encoding: "utf8",
  });
  if (stderr.includes("Oops")) throw new Error(stderr);
  return stdout;
}

test.each([
  ["src/domain/language/x.ts", "../../commands/catalogue", "domain may not import commands"],
  ["src/functions/x.ts", "../commands/catalogue", "functions may not import commands"],
  ["src/commands/x.ts", "../taskpane/index", "commands may not import taskpane"],
  ["src/preview/page/x.ts", "../../domain/language", "preview may not import domain"],
  ["src/taskpane/x.ts", "../preview/page/texts", "taskpane may not import preview"],
  ["src/domain/language/x.ts", "react", "Only src/taskpane knows React"],
])("%s may not import %s", (path, imported, message) => {
  expect(lint(path, `import * as it from "${imported}";\nexport const all = it;\n`)).toContain(message);
});

test("an import from right to left is fine", () => {
  expect(
    lint(
      "src/taskpane/x.ts",
      'import { commands } from "../commands/catalogue";\nexport const all = commands;\n',
    ),
  ).toBe("");
});
