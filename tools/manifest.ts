import { commands, type CommandDefinition } from "../src/commands/catalogue";
import { commandGroups } from "../src/commands/groups";
import { ribbonControl, ribbonGroup, ribbonTab } from "../src/commands/ribbon";
import type { Language, Localized } from "../src/domain/language";
import { officeLocales, product, requirements } from "./product";
import { element, writeXml, type XmlElement } from "./xml";

/** The address of the committed manifest: the one `npm run excel` serves. */
export const developmentUrl = "https://localhost:3000/";

/** Names of the files the manifest points at, beside it on the server. */
export const files = {
  pane: "taskpane.html",
  script: "functions.js",
  metadata: (language: Language): string => `functions.${language}.json`,
  help: (language: Language): string => `help.${language}.html`,
  shortcuts: "shortcuts.json",
  shortcutTexts: "shortcuts-texts.json",
} as const;

const catalogue: readonly CommandDefinition[] = commands;
const iconSizes = [16, 32, 80];
const paneId = "BVN.Pane";

/** `https://host/path` with one closing slash; anything else than https (or a local http) is refused. */
export function baseUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new Error(
      `"${url}" is not an address. Give the one the files will be served from: --env url=https://host/path/`,
    );
  }
  if (parsed.protocol !== "https:")
    throw new Error(
      `Excel loads add-ins over https only, and "${url}" is ${parsed.protocol} Give --env url=https://host/path/`,
    );
  if (parsed.search || parsed.hash) throw new Error(`"${url}" must not carry a query or a fragment.`);
  return parsed.href.endsWith("/") ? parsed.href : `${parsed.href}/`;
}

