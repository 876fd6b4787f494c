import { op, table } from "arquero";
import { mean } from "simple-statistics";
import { AVERAGEIFS } from "@formulajs/formulajs";
import { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluate } from "../../src/functions/evaluate";
import { LiveFormulas } from "../../src/functions/live";
import { against, figure, time, type Figure } from "./measure";
import { seeded } from "./random";

/** Rows a sheet of Excel can hold below a header. */
export const ROWS = 1_048_575;
const TERRITORIES = 2000;
const BLOCK = 20_000;

const codebook = new Codebook(editionById("2014"));
const definitions = new Map(functionDefinitions.map((definition) => [definition.id, definition]));

function call(base: Base | null, id: string, args: readonly unknown[]): unknown {
  const block = (value: unknown) => (Array.isArray(value) ? value : [[value]]);
  const definition = definitions.get(id)!;
  const repeats = definition.parameters.at(-1)?.repeating === true;
  const fixed = definition.parameters.length - (repeats ? 1 : 0);
  const raw = [...args.slice(0, fixed).map(block), ...Array(Math.max(0, fixed - args.length)).fill(null)];
  return evaluate(definition, { base, codebook, language: "fr", anomalies: [] }, [
    ...raw,
    args.slice(fixed).map(block),
  ]);
}

/** Rows of the projects table as Excel hands them over: display texts, blanks as "". */
function makeRows() {
  const random = seeded(2014);
  const pick = (n: number) => Math.floor(random() * n);
  const shown = (list: string, blankShare: number) => {
    const { codes } = codebook.list(list);
    const texts = codes.map(({ code }) => codebook.display(list, code, "fr"));
    return () => (random() < blankShare ? "" : texts[pick(texts.length)]);
  };
  const answers = {
    domain: shown("domain", 0),
    status: shown("status", 0),
    measure: shown("measure", 0.2),
    means: shown("means", 0.2),
    management: shown("management", 0.2),
    decision: shown("decision", 0.2),
    coordination: shown("coordination", 0.2),
  } as Record<string, () => string>;
  const projects = codebook.edition.listedProjects.map(({ label }) => label.fr);
  const { fields } = codebook.table("projects");
  return Array.from({ length: ROWS }, (_, row) =>
    fields.map(({ id }) => {
      if (id === "edition") return 2014;
      if (id === "territory") return `Territoire ${pick(TERRITORIES)}`;
      if (id === "project") return projects[pick(projects.length)];
      if (id === "id") return `p${row}`;
      return answers[id]?.() ?? "";
    }),
  );
}

function load(rows: readonly (readonly unknown[])[]): Base {
  const base = new Base(codebook);
  const { fields } = codebook.table("panel");
  const types = codebook.list("type").codes;
  base.beginTable(
    "panel",
    fields.map(({ label }) => label.fr),
  );
  base.appendRows(
    "panel",
    Array.from({ length: TERRITORIES }, (_, i) =>
      fields.map(({ id }) =>
        id === "name"
          ? `Territoire ${i}`
          : id === "type"
            ? types[i % types.length].label.fr
            : id === "population"
              ? 50_000 + i * 137
              : "",
      ),
    ),
  );
  base.endTable("panel");
  base.beginTable(
    "projects",
    codebook.table("projects").fields.map(({ label }) => label.fr),
  );
  for (let start = 0; start < rows.length; start += BLOCK)
    base.appendRows("projects", rows.slice(start, start + BLOCK));
  base.endTable("projects");
  return base;
}

/** Different questions, as an analyst's sheet holds them; number `i` is always the same. */
function question(i: number): [string, unknown[]] {
  const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
  const types = codebook.list("type").codes.map(({ label }) => label.fr);
  const domain = domains[i % domains.length];
  const type = types[Math.floor(i / domains.length) % types.length];
  const size = `>=${50_000 + 100 * i}`;
  const filters = ["Domaine", domain, "Type", type, "Population", size];
  const kinds: [string, unknown[]][] = [
    ["MATURITY", filters],
    ["MEASURE", filters],
    ["MEANS", filters],
    ["PROJECTS", filters],
    ["SHARE", ["État", "Réalisé", ...filters]],
  ];
  return kinds[i % kinds.length];
}

