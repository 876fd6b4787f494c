import { existsSync, mkdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { serveStatic } from "../../../tools/preview-server";
import { launchBrowser } from "./browser";

const root = join(__dirname, "../../..");
const build = join(root, ".cache/test-build");
const screenshots = join(root, "test-output/screenshots");

export interface PreviewOptions {
  readonly book?: "empty" | "study" | "sample-2014";
  readonly lang?: "fr" | "en";
  readonly theme?: "light" | "dark" | "contrast";
  readonly blank?: "zero" | "null" | "empty";
  readonly width?: number;
  readonly height?: number;
}

/** The value of a cell, or of a range as rows of cells, as `window.preview` gives it. */
export type Cells = string | number | boolean | null | Cells[];

/** The preview opened in a page, with `window.preview` as methods of the test. */
export interface Preview {
  readonly page: Page;
  /** The add-in's own page. */
  readonly pane: Frame;
  /** What the page or the add-in wrote to the console as an error, or threw. */
  readonly errors: string[];
  read(address: string): Promise<any>;
  write(address: string, content: Cells): Promise<void>;
  settled(): Promise<void>;
  run(command: string): Promise<void>;
  select(address: string): Promise<void>;
  undo(): Promise<void>;
  /** Goes to a cell of the grid and types there as a person does, then Enter; waits for the result. */
  type(address: string, text: string): Promise<void>;
  /** Clicks a cell of the grid; with `"right"`, at its right end, where dropdowns have their arrow. */
  click(address: string, where?: "middle" | "right"): Promise<void>;
  /** Keeps a picture of the page in test-output/screenshots. */
  screenshot(name: string): Promise<void>;
  /** Accessibility findings of axe in the page or the pane, serious and critical ones. */
  axe(where?: "page" | "pane"): Promise<string[]>;
  close(): Promise<void>;
}

/** A browser and the server of the test build; one for each test file, closed at its end. */
export interface PreviewServer {
  readonly url: string;
  readonly browser: Browser;
  open(options?: PreviewOptions): Promise<Preview>;
  close(): Promise<void>;
}

/** Serves the test build on a free port and starts the browser. */
export async function servePreview(): Promise<PreviewServer> {
  if (!existsSync(join(build, "preview/index.html")))
    throw new Error("No test build: run `npm test`, or `npm run pretest` once.");
  const { url, server } = await serveStatic(build);
  const browser = await launchBrowser();
  return {
    url,
    browser,
    open: (options) => openPreview(browser, url, options),
    close: async () => {
      await browser.close();
      await closeServer(server);
    },
  };
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

async function openPreview(browser: Browser, url: string, options: PreviewOptions = {}): Promise<Preview> {
  const { width = 1400, height = 860, ...asked } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: asked.lang === "en" ? "en-US" : "fr-FR",
    colorScheme: asked.theme === "dark" || asked.theme === "contrast" ? "dark" : "light",
    forcedColors: asked.theme === "contrast" ? "active" : "none",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  await page.goto(`${url}?${new URLSearchParams(asked as Record<string, string>)}`);
  const call = <T>(method: string, ...args: unknown[]): Promise<T> =>
    page.evaluate(([name, list]) => (window as any).preview[name as string](...(list as unknown[])), [
      method,
      args,
    ] as const) as Promise<T>;
  await page.waitForFunction("window.preview");
  await page.evaluate("window.preview.ready");
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
  return {
    page,
    pane,
    errors,
    read: (address) => call("read", address),
    write: (address, content) => call("write", address, content),
    settled: () => call("settled"),
    run: (command) => call("run", command),
    select: (address) => call("select", address),
    undo: () => call("undo"),
    type: async (address, text) => {
      // Selecting leaves the keyboard where it is, as in Excel: a click brings it to the grid. Two clicks on one
      // place in short order would be a double click, which opens the cell clicked instead.
      const inGrid = 'document.activeElement?.getAttribute("data-u-comp") === "editor"';
      if (!(await page.evaluate(inGrid))) await page.locator("#grid").click({ position: { x: 300, y: 300 } });
      await page.waitForFunction(inGrid);
      await call("select", address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      // The grid takes an entry in a moment after the key.
      await page.waitForFunction((cell) => (window as any).previewHost.readFormula(cell) !== "", address, {
        timeout: 10_000,
      });
      await call("settled");
    },
    click: async (address, where = "middle") => {
      await call("select", address);
      const { x, y, width, height } = await page.evaluate(
        (cell) => {
          const { univerAPI } = (window as any).previewHost.core.book;
          const rect = univerAPI.getActiveWorkbook().getActiveSheet().getRange(cell).getCellRect();
          // Counted from the corner of the sheet's canvas.
          const canvas = document.querySelector('[id^="univer-sheet-main-canvas"]')!.getBoundingClientRect();
          return { x: canvas.x + rect.x, y: canvas.y + rect.y, width: rect.width, height: rect.height };
        },
        address.replace(/^.*!/, ""),
      );
      await page.mouse.click(where === "right" ? x + width - 14 : x + width / 2, y + height / 2);
    },
    screenshot: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    axe: (where = "page") => axe(where === "pane" ? pane : page),
    close: () => context.close(),
  };
}

const axeSource = (): string => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical findings of axe in a page or frame, each as rule, place and advice. */
export async function axe(target: Page | Frame): Promise<string[]> {
  await target.evaluate(axeSource());
  return target.evaluate(async () => {
    // Univer draws the grid on a canvas and its own controls around it: those are not ours to judge.
    const result = await (window as any).axe.run(
      { exclude: [["#grid > *"]] },
      { iframes: false, resultTypes: ["violations"] },
    );
    return result.violations
      .filter(({ impact }: any) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }: any) =>
        nodes.map(({ target: at }: any) => `${id}: ${at.join(" ")} (${help})`),
      );
  });
}
