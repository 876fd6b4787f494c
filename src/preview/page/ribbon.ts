import { officeLocale, type Language } from "./language";

/** A button of the manifest's ribbon, in the language of the page. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** Id of the function to execute; absent when the button shows the pane. */
  readonly execute?: string;
}

export interface Ribbon {
  readonly tab: string;
  readonly paneTitle: string;
  /** Prefix of the custom functions' names. */
  readonly namespace: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** Reads the served manifest as Excel does, so that the ribbon shown is the ribbon shipped. */
export function readRibbon(manifest: string, language: Language): Ribbon {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  const broken = xml.querySelector("parsererror");
  if (broken) throw new Error(`manifest.xml: ${broken.textContent}`);

  const named = (parent: Element | Document, name: string): Element[] => [
    ...parent.getElementsByTagNameNS("*", name),
  ];
  const first = (parent: Element | Document, name: string): Element => {
    const found = named(parent, name)[0];
    if (!found) throw new Error(`manifest.xml: <${name}> is missing`);
    return found;
  };
  const resources = new Map(
    [...first(xml, "Resources").children]
      .flatMap((kind) => [...kind.children])
      .map((node) => [node.getAttribute("id"), node]),
  );
  const text = (resid: string | null): string => {
    const node = resources.get(resid);
    if (!node) throw new Error(`manifest.xml: resource "${resid}" is missing`);
    const override = named(node, "Override").find(
      (each) => each.getAttribute("Locale") === officeLocale[language],
    );
    return (override?.getAttribute("Value") ?? node.getAttribute("DefaultValue"))!;
  };
  const resourceOf = (parent: Element, name: string): string =>
    text(first(parent, name).getAttribute("resid"));
  // Icons are asked from this server, whichever address the manifest was made for.
  const here = (url: string): string => {
    const base = first(xml, "SourceLocation").getAttribute("DefaultValue")!;
    return url.startsWith(new URL(".", base).href) ? url.slice(new URL(".", base).href.length) : url;
  };

  const buttonOf = (control: Element): RibbonButton => {
    const action = first(control, "Action");
    const image = named(control, "Image").find((each) => each.getAttribute("size") === "32")!;
    const show = action.getAttribute("xsi:type") === "ShowTaskpane";
    return {
      id: control.getAttribute("id")!,
      label: resourceOf(control, "Label"),
      description: resourceOf(first(control, "Supertip"), "Description"),
      icon: here(text(image.getAttribute("resid"))),
      ...(show ? {} : { execute: first(action, "FunctionName").textContent!.trim() }),
    };
  };
  const tab = first(xml, "CustomTab");
  return {
    tab: text([...tab.children].find((child) => child.localName === "Label")!.getAttribute("resid")),
    paneTitle:
      named(tab, "Action")
        .flatMap((action) => named(action, "Title"))
        .map((title) => text(title.getAttribute("resid")))[0] ?? "",
    namespace: resourceOf(xml.documentElement, "Namespace"),
    groups: named(tab, "Group").map((group) => ({
      label: resourceOf(group, "Label"),
      buttons: named(group, "Control").map(buttonOf),
    })),
  };
}

/** Draws the ribbon; `run` receives the button clicked. */
export function drawRibbon(
  container: HTMLElement,
  ribbon: Ribbon,
  shortcutOf: (button: RibbonButton) => string | undefined,
  run: (button: RibbonButton) => void,
): void {
  const draw = (button: RibbonButton): HTMLButtonElement => {
    const node = document.createElement("button");
    node.type = "button";
    node.className = "ribbon-button";
    node.dataset.control = button.id;
    node.dataset.command = button.execute ?? button.id.replace(/^.*\./, "");
    const shortcut = shortcutOf(button);
    node.title = `${button.label}${shortcut ? ` (${shortcut})` : ""}\n${button.description}`;
    if (shortcut) node.setAttribute("aria-keyshortcuts", shortcut.replace(/Ctrl/i, "Control"));
    node.tabIndex = -1;
    const image = document.createElement("img");
    image.src = button.icon;
    image.alt = "";
    image.width = image.height = 32;
    const label = document.createElement("span");
    label.textContent = button.label;
    node.append(image, label);
    node.addEventListener("click", () => run(button));
    return node;
  };
  const groups = ribbon.groups.map(({ label, buttons }) => ({ label, buttons: buttons.map(draw) }));
  const buttons = groups.flatMap((group) => group.buttons);
  if (buttons[0]) buttons[0].tabIndex = 0;
  // One stop of the Tab key, arrows inside: the keyboard pattern of a toolbar.
  container.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || !step) return;
    // Those that are off cannot be stood on.
    let to = at;
    do to = (to + step + buttons.length) % buttons.length;
    while (buttons[to]!.disabled);
    const next = buttons[to]!;
    buttons[at]!.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  });
  const drawn = groups.map((of) => {
    const group = document.createElement("div");
    group.className = "ribbon-group";
    const row = document.createElement("div");
    row.className = "ribbon-buttons";
    row.append(...of.buttons);
    const name = document.createElement("div");
    name.className = "ribbon-group-name";
    name.textContent = of.label;
    group.append(row, name);
    return group;
  });
  const tab = document.createElement("div");
  tab.className = "ribbon-tab";
  tab.textContent = ribbon.tab;
  const strip = document.createElement("div");
  strip.className = "ribbon-groups";
  strip.append(...drawn);
  container.replaceChildren(tab, strip);
}
