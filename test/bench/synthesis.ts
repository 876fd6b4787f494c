import { Base, type BaseTableId } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { synthesisBlocks } from "../../src/excel/synthesis/blocks";
import { buildSynthesis } from "../../src/excel/synthesis/build";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluator } from "../../src/functions/figures";
import { createHeadlessExcel } from "../../src/preview/headless";
import { figure, type Section } from "./measure";
import { seeded } from "./random";

const SIZES = [1_000, 100_000];
const TERRITORIES = 119;
const codebook = new Codebook(editionById("2014"));

/** Projects of the sample drawn again and again, over 119 territories. */
function baseOf(size: number): Base {
  const random = seeded(2014);
  const { panel, projects } = sample2014(codebook);
  const territories = Array.from({ length: TERRITORIES }, (_, i) => ({
    ...panel[i % panel.length],
    code: String(10_000 + i),
    name: `Territoire ${i}`,
  }));
  const rows = Array.from({ length: size }, () => ({
    ...projects[Math.floor(random() * projects.length)],
    edition: "2014",
    territory: `Territoire ${Math.floor(random() * TERRITORIES)}`,
  }));
  const base = new Base(codebook);
  const fill = (table: BaseTableId, records: readonly object[]): void => {
    const { fields } = codebook.table(table);
    base.beginTable(
      table,
      fields.map(({ label }) => label.fr),
    );
    base.appendRows(
      table,
      records.map((record) => fields.map(({ id }) => (record as Record<string, unknown>)[id] ?? "")),
    );
    base.endTable(table);
  };
  fill("panel", territories);
  fill("projects", rows);
  fill("motivations", []);
  fill("actors", []);
  return base;
}

/** The synthesis built in an empty workbook: what it asks of Excel does not grow with the base. */
export async function synthesisBench(): Promise<Section[]> {
  const sections: Section[] = [];
  for (const size of SIZES) {
    const base = baseOf(size);
    const context = { base, codebook, language: "fr", anomalies: [] } as const;
    const evaluate = () => evaluator(functionDefinitions, context as never);
    const figures = [1, 2, 3].map(() => {
      const start = performance.now();
      synthesisBlocks(codebook, evaluate(), "fr", "");
      return performance.now() - start;
    });
    const { host, dispose } = await createHeadlessExcel({ lang: "fr" });
    const input = { codebook, language: "fr", made: "01/01/2026" } as const;
    const built = async () => {
      const before = { ...host.counters };
      const start = performance.now();
      await buildSynthesis({ ...input, evaluate: evaluate() });
      return {
        time: performance.now() - start,
        requests: host.counters.requests - before.requests,
        bytes: (host.counters.requestBytes - before.requestBytes) / 1024,
      };
    };
    const [first, again] = [await built(), await built()];
    dispose();
    sections.push({
      title: `Synthesis of ${size.toLocaleString("en")} projects`,
      figures: [
        figure("figures and layout, all sections", figures),
        { ...figure("requests to Excel, first build", [first.requests], ""), aim: "12" },
        figure("bytes sent, first build", [first.bytes], "KiB"),
        figure("first build, preview's own time included", [first.time]),
        figure("requests to Excel, rebuild", [again.requests], ""),
        figure("bytes sent, rebuild", [again.bytes], "KiB"),
        figure("rebuild", [again.time]),
      ],
    });
  }
  return sections;
}
