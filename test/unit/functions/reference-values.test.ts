import { baseOf, bvn, bvnError, column } from "../../support/base";

/** Projects of a domain by status 1/2/3. */
function byStatus(domain: number, counts: readonly number[]) {
  return counts.flatMap((n, i) =>
    Array.from({ length: n }, () => ({ domain, territory: "X", status: i + 1, project: "p" })),
  );
}
const published: [domain: number, name: string, counts: number[], maturity: number][] = [
  [2, "Énergie / Eau / Déchets", [28, 34, 17], 1.8608],
  [5, "Santé / Social", [8, 5, 16], 2.2759],
  [8, "Bâtiment / Urbanisme", [15, 11, 49], 2.4533],
  [10, "Domaines transverses", [31, 16, 22], 1.8696],
  [3, "Loisirs / Culture", [20, 12, 54], 2.3953],
];
const base = baseOf(published.flatMap(([domain, , counts]) => byStatus(domain, counts)));

describe("published figures of 2014", () => {
  test.each(published)("maturity of domain %i, %s", (domain, name, counts, expected) => {
    expect(bvn(base, "MATURITY", ["Domaine", name])).toBeCloseTo(expected, 4);
    expect(bvn(base, "MATURITY", ["Domain", domain])).toBeCloseTo(expected, 4);
    const cells = counts.flatMap((n, i) => Array(n).fill(i + 1));
    expect(bvn(null, "MATURITY", [column(cells)])).toBeCloseTo(expected, 4);
  });

  test("shares of leisure that contradict its published maturity", () => {
    expect(bvn(base, "SHARE", ["État", "En cours", "Domaine", "Loisirs / Culture"])).toBeCloseTo(0.1395, 4);
    expect(bvn(base, "SHARE", ["Status", "Done", "Domain", "Leisure / Culture"])).toBeCloseTo(0.6279, 4);
  });

  test("management modes over 731 projects", () => {
    const modes: [unknown, number][] = [
      ["", 141],
      ["DSP", 30],
      ["Régie", 264],
      ["PPP", 6],
      ["Marché", 182],
      ["Autre", 108],
    ];
    const rows = modes.flatMap(([management, n]) =>
      Array.from({ length: n }, () => ({ management, domain: 1, status: 3 })),
    );
    const b = baseOf(rows);
    expect(bvn(b, "SHARE", ["Mode de gestion", "Régie", "Base", "total"])).toBeCloseTo(0.3611, 4);
    expect(bvn(b, "SHARE", ["Mode de gestion", "Régie"])).toBeCloseTo(0.4475, 4);
    expect(bvn(b, "SHARE", ["Management", "DSP|PPP"])).toBeCloseTo(36 / 590, 12);
    const cells = column(rows.map(({ management }) => management));
    expect(bvn(null, "SHARE", [cells, "Régie", "Base", "total"])).toBeCloseTo(0.3611, 4);
    expect(bvn(null, "SHARE", [cells, "Régie"])).toBeCloseTo(0.4475, 4);
    expect(bvn(b, "DISTRIBUTION", ["Mode de gestion"])).toEqual([
      ["Mode de gestion", "Nombre", "Part des réponses", "Part du total"],
      ["DSP", 30, 30 / 590, 30 / 731],
      ["Régie", 264, 264 / 590, 264 / 731],
      ["PPP", 6, 6 / 590, 6 / 731],
      ["Marché", 182, 182 / 590, 182 / 731],
      ["Autre", 108, 108 / 590, 108 / 731],
      ["Non renseigné", 141, "", 141 / 731],
      ["Total", 731, 1, 1],
    ]);
    expect(bvn(null, "DISTRIBUTION", [cells])).toEqual(bvn(b, "DISTRIBUTION", ["Mode de gestion"]));
  });
});

describe("errors name the argument", () => {
  test("unknown domain suggests the nearest", () => {
    const error = bvnError(base, "MATURITY", ["Domaine", "Educaton"]);
    expect(error.kind).toBe("value");
    expect(error.text.fr).toContain("Domaine inconnu : « Educaton »");
    expect(error.text.fr).toContain("Vouliez-vous dire « Éducation » ?");
  });
  test("unknown field, odd number of arguments, no data, no base", () => {
    expect(bvnError(base, "MATURITY", ["Domane", "Éducation"]).code).toBe("unknownField");
    expect(bvnError(base, "MATURITY", ["Domaine"]).code).toBe("oddArguments");
    expect(bvnError(base, "MATURITY", ["Domaine", "Éducation"])).toMatchObject({
      code: "noData",
      kind: "notAvailable",
    });
    expect(bvnError(null, "MATURITY", [])).toMatchObject({ code: "noBase", kind: "notAvailable" });
  });
  test("an invalid answer is named, or ignored when asked", () => {
    expect(bvnError(null, "MATURITY", [column([1, 2, 7])]).text.fr).toContain("« 7 »");
    expect(bvn(null, "MATURITY", [column([1, 2, 7]), "Invalides", "ignorer"])).toBe(1.5);
    const b = baseOf([{ status: 1 }, { status: "4 – Fini" }]);
    expect(bvnError(b, "MATURITY", [])).toMatchObject({ code: "invalidValue" });
    expect(bvnError(b, "MATURITY", []).text.fr).toContain("Ligne 2 : « 4 – Fini »");
    expect(bvn(b, "MATURITY", ["Invalides", "ignorer"])).toBe(1);
  });
});
