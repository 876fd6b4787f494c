import fc from "fast-check";
import {
  completenessOf,
  panelBoard,
  responseBy,
  toCorrect,
  toRemind,
  type SectionId,
} from "../../src/domain/completeness";
import { applyChanges, applyPlan, planImport } from "../../src/domain/imports";
import { agreementTable } from "../../src/domain/indicators/agreement";
import {
  kendallW,
  motivationTable,
  rankingsOf,
  wholeRanking,
  type Ranking,
} from "../../src/domain/indicators/motivation";
import { responseRate } from "../../src/domain/indicators/response";
import { sampleRankCorrelation } from "simple-statistics";
import { codebook2014 } from "../support/base";
import { panel, returnOf, study } from "../support/returns";

const nothing = { panel: null, projects: [], motivations: [], actors: [] };
const section = (id: SectionId, answers: Partial<Parameters<typeof completenessOf>[1]>) => {
  const { answered, expected } = completenessOf(codebook2014, { ...nothing, ...answers }).sections.find(
    (each) => each.section === id,
  )!;
  return `${answered}/${expected}`;
};

describe("completeness", () => {
  test("a territory that has said nothing has answered none of what is expected", () => {
    expect(completenessOf(codebook2014, nothing)).toMatchObject({ answered: 0, expected: 5 + 6 + 5 + 7 });
  });
  test("NR, SO and NSP chosen on purpose are answers, blanks of any kind are not", () => {
    const measured = (measure: unknown) => section("measure", { projects: [{ status: 1, measure }] });
    for (const given of ["NR", "SO", "NSP", "Non renseigné", 2, "2 – Premiers éléments"])
      expect(measured(given)).toBe("1/1");
    for (const blank of [null, undefined, "", 0, " ", "\u00a0"]) expect(measured(blank)).toBe("0/1");
  });
  test("each project expects its measure, means and three answers on governance", () => {
    const projects = [{ status: 1, measure: 1, management: 2, decision: "NR" }, { status: 3 }];
    expect(section("projects", { projects })).toBe("2/2");
    expect(section("measure", { projects })).toBe("1/2");
    expect(section("means", { projects })).toBe("0/2");
    expect(section("governance", { projects })).toBe("2/6");
  });
  test("a row marked rejected or duplicate expects nothing, a late one does", () => {
    const marked = (inclusion: unknown) =>
      section("measure", { projects: [{ status: 1 }, { status: 2, measure: 3, inclusion }] });
    expect([3, 4, "4 – Doublon"].map(marked)).toEqual(["0/1", "0/1", "0/1"]);
    expect([2, "Tardive", 1, ""].map(marked)).toEqual(["1/2", "1/2", "1/2", "1/2"]);
  });
  test("a motivation is ranked once, whatever its meanings; a statement is answered once", () => {
    const motivations = [
      { motivation: 5, rank: 1 },
      { motivation: 5, meaning: 2, rank: 1 },
      { motivation: 1, meaning: 4, rank: 1 },
    ];
    expect(section("motivations", { motivations })).toBe("1/5");
    expect(
      section("actors", {
        actors: [{ statement: 1, agreement: "NSP" }, { statement: 1, agreement: 2 }, { statement: 2 }],
      }),
    ).toBe("1/7");
  });
});

