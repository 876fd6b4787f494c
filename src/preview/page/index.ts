/** The preview page: a spreadsheet, the add-in's own page in a frame beside it, and its ribbon on top. */
import "./page.css";
import { createPane } from "./pane";
import { drawRibbon, readRibbon } from "./ribbon";
import { readSettings, type Settings } from "./settings";
import { listenToShortcuts, readShortcuts } from "./shortcuts";
import { createStatus } from "./status";
import { say } from "./texts";
import { drawTitlebar } from "./titlebar";
import { createGrid } from "./workbook";

const byId = (id: string): HTMLElement => document.getElementById(id)!;

async function served(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

async function start(settings: Settings): Promise<void> {
  const { lang } = settings;
  document.documentElement.lang = lang;
  document.documentElement.dataset.theme = settings.theme;
  document.title = say("title", lang);
  drawTitlebar(byId("titlebar"), settings);
  byId("ribbon").setAttribute("aria-label", say("ribbon", lang));
  byId("grid").setAttribute("aria-label", say("grid", lang));
  const status = createStatus(byId("status"), lang);
  status.state(say("loading", lang));
  window.addEventListener("error", (event) => status.error(event.error ?? event.message));
  window.addEventListener("unhandledrejection", (event) => status.error(event.reason));

  const pane = createPane(byId("pane"), byId("splitter"), lang);
  const [manifest, shortcutsFile] = await Promise.all([served("manifest.xml"), served("shortcuts.json")]);
  const ribbon = readRibbon(manifest, lang);
  const shortcuts = readShortcuts(JSON.parse(shortcutsFile));
  pane.setTitle(ribbon.paneTitle);
  const api = await createGrid(byId("grid"), settings);
  drawRibbon(
    byId("ribbon"),
    ribbon,
    () => undefined,
    () => pane.show(),
  );
  listenToShortcuts(window, shortcuts, () => pane.show());
  pane.frame.src = "taskpane.html";
  status.state(say("ready", lang));
  void api;
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
  void start(settings);
}

main();
