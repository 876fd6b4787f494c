import { JSDOM } from "jsdom";
import { territoryReport } from "../../src/domain/reports/territory";
import { reportPage } from "../../src/files/reports/page";
import { reportWorkbook } from "../../src/files/reports/workbook";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluator } from "../../src/functions/figures";
import { grownStudy } from "./grown";
import { figure, type Section } from "./measure";

const PROJECTS = 3_500;
const RUNS = 3;

/** Reports of all territories: figures, workbook with charts, page. */
export async function reportsBench(): Promise<Section[]> {
  const { base, territories } = grownStudy(PROJECTS);
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
    const reports = territories.map((territory) =>
      territoryReport({
        base,
        evaluate,
        language: "fr",
        territory,
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
      title: `Reports of ${territories.length} territories (${base.rowCount("projects")} projects)`,
      note: `Workbooks of ${(bytes / territories.length / 1000).toFixed(0)} kB each; pages drawn in jsdom, a browser is faster.`,
      figures: [
        figure("figures", spent.figures),
        figure("workbooks with native charts", spent.workbooks),
        figure("pages to print", spent.pages),
        { ...figure("all", spent.all), aim: "< 20 s" },
      ],
    },
  ];
}
