import type { Base } from "../../src/domain/base/base";
import { LiveFormulas } from "../../src/functions/live";
import { Outcomes, sameOutcome } from "../../src/functions/outcomes";
import { call, contextOf, examples, formula, narrowed, rawOf, type Formula } from "./calls";
import { beginTable } from "../../tools/as-excel";
import { codebook, editedRow, loadedBase, politics, projectBlocks, projectRows, ROWS } from "./data";
import { figure, once, spent, time, type Figure, type Section, type Spent } from "./measure";

const thousands = (n: number) => n.toLocaleString("en");

/** Waits until nothing is left in memory but what is kept; one collection leaves some for the next. */
async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    global.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Loads the base as the loader does and tells what it keeps: nothing of the rows but what is counted. */
async function loading(): Promise<{ figures: Figure[] }> {
  const base = politics();
  await settled();
  const before = process.memoryUsage();
  const runs: Spent[] = [];
  beginTable(base, "projects");
  for (const block of projectBlocks()) runs.push(once(() => base.appendRows("projects", block)));
  runs.push(once(() => base.endTable("projects")));
  await settled();
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed;
  const sum = (part: keyof Spent) => runs.reduce((total, run) => total + run[part], 0);
  const note = global.gc ? "a tenth of the rows with a free text of its own" : "wants node --expose-gc";
  return {
    figures: [
      spent("load the columns", [{ wall: sum("wall"), cpu: sum("cpu") }]),
      { ...figure("memory of the base", [bytes / ROWS], "bytes a row", note), aim: "< 40" },
    ],
  };
}

/** Runs of each function that are counted, and those before them that are not. */
const RUNS = 20;
const WARM_UP = 4;

/**
 * Each function of the catalogue with its examples in turn, each time under a criterion nobody has used: asked
 * when the base has answered nothing on these fields yet, asked when it has, and asked again unchanged.
 */
function eachFunction(base: Base, result: "scalar" | "matrix"): Section[] {
  const ids = [...new Set(examples().map(({ definition }) => definition))].filter(
    (one) => one.result === result,
  );
  const aims = result === "scalar" ? ["< 5 ms", "< 0.1 ms"] : ["", ""];
  let size = 40_000;
  const [first, next, again]: Figure[][] = [[], [], []];
  for (const { id } of ids) {
    const asked = examples().filter(({ definition }) => definition.id === id);
    const runs: Spent[][] = [[], [], []];
    for (let run = 0; run < RUNS + WARM_UP; run++) {
      const unseen = () => narrowed(asked[run % asked.length], ["Population", `>=${size++}`]);
      const one = unseen();
      const other = unseen();
      const outcome = new Outcomes().of(other.definition, rawOf(other));
      base.tableOf("projects").cubes.clear();
      const all = [
        once(() => call(base, one)),
        once(() => outcome(contextOf(base))),
        once(() => outcome(contextOf(base))),
      ];
      if (run >= WARM_UP) all.forEach((each, i) => runs[i].push(each));
    }
    const aim = id === "CROSSTAB" ? "< 15 ms" : aims[0];
    first.push({ ...spent(id, runs[0]), aim });
    next.push({ ...spent(id, runs[1]), aim });
    again.push({ ...spent(id, runs[2]), aim: aims[1] });
  }
  const kind = result === "scalar" ? "Functions of one value" : "Functions that spill";
  return [
    {
      title: `${kind}: the first question on their fields`,
      figures: first,
      note: "Nothing is counted yet by these fields; which rows belong to the edition is known, as after any question.",
    },
    { title: `${kind}: another question on the same fields`, figures: next },
    { title: `${kind}: the same question again`, figures: again },
  ];
}

/** A sheet of different formulas, as an analyst's holds them; number `i` is always the same. */
function mixed(i: number): Formula {
  const all = examples();
  const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
  const one = all[i % all.length];
  const names = one.args.includes("Domaine");
  const pairs = ["Population", `>=${20_000 + 200 * i}`];
  return narrowed(one, names || i % 3 === 0 ? pairs : ["Domaine", domains[i % domains.length], ...pairs]);
}

