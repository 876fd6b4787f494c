import { descendants, elementsNamed, readXml, type XmlElement } from "./xml";

/** Children each element may have, in the order Microsoft's schema asks for; others are unknown to it. */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "Title", "FunctionName"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

const required: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "Hosts",
    "DefaultSettings",
    "Permissions",
  ],
  VersionOverrides: ["Hosts", "Resources"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Group: ["Label", "Icon", "Control"],
};

const longest: Readonly<Record<string, number>> = {
  DisplayName: 125,
  ProviderName: 125,
  Description: 250,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

/** Requirement sets Excel knows that this product could name. */
const knownSets = [
  "ExcelApi",
  "CustomFunctionsRuntime",
  "SharedRuntime",
  "KeyboardShortcuts",
  "RibbonApi",
  "DialogApi",
];

/**
 * What is wrong with a manifest, as sentences; none when nothing is. It needs no network: it checks the rules of
 * Microsoft's schema that a generated manifest can break, and that every name it uses is declared, and declared
 * for use.
 */
export function validateManifest(source: string): string[] {
  let root: XmlElement;
  try {
    root = readXml(source);
  } catch (error) {
    return [(error as Error).message];
  }
  const problems: string[] = [];
  const problem = (text: string): void => void problems.push(text);
  if (root.name !== "OfficeApp" || root.attributes["xsi:type"] !== "TaskPaneApp")
    problem('The root must be <OfficeApp xsi:type="TaskPaneApp">.');

  for (const node of descendants(root)) {
    // <Host Name> of the base manifest has no children; only the overrides' elements of that name do.
    const allowed = order[node.name];
    if (allowed && node.children.length > 0) {
      let last = 0;
      for (const child of node.children) {
        const at = allowed.indexOf(child.name);
        if (at < 0) problem(`<${node.name}> does not take <${child.name}>.`);
        else if (at < last)
          problem(`In <${node.name}>, <${child.name}> must stand before <${allowed[last]}>.`);
        else last = at;
      }
    }
    for (const name of required[node.name] ?? [])
      if (!node.children.some((child) => child.name === name)) problem(`<${node.name}> lacks <${name}>.`);
    const limit = longest[node.name];
    if (limit)
      for (const inner of descendants(node))
        for (const text of [inner.text, inner.attributes.DefaultValue, inner.attributes.Value])
          if (text && text.length > limit)
            problem(`Longer than ${limit} characters in <${node.name}>: ${text}`);
    for (const [name, value] of Object.entries(node.attributes))
      if (/^http:|^(DefaultValue|Value|Url|ResourcesUrl)$/.test(name) && /^http:/.test(value))
        problem(`Not https: ${value}`);
    if (node.name === "Icon") {
      const sizes = node.children.map((image) => image.attributes.size).join(" ");
      if (sizes !== "16 32 80")
        problem(`An <Icon> needs the sizes 16, 32 and 80, in that order; found ${sizes || "none"}.`);
    }
  }

  const text = (name: string): string => root.children.find((child) => child.name === name)?.text ?? "";
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text("Id")))
    problem(`<Id> is not a GUID: ${text("Id")}`);
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text("Version")))
    problem(`<Version> needs four numbers: ${text("Version")}`);

  for (const set of elementsNamed(root, "Set")) {
    const { Name, MinVersion } = set.attributes;
    if (!knownSets.includes(Name!)) problem(`Unknown requirement set ${Name}.`);
    if (!/^\d+\.\d+$/.test(MinVersion ?? ""))
      problem(`Requirement set ${Name} needs a MinVersion such as 1.1.`);
  }

  const resources = elementsNamed(root, "Resources")[0];
  const declared = new Map<string, XmlElement>();
  for (const resource of resources?.children.flatMap((kind) => kind.children) ?? []) {
    const { id } = resource.attributes;
    if (!id || id.length > 32) problem(`A resource id has 1 to 32 characters: ${id}`);
    if (declared.has(id!)) problem(`Resource ${id} is declared twice.`);
    declared.set(id!, resource);
    if (!resource.attributes.DefaultValue) problem(`Resource ${id} is empty.`);
  }
  const used = new Set([...descendants(root)].flatMap((node) => node.attributes.resid ?? []));
  for (const id of used) if (!declared.has(id)) problem(`Resource ${id} is used and not declared.`);
  for (const id of declared.keys()) if (!used.has(id)) problem(`Resource ${id} is declared and not used.`);

  const ids = [...descendants(root)].filter((node) => ["CustomTab", "Group", "Control"].includes(node.name));
  const seen = new Set<string>();
  for (const node of ids) {
    const { id } = node.attributes;
    if (!id || seen.has(id)) problem(`<${node.name}> needs an id of its own: ${id}`);
    seen.add(id!);
  }

  // One page is the shared runtime: whatever starts it must name the same address.
  const runtime = elementsNamed(root, "Runtime")[0]?.attributes;
  if (runtime?.lifetime !== "long") problem('The shared runtime needs <Runtime lifetime="long">.');
  const pages = [
    ...elementsNamed(root, "Page").flatMap((page) => page.children),
    ...elementsNamed(root, "FunctionFile"),
    ...elementsNamed(root, "Action").flatMap((action) =>
      action.children.filter(({ name }) => name === "SourceLocation"),
    ),
  ];
  for (const page of pages)
    if (page.attributes.resid !== runtime?.resid)
      problem(
        `<${page.name} resid="${page.attributes.resid}"> is not the page of the shared runtime (${runtime?.resid}).`,
      );
  const namespace = declared.get(elementsNamed(root, "Namespace")[0]?.attributes.resid ?? "")?.attributes
    .DefaultValue;
  if (namespace !== undefined && !/^[A-Z][A-Z0-9._]*$/i.test(namespace))
    problem(
      `Namespace ${namespace} holds other characters than letters, digits, full stops and underscores.`,
    );
  return problems;
}
