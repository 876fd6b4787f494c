import { baseOf, codebook2014 } from "../support/base";
import { closeBook } from "../support/headless";
import { functionsBook } from "./functions-support";

const rows = [
  { domain: "1 – Éducation", status: "3 – Réalisé", management: "2 – Régie", territory: "Lyon" },
  { domain: "1 – Éducation", status: "1 – Étude", management: "", territory: "Nîmes" },
  { domain: "6 – Sécurité", status: "2 – En cours", management: "4 – Marché", territory: "Lyon" },
];

/** A workbook with the BVN functions on a base of three projects. */
const book = (options?: Parameters<typeof functionsBook>[1]) => functionsBook(baseOf(rows), options);
afterEach(closeBook);

describe("in cells of a French workbook", () => {
  test("every function of the first set answers", async () => {
    const { ask, host } = await book();
    expect(await ask("=BVN.MATURITY()")).toBe(2);
    expect(await ask('=BVN.MATURITY("Domaine";"Éducation")')).toBe(2);
    expect(await ask('=BVN.PROJECTS("Territoire";"Lyon")')).toBe(2);
    expect(await ask('=BVN.SHARE("Mode de gestion";"Régie";"Base";"total")')).toBeCloseTo(1 / 3, 12);
    expect(await ask('=BVN.CODE("Réalisé";"État")')).toBe(3);
    expect(await ask('=BVN.LABEL(3;"État";"en")')).toBe("Done");
    await ask('=BVN.DISTRIBUTION("État")', "J1");
    expect(host.read("J1:M6")).toEqual([
      ["État", "Nombre", "Part des réponses", "Part du total"],
      ["Étude", 1, 1 / 3, 1 / 3],
      ["En cours", 1, 1 / 3, 1 / 3],
      ["Réalisé", 1, 1 / 3, 1 / 3],
      ["Non renseigné", 0, "", 0],
      ["Total", 3, 1, 1],
    ]);
    await ask('=BVN.CROSSTAB("Mode de gestion";"État";;"Domaine";"Éducation")', "P1");
    expect(host.read("P1:U1")).toEqual([
      ["Mode de gestion × État", "Étude", "En cours", "Réalisé", "Total", "Non renseigné"],
    ]);
    expect(host.read("P3:U3")).toEqual([["Régie", 0, 0, 1, 1, 0]]);
  });

  test("a message in French says what is wrong and what is right", async () => {
    const { ask, host } = await book();
    expect(await ask('=BVN.MATURITY("Domaine";"Educaton")')).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toBe(
      "Domaine inconnu : « Educaton ». Attendu : Éducation, Énergie / Eau / Déchets, Loisirs / Culture, Transport / Mobilité, Santé / Social, Sécurité, E-gouvernement / E-citoyenneté, Bâtiment / Urbanisme…. Vouliez-vous dire « Éducation » ?",
    );
    expect(await ask('=BVN.MATURITY("Domaine";"Énergie / Eau / Déchets")')).toBe("#N/A");
    expect(host.errorMessage("H1")).toBe("Aucune réponse valide pour ces critères.");
    expect(await ask("=BVN.MEASURE()")).toBe("#N/A");
  });

  test("values follow the base: an edit, an addition and a deletion reach the cells", async () => {
    const { ask, host, base } = await book();
    await ask("=BVN.MATURITY()");
    await ask('=BVN.DISTRIBUTION("Domaine")', "J1");
    const headers = codebook2014.table("projects").fields.map(({ id }) => id);
    const cells = (row: Record<string, unknown>) =>
      headers.map((id) => (id === "edition" ? "2014" : (row[id] ?? "")));
    base.updateRows("projects", 1, [cells({ ...rows[1], status: "3 – Réalisé" })]);
    await host.settled();
    expect(host.read("H1")).toBeCloseTo(8 / 3, 12);
    base.insertRows("projects", 3, [cells({ domain: 10, status: 1 })]);
    await host.settled();
    expect(host.read("H1")).toBe(2.25);
    expect(host.read("J11:K11")).toEqual([["Domaines transverses", 1]]);
    base.deleteRows("projects", 0, 2);
    await host.settled();
    expect(host.read("H1")).toBe(1.5);
  });
});

test("English workbook: comma, English names, labels and messages", async () => {
  const { ask, host } = await book({ lang: "en" });
  expect(await ask('=BVN.SHARE("Status","Done","Domain","Education")')).toBe(0.5);
  await ask('=BVN.DISTRIBUTION("Status")', "J1");
  expect(host.read("J1:J4")).toEqual([["Status"], ["Study"], ["Under way"], ["Done"]]);
  expect(await ask('=BVN.MATURITY("Domian","Education")')).toBe("#VALUE!");
  expect(host.errorMessage("H1")).toBe("Unknown field: “Domian”. Did you mean “Domain”?");
});

test.each(["zero", "null", "empty"] as const)(
  "ranges with blanks handed over as %s give the same results",
  async (blank) => {
    const { ask, host } = await book({ blank });
    host.write("A1:C6", [
      ["Domaine", "État", "Gestion"],
      ["Éducation", "3 – Réalisé", "Régie"],
      ["Éducation", null, "DSP"],
      ["Sécurité", 1, null],
      ["Éducation", "En cours", "NR"],
      [null, 2, "Régie"],
    ]);
    expect(await ask("=BVN.MATURITY(B2:B6)")).toBe(2);
    expect(await ask('=BVN.MATURITY(B2:B6;A2:A6;"Éducation")')).toBe(2.5);
    expect(await ask('=BVN.MATURITY(B2:B6;A2:A6;"<>Éducation")')).toBe(1.5);
    expect(await ask('=BVN.PROJECTS(A2:A6;C2:C6;"")')).toBe(2);
    expect(await ask('=BVN.SHARE(C2:C6;"Régie";"Base";"total")')).toBe(0.4);
    await ask("=BVN.DISTRIBUTION(B2:B6)", "J1");
    expect(host.read("J2:K6")).toEqual([
      ["Étude", 1],
      ["En cours", 2],
      ["Réalisé", 1],
      ["Non renseigné", 1],
      ["Total", 5],
    ]);
    host.write("B4", "bientôt");
    await host.settled();
    expect(host.read("H1")).toBe(0.4);
    expect(await ask("=BVN.MATURITY(B2:B6)")).toBe("#VALUE!");
    expect(host.errorMessage("H1")).toContain("Ligne 3 : « bientôt »");
    expect(await ask('=BVN.MATURITY(B2:B6;"Invalides";"ignorer")')).toBeCloseTo(7 / 3, 12);
  },
);
