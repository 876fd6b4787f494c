import { Codebook, editionById } from "../../src/domain/codebook";
import { audit } from "../../src/domain/plausibility/audit";
import { sample2014 } from "../../src/domain/sample";
import { kendallTau } from "../../src/domain/statistics/correlation";
import { loadReference } from "../../src/domain/territories";
import { buildTerritories } from "../../tools/territories";
import { figure, once, type Section } from "./measure";
import { manyFigures } from "../support/manyFigures";

const RUNS = 5;
const timed = (work: () => unknown): number[] => Array.from({ length: RUNS }, () => once(work).wall);

/** Work that a person waits for at a keystroke or a click. */
export async function smallBench(): Promise<Section[]> {
  const codebook = new Codebook(editionById("2014"));
  const content = JSON.parse(buildTerritories()) as unknown;
  const reference = await loadReference(() => Promise.resolve(content), codebook);
  const text = "saint-germain en laye";
  const typed = [...text].map((_, i) => text.slice(0, i + 1)).concat("marsielle", "zzzzzz", "saint-dennis");
  const figures = manyFigures();
  const pairs = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_000);
  return [
    {
      title: "Small work",
      figures: [
        {
          ...figure(
            "search among 36,000 territories, slowest of 24 keystrokes",
            Array.from({ length: RUNS }, () =>
              Math.max(...typed.map((query) => once(() => reference.search(query)).wall)),
            ),
          ),
          aim: "< 15 ms",
        },
        {
          ...figure(
            "sample of 2014 made",
            timed(() => sample2014(codebook)),
          ),
          aim: "< 50 ms",
        },
        {
          ...figure(
            "10,000 published figures audited",
            timed(() => audit(figures)),
          ),
          aim: "< 1 s",
        },
        figure(
          "Kendall’s τ-b of 200,000 pairs",
          timed(() => kendallTau(pairs, pairs)),
        ),
      ],
    },
  ];
}
