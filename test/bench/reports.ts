import { JSDOM } from "jsdom";
import { Base, type BaseTableId } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { territoryReport } from "../../src/domain/reports/territory";
import { sample2014 } from "../../src/domain/sample";
import { reportPage } from "../../src/files/reports/page";
import { reportWorkbook } from "../../src/files/reports/workbook";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluator } from "../../src/functions/figures";
import { figure, type Section } from "./measure";
import { seeded } from "./random";

const TERRITORIES = 119;
const RUNS = 3;

/** The panel of 2014 grown to 119 territories, with about 3,500 projects. */
function study(): Base {
  const codebook = new Codebook(editionById("2014"));
  const random = seeded(2014);
  const { panel, projects } = sample2014(codebook);
  const territories = Array.from({ length: TERRITORIES }, (_, i) => ({
    ...panel[i % panel.length],
    code: String(10_000 + i),
    name: `Territoire ${i}`,
  }));
  const rows = territories.flatMap(({ name }) =>
    Array.from({ length: 20 + Math.floor(random() * 20) }, () => ({
      ...projects[Math.floor(random() * projects.length)],
      territory: name,
    })),
  );
  const base = new Base(codebook);
  const fill = (table: BaseTableId, records: readonly object[]): void => {
    const { fields } = codebook.table(table);
    base.beginTable(
      table,
      fields.map(({ label }) => label.fr),
    );
    const cells = records.map((record) =>
      fields.map(({ id }) => (record as Record<string, unknown>)[id] ?? (id === "edition" ? "2014" : "")),
    );
    base.appendRows(table, cells);
    base.endTable(table);
  };
  fill("panel", territories);
  fill("projects", rows);
  fill("motivations", []);
  fill("actors", []);
  return base;
}

/** Reports of 119 territories: figures, workbook with charts, page. */
export async function reportsBench(): Promise<Section[]> {
  const base = study();
  const { document } = new JSDOM("").window;
  const spent = {
    figures: [] as number[],
    workbooks: [] as number[],
    pages: [] as number[],
    all: [] as number[],
  };
  let bytes = 0;
  for (let run = 0; run < RUNS; run++) {
    const context = { base, codebook: base.codebook, language: "fr", anomalies: [] } as const;
    const evaluate = evaluator(functionDefinitions, context);
    const start = performance.now();
    const reports = Array.from({ length: TERRITORIES }, (_, i) =>
      territoryReport({
        base,
        evaluate,
        language: "fr",
        territory: `Territoire ${i}`,
        peers: "type",
        anomalies: [],
        made: "2014-03-15",
      }),
    );
    const counted = performance.now();
    bytes = 0;
    for (const report of reports) bytes += (await reportWorkbook(report)).length;
    const written = performance.now();
    for (const report of reports) reportPage(report, document as unknown as Document);
    const drawn = performance.now();
    spent.figures.push(counted - start);
    spent.workbooks.push(written - counted);
    spent.pages.push(drawn - written);
    spent.all.push(drawn - start);
  }
  return [
    {
      title: `Reports of ${TERRITORIES} territories (${base.rowCount("projects")} projects)`,
      note: `Workbooks of ${(bytes / TERRITORIES / 1000).toFixed(0)} kB each; pages drawn in jsdom, a browser is faster.`,
      figures: [
        figure("figures", spent.figures),
        figure("workbooks with native charts", spent.workbooks),
        figure("pages to print", spent.pages),
        { ...figure("all", spent.all), aim: "< 20 s" },
      ],
    },
  ];
}
