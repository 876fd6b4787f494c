import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { transformSync } from "@swc/core";

/** What reading one file took in a process of its own. */
export interface Measured {
  /** The refusal code, or "read". */
  readonly outcome: string;
  readonly cellCount?: number;
  readonly cells?: Readonly<Record<string, unknown>>;
  readonly remarks?: readonly string[];
  /** Processor time, so that a busy machine does not count. */
  readonly ms: number;
  /** The most memory the whole process held. */
  readonly peakMb: number;
}

const root = resolve(__dirname, "../../..");
const sources = [
  "src/files/xlsx/types.ts",
  "src/files/xlsx/index.ts",
  "src/files/xlsx/read",
  "src/domain/language",
  "src/domain/messages/define.ts",
  "src/domain/messages/files.ts",
  "test/support/corpus/plain.ts",
];

const reading = `
// The system's own figure of this process; resourceUsage() would start from what the parent held.
const peakMb = () => {
  const status = "/proc/self/status";
  const { existsSync, readFileSync } = require("fs");
  if (!existsSync(status)) return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync(status, "utf8"))[1]) / 1024;
};
const { readWorkbook, FileRefused } = require("./src/files/xlsx/index.js");
const { plainWorkbook } = require("./test/support/corpus/plain.js");
const bytes = new Uint8Array(require("fs").readFileSync(process.argv[2]));
const before = process.cpuUsage();
let read = null, outcome = "read";
try { read = readWorkbook(bytes); } catch (error) {
  if (!(error instanceof FileRefused)) throw error;
  outcome = error.code;
}
const { user, system } = process.cpuUsage(before);
const measured = { outcome, ms: (user + system) / 1000, peakMb: peakMb() };
if (read) {
  measured.cellCount = read.cellCount;
  measured.remarks = read.remarks.slice(0, 9).map(({ remark, sheet }) => (sheet ? remark + " " + sheet : remark));
  if (read.cellCount < 100) measured.cells = plainWorkbook(read).sheets[0].cells;
}
console.log(JSON.stringify(measured));`;

/**
 * The reader compiled to plain files in a folder of its own, so that a process that reads one file holds nothing
 * but the reader: no test runner, no compiler.
 */
export class MeasuredReader {
  private readonly folder = mkdtempSync(join(tmpdir(), "bvn-corpus-"));

  constructor() {
    for (const source of sources.flatMap((path) => (path.endsWith(".ts") ? [path] : filesOf(path)))) {
      const { code } = transformSync(readFileSync(join(root, source), "utf8"), {
        filename: basename(source),
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      });
      const target = join(this.folder, source.replace(/\.ts$/, ".js"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }
    writeFileSync(join(this.folder, "read.js"), reading);
  }

  /** Makes the bombs in another process, which is done in a third of the time it takes under the test runner. */
  makeBombs(): void {
    const script = `
      const { bombs } = require(${JSON.stringify(join(__dirname, "bombs.ts"))});
      bombs.forEach(({ bytes }, i) => require("fs").writeFileSync(process.argv[1] + "/bomb" + i, bytes()));`;
    const args = ["-r", join(root, "tools/register.cjs"), "-e", script, this.folder];
    execFileSync(process.execPath, args, { stdio: "ignore" });
  }

  readBomb(number: number): Measured {
    const args = [join(this.folder, "read.js"), join(this.folder, `bomb${number}`)];
    const env = { ...process.env, NODE_PATH: join(root, "node_modules") };
    return JSON.parse(execFileSync(process.execPath, args, { env, timeout: 60_000 }).toString()) as Measured;
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
