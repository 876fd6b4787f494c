import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as sheetjs from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";

import { Codebook, editionById } from "../../src/domain/codebook";
import { readWorkbook } from "../../src/files/xlsx";
import { against, figure, type Figure } from "./measure";
import { mulberry32 } from "../../src/domain/sample/random";

// Ships no types.
const XlsxPopulate = require("xlsx-populate");

const FILES = 119;
const ROWS = 100;
const COLUMNS = 12;
const MANY = 100_000;

/** Answers as a questionnaire holds them: codes with labels, free texts, years, blanks now and then. */
function answers(rows: number, seed: number): (string | number | null)[][] {
  const random = mulberry32(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const codebook = new Codebook(editionById("2014"));
  const shown = (list: string) =>
    codebook.list(list).codes.map(({ code }) => codebook.display(list, code, "fr"));
  const lists = ["domain", "status", "measure", "means", "management", "decision", "coordination"].map(shown);
  const words = ["réseau", "données", "accès", "médiathèque", "à l’école", "Wi-Fi", "guichet", "carte"];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => {
      if (random() < 0.1) return null;
      if (column < lists.length) return lists[column][pick(lists[column].length)];
      if (column === 7) return 2000 + pick(20);
      if (column === 8) return Math.round(random() * 1e6) / 100;
      if (column === 9) return `${words[pick(8)]} ${words[pick(8)]} n° ${row}`;
      return pick(100_000);
    }),
  );
}

const header = Array.from({ length: COLUMNS }, (_, column) => `Question ${column + 1}`);

/** The file as Excel would write it: shared texts, styles, compressed. */
async function written(rows: (string | number | null)[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Projets").addRows([header, ...rows]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The floor: unzip everything, look for every cell and every shared text, check nothing. */
function plainScan(bytes: Uint8Array): number {
  const parts = unzipSync(bytes);
  const shared = [...strFromU8(parts["xl/sharedStrings.xml"]).matchAll(/<si>(?:<t[^>]*>([^<]*))?/g)];
  let filled = 0;
  for (const [, attributes, value] of strFromU8(parts["xl/worksheets/sheet1.xml"]).matchAll(
    /<c ([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g,
  )) {
    if (value === undefined) continue;
    const found = attributes.includes('t="s"') ? shared[Number(value)][1] : Number(value);
    if (found !== undefined) filled++;
  }
  return filled;
}

type Reader = (bytes: Uint8Array) => number | Promise<number>;
const filledOf = (rows: readonly unknown[][]): number =>
  rows.reduce((sum, row) => sum + row.filter((value) => value != null && value !== "").length, 0);

async function readers(): Promise<Record<string, Reader>> {
  const hucre = await import("hucre");
  return {
    "readWorkbook, all checks": (bytes) => readWorkbook(bytes).cellCount,
    "plain unzip and scan": plainScan,
    "hucre 1.0.0": async (bytes) => filledOf((await hucre.readXlsx(bytes)).sheets[0].rows),
    "@e965/xlsx 0.20.3, dense": (bytes) => {
      const { Sheets, SheetNames } = sheetjs.read(bytes, { dense: true });
      return filledOf(sheetjs.utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 }));
    },
    "exceljs 4.4.0": async (bytes) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
      let filled = 0;
      workbook.worksheets[0].eachRow((row) => row.eachCell(() => filled++));
      return filled;
    },
    "xlsx-populate 1.21.0": async (bytes) =>
      filledOf((await XlsxPopulate.fromDataAsync(bytes)).sheet(0).usedRange().value()),
  };
}

/** Every reader in turn, several rounds, so that a busy moment of the machine is shared by all. */
async function compared(files: readonly Uint8Array[], cells: number, rounds: number): Promise<Figure[]> {
  const all = Object.entries(await readers());
  const times = all.map(() => [] as number[]);
  const warmUp = rounds > 1 ? 3 : 0;
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, [name, read]] of all.entries()) {
      if (rounds === 1) global.gc?.();
      const start = performance.now();
      let found = 0;
      for (const bytes of files) found += await read(bytes);
      if (round >= 0) times[i].push(performance.now() - start);
      if (found !== cells) throw new Error(`${name}: ${found} cells instead of ${cells}`);
    }
  }
  const figures = all.map(([name], i) => figure(name, times[i]));
  const plain = figures.find(({ name }) => name.startsWith("plain"))!;
  return figures.map((each) => (each === plain ? each : against(each, plain)));
}

/** The most memory a fresh process holds while it does nothing but read the file. */
function peakMemory(bytes: Uint8Array): Figure {
  const folder = mkdtempSync(join(tmpdir(), "bvn-bench-"));
  const path = join(folder, "rows.xlsx");
  writeFileSync(path, bytes);
  const root = resolve(__dirname, "../..");
  const code = `
    const { readWorkbook } = require(${JSON.stringify(join(root, "src/files/xlsx/index.ts"))});
    const before = process.resourceUsage().maxRSS;
    readWorkbook(new Uint8Array(require("fs").readFileSync(${JSON.stringify(path)})));
    console.log((process.resourceUsage().maxRSS / 1024).toFixed(1), (before / 1024).toFixed(1));`;
  try {
    const args = ["-r", join(root, "tools/register.cjs"), "-e", code];
    const [peak, before] = execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim()
      .split(" ")
      .map(Number);
    return figure("readWorkbook, peak memory of the process", [peak], "MB", `${before} MB before reading`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reading returned questionnaires: ours against a plain scan of the same bytes and against other readers. */
export async function readingBench(): Promise<{ title: string; figures: Figure[] }[]> {
  const questionnaires = Array.from({ length: FILES }, (_, i) => answers(ROWS, 100 + i));
  const files = await Promise.all(questionnaires.map(written));
  const many = answers(MANY, 7);
  const large = await written(many);
  const headers = filledOf([header]);
  return [
    {
      title: `Reading ${FILES} files of ${ROWS} × ${COLUMNS} cells`,
      figures: await compared(
        files,
        FILES * headers + questionnaires.reduce((n, q) => n + filledOf(q), 0),
        9,
      ),
    },
    {
      title: `Reading one file of ${MANY.toLocaleString("en")} × ${COLUMNS} cells (${(large.length / 1e6).toFixed(1)} MB)`,
      figures: [...(await compared([large], headers + filledOf(many), 1)), peakMemory(large)],
    },
  ];
}
