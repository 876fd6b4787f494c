import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { markdown, type Section } from "./measure";

const docs = join(__dirname, "../../docs");
const data = join(docs, "speed.json");
const page = join(docs, "speed.md");

/** A part of the bench and the machine it was measured on. */
interface Result {
  readonly part: string;
  readonly day: string;
  readonly machine: string;
  /** Programs that wanted a processor at the end, on average of the last minute. */
  readonly load: number;
  readonly sections: readonly Section[];
}

/** Runs a part and notes where and when. */
export async function measured(part: string, measure: () => Promise<readonly Section[]>): Promise<Result> {
  const sections = await measure();
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return { part, day: new Date().toISOString().slice(0, 10), machine, load: loadavg()[0], sections };
}

const introduction = `# Speed

Written by \`npm run bench -- --write\` from its own figures; measure again rather than edit. Data and questions
are seeded. Times are medians in milliseconds. The machine was shared with other programs, as its load says, so
that wall-clock times come out longer than they would be alone; "processor" is the processor time of the whole process
meanwhile, which depends on them less, though memory and caches are shared too. Ratios
compare processor times of one run on the same data. Nothing here is asserted by a test.`;

/** Keeps a part's figures with those of the others and writes the page anew. */
export async function writePage(result: Result): Promise<void> {
  const known = existsSync(data) ? (JSON.parse(readFileSync(data, "utf8")) as Result[]) : [];
  const at = known.findIndex(({ part }) => part === result.part);
  const all = at < 0 ? [...known, result] : known.map((one, i) => (i === at ? result : one));
  const parts = all.map(({ machine, day, load, sections }) => {
    const where = `_${day}, ${machine}; load ${load.toFixed(1)}_`;
    return [...sections.map(markdown), where].join("\n\n");
  });
  const write = async (path: string, text: string) => {
    writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  };
  await write(data, JSON.stringify(all));
  await write(page, [introduction, ...parts].join("\n\n"));
}
