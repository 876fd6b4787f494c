import { languages } from "../../../src/domain/language";
import { Base } from "../../../src/domain/base/base";
import { FormulaError } from "../../../src/domain/messages";
import { studyEnvironment } from "../../../src/functions";
import { evaluate } from "../../../src/functions/evaluate";
import { functionDefinitions } from "../../../src/functions/catalogue";
import type { FunctionDefinition } from "../../../src/functions/definition";
import { baseOf, bvn, bvnError, codebook2014, column } from "../../support/base";

const panel = [
  { name: "Lyon", type: 1, region: 22, population: 500000 },
  { name: "Nîmes", type: 1, region: 13, population: 140000 },
];
const base = baseOf(
  [
    { territory: "Lyon", domain: 1, project: "p", status: 3 },
    { territory: "Lyon", domain: 6, project: "q", status: 1 },
  ],
  panel,
);
const status = column([3, 1, 2]);
const domain = column(["Éducation", "Sécurité", "Éducation"]);

describe("each wrong argument has a message that names it, and the right one", () => {
  test.each<[string, string, unknown[], string, RegExp]>([
    ["field", "MATURITY", ["Domian", "x"], "unknownField", /« Domian ».*« Domaine »/],
    ["label", "MATURITY", ["Domaine", "Educaton"], "unknownCode", /« Educaton ».*« Éducation »/],
    ["indicator", "RANKING", ["Domaine", "Maturte"], "unknownIndicator", /« Maturte ».*« Maturité »/],
    ["indicator", "INDEX", ["Domaine"], "unknownIndicator", /« Domaine ».*Maturité/],
    ["statistic", "CROSSTAB", ["Domaine", "État", "Maturte"], "unknownOption", /« Maturte ».*Maturité/],
    ["edition", "MATURITY", ["Édition", "2041"], "unknownEdition", /« 2041 ».*« 2014 »/],
    ["edition", "RESPONSE", ["Édition", "1999"], "unknownEdition", /« 1999 ».*2014/],
    ["territory", "MATURITY", ["Territoire", "Lyonn"], "unknownTerritory", /« Lyonn ».*« Lyon »/],
    ["territory", "PROJECTS", ["Territoire", "Atlantis"], "unknownTerritory", /« Atlantis »/],
    ["territory", "COMPLETENESS", ["Nimes sur mer"], "unknownTerritory", /« Nimes sur mer »/],
    ["odd number", "MATURITY", ["Domaine", 1, "État"], "oddArguments", /« État »/],
    ["odd number", "RANKING", ["Domaine", null, null, "Type"], "oddArguments", /« Type »/],
    [
      "height",
      "MATURITY",
      [status, domain.slice(1), 1],
      "rangesOfDifferentSize",
      /L’argument 2 .*2 × 1.*3 × 1/,
    ],
    [
      "height",
      "RANKING",
      [domain, status.slice(1), null, "Champ", "État"],
      "rangesOfDifferentSize",
      /L’argument 2/,
    ],
    [
      "height",
      "INTERVAL",
      ["Maturité", null, status, "Territoire", domain.slice(1)],
      "rangesOfDifferentSize",
      /2 × 1/,
    ],
    ["error value", "MATURITY", [column([3, "#N/A"])], "invalidValue", /Ligne 2.*« #N\/A »/],
    [
      "error among criteria",
      "MATURITY",
      [status, column([1, "#REF!", 1]), "<>2"],
      "errorInRange",
      /argument 2.*« #REF! »/,
    ],
    [
      "error among criteria",
      "MATURITY",
      [status, column([1, "#N/A", 1]), "Éducation"],
      "errorInRange",
      /« #N\/A »/,
    ],
    ["error to count", "PROJECTS", [column(["p", "#DIV/0!"])], "errorInRange", /argument 1.*« #DIV\/0! »/],
    ["error as criterion", "MATURITY", ["Domaine", "#N/A"], "errorInCriterion", /argument 2.*#N\/A/],
    ["text as number", "MATURITY", ["Population", "grande"], "notANumericCriterion", /« grande »/],
    ["range as criterion", "MATURITY", ["Domaine", domain], "criterionIsRange", /argument 2/],
    [
      "range as criterion",
      "INDEX",
      ["État", "Territoire", column(["A", "B"])],
      "criterionIsRange",
      /argument 3/,
    ],
    ["range as level", "INTERVAL", ["Maturité", column([0.9, 0.95])], "criterionIsRange", /argument 2/],
    ["number", "RANKING", ["Domaine", "Maturité", "beaucoup"], "wrongNumber", /« beaucoup »/],
    ["option", "MATURITY", ["Poids", "taille"], "unknownOption", /« taille ».*type×taille/],
    ["option", "MATURITY", ["Panel", 119], "optionNotHere", /« Panel ».*Base, Invalides/],
  ])("%s: %s", (_what, id, args, code, message) => {
    const error = bvnError(id === "MATURITY" && Array.isArray(args[0]) ? null : base, id, args);
    expect(error.code).toBe(code);
    expect(error.text.fr).toMatch(message);
    expect(error.text.en).not.toBe(error.text.fr);
  });

  test("a territory of the panel that has not answered is no mistake", () => {
    expect(bvnError(base, "MATURITY", ["Territoire", "Nîmes"]).code).toBe("noData");
    expect(bvn(base, "PROJECTS", ["Territoire", "Nîmes"])).toBe(0);
  });

  test("a text in a number field is named when the field is asked about, unless it is to be ignored", () => {
    const wrong = baseOf(
      [{ territory: "Lyon", domain: 1, status: 3 }],
      [...panel, { name: "Rouen", type: 1, region: 11, population: "beaucoup" }],
    );
    expect(bvnError(wrong, "MATURITY", ["Population", ">1"]).text.fr).toMatch(
      /Ligne 3 : « beaucoup ».*Population/,
    );
    expect(bvn(wrong, "MATURITY", ["Population", ">1", "Invalides", "ignorer"])).toBe(3);
    expect(bvn(wrong, "MATURITY", [])).toBe(3);
  });

  test("errors that are ignored are neither in nor out", () => {
    const cells = column([1, "#N/A", 1]);
    expect(bvn(null, "MATURITY", [status, cells, "<>2", "Invalides", "ignorer"])).toBe(2.5);
    expect(bvn(null, "PROJECTS", [column(["p", "#N/A"]), "Invalides", "ignorer"])).toBe(1);
  });
});

describe("the state of the base", () => {
  const counting = [
    "MATURITY",
    "PROJECTS",
    "INDEX",
    "BALANCE",
    "DISTRIBUTION",
    "CROSSTAB",
    "RANKING",
    "INTERVAL",
  ];
  const args: Record<string, unknown[]> = {
    INDEX: ["Global"],
    DISTRIBUTION: ["État"],
    CROSSTAB: ["Domaine", "État"],
    RANKING: ["Domaine"],
    INTERVAL: ["Maturité"],
  };
  test.each(counting)("without a base, and with an empty one, %s says so", (id) => {
    expect(bvnError(null, id, args[id] ?? [])).toMatchObject({ code: "noBase", kind: "notAvailable" });
    expect(bvnError(baseOf([]), id, args[id] ?? [])).toMatchObject({
      code: "emptyBase",
      kind: "notAvailable",
    });
  });

  test("while it is read anew it says so, and the value comes back", () => {
    const own = baseOf([{ territory: "Lyon", domain: 1, status: 3 }], panel);
    const state = { status: "ready", codebook: codebook2014, anomalies: [] };
    const study = { getState: () => state, subscribe: () => () => undefined };
    const previous = globalThis.Office;
    globalThis.Office = { context: { displayLanguage: "fr-FR" } } as never;
    try {
      const { context } = studyEnvironment(study as never, own);
      const maturity = functionDefinitions.find(({ id }) => id === "MATURITY")!;
      const ask = () => evaluate(maturity, context()!, [null]);
      expect(ask()).toBe(3);
      const headers = codebook2014.table("projects").fields.map(({ label }) => label.fr);
      own.beginTable("projects", headers);
      expect(ask).toThrow(expect.objectContaining({ code: "baseLoading" }));
      own.appendRows("projects", [headers.map((header) => ({ Édition: "2014", État: 2 })[header] ?? "")]);
      expect(ask).toThrow(expect.objectContaining({ code: "baseLoading" }));
      own.endTable("projects");
      expect(ask()).toBe(2);
      own.clear();
      expect(ask).toThrow(expect.objectContaining({ code: "noBase" }));
    } finally {
      globalThis.Office = previous;
    }
  });

  test("a base whose panel is not there yet does not give weights", () => {
    const own = new Base(codebook2014);
    own.beginTable("projects", ["Édition", "Domaine", "État"]);
    own.appendRows("projects", [["2014", 1, 3]]);
    own.endTable("projects");
    expect(bvn(own, "MATURITY", [])).toBe(3);
    expect(bvnError(own, "MATURITY", ["Poids", "type×taille"])).toMatchObject({ code: "noBase" });
  });
});

test("a result larger than a sheet is refused", () => {
  const huge: FunctionDefinition = {
    id: "HUGE",
    description: { fr: "", en: "" },
    parameters: [],
    result: "matrix",
    examples: [],
    compute: () => Array.from({ length: 1_048_577 }, () => [1]),
  };
  const context = { base: null, codebook: codebook2014, language: "fr", anomalies: [] } as const;
  expect(() => evaluate(huge, context, [])).toThrow(/1048577 rows/);
});

test("whatever is typed, the cell gets a value or a message in both languages, never NaN, never a crash", () => {
  const words = [
    "Domaine",
    "État",
    "Maturité",
    "Global",
    "x",
    "",
    "*",
    "#N/A",
    0,
    1,
    -1,
    1.5,
    true,
    null,
    status,
    domain,
    [[]],
  ];
  let seed = 1;
  const pick = () => words[(seed = (seed * 48271) % 2147483647) % words.length];
  for (const { id } of functionDefinitions) {
    for (let round = 0; round < 120; round++) {
      const args = Array.from({ length: round % 6 }, pick);
      for (const data of [base, null]) {
        let result: unknown;
        try {
          result = bvn(data, id, args);
        } catch (error) {
          if (!(error instanceof FormulaError))
            throw new Error(`BVN.${id}(${JSON.stringify(args)})`, { cause: error });
          for (const language of languages)
            expect(error.text[language]).not.toMatch(/undefined|NaN|\[object/);
          continue;
        }
        for (const cell of [result].flat(2)) {
          if (typeof cell === "number" ? !Number.isFinite(cell) : typeof cell !== "string") {
            throw new Error(`BVN.${id}(${JSON.stringify(args)}) gave ${String(cell)}`);
          }
        }
      }
    }
  }
});
