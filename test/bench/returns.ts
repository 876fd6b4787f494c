import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { makeQuestionnaire } from "../../src/files/questionnaire";
import { importTexts } from "../../src/taskpane/texts/imports";
import { servePreview, type Preview } from "../browser/support/preview";
import { codebook } from "./data";
import { figure, type Figure, type Section } from "./measure";
import { mulberry32 } from "../../src/domain/sample/random";

const PROJECTS = 100;
const RUNS = 5;

/** The panel of the study: as many territories as in 2014. */
const PANEL = Array.from({ length: 119 }, (_, i) => ({
  code: String(10_000 + i),
  name: `Ville ${i + 1}`,
  type: 1,
  region: 1 + (i % 22),
  population: 20_000 + i * 1000,
}));

/** Names of projects nobody has listed, as different as those of different towns. */
const WORDS =
  "réseau carte guichet médiathèque données accès piscine école cantine voirie parking marché musée stade tram vélo eau gaz déchet lampadaire capteur forêt port gare plage église crèche archive théâtre budget".split(
    " ",
  );

/** Questionnaires as they come back: a hundred projects each, most of their answers given. */
export function returnedFiles(): { name: string; bytes: Uint8Array }[] {
  const random = mulberry32(119);
  const pick = (n: number) => Math.floor(random() * n);
  const lists = ["status", "measure", "means", "management", "decision", "coordination"] as const;
  const codes = Object.fromEntries(
    lists.map((list) => [list, codebook.list(list).codes.map(({ code }) => code)]),
  );
  return PANEL.map((territory, t) => {
    const listed = codebook.edition.listedProjects.map(({ domain, label }) => ({
      domain,
      project: label.fr,
    }));
    const others = Array.from({ length: Math.max(0, PROJECTS - listed.length) }, (_, i) => ({
      domain: 1 + (i % 10),
      project: Array.from({ length: 4 }, () => WORDS[pick(WORDS.length)]).join(" "),
    }));
    const projects = [...listed, ...others].slice(0, PROJECTS).map((project) => ({
      edition: "2013",
      territory: territory.name,
      ...project,
      ...Object.fromEntries(
        lists.flatMap((list) => (random() < 0.85 ? [[list, codes[list][pick(codes[list].length)]]] : [])),
      ),
    }));
    const previous = { edition: "2013", projects, motivations: [], actors: [], panel: territory };
    const now = new Date("2014-01-10T09:00:00Z");
    const documentId = `d${t}`;
    const bytes = makeQuestionnaire(codebook, { territory, language: "fr", documentId, now, previous });
    return { name: `${territory.name}.xlsx`.replaceAll("/", "-"), bytes };
  });
}

/** Writes the panel into an empty study, as a person would. */
async function withPanel({ pane, settled }: Preview): Promise<void> {
  const rows = PANEL.map(({ code, name, region, population }) => [
    `'${code}`,
    name,
    "Commune",
    "",
    codebook.label("region", region, "fr"),
    population,
  ]);
  await pane.evaluate(async (cells) => {
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Panel").resize(`A1:N${cells.length + 1}`);
      context.workbook.worksheets.getItem("Panel").getRange(`A2:F${cells.length + 1}`).values = cells;
      await context.sync();
    });
  }, rows);
  await settled();
}

/**
 * Waits until the preview's own workbook is done with what was written: it heightens rows for seconds, on the thread that
 * it shares with the pane here, as Excel does not.
 */
async function untilCalm({ page }: Preview): Promise<void> {
  await page.evaluate(async () => {
    const last = performance.now() + 20_000;
    for (let calm = 0, before = performance.now(); calm < 1000 && before < last;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = performance.now();
      calm = now - before > 40 ? 0 : calm + now - before;
      before = now;
    }
  });
}

/**
 * What the pane's thread does while files are read, until the dry run is on screen: the time, and how long it could not
 * answer.
 */
async function watched(pane: Frame, files: readonly string[]) {
  await pane.evaluate((comparing) => {
    const watch = { start: 0, read: 0, done: 0, longest: 0, gap: 0 };
    (window as any).watch = watch;
    new PerformanceObserver((list) => {
      for (const { name, duration, startTime } of list.getEntries()) {
        const isMeant =
          watch.start > 0 && startTime >= watch.start && !(watch.done && startTime > watch.done);
        // The page around the pane is what stands in for Excel.
        if (isMeant && name !== "same-origin-ancestor") watch.longest = Math.max(watch.longest, duration);
      }
    }).observe({ type: "longtask" });
    let last = performance.now();
    const frame = (now: number) => {
      if (watch.start && !watch.done) watch.gap = Math.max(watch.gap, now - Math.max(last, watch.start));
      last = now;
      if (!watch.done) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    document
      .querySelector("input[type=file]")!
      .addEventListener("change", () => (watch.start = performance.now()), { capture: true });
    new MutationObserver(() => {
      // The pane says that it compares once every file is read and checked.
      const compares = document.querySelector(`[aria-label="${comparing}"]`);
      if (compares && !watch.read) watch.read = performance.now();
      const found = [...document.querySelectorAll("h1,h2,h3")].some(
        (one) => one.textContent === "Essai à blanc",
      );
      if (found && !watch.done) watch.done = performance.now();
    }).observe(document.body, { attributes: true, childList: true, subtree: true, characterData: true });
  }, importTexts.comparing.fr);
  await pane.locator("input[type=file]").setInputFiles([...files]);
  await pane.waitForFunction(() => (window as any).watch.done > 0, null, { timeout: 120_000 });
  return pane.evaluate(async () => {
    // The task that showed the dry run is told of when it is over.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { start, read, done, longest, gap } = (window as any).watch;
    return { read: read - start, time: done - start, longest, gap };
  }) as Promise<{ read: number; time: number; longest: number; gap: number }>;
}

/** Processor time of the browser's processes so far, in milliseconds. */
async function browserTime({ page }: Preview): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

/** Returned questionnaires read and checked as in the pane: the built add-in in a real browser, its own worker. */
export async function returnsBench(): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "bvn-returns-"));
  const server = await servePreview();
  try {
    const files = returnedFiles().map(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const runs: { read: number; time: number; longest: number; gap: number; cpu: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const preview = await server.open({ book: "study", lang: "fr" });
      preview.page.setDefaultTimeout(120_000);
      await withPanel(preview);
      await preview.run("importReturns");
      await preview.pane.getByRole("heading", { name: "Importer des questionnaires", exact: true }).waitFor();
      await untilCalm(preview);
      const before = await browserTime(preview);
      const found = await watched(preview.pane, files);
      runs.push({ ...found, cpu: (await browserTime(preview)) - before });
      await preview.close();
    }
    const all = (name: string, part: keyof (typeof runs)[number], aim?: string): Figure => ({
      ...figure(
        name,
        runs.map((run) => run[part]),
      ),
      aim,
    });
    return [
      {
        title: `${files.length} returned questionnaires of ${PROJECTS} projects in the browser`,
        note: "From the files being picked to the dry run on screen: the built add-in in Chromium, files read and checked in its worker.",
        figures: [
          all("read and checked", "read", "< 1000 ms"),
          all("read, checked and planned: the dry run on screen", "time"),
          all("processor time of the browser meanwhile", "cpu"),
          all("longest task of the pane's thread", "longest", "≤ 50 ms"),
          all("longest gap between two frames", "gap"),
        ],
      },
    ];
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