describe("panel board", () => {
  const wifi = { domain: 7, project: "Wifi public", answers: { status: 3 } };
  const files = [
    returnOf({ digest: "a1a1a1a1", received: "2014-03-01", who: "Anne", projects: [wifi] }),
    returnOf({ digest: "b2b2b2b2", received: "2014-03-09", who: "Karim", ranks: { 5: 1 } }),
    returnOf({
      digest: "c3c3c3c3",
      received: "2014-03-18",
      who: "Zoé",
      territory: { code: "97411", name: "Saint-Denis" },
      projects: [wifi],
    }),
  ];
  const rows = panel.map((row, i) =>
    i === 3 ? { ...row, contact: 6 } : i === 4 ? { ...row, reminded: "2014-02-10" } : row,
  );
  const rejects = [
    { rejectedTerritory: "nantes" },
    { rejectedTerritory: "Nantes" },
    { rejectedTerritory: null },
  ];
  const start = study({ panel: rows, rejects });
  const snapshot = applyChanges(start, applyPlan(planImport(start, files), { today: "2014-03-20" }));
  const board = panelBoard(snapshot);

  test("says of each territory what came in, when, in which last file and by whom", () => {
    expect(board.rows[0]).toMatchObject({
      territory: "Nantes",
      contacted: true,
      returned: "2014-03-01",
      hasReturned: true,
      late: false,
      lastFile: "b2b2b2b2.xlsx",
      by: "Karim",
      toCorrect: 2,
    });
    expect(board.rows[2]).toMatchObject({ returned: "2014-03-18", late: true, by: "Zoé" });
    expect(board.rows[1]).toMatchObject({
      hasReturned: false,
      share: null,
      lastFile: "",
      sent: "2014-01-15",
    });
    expect(board.closing).toBe("2014-03-15");
  });
  test("response by type, region and size class, in the order of the code book", () => {
    expect(board.response).toEqual({ returned: 2, territories: 5 });
    expect(
      responseBy(snapshot, board, "type").map(({ label, returned, territories }) => [
        label.fr,
        returned,
        territories,
      ]),
    ).toEqual([
      ["Commune", 2, 4],
      ["Communauté urbaine", 0, 1],
    ]);
    expect(
      responseBy(snapshot, board, "sizeClass").map(({ label, ...response }) => [
        label.fr,
        responseRate(response),
      ]),
    ).toEqual([
      ["Moins de 50 000", 0],
      ["100 000 à 249 999", 0.5],
      ["250 000 et plus", 0.5],
    ]);
  });
  test("who is to be reminded, and who is to correct", () => {
    expect(toRemind(board).map(({ territory }) => territory)).toEqual([
      "Nantes Métropole",
      "Ambérieu-en-Bugey",
    ]);
    expect(toCorrect(board).map(({ territory }) => territory)).toEqual(["Nantes"]);
  });
});

describe("motivations", () => {
  const labels = codebook2014.list("motivation").codes.map(({ label }) => label);
  /** Quality of service 15 times first, 5 times second, once third, as published for 2014. */
  const rankings: Ranking[] = Array.from({ length: 21 }, (_, i) => [
    null,
    null,
    null,
    null,
    i < 15 ? 1 : i < 20 ? 2 : 3,
  ]);

  test("2014: quality of service scores 98 / 21", () => {
    const table = motivationTable(labels, rankings);
    expect(table[1]).toEqual([labels[4], 98 / 21, 21, 15, 5, 1, 0, 0]);
    expect(table[2].slice(1, 3)).toEqual([null, 0]);
  });
  test("W of complete rankings follows from the mean of Spearman’s correlations", () => {
    const ranking = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(ranking, { minLength: 2, maxLength: 8 }), (all) => {
        const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => sampleRankCorrelation(a, b)));
        const mean = pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
        const m = all.length;
        expect(kendallW(all).w).toBeCloseTo((1 + (m - 1) * mean) / m, 10);
      }),
    );
  });
  test("W with ties: the data of Siegel and Castellan’s kind, worked by hand", () => {
    // R = 1+1.5+1, 2+1.5+3, 3+3+2 = 3.5, 6.5, 8; mean 6; S = 6.25+0.25+4 = 10.5; T = 6; W = 126 / (9·24 − 3·6).
    expect(
      kendallW([
        [1, 2, 3],
        [1, 1, 3],
        [1, 3, 2],
      ]),
    ).toEqual({ w: 126 / 198, rankings: 3, incomplete: 1 });
  });
  test("whatever the rankings, W lies between 0 and 1 and ranks made whole add up", () => {
    const partial = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(partial, { maxLength: 8 }), (all) => {
        const { w } = kendallW(all);
        expect(Number.isNaN(w) || (w >= 0 && w <= 1)).toBe(true);
        for (const each of all)
          expect(wholeRanking(each).reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(15);
      }),
    );
  });
  test("rankings that tell nothing apart are left out; all alike agree wholly", () => {
    expect(
      kendallW([
        [null, null],
        [1, 2],
        [1, null],
      ]),
    ).toEqual({ w: 1, rankings: 2, incomplete: 0 });
    expect(kendallW([]).w).toBeNaN();
  });
  test("rows that rank a meaning are no ranks of the motivation", () => {
    const row = { territory: "Lyon", motivation: 1, rank: 2, isMeaning: false };
    expect(rankingsOf([row, { ...row, motivation: 2, isMeaning: true }, { ...row, rank: 5 }], 2)).toEqual([
      [2, null],
    ]);
  });
});

test("the table of agreement shows every statement and code, shares on those who answered", () => {
  const [statement, agreement] = ["statement", "agreement"].map((id) => codebook2014.field("actors", id));
  const table = agreementTable(codebook2014, statement, agreement, (code) =>
    code === 3 ? [1, 3, 10, 7] : [0, 0, 0, 0],
  );
  expect(table).toHaveLength(8);
  expect(table[3].slice(1)).toEqual([17 / 21, 21, 1, 3, 10, 7]);
  expect(table[1].slice(1)).toEqual([null, 0, 0, 0, 0, 0]);
});
