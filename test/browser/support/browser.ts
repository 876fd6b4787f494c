import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

/** Installed browsers that the preview and its tests run in, by usual place. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A machine without network refuses what the browser would ask for by itself; fonts are drawn alike everywhere. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--no-pings",
  "--font-render-hinting=none",
];

/**
 * The browser inside the npm package. Its shared libraries (NSS and fonts) come with it, but are unpacked only
 * where the package thinks itself on the service it was made for; saying so is what a bare machine needs. It
 * unpacks into the temporary folder and trusts whatever it finds there, so it is given a folder of ours. A second
 * process must not start while the first unpacks: `npm test` calls this once before the tests.
 */
export async function packagedBrowser(): Promise<string> {
  const root = join(__dirname, "../../..");
  const manifest = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(root, ".cache", `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  process.env.TMPDIR = folder;
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The browser of the tests: the one `BVN_BROWSER` names, else the packaged one (Linux x64), else an installed
 * Chromium, Chrome or Edge. Each launch has its own empty profile.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  const candidates: (() => Promise<string | undefined>)[] = process.env.BVN_BROWSER
    ? [async () => process.env.BVN_BROWSER]
    : [
        async () =>
          process.platform === "linux" && process.arch === "x64" ? await packagedBrowser() : undefined,
        ...installed.map((path) => async () => (existsSync(path) ? path : undefined)),
      ];
  for (const candidate of candidates) {
    try {
      const executablePath = await candidate();
      if (executablePath) return await chromium.launch({ executablePath, args: quiet, headless: true });
    } catch (error) {
      tried.push(String(error).split("\n").slice(0, 6).join("\n"));
    }
  }
  throw new Error(
    `No browser for the tests. Install Chromium, Chrome or Edge, or name one in the variable BVN_BROWSER.\n${tried.join("\n")}`,
  );
}
