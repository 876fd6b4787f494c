/** The preview page: a spreadsheet, the add-in's own page in a frame beside it, and its ribbon on top. */
import "./page.css";
import { createHost, type PreviewHost } from "../host";
import { Addin } from "./addin";
import { connectCharts } from "./charts/overlay";
import { connectEditing, connectPane, connectRibbon, connectStatus } from "./connect";
import { createPane } from "./pane";
import { drawRibbon, readRibbon, type RibbonButton } from "./ribbon";
import { settledWithAddin } from "./settled";
import { readSettings, type Settings } from "./settings";
import { listenToShortcuts, readShortcuts } from "./shortcuts";
import { createStatus, type Status } from "./status";
import { say } from "./texts";
import { officeThemes } from "./themes";
import { drawTitlebar } from "./titlebar";
import { createGrid } from "./workbook";

/** What the page offers to tests and to people in the console, as `window.preview`. */
interface PreviewApi {
  /** Resolves when the workbook asked for by `?book=` stands, calculated. */
  readonly ready: Promise<void>;
  read(address: string): unknown;
  write(address: string, content: Parameters<PreviewHost["write"]>[1]): void;
  settled(): Promise<void>;
  select(address: string): void;
  undo(): Promise<void>;
  /** Runs one of the add-in's commands, by id; rejects on an unknown one. */
  run(command: string): Promise<void>;
  /** Errors shown in the status line since the page was opened. */
  readonly errors: readonly string[];
}

declare global {
  interface Window {
    preview: PreviewApi;
    /** Where the pane's frame finds its host (office/office.ts). */
    previewHost: PreviewHost;
  }
}

/** The commands that make the workbook asked for. */
const commandsFor: Readonly<Record<Settings["book"], readonly string[]>> = {
  empty: [],
  study: ["createStudy"],
  "sample-2014": ["createStudy", "loadSample2014"],
};

const byId = (id: string): HTMLElement => document.getElementById(id)!;

async function served(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

async function start(settings: Settings, status: Status): Promise<void> {
  const { lang } = settings;
  drawTitlebar(byId("titlebar"), settings);
  byId("ribbon").setAttribute("aria-label", say("ribbon", lang));
  byId("grid").setAttribute("aria-label", say("grid", lang));
  const pane = createPane(byId("pane"), byId("splitter"), lang);

  const [manifest, shortcutsFile, metadata, { api, drawn }] = await Promise.all([
    served("manifest.xml"),
    served("shortcuts.json"),
    served(`functions.${lang}.json`),
    createGrid(byId("grid"), settings),
  ]);
  const ribbon = readRibbon(manifest, lang);
  const shortcuts = readShortcuts(JSON.parse(shortcutsFile));
  pane.setTitle(ribbon.paneTitle);
  const host = createHost(api, { lang, blank: settings.blank });

  const executed = ribbon.groups.flatMap(({ buttons }) => buttons.flatMap(({ execute }) => execute ?? []));
  const addin = new Addin(pane.frame, [...new Set([...executed, ...shortcuts.keys()])], lang);
  const run = async (id: string): Promise<void> => {
    await addin.started();
    await addin.run(id);
  };
  const tell = (work: Promise<unknown>): void => void work.catch((error) => status.error(error));
  const press = (button: RibbonButton): void => {
    if (button.execute) tell(run(button.execute));
    else pane.show();
  };
  drawRibbon(byId("ribbon"), ribbon, (button) => shortcuts.get(button.id.replace(/^.*\./, "")), press);
  const shortcut = (action: string): void => tell(run(action));
  listenToShortcuts(window, shortcuts, shortcut);
  pane.frame.addEventListener("load", () =>
    listenToShortcuts(pane.frame.contentWindow!, shortcuts, shortcut),
  );

  window.previewHost = host;
  host.office.setTheme(officeThemes[settings.theme]);
  connectPane(pane, host);
  connectRibbon(byId("ribbon"), host);
  connectStatus(status, host, api);
  connectEditing(host, api);
  connectCharts(byId("grid"), host, api);
  host.registerFunctions(JSON.parse(metadata), ribbon.namespace, (id) => addin.customFunction(id));
  pane.frame.src = "taskpane.html";

  const prepare = async (): Promise<void> => {
    status.state(say("preparing", lang));
    await Promise.all([drawn, addin.started()]);
    for (const command of commandsFor[settings.book]) {
      await addin.run(command);
      await settledWithAddin(host);
    }
    status.state(say("ready", lang));
  };
  const ready = prepare();
  tell(ready);
  window.preview = {
    ready,
    read: (address) => host.read(address),
    write: (address, content) => host.write(address, content),
    settled: () => settledWithAddin(host),
    select: (address) => host.select(address),
    undo: async () => void (await host.undo()),
    run,
    errors: status.errors,
  };
}

function main(): void {
  let settings: Settings;
  try {
    settings = readSettings(location.search, navigator.language);
  } catch (error) {
    const message = document.createElement("p");
    message.className = "fatal";
    message.setAttribute("role", "alert");
    message.textContent = (error as Error).message;
    document.body.replaceChildren(message);
    return;
  }
  document.documentElement.lang = settings.lang;
  document.documentElement.dataset.theme = settings.theme;
  document.title = say("title", settings.lang);
  const status = createStatus(byId("status"), settings.lang);
  status.state(say("loading", settings.lang));
  window.addEventListener("error", (event) => status.error(event.error ?? event.message));
  window.addEventListener("unhandledrejection", (event) => status.error(event.reason));
  start(settings, status).catch((error: unknown) => status.error(error));
}

main();