/** The XML manifest for the files served at `url`. */
export function manifest(url: string, version: string): string {
  const base = baseUrl(url);
  const localized = (name: string, text: Localized): XmlElement =>
    element(
      name,
      { DefaultValue: text.fr },
      element("Override", { Locale: officeLocales.en, Value: text.en }),
    );

  // Resources are collected while the body is written, so none is declared that nothing uses.
  const resources = { Image: new Map(), Url: new Map(), Short: new Map(), Long: new Map() } as Record<
    "Image" | "Url" | "Short" | "Long",
    Map<string, Localized>
  >;
  const resid = (kind: keyof typeof resources, id: string, value: Localized): string => {
    if (id.length > 32) throw new Error(`resid ${id} is longer than 32 characters`);
    const limit = kind === "Short" ? 125 : kind === "Long" ? 250 : 2048;
    for (const text of [value.fr, value.en])
      if (text.length > limit) throw new Error(`resource ${id} is longer than ${limit} characters: ${text}`);
    resources[kind].set(id, value);
    return id;
  };
  const same = (text: string): Localized => ({ fr: text, en: text });
  const location = (id: string, value: Localized): XmlElement =>
    element("SourceLocation", { resid: resid("Url", id, value) });
  const icon = (stem: string): XmlElement =>
    element(
      "Icon",
      {},
      iconSizes.map((size) =>
        element("bt:Image", {
          size: String(size),
          resid: resid("Image", `${stem}.${size}`, same(`${base}assets/${stem}-${size}.png`)),
        }),
      ),
    );
  const pane = same(base + files.pane);
  const help = { fr: base + files.help("fr"), en: base + files.help("en") };

  const button = (command: CommandDefinition): XmlElement => {
    const label = resid("Short", `${command.id}.Label`, command.label);
    return element("Control", { "xsi:type": "Button", id: ribbonControl(command.id) }, [
      element("Label", { resid: label }),
      element("Supertip", {}, [
        element("Title", { resid: label }),
        element("Description", { resid: resid("Long", `${command.id}.Tip`, command.description) }),
      ]),
      icon(command.icon),
      // The command that only shows the pane must work before the runtime has ever started; the others run in
      // the shared runtime and show the pane themselves once they know what to show.
      command.id === "showPane"
        ? element("Action", { "xsi:type": "ShowTaskpane" }, [
            element("TaskpaneId", {}, paneId),
            location("Pane.Url", pane),
            element("Title", { resid: resid("Short", "Pane.Title", product.shortName) }),
          ])
        : element("Action", { "xsi:type": "ExecuteFunction" }, element("FunctionName", {}, command.id)),
    ]);
  };

  const hosts = element("Hosts", {}, [
    element("Host", { "xsi:type": "Workbook" }, [
      element(
        "Runtimes",
        {},
        element("Runtime", { resid: resid("Url", "Pane.Url", pane), lifetime: "long" }),
      ),
      element("AllFormFactors", {}, [
        element("ExtensionPoint", { "xsi:type": "CustomFunctions" }, [
          element("Script", {}, location("Functions.Script.Url", same(base + files.script))),
          element("Page", {}, location("Pane.Url", pane)),
          element(
            "Metadata",
            {},
            location("Functions.Metadata.Url", {
              fr: base + files.metadata("fr"),
              en: base + files.metadata("en"),
            }),
          ),
          element("Namespace", { resid: resid("Short", "Functions.Namespace", same(product.namespace)) }),
        ]),
      ]),
      element("DesktopFormFactor", {}, [
        element("GetStarted", {}, [
          element("Title", { resid: resid("Short", "GetStarted.Title", product.getStartedTitle) }),
          element("Description", { resid: resid("Long", "GetStarted.Description", product.getStarted) }),
          element("LearnMoreUrl", { resid: resid("Url", "Help.Url", help) }),
        ]),
        element("FunctionFile", { resid: "Pane.Url" }),
        element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
          element("CustomTab", { id: ribbonTab }, [
            ...commandGroups
              .filter(({ id }) => catalogue.some(({ group }) => group === id))
              .map(({ id, label }) =>
                element("Group", { id: ribbonGroup(id) }, [
                  element("Label", { resid: resid("Short", `Group.${id}.Label`, label) }),
                  icon("bvn"),
                  ...catalogue.filter(({ group }) => group === id).map(button),
                ]),
              ),
            element("Label", { resid: resid("Short", "Tab.Label", product.tab) }),
          ]),
        ]),
      ]),
    ]),
  ]);
  const description = element("Description", {
    resid: resid("Long", "Product.Description", product.description),
  });

  const resource = (name: string, values: Map<string, Localized>): XmlElement[] =>
    [...values].map(([id, { fr, en }]) =>
      element(
        name,
        { id, DefaultValue: fr },
        fr === en ? null : element("bt:Override", { Locale: officeLocales.en, Value: en }),
      ),
    );

  return writeXml(
    element(
      "OfficeApp",
      {
        xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
        "xsi:type": "TaskPaneApp",
      },
      [
        element("Id", {}, product.id),
        element("Version", {}, `${version}.0`),
        element("ProviderName", {}, product.provider),
        element("DefaultLocale", {}, officeLocales.fr),
        localized("DisplayName", product.name),
        localized("Description", product.description),
        localized("IconUrl", same(`${base}assets/bvn-32.png`)),
        localized("HighResolutionIconUrl", same(`${base}assets/bvn-64.png`)),
        localized("SupportUrl", help),
        element("Hosts", {}, element("Host", { Name: "Workbook" })),
        element("Requirements", {}, [
          element(
            "Sets",
            { DefaultMinVersion: "1.1" },
            Object.entries(requirements).map(([Name, MinVersion]) => element("Set", { Name, MinVersion })),
          ),
        ]),
        element("DefaultSettings", {}, localized("SourceLocation", pane)),
        element("Permissions", {}, "ReadWriteDocument"),
        element(
          "VersionOverrides",
          {
            xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
            "xsi:type": "VersionOverridesV1_0",
          },
          [
            description,
            hosts,
            element("Resources", {}, [
              element("bt:Images", {}, resource("bt:Image", resources.Image)),
              element("bt:Urls", {}, resource("bt:Url", resources.Url)),
              element("bt:ShortStrings", {}, resource("bt:String", resources.Short)),
              element("bt:LongStrings", {}, resource("bt:String", resources.Long)),
            ]),
          ],
        ),
        element("ExtendedOverrides", {
          Url: base + files.shortcuts,
          ResourcesUrl: base + files.shortcutTexts,
        }),
      ],
    ),
  );
}

/** Keyboard shortcuts of the catalogue, in the form Excel reads (extended overrides). */
export function shortcuts(): object {
  const withKey = catalogue.filter((command) => command.shortcut);
  return {
    actions: withKey.map(({ id }) => ({ id, type: "ExecuteFunction", name: `\${resource.${id}}` })),
    shortcuts: withKey.map(({ id, shortcut }) => ({ action: id, key: { default: shortcut } })),
  };
}

/** The names of the shortcuts' actions, per language. */
export function shortcutTexts(): object {
  const texts = (language: Language): object =>
    Object.fromEntries(
      catalogue
        .filter((command) => command.shortcut)
        .map((command) => [
          command.id,
          { value: command.label[language], comment: command.description[language] },
        ]),
    );
  return { resources: { default: texts("fr"), [officeLocales.en.toLowerCase()]: texts("en") } };
}
