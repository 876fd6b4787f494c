import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import webpack, { type Configuration } from "webpack";
import { contentSecurityPolicy, securityHeaders } from "../../tools/headers";
import { officeFiles } from "../../tools/office-files";
import { budgeted, budgets, scriptSizes } from "../../tools/sizes";

const configuration: (env: object, argv: object) => Configuration = require("../../webpack.config.js");
const testBuild = join(__dirname, "../../.cache/test-build");

/** Runs the product's build into a folder of its own. */
async function build(env: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bvn-build-"));
  const settings = configuration(env, { mode: "production" });
  const compiler = webpack({ ...settings, output: { ...settings.output, path: folder }, cache: false })!;
  const stats = await promisify(compiler.run.bind(compiler))();
  expect(stats!.toString("errors-only")).toBe("");
  return folder;
}

test("a build is static files with its manifest, office.js from Microsoft's CDN, and nothing of the preview", async () => {
  const folder = await build({ url: "https://host.example/bvn" });
  try {
    expect(readFileSync(join(folder, "manifest.xml"), "utf8")).toContain(
      '"https://host.example/bvn/taskpane.html"',
    );
    const page = readFileSync(join(folder, "taskpane.html"), "utf8");
    expect(page).toMatch(/https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js/);
    expect(existsSync(join(folder, "office"))).toBe(false);
    const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
    for (const name of scripts) {
      expect([name, /\.[\da-f]{8}\.js$/.test(name) || name === "functions.js"]).toEqual([name, true]);
      expect(readFileSync(join(folder, name), "utf8")).not.toMatch(/univer/i);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("officejs=local hosts what Excel needs of office.js, each file there", () => {
  const page = readFileSync(join(testBuild, "taskpane.html"), "utf8");
  expect(page).toContain("office/office.js");
  expect(page).not.toContain("appsforoffice");
  for (const name of officeFiles)
    expect([name, existsSync(join(testBuild, "office", name))]).toEqual([name, true]);
});

test("another officejs, or an address Excel would refuse, stops the build with a sentence", () => {
  expect(() => configuration({ url: "https://host/", officejs: "none" }, {})).toThrow(
    'say "cdn" (default) or "local"',
  );
  expect(() => configuration({ url: "http://host/" }, {})).toThrow("https only");
});

test("functions with domain and the pane stay within their budgets, gzipped", () => {
  const { functions, pane } = budgeted(scriptSizes(testBuild));
  expect(functions).toBeLessThan(budgets.functions);
  expect(pane).toBeLessThan(budgets.pane);
});

test("docs/deploy.md gives the headers that the tests run under", () => {
  const page = readFileSync(join(__dirname, "../../docs/deploy.md"), "utf8");
  for (const [directive, sources] of Object.entries(contentSecurityPolicy))
    expect(page).toContain(`  ${directive} ${sources}`);
  for (const [name, value] of Object.entries(securityHeaders))
    if (name !== "Content-Security-Policy")
      expect(page).toMatch(new RegExp(`\\| \`${name}\` *\\| *\`${value}\``));
});