/** Formulas followed as in Excel: turns of the runtime are run as they are asked for and timed. */
function sheet(base: Base, formulas: readonly Formula[]) {
  const turns: (() => void)[] = [];
  const live = new LiveFormulas((run) => turns.push(run));
  base.onChange(() => live.changed());
  const outcomes = new Outcomes();
  let longest = 0;
  let shownCount = 0;
  const settle = () => {
    while (turns.length) longest = Math.max(longest, once(turns.shift()!).wall);
  };
  const open = () => {
    for (const one of formulas) {
      const outcome = outcomes.of(one.definition, rawOf(one));
      live.follow(
        () => outcome(contextOf(base)),
        () => shownCount++,
        sameOutcome,
      );
    }
    settle();
  };
  return { open, settle, longest: () => longest, shown: () => shownCount };
}

function sheets(base: Base): Figure[] {
  const count = 1000;
  const scalars = examples().filter(({ definition }) => definition.result === "scalar");
  const kinds: [string, (i: number) => Formula][] = [
    [
      "single figures",
      (i) =>
        narrowed(scalars[i % scalars.length], [
          "Type",
          codebook.list("type").codes[i % 4].label.fr,
          "Population",
          `>=${20_000 + 150 * i}`,
        ]),
    ],
    ["every function, tables too", mixed],
  ];
  return kinds.flatMap(([name, make], kind) => {
    base.tableOf("projects").cubes.clear();
    const book = sheet(
      base,
      Array.from({ length: count }, (_, i) => make(i)),
    );
    const opened = spent(`${thousands(count)} different formulas, ${name}: opened`, [once(book.open)]);
    const longest = book.longest();
    // Rows of its own: what another sheet wrote already would change nothing.
    const edits = [...projectRows(40, 99 + kind)];
    let written = 0;
    const edited = time(`${thousands(count)} formulas, ${name}: one row edited`, 30, () => {
      const row = edits[written++ % edits.length];
      base.updateRows("projects", (kind * 4099 + written * 31_337) % ROWS, [editedRow(row)]);
      book.settle();
    });
    return [
      { ...opened, note: `longest turn ${longest.toFixed(0)} ms` },
      { ...edited, aim: "< 100 ms" },
    ];
  });
}

/** How cost grows: with the rows, and not with formulas that ask the same thing. */
function scaling(full: Base): Figure[] {
  const figures: Figure[] = [];
  for (const rows of [10_000, 100_000, ROWS]) {
    const base = rows === ROWS ? full : loadedBase(rows);
    let size = 30_000;
    const work = () => {
      base.tableOf("projects").cubes.clear();
      call(base, formula("MATURITY", ["Domaine", "Éducation", "Mesure", ">=2", "Population", `>=${size++}`]));
    };
    figures.push(time(`first question on its fields, ${thousands(rows)} rows`, 40, work, 10));
    if (rows !== ROWS) continue;
    for (const count of [1, 10, 100, 1000]) {
      const same = time(`${thousands(count)} formulas that ask the same thing`, 10, () => {
        base.tableOf("projects").cubes.clear();
        const args = ["Domaine", "Éducation", "Mesure", ">=2", "Population", `>=${size++}`];
        const book = sheet(
          base,
          Array.from({ length: count }, () => formula("MATURITY", args)),
        );
        book.open();
      });
      figures.push(same);
    }
  }
  return figures;
}

/** The base of a sheet as full as Excel allows. */
export async function baseBench(): Promise<Section[]> {
  const { figures } = await loading();
  return [{ title: `Base of ${thousands(ROWS)} project rows`, figures }];
}

/** What that base takes to ask, and to follow an edit. */
export function functionsBench(): Section[] {
  const base = loadedBase();
  return [
    ...eachFunction(base, "scalar"),
    ...eachFunction(base, "matrix"),
    { title: "Sheets of formulas", figures: sheets(base) },
    { title: "How cost grows", figures: scaling(base) },
  ];
}
