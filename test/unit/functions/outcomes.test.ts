import type { BaseTableId } from "../../../src/domain/base/base";
import { sample2014 } from "../../../src/domain/sample";
import { functionDefinitions } from "../../../src/functions/catalogue";
import type { FunctionContext } from "../../../src/functions/definition";
import { Outcomes } from "../../../src/functions/outcomes";
import { mulberry32 } from "../../../src/domain/sample/random";
import { cellsOf, handedOver } from "../../../tools/as-excel";
import { baseOf, codebook2014, column } from "../../support/base";

const sample = sample2014(codebook2014);
const names = sample.panel.map(({ name }) => String(name));
type Row = Record<string, unknown>;

const tables: Record<BaseTableId, Row[]> = {
  projects: sample.projects.map((row) => ({ ...row })),
  panel: sample.panel.map((row) => ({ ...row })),
  motivations: names
    .slice(0, 30)
    .flatMap((territory, t) =>
      [1, 2, 3].map((rank) => ({ territory, motivation: 1 + ((t + rank) % 5), rank })),
    ),
  actors: names
    .slice(0, 30)
    .flatMap((territory, t) =>
      [1, 2, 3].map((statement) => ({ territory, statement, agreement: 1 + (t % 4) })),
    ),
};
const base = baseOf(tables.projects, tables.panel, codebook2014, tables);
const context: FunctionContext = { base, codebook: codebook2014, language: "fr", anomalies: [] };

const formulas = functionDefinitions.flatMap((definition) =>
  [[], ...definition.examples, ...(definition.id === "MATURITY" ? [["Territoire", names[3]]] : [])].map(
    (args) => ({
      name: `${definition.id}(${args.join(";")})`,
      definition,
      raw: handedOver(definition, args),
    }),
  ),
);

const written = (table: BaseTableId, rows: readonly Row[]) => cellsOf(codebook2014, table, rows);

/** A change somebody might make anywhere in the workbook. */
function edit(random: () => number): void {
  const pick = (n: number) => Math.floor(random() * n);
  const table = (["projects", "projects", "panel", "motivations", "actors"] as const)[pick(5)];
  const rows = tables[table];
  const at = pick(rows.length);
  const row = { ...rows[pick(rows.length)] };
  if (table === "projects")
    Object.assign(row, { status: pick(4), measure: pick(5), territory: names[pick(5)] });
  if (table === "panel")
    Object.assign(row, { name: rows[at].name, population: pick(300_000), type: 1 + pick(4) });
  if (table === "motivations") row.rank = 1 + pick(5);
  if (table === "actors") row.agreement = pick(5);
  const kind = table === "panel" ? 0 : pick(4);
  if (kind <= 1) {
    rows[at] = row;
    base.updateRows(table, at, written(table, [row]));
  } else if (kind === 2) {
    rows.splice(at, 0, row);
    base.insertRows(table, at, written(table, [row]));
  } else {
    rows.splice(at, 1);
    base.deleteRows(table, at, 1);
  }
}

test("what is kept for formulas is what a base loaded anew says, whatever was edited", () => {
  const random = mulberry32(31);
  const remembered = new Outcomes();
  const ask = formulas.map(({ definition, raw }) => remembered.of(definition, raw));
  for (let round = 0; round < 40; round++) {
    const anew = new Outcomes();
    const loaded = { ...context, base: baseOf(tables.projects, tables.panel, codebook2014, tables) };
    formulas.forEach(({ name, definition, raw }, i) => {
      expect([name, ask[i](context)]).toEqual([name, anew.of(definition, raw)(loaded)]);
    });
    for (let edits = 1 + (round % 3); edits > 0; edits--) edit(random);
  }
});

describe("what does not concern a formula", () => {
  const definition = functionDefinitions.find(({ id }) => id === "DISTRIBUTION")!;
  const of = (outcomes: Outcomes, ...args: unknown[]) =>
    outcomes.of(definition, handedOver(definition, args));

  test("does not have it computed again; the same formula elsewhere is the same result", () => {
    const outcomes = new Outcomes();
    const health = of(outcomes, "État", "Domaine", "Santé / Social");
    const before = health(context);
    const at = tables.projects.findIndex(({ domain }) => domain === 1);
    const row = { ...tables.projects[at], status: 3 };
    base.updateRows("projects", at, written("projects", [row]));
    tables.projects[at] = row;
    expect(health(context)).toBe(before);
    expect(of(outcomes, "État", "Domaine", "Santé / Social")(context)).toBe(before);
    const own = { ...row, domain: 5 };
    base.updateRows("projects", at, written("projects", [own]));
    tables.projects[at] = own;
    expect(health(context)).not.toEqual(before);
  });

  test("ranges are read once, whatever the base", () => {
    const outcomes = new Outcomes();
    const ranges = of(outcomes, column([1, 2, 3, 3]), "Champ", "État");
    const before = ranges(context);
    base.setEdition("2013");
    base.setEdition("2014");
    expect(ranges(context)).toBe(before);
    expect(ranges({ ...context, language: "en" })).not.toEqual(before);
  });

  test("a name the base does not have yet is looked for again", () => {
    const outcomes = new Outcomes();
    const projects = functionDefinitions.find(({ id }) => id === "PROJECTS")!;
    const near = `${names[0]}x`;
    const asked = outcomes.of(projects, handedOver(projects, ["Territoire", near]));
    expect(asked(context)).toMatchObject({ kind: "value", message: expect.stringContaining(names[0]) });
    const row = { ...tables.projects[0], territory: near };
    base.insertRows("projects", 0, written("projects", [row]));
    expect(asked(context)).toEqual({ kind: "result", value: 1 });
  });
});
