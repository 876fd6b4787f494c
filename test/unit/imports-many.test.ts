import { mulberry32, shuffled } from "../../src/domain/sample/random";
import { ImportEngine } from "../../src/taskpane/worker/importEngine";
import type { FileNews } from "../../src/taskpane/worker/protocol";
import { StudyParts } from "../../src/taskpane/worker/studyParts";
import { codebook, made } from "../golden/questionnaire/support";
import { study } from "../support/returns";

/** A whole campaign: 116 returned questionnaires, three broken files, and what lies beside them in a folder. */
const panel = Array.from({ length: 116 }, (_, i) => ({
  ...study().tables.panel[0],
  code: String(10_000 + i),
  name: `Ville ${i + 1}`,
}));
const fileOf = (name: string, bytes: Uint8Array) =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { lastModified: Date.UTC(2014, 2, 1, 12) });
const whole = panel.map((territory, i) => {
  const project = {
    edition: "2013",
    territory: territory.name,
    domain: 7,
    project: `Projet ${i}`,
    status: 1 + (i % 3),
  };
  const previous = { edition: "2013", projects: [project], motivations: [], actors: [], panel: territory };
  return fileOf(`${territory.name}.xlsx`, made({ territory, previous, documentId: `d${i}` }));
});
const first = made({ territory: panel[0] });
const files = [
  ...whole,
  fileOf("coupé.xlsx", first.slice(0, 9000)),
  fileOf("abîmé.xlsx", first.slice().fill(7, 2000, 2400)),
  fileOf("vide.xlsx", new Uint8Array(0)),
  fileOf("~$Ville 3.xlsx", new Uint8Array(165)),
  fileOf(".~lock.Ville 3.xlsx#", new Uint8Array(80)),
];

async function planned(order: readonly File[]) {
  const parts = new StudyParts();
  const snapshot = study({ panel });
  parts.take({
    part: "begin",
    edition: codebook.edition,
    editionId: "2014",
    language: "fr",
    reference: null,
  });
  parts.take({ part: "rows", table: "panel", rows: snapshot.tables.panel });
  const engine = new ImportEngine(parts);
  const news = new Map<string, FileNews>();
  await engine.read(
    order.map((file) => ({ key: file.name, file })),
    (each) => void news.set(each.name, each),
  );
  const view = await engine.plan({ decisions: [], received: {}, leftOut: [], reread: [] });
  const changes: unknown[] = [];
  engine.changes({ today: "2014-03-20" }, (some) => changes.push(...some));
  return { news, view, changes };
}

test("three bad files of 119 are refused in words, lock files passed over, the others taken; in any order", async () => {
  const { news, view, changes } = await planned(files);
  const states = (state: FileNews["state"]) =>
    [...news.values()].filter((each) => each.state === state).map(({ name }) => name);
  expect(states("read")).toHaveLength(116);
  expect(states("refused").sort()).toEqual(["abîmé.xlsx", "coupé.xlsx", "vide.xlsx"]);
  expect(states("ignored").sort()).toEqual([".~lock.Ville 3.xlsx#", "~$Ville 3.xlsx"]);
  for (const name of ["abîmé.xlsx", "coupé.xlsx", "vide.xlsx", "~$Ville 3.xlsx"])
    expect(news.get(name)!.message!.fr).toMatch(/^\S[^]*\.\)?$/);
  expect(view.rejects.map(({ file }) => file).sort()).toEqual(["abîmé.xlsx", "coupé.xlsx", "vide.xlsx"]);
  const tables = (all: readonly unknown[], table: string) =>
    all.filter((change) => (change as { table: string }).table === table);
  expect(tables(changes, "projects")).toHaveLength(116);
  const other = await planned(shuffled(mulberry32(119), files));
  for (const table of ["projects", "panel", "journal"])
    expect(tables(other.changes, table)).toEqual(tables(changes, table));
}, 60_000);
