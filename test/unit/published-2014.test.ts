import { sample2014 } from "../../src/domain/sample";
import { publishedTable, studySections } from "../../src/domain/synthesis";
import { functionDefinitions } from "../../src/functions";
import { evaluator } from "../../src/functions/figures";
import {
  isImpossible,
  isPrintedAs,
  notShown,
  placeOf,
  publishedFigures,
  shownAt,
  type ShownTable,
} from "../../tools/published-2014";
import { baseOf, codebook2014 } from "../support/base";

/** The tables of the synthesis on the sample, computed anew from its rows. */
const { panel, projects, motivations, actors } = sample2014(codebook2014);
const base = baseOf(projects, panel, codebook2014, { motivations, actors });
const evaluate = evaluator(functionDefinitions, {
  base,
  codebook: codebook2014,
  language: "fr",
  anomalies: [],
} as never);
const tables = new Map(
  studySections(codebook2014, evaluate).map((section) => [
    section.id,
    publishedTable(section, { evaluate, codebook: codebook2014, language: "fr" }) as ShownTable,
  ]),
);
const table = (section: string): ShownTable => tables.get(section)!;
const byId = new Map(publishedFigures.map((figure) => [figure.id, figure]));
const ids = (which: (figure: (typeof publishedFigures)[number]) => boolean) =>
  publishedFigures.filter(which).map(({ id }) => id);

describe("each published figure of 2014", () => {
  const compared = ids((figure) => !isImpossible(figure) && !(figure.id in notShown));

  test("is compared, listed as one that cannot be shown, or impossible: one of the three", () => {
    expect(compared.filter((id) => !placeOf(id))).toEqual([]);
    for (const id of Object.keys(notShown)) {
      expect([id, byId.has(id), placeOf(id), isImpossible(byId.get(id)!)]).toEqual([
        id,
        true,
        undefined,
        false,
      ]);
    }
    expect(Object.keys(notShown).length).toBeLessThan(12);
  });

  test.each(compared)("%s comes out as printed", (id) => {
    const figure = byId.get(id)!;
    const shown = shownAt(placeOf(id)!, table);
    expect([id, figure.printed, shown, isPrintedAs(figure, shown)]).toEqual([
      id,
      figure.printed,
      shown,
      true,
    ]);
  });

  test.each(ids((figure) => isImpossible(figure) && placeOf(figure.id) !== undefined))(
    "%s is impossible, and what the counts give instead is shown",
    (id) => {
      const shown = shownAt(placeOf(id)!, table);
      expect(shown).toBeGreaterThan(0);
      expect(isPrintedAs(byId.get(id)!, shown)).toBe(false);
    },
  );
});

describe("a figure is held to what is printed", () => {
  const figure = (id: string) => byId.get(id)!;
  test.each([
    ["projects.by_domain.education.count", 125, 126],
    ["projects.by_domain.energy.done", 17 / 79, 18 / 79],
    ["projects.by_domain.economy.done", 21 / 64, 16 / 64],
    ["motivations.quality_of_service_ranks.others", 5, 4],
    ["panel.works_in_digital.yes", 25 / 37, 24 / 37],
    ["governance.decision.transport.said", 54 / 101, 50 / 101],
    ["motivations.score.exemplarité", 29 / 18, 30 / 18],
    ["projects.by_domain.economy.mean_per_territory", 64 / 28, 64 / 25],
  ])("%s: %d is right, %d is not", (id, right, wrong) => {
    expect([right, wrong, NaN].map((value) => isPrintedAs(figure(id), value))).toEqual([true, false, false]);
  });
});
