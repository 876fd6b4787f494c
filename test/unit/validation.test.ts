import fc from "fast-check";
import { Codebook, editionById } from "../../src/domain/codebook";
import { checkContext, checkPanel, checkProjects, TableChecker, type Row } from "../../src/domain/validation";

const codebook = new Codebook(editionById("2014"));
const TERRITORIES = ["Lyon", "Nîmes", "Saint-Étienne"];
const project = (values: Row = {}): Row => ({
  edition: 2014,
  territory: "Lyon",
  domain: "2 – Énergie / Eau / Déchets",
  project: "Éclairage public autonome",
  status: "3 – Réalisé",
  ...values,
});
const check = (...rows: Row[]) => checkProjects(codebook, TERRITORIES, rows);
const codes = (...rows: Row[]) =>
  check(...rows).map(({ code, place }) => `${code} ${place.row} ${place.field ?? ""}`);

describe("a row of projects", () => {
  test("that is right has no anomaly, however its answers are typed", () => {
    expect(codes(project())).toEqual([]);
    expect(codes(project({ status: 3, territory: "nimes", domain: "énergie" }))).toEqual([]);
    expect(codes(project({ measure: "NR", means: "SO", decision: "NSP", management: "" }))).toEqual([]);
  });

  test("that is blank is no row", () => {
    expect(codes({ edition: "", territory: null, domain: 0, project: " ", status: "" })).toEqual([]);
  });

  test("with required blanks says which", () => {
    expect(codes(project({ status: "", territory: "  " }))).toEqual([
      "required 0 territory",
      "required 0 status",
    ]);
  });

  test.each([4, 0.5, -1, 2.5, 41713, true, "Réalisé; Étude", "3 – Étude", "4 – Réalisé"])(
    "with status %p says what was expected",
    (status) => {
      const [anomaly, ...others] = check(project({ status }));
      expect(others).toEqual([]);
      expect(anomaly).toMatchObject({ code: "notACode", severity: "error", value: status });
      expect(anomaly.message.fr).toContain("1 – Étude, 2 – En cours, 3 – Réalisé");
    },
  );

  test("with a mistyped label proposes the right one as the cell would show it", () => {
    expect(check(project({ status: "Realisez" }))[0].suggestion).toBe("3 – Réalisé");
    expect(check(project({ territory: "Nimmes" }))[0]).toMatchObject({
      code: "unknownTerritory",
      suggestion: "Nîmes",
    });
  });

  test.each(["#N/A", "#REF!", "#VALEUR!", "#NOM?", "#DIV/0!"])("with the error %s says so", (error) => {
    expect(codes(project({ measure: error }))).toEqual(["errorValue 0 measure"]);
  });

  test("of an unknown edition", () => {
    expect(codes(project({ edition: 1999 }))).toEqual(["unknownEdition 0 edition"]);
    expect(codes(project({ edition: "2013" }))).toEqual([]);
  });

  test("near a listed project proposes it; one of another domain says which", () => {
    const [near] = check(project({ project: "éclairages publics autonomes" }));
    expect(near).toMatchObject({ code: "nearListedProject", severity: "warning" });
    expect(near.suggestion).toBe("Éclairage public autonome");
    expect(codes(project({ project: "Vidéosurveillance" }))).toEqual(["projectOfOtherDomain 0 project"]);
    expect(codes(project({ project: "Chaufferie collective à bois" }))).toEqual([]);
  });
});

describe("rows that repeat one another", () => {
  test("are told from the second on, unless marked or of another edition, domain or territory", () => {
    expect(codes(project(), project(), project())).toEqual([
      "duplicateProject 1 project",
      "duplicateProject 2 project",
    ]);
    expect(codes(project(), project({ inclusion: "4 – Doublon" }))).toEqual([]);
    expect(codes(project(), project({ edition: 2013 }), project({ territory: "Nîmes" }))).toEqual([]);
  });

  test("in either language", () => {
    expect(codes(project(), project({ project: "Self-powered street lighting" })).length).toBeLessThanOrEqual(
      1,
    );
    const listed = codebook.listedProjects(2)[0].label;
    expect(codes(project({ project: listed.fr }), project({ project: listed.en }))).toEqual([
      "duplicateProject 1 project",
    ]);
  });
});

