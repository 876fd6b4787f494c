import type { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { mulberry32 } from "../../src/domain/sample/random";
import { baseWith, beginTable, cellsOf } from "../../tools/as-excel";

/** Rows a sheet of Excel can hold below a header; fewer to try the bench itself. */
export const ROWS = Number(process.env.BVN_BENCH_ROWS ?? 1_048_575);
const TERRITORIES = 2000;
const BLOCK = 20_000;

export const codebook = new Codebook(editionById("2014"));
const sample = sample2014(codebook);

/** Territories of 2014 first, so that the examples of the functions find theirs, then made-up ones. */
const panel = Array.from({ length: TERRITORIES }, (_, i) => {
  const known = sample.panel[i];
  return {
    name: known ? String(known.name) : `Territoire ${i}`,
    type: codebook.list("type").codes[i % 4].label.fr,
    region: codebook.list("region").codes[i % 22].label.fr,
    population: 20_000 + i * 137,
    respondent: codebook.list("respondentKind").codes[i % 2].label.fr,
    contact: "",
  } as Record<string, unknown>;
});

/** What one table's rows hold, by field id; other columns are blank. */
type Cells = Record<string, unknown>;

function projectMaker(seed: number): () => Cells {
  const random = mulberry32(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const shown = (list: string, blankShare: number) => {
    const { codes } = codebook.list(list);
    const texts = codes.map(({ code }) => codebook.display(list, code, "fr"));
    return () => (random() < blankShare ? "" : texts[pick(texts.length)]);
  };
  const domain = shown("domain", 0);
  const status = shown("status", 0.02);
  const [measure, means, management, decision, coordination] = [
    "measure",
    "means",
    "management",
    "decision",
    "coordination",
  ].map((list) => shown(list, 0.2));
  const listed = codebook.edition.listedProjects.map(({ label }) => label.fr);
  return () => {
    const territory = pick(TERRITORIES);
    return {
      edition: random() < 0.1 ? "2013" : "2014",
      territory: panel[territory].name,
      domain: domain(),
      project: listed[pick(listed.length)],
      status: status(),
      measure: measure(),
      means: means(),
      management: management(),
      decision: decision(),
      coordination: coordination(),
      comment: random() < 0.1 ? `Réseau n° ${pick(1e6)}, voir avec le service ${pick(1000)}` : "",
      inclusion: random() < 0.02 ? "Tardive" : "",
      source: `questionnaire-${territory}.xlsx · 2014-03-${10 + (territory % 20)} · ${(territory * 7919).toString(16)}`,
    };
  };
}

/** Rows of the projects as Excel hands them over, block by block: through JSON every text is its own object. */
export function* projectBlocks(rows = ROWS, seed = 2014): Iterable<unknown[][]> {
  const make = projectMaker(seed);
  for (let start = 0; start < rows; start += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, rows - start) }, make);
    yield JSON.parse(JSON.stringify(cellsOf(codebook, "projects", block)));
  }
}

/** The same rows as objects, for those that take them so. */
export function* projectRows(rows = ROWS, seed = 2014): Iterable<Cells> {
  const make = projectMaker(seed);
  for (let row = 0; row < rows; row++) yield make();
}

/** Rows to edit with, as cells. */
export const editedRow = (cells: Cells): unknown[] => cellsOf(codebook, "projects", [cells])[0];

export const panelRows: readonly Cells[] = panel;

/** Starts a base: panel, motivations and statements of every territory. */
export function politics(): Base {
  const all = (count: number, row: (territory: number, i: number) => Cells) =>
    panel.flatMap(({ name }, t) =>
      Array.from({ length: count }, (_, i) => ({ edition: "2014", territory: name, ...row(t, i) })),
    );
  return baseWith(codebook, {
    panel,
    motivations: all(5, (t, i) => ({ motivation: 1 + i, rank: 1 + ((i + t) % 5) })),
    actors: all(7, (t, i) => ({ statement: 1 + i, agreement: 1 + ((i * t) % 4) })),
  });
}

/** A base of so many projects. */
export function loadedBase(rows = ROWS): Base {
  const base = politics();
  beginTable(base, "projects");
  for (const block of projectBlocks(rows)) base.appendRows("projects", block);
  base.endTable("projects");
  return base;
}