export function functionsBench(): { title: string; figures: Figure[] }[] {
  const rows = makeRows();
  global.gc?.();
  const before = process.memoryUsage();
  let base!: Base;
  const loading = time("load the columns", 3, () => (base = load(rows)), 0);
  global.gc?.();
  const after = process.memoryUsage();
  const bytes = (after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed) / ROWS;

  const cold = time("one formula, not seen before", 60, (run) => call(base, ...question(run + 5)), 5);
  const coldPlain = time(
    "MATURITY() on other filters, not seen before",
    40,
    (run) => call(base, "MATURITY", ["Mesure", `>=${(run % 4) + 1}`, "Territoire", `Territoire ${run + 9}*`]),
    5,
  );
  const crosstab = time(
    "CROSSTAB of two fields, not seen before",
    20,
    (run) =>
      call(base, "CROSSTAB", ["Domaine", "Mode de gestion", "nombre", "Population", `>=${40_000 + run}`]),
    3,
  );
  const warm = time(
    "one formula, seen before",
    2000,
    () => call(base, "MATURITY", ["Domaine", "Éducation"]),
    50,
  );

  let pending: (() => void) | null = null;
  const live = new LiveFormulas((run) => (pending = run));
  base.onChange(() => live.changed());
  let shown = 0;
  const firstTime = time(
    "1,000 different formulas, first time",
    1,
    () => {
      for (let i = 0; i < 1000; i++) {
        const [id, args] = question(i);
        live.follow(
          () => safe(() => call(base, id, args)),
          () => shown++,
          Object.is,
        );
      }
    },
    0,
  );
  const headers = codebook.table("projects").fields.map(({ id }) => id);
  const statuses = codebook.list("status").codes.map(({ code }) => codebook.display("status", code, "fr"));
  const edited = time("one edited row, then all 1,000 formulas", 30, (run) => {
    const at = ((run + 7) * 31_337) % ROWS;
    const row = [...rows[at]];
    row[headers.indexOf("status")] = statuses[(run + 6) % 3];
    base.updateRows("projects", at, [row]);
    pending?.();
  });

  return [
    {
      title: `Base of ${ROWS.toLocaleString("en")} project rows`,
      figures: [
        loading,
        figure("memory of the base", [bytes], "bytes a row"),
        cold,
        coldPlain,
        crosstab,
        warm,
        firstTime,
        edited,
      ],
    },
    {
      title: `Range form: mean status code of one domain, ${ROWS.toLocaleString("en")} rows`,
      figures: rangeForm(),
    },
  ];
}

const safe = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
};

/** The same question on the same arrays: status codes, and domains as texts. */
function rangeForm(): Figure[] {
  const random = seeded(7);
  const domains = codebook.list("domain").codes.map(({ label }) => label.fr);
  const status = Array.from({ length: ROWS }, () => 1 + Math.floor(random() * 3));
  const domain = Array.from({ length: ROWS }, () => domains[Math.floor(random() * domains.length)]);
  // Through JSON, as Excel hands ranges over: every text is an object of its own.
  const statusCells: number[][] = JSON.parse(JSON.stringify(status.map((value) => [value])));
  const domainCells: string[][] = JSON.parse(JSON.stringify(domain.map((value) => [value])));
  const wanted = domains[0];
  const plainLoop = () => {
    let sum = 0;
    let n = 0;
    for (let i = 0; i < statusCells.length; i++) {
      if (domainCells[i][0] === wanted) {
        sum += statusCells[i][0];
        n++;
      }
    }
    return sum / n;
  };
  const expected = plainLoop();
  const checked = (name: string, runs: number, work: () => unknown): Figure => {
    const result = Number(work());
    if (Math.abs(result - expected) > 1e-12) throw new Error(`${name}: ${result} instead of ${expected}`);
    return time(name, runs, work);
  };
  const own = checked("BVN.MATURITY(range; range; criterion)", 15, () =>
    call(null, "MATURITY", [statusCells, domainCells, wanted]),
  );
  const plain = checked("plain loop over the cells", 15, plainLoop);
  const flat = <T>(cells: readonly (readonly T[])[]): T[] => cells.map((row) => row[0]);
  const arquero = checked("arquero filter + rollup", 7, () => {
    const columns = table({ status: flat(statusCells), domain: flat(domainCells) }).params({ wanted });
    const rows = columns.filter((d: { domain: string }, $: { wanted: string }) => d.domain === $.wanted);
    return (rows.rollup({ mean: op.mean("status") }).object() as { mean: number }).mean;
  });
  const simple = checked("simple-statistics mean of the filtered", 7, () =>
    mean(flat(statusCells.filter((_, i) => domainCells[i][0] === wanted))),
  );
  const formula = checked("formulajs AVERAGEIFS", 3, () =>
    AVERAGEIFS(flat(statusCells), flat(domainCells), wanted),
  );
  return [
    against(own, plain),
    plain,
    against(arquero, plain),
    against(simple, plain),
    against(formula, plain),
  ];
}