describe("the panel", () => {
  const commune = { code: "69123", name: "Lyon", type: "Commune", region: "Rhône-Alpes", population: 500715 };

  test.each([
    ["140.000", "140000"],
    ["1 112 470", "1112470"],
    ["82778", "82778"],
  ])("a population typed %p is told with the number meant", (population, suggestion) => {
    expect(checkPanel(codebook, [{ ...commune, population }])[0]).toMatchObject({
      code: "notANumber",
      suggestion,
    });
  });

  test("a population too small for its type is a warning", () => {
    expect(checkPanel(codebook, [{ ...commune, population: 5007 }])[0]).toMatchObject({
      code: "belowPanelThreshold",
      severity: "warning",
    });
  });

  test.each([[1004], ["1004"]])("a code that lost its zero (%p) is told with the zero", (code) => {
    expect(checkPanel(codebook, [{ ...commune, code }])).toMatchObject([
      { code: "codeLostZero", severity: "warning", suggestion: "01004", place: { field: "code", row: 0 } },
    ]);
    expect(checkPanel(codebook, [{ ...commune, code: "2A004" }])).toEqual([]);
  });

  test("a name twice", () => {
    expect(checkPanel(codebook, [commune, { ...commune, name: "LYON" }]).map(({ code }) => code)).toEqual([
      "duplicateTerritory",
    ]);
  });
});

test("an identifier that two projects share is told at the second, and no more once one of them is cleared", () => {
  const row = (id: string, project: string): Row => ({
    ...{ edition: 2014, territory: "Lyon", domain: 1, status: 3 },
    ...{ id, project },
  });
  const checker = new TableChecker("projects", checkContext(codebook, "fr", ["Lyon"]));
  checker.append([row("a1b2c3d4", "A"), row("", "B"), row("a1b2c3d4", "C")]);
  expect(checker.anomalies()).toMatchObject([
    { code: "duplicateId", severity: "error", place: { row: 2, field: "id" } },
  ]);
  checker.insert(0, [row("", "D")]);
  expect(checker.anomalies().map(({ place }) => place.row)).toEqual([3]);
  checker.update(3, [row("", "C")]);
  expect(checker.anomalies()).toEqual([]);
});

describe("following edits", () => {
  const anyRow = fc.record({
    edition: fc.constantFrom(2014, 2013, "x"),
    territory: fc.constantFrom("Lyon", "Nîmes", "?", ""),
    domain: fc.constantFrom(1, "2", "Énergie", "bof", ""),
    project: fc.constantFrom("A", "B", "Vidéosurveillance", ""),
    status: fc.constantFrom(1, 2, 3, 9, "", "NR"),
    inclusion: fc.constantFrom("", 1, 4),
    id: fc.constantFrom("", "aaaaaaaa", "bbbbbbbb"),
  });
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant("update" as const),
      at: fc.nat(30),
      rows: fc.array(anyRow, { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant("insert" as const),
      at: fc.nat(30),
      rows: fc.array(anyRow, { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant("remove" as const), at: fc.nat(30), count: fc.nat(4) }),
  );

  test("gives what checking everything again would give", () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 12 }),
        fc.array(edit, { maxLength: 8 }),
        (start, edits) => {
          const context = checkContext(codebook, "fr", TERRITORIES);
          const checker = new TableChecker("projects", context);
          checker.append(start);
          const rows: Row[] = [...start];
          for (const each of edits) {
            const at = Math.min(each.at, rows.length);
            if (each.kind === "insert") {
              rows.splice(at, 0, ...each.rows);
              checker.insert(at, each.rows);
            } else if (each.kind === "remove") {
              const count = Math.min(each.count, rows.length - at);
              rows.splice(at, count);
              checker.remove(at, count);
            } else {
              const changed = each.rows.slice(0, rows.length - at);
              rows.splice(at, changed.length, ...changed);
              checker.update(at, changed);
            }
          }
          const again = new TableChecker("projects", context);
          again.append(rows);
          expect(checker.anomalies()).toEqual(again.anomalies());
          expect([checker.filledRows, checker.rowCount]).toEqual([again.filledRows, rows.length]);
        },
      ),
    );
  });

  test("any value at all is judged without failing", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("edition", "territory", "domain", "project", "status"), value),
        (row) => {
          expect(Array.isArray(check(row))).toBe(true);
        },
      ),
    );
  });
});
