import type { Base } from "../../src/domain/base/base";
import { Codebook, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { mulberry32 } from "../../src/domain/sample/random";
import { baseWith } from "../../tools/as-excel";

/** As many territories as were asked in 2014. */
const TERRITORIES = 119;

/** A study larger than the sample: its panel and its projects, taken again and again. */
export function grownStudy(count: number): { base: Base; territories: readonly string[] } {
  const codebook = new Codebook(editionById("2014"));
  const random = mulberry32(2014);
  const sample = sample2014(codebook);
  const panel = Array.from({ length: TERRITORIES }, (_, i) => ({
    ...sample.panel[i % sample.panel.length],
    code: String(10_000 + i),
    name: `Territoire ${i}`,
  }));
  const projects = Array.from({ length: count }, () => ({
    ...sample.projects[Math.floor(random() * sample.projects.length)],
    territory: panel[Math.floor(random() * TERRITORIES)].name,
  }));
  const base = baseWith(codebook, { panel, projects, motivations: [], actors: [] });
  return { base, territories: panel.map(({ name }) => name) };
}
