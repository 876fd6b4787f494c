import { synthesisBlocks } from "../../src/excel/synthesis/blocks";
import { buildSynthesis } from "../../src/excel/synthesis/build";
import { functionDefinitions } from "../../src/functions/catalogue";
import { evaluator } from "../../src/functions/figures";
import { createHeadlessExcel } from "../../src/preview/headless";
import { grownStudy } from "./grown";
import { figure, type Section } from "./measure";

const SIZES = [1_000, 100_000];

/** The synthesis built in an empty workbook: what it asks of Excel does not grow with the base. */
export async function synthesisBench(): Promise<Section[]> {
  const sections: Section[] = [];
  for (const size of SIZES) {
    const { base } = grownStudy(size);
    const { codebook } = base;
    const context = { base, codebook, language: "fr", anomalies: [] } as const;
    const evaluate = () => evaluator(functionDefinitions, context);
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
