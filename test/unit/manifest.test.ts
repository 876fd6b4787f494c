import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, type CommandDefinition } from "../../src/commands/catalogue";
import { commandGroups } from "../../src/commands/groups";
import { functionsMetadata } from "../../src/functions/metadata";
import { apiUses, compareVersions, highestSets } from "../../tools/api-sets";
import { functionPageName } from "../../tools/function-help";
import { baseUrl, developmentUrl, files, manifest, shortcuts, shortcutTexts } from "../../tools/manifest";
import { optionalSets, requirements } from "../../tools/product";
import { validateManifest } from "../../tools/validate-manifest";
import { descendants, elementsNamed, readXml, writeXml } from "../../tools/xml";

const root = join(__dirname, "../..");
/** The build `npm test` makes before the tests (tools/build-test.ts). */
const build = join(root, ".cache/test-build");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const committed = readFileSync(join(root, "manifest.xml"), "utf8");
const readBuilt = (name: string): string => {
  if (!existsSync(build)) throw new Error("No test build: run `npm test`, or `npm run pretest` once.");
  return readFileSync(join(build, name), "utf8");
};

describe("the committed manifest", () => {
  test("is the one generated from the catalogue (`npm run manifest` renews it)", () => {
    expect(committed).toBe(manifest(developmentUrl, version));
  });

  test("breaks no rule", () => {
    expect(validateManifest(committed)).toEqual([]);
  });

  test("speaks French by default and English for en-US, in every text", () => {
    const xml = readXml(committed);
    const texts = [...descendants(xml)].filter(
      ({ attributes }) => "DefaultValue" in attributes && !/^https:/.test(attributes.DefaultValue!),
    );
    const untranslated = texts.filter(
      ({ children }) => !children.some((child) => child.attributes.Locale === "en-US"),
    );
    // What both languages write alike needs no override.
    expect(untranslated.map(({ attributes }) => attributes.DefaultValue)).toEqual(["BVN", "BVN"]);
    expect(elementsNamed(xml, "DefaultLocale")[0]!.text).toBe("fr-FR");
  });
});

describe("the manifest of a build", () => {
  test("names only files that the build holds", () => {
    const xml = readXml(readBuilt("manifest.xml"));
    const urls = [...descendants(xml)].flatMap(({ attributes }) =>
      [attributes.DefaultValue, attributes.Value, attributes.Url, attributes.ResourcesUrl].filter((value) =>
        value?.startsWith("https:"),
      ),
    ) as string[];
    expect(urls.length).toBeGreaterThan(20);
    const missing = urls.filter(
      (url) => !url.startsWith(developmentUrl) || !existsSync(join(build, url.slice(developmentUrl.length))),
    );
    expect(missing).toEqual([]);
  });

  test("functions.json gives each function a help page in its language, and the build holds every one", () => {
    for (const language of ["fr", "en"] as const) {
      const { functions } = JSON.parse(readBuilt(files.metadata(language)));
      for (const { id, helpUrl } of functions) {
        expect(helpUrl).toBe(`${developmentUrl}${functionPageName(language, id)}`);
        const page = readBuilt(helpUrl.slice(developmentUrl.length));
        // The build leaves out what HTML can do without, quotes among it.
        expect(page).toMatch(new RegExp(`<html lang="?${language}"?>`));
        expect(page).toContain(`BVN.${id}`);
        // Self-contained: nothing is loaded or run.
        expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
        const links = [...page.matchAll(/href="?([^" >]+)/g)].map(([, href]) => href);
        const folder = join(build, functionPageName(language, id), "..");
        expect(links.length).toBeGreaterThan(1);
        expect(links.filter((href) => !existsSync(join(folder, href)))).toEqual([]);
      }
    }
  });

  test("has a button for each command, by group in the catalogue's order, its icon drawn at each size", () => {
    const controls = elementsNamed(readXml(readBuilt("manifest.xml")), "Control");
    expect(controls.map(({ attributes }) => attributes.id)).toEqual(
      commandGroups.flatMap((of) =>
        commands.filter(({ group }) => group === of.id).map(({ id }) => `BVN.${id}`),
      ),
    );
    for (const { icon } of commands)
      for (const size of [16, 32, 80]) {
        const png = readFileSync(join(build, "assets", `${icon}-${size}.png`));
        expect([icon, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([icon, size, size]);
      }
  });

  test("every action it executes is associated in the bundle", () => {
    const bundle = readdirSync(build)
      .filter((name) => name.endsWith(".js"))
      .map(readBuilt)
      .join("\n");
    const named = elementsNamed(readXml(readBuilt("manifest.xml")), "FunctionName").map(({ text }) => text);
    const inShortcuts = JSON.parse(readBuilt(files.shortcuts)).actions.map(({ id }: { id: string }) => id);
    expect(bundle).toContain("actions.associate");
    for (const id of [...named, ...inShortcuts]) expect([id, bundle.includes(`"${id}"`)]).toEqual([id, true]);
  });

  test("every function of functions.json is associated in the bundle under its id", () => {
    const { functions } = JSON.parse(readBuilt(files.metadata("fr")));
    const script = readBuilt("functions.js");
    expect(functions.length).toBeGreaterThan(0);
    for (const { id } of functions)
      expect([id, new RegExp(`["'\`.]?\\b${id}\\b`).test(script)]).toEqual([id, true]);
  });

  test("requires the sets that the code uses, or asks for them at run time, and none the code does not need that high", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, "src", name), "utf8"))
      .join("\n");
    for (const [set, version] of Object.entries(optionalSets))
      expect(sources).toContain(`isSetSupported("${set}", "${version}")`);
    const offered: Record<string, string> = { ...requirements, ...optionalSets };
    const highest = highestSets(apiUses());
    for (const [set, use] of highest)
      expect([
        use.member,
        use.place,
        set in offered && compareVersions(offered[set]!, use.version) >= 0,
      ]).toEqual([use.member, use.place, true]);
    expect(requirements.ExcelApi).toBe(highest.get("ExcelApi")?.version);
  });
});

describe("the two languages", () => {
  test("of functions.json differ in texts only", () => {
    const skeleton = (language: "fr" | "en"): unknown =>
      functionsMetadata(language).functions.map(({ id, name, parameters, result, options }) => ({
        id,
        name,
        parameters: parameters.map(({ type, dimensionality, optional, repeating }) => ({
          type,
          dimensionality,
          optional,
          repeating,
        })),
        result,
        options,
      }));
    expect(skeleton("en")).toEqual(skeleton("fr"));
    for (const language of ["fr", "en"] as const)
      expect(JSON.parse(readBuilt(files.metadata(language)))).toEqual(
        JSON.parse(
          JSON.stringify(
            functionsMetadata(language, (id) => developmentUrl + functionPageName(language, id)),
          ),
        ),
      );
  });

  test("of the shortcuts name the same actions", () => {
    const { resources } = shortcutTexts() as { resources: Record<string, object> };
    const { actions } = shortcuts() as { actions: { id: string }[] };
    for (const texts of Object.values(resources))
      expect(Object.keys(texts)).toEqual(actions.map(({ id }) => id));
    const withKey = (commands as readonly CommandDefinition[]).filter(({ shortcut }) => shortcut);
    expect(new Set(withKey.map(({ shortcut }) => shortcut)).size).toBe(withKey.length);
  });
});

describe("manifest generation", () => {
  test("takes any https address, with or without closing slash", () => {
    expect(baseUrl("https://host/path")).toBe("https://host/path/");
    expect(manifest("https://host/path", "1.2.3")).toContain(
      'DefaultValue="https://host/path/taskpane.html"',
    );
  });

  test.each(["host/path", "http://host/", "https://host/?a=b"])("refuses %s and says what to give", (url) => {
    expect(() => manifest(url, "1.2.3")).toThrow(/https:\/\/host\/path\/|must not carry/);
  });
});

describe("manifest validation reports", () => {
  const broken = (change: (text: string) => string): string[] => validateManifest(change(committed));
  test.each<[string, (text: string) => string, RegExp]>([
    ["a file that is not well formed", (text) => text.replace("</Hosts>", ""), /XML line \d+/],
    [
      "a resource that is not declared",
      (text) => text.replace('<bt:String id="createStudy.Tip"', '<bt:String id="other"'),
      /createStudy.Tip is used and not declared/,
    ],
    [
      "a resource that nothing uses",
      (text) => text.replace('<bt:String id="createStudy.Tip"', '<bt:String id="other"'),
      /other is declared and not used/,
    ],
    [
      "an element out of order",
      (text) =>
        text
          .replace(/(<Permissions>.*<\/Permissions>)([\s\S]*)<DefaultSettings>/, "$1$2")
          .replace("<Hosts>", "<Permissions>ReadDocument</Permissions><Hosts>"),
      /must stand before/,
    ],
    [
      "an address without https",
      (text) => text.replace("https://localhost:3000/assets/bvn-32.png", "http://localhost:3000/a.png"),
      /Not https/,
    ],
    [
      "a long label",
      (text) => text.replace('DefaultValue="Vérifier"', `DefaultValue="${"V".repeat(126)}"`),
      /Longer than 125/,
    ],
    [
      "an unknown requirement set",
      (text) => text.replace('Name="SharedRuntime"', 'Name="SharedRuntim"'),
      /Unknown requirement set/,
    ],
    [
      "a second page beside the shared runtime",
      (text) => text.replace('<FunctionFile resid="Pane.Url"', '<FunctionFile resid="Help.Url"'),
      /not the page of the shared runtime/,
    ],
    [
      "a missing icon size",
      (text) => text.replace(/<bt:Image size="80" resid="bvn.80"\/>/, ""),
      /16, 32 and 80/,
    ],
    ["a version of three numbers", (text) => text.replace(`${version}.0<`, `${version}<`), /four numbers/],
  ])("%s", (_what, change, message) => {
    expect(broken(change).join("\n")).toMatch(message);
  });
});

test("XML written is read back as it was", () => {
  const tree = {
    name: "a",
    attributes: { b: 'é"<&>' },
    text: "",
    children: [{ name: "c", attributes: {}, text: "x < y & z", children: [] }],
  };
  expect(readXml(writeXml(tree))).toEqual(tree);
});
