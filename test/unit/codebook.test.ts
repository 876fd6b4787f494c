import {
  Codebook,
  codebookFromCodes,
  codesTableRows,
  defaultEditionId,
  editionById,
  editions,
  type CodesTableRow,
} from "../../src/domain/codebook";
import { languages } from "../../src/domain/language";
import { normalizeText } from "../../src/domain/text/normalize";

const of = (id: string) => new Codebook(editionById(id));
const shipped = of("2014");
const labels = (codebook: Codebook, list: string) => codebook.list(list).codes.map(({ label }) => label.fr);

describe("the shipped editions", () => {
  test("are 2013, 2014 and the observatory of 2017, oldest first", () => {
    expect(editions.map(({ id }) => id)).toEqual(["2013", "2014", "2017"]);
    expect(editions.map(({ year }) => year)).toEqual([2013, 2014, 2017]);
    expect(editionById(defaultEditionId).id).toBe("2014");
    expect(new Set(editions.map(({ version }) => version)).size).toBe(3);
  });
  test("an unknown one is refused with the known ones", () => {
    expect(() => editionById("1999")).toThrow(/1999.*2013, 2014, 2017/);
    expect(() => editionById("barometer")).toThrow(RangeError);
  });
  test("2014 has ten domains, 44 listed projects, a closing date and a panel of 119", () => {
    expect(labels(shipped, "domain")).toHaveLength(10);
    expect(shipped.edition.listedProjects).toHaveLength(44);
    expect(shipped.edition).toMatchObject({ closingDate: "2014-03-15", panelSize: 119 });
  });
  test("2013 has nine domains, no cross-cutting project, and everything else of 2014", () => {
    const { edition } = of("2013");
    expect(edition.lists.domain.codes.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(edition.listedProjects.filter(({ domain }) => domain === 10)).toEqual([]);
    expect(edition.listedProjects).toHaveLength(42);
    expect(edition.lists.status).toEqual(shipped.edition.lists.status);
    expect(edition.tables).toEqual(shipped.edition.tables);
    expect(edition.closingDate).toBeUndefined();
  });
  test("2017 has its own domains, types, regions and a budget in euros after coordination", () => {
    const observatory = of("2017");
    expect(labels(observatory, "domain")[0]).toBe("Laboratoire d'innovation");
    expect(labels(observatory, "domain")).toHaveLength(9);
    expect(labels(observatory, "type")).toEqual(expect.arrayContaining(["Département", "Région"]));
    expect(labels(observatory, "region")).toHaveLength(18);
    expect(observatory.edition.listedProjects).toEqual([]);
    const ids = observatory.table("projects").fields.map(({ id }) => id);
    expect(ids[ids.indexOf("coordination") + 1]).toBe("budget");
    expect(observatory.field("projects", "budget")).toMatchObject({ kind: "number", unit: "€", min: 0 });
    expect(shipped.findField("Budget")).toBeUndefined();
  });

  describe.each(editions.map((edition) => [edition.id, new Codebook(edition)] as const))(
    "%s",
    (_id, codebook) => {
      const { lists, tables, listedProjects } = codebook.edition;
      const fields = Object.values(tables).flatMap((table) => table.fields);

      test("codes are whole numbers from 1, unique in their list, labelled in both languages", () => {
        for (const { codes } of Object.values(lists)) {
          expect(codes.length).toBeGreaterThan(0);
          expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
          for (const { code, label } of codes) {
            expect(Number.isInteger(code) && code >= 1).toBe(true);
            for (const language of languages) expect(label[language].trim()).not.toBe("");
          }
        }
      });
      test("no two codes of a list share a label or an alias", () => {
        for (const { codes } of Object.values(lists)) {
          const texts = codes.flatMap(({ label, aliases = [] }) => [
            ...new Set([label.fr, label.en, ...aliases].map(normalizeText)),
          ]);
          expect(new Set(texts).size).toBe(texts.length);
        }
      });
      test("every list a field names exists; code fields have one; ids and headers are unique in a table", () => {
        for (const { list, kind } of fields) {
          if (list) expect(lists[list]).toBeDefined();
          if (kind === "code") expect(list).toBeDefined();
        }
        for (const table of Object.values(tables)) {
          expect(new Set(table.fields.map(({ id }) => id)).size).toBe(table.fields.length);
          for (const language of languages) {
            const headers = table.fields.map(({ label }) => normalizeText(label[language]));
            expect(new Set(headers).size).toBe(headers.length);
          }
        }
      });
      test("tables have distinct names that Excel accepts, and sheets of at most 31 characters", () => {
        const names = Object.values(tables).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.]*$/);
        for (const { sheet } of Object.values(tables)) expect(sheet).toMatch(/^[^\\/?*[\]:]{1,31}$/);
      });
      test("listed projects have a domain of the edition, unique ids and labels", () => {
        expect(new Set(listedProjects.map(({ id }) => id)).size).toBe(listedProjects.length);
        for (const { domain, label } of listedProjects) {
          expect(codebook.code("domain", domain)).toBeDefined();
          expect(codebook.findListedProject(label.en, domain)?.label).toEqual(label);
        }
      });
      test("only the table of respondents holds personal data", () => {
        for (const [id, table] of Object.entries(tables))
          expect(table.fields.some(({ personal }) => personal)).toBe(id === "respondents");
      });
      test("its Codes table comes back as the same code book", () => {
        const rows = codesTableRows(codebook);
        const { codebook: again, anomalies } = codebookFromCodes(codebook.edition, rows);
        expect(anomalies).toEqual([]);
        expect(codesTableRows(again)).toEqual(rows);
        expect(again.table("projects")).toEqual(codebook.table("projects"));
      });
    },
  );
});

describe("look-ups", () => {
  test("a field by French header, English name, id or alias, however typed", () => {
    for (const name of ["État", "etat", "ÉTAT ", "Status", "status", "Statut", "état d’avancement"])
      expect(shipped.findField(name)?.id).toBe("status");
    expect(shipped.findField("INSEE")?.id).toBe("code");
    expect(shipped.findField("rien")).toBeUndefined();
  });
  test("what is unknown throws", () => {
    expect(() => shipped.field("projects", "nothing")).toThrow(RangeError);
    expect(() => shipped.list("nothing")).toThrow(RangeError);
  });
  test("labels and displays; a code the list lacks shows as its number", () => {
    expect(shipped.display("status", 3, "fr")).toBe("3 – Réalisé");
    expect(shipped.display("status", 3, "en")).toBe("3 – Done");
    expect(shipped.display("region", 1, "fr")).toBe("Alsace");
    expect(shipped.label("status", 9, "fr")).toBe("9");
  });
  test("the size class of a population, at its bounds", () => {
    const sizes = [0, 49_999, 50_000, 99_999, 100_000, 249_999, 250_000, 2_000_000];
    expect(sizes.map((n) => shipped.classOf("sizeClass", n))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(shipped.classOf("sizeClass", -1)).toBeUndefined();
  });
  test("a listed project by label in its domain, in either language", () => {
    expect(shipped.findListedProject("OPEN DATA", 10)?.id).toBe("open-data");
    expect(shipped.findListedProject("video surveillance")?.domain).toBe(6);
    expect(shipped.findListedProject("Open data", 1)).toBeUndefined();
  });
});

describe("a team changes the Codes table", () => {
  const rows = codesTableRows(shipped);
  const changed = (...added: CodesTableRow[]) => codebookFromCodes(editionById("2014"), [...rows, ...added]);
  const edited = (edit: (row: CodesTableRow) => CodesTableRow) =>
    codebookFromCodes(editionById("2014"), rows.map(edit));
  const relabel = (from: string, to: string) => (row: CodesTableRow) =>
    (row[2] === from ? [row[0], row[1], to, to, row[4], row[5]] : row) as CodesTableRow;
  const problems = (...added: unknown[][]) =>
    changed(...(added as unknown as CodesTableRow[])).anomalies.map(
      ({ code, place }) => `${code} ${place.row - rows.length} ${place.field}`,
    );

  test("a new listed project is offered, with the code it was given or one made of its label", () => {
    const { codebook, anomalies } = changed(
      ["Projet", "", "Ruches connectées", "", "2 – Énergie / Eau / Déchets", ""],
      ["Project", "my-id", "Compost suivi", "Tracked compost", 2, "Oui"],
      ["projet", "", "Проект", "", "Énergie", "Yes"],
    );
    expect(anomalies).toEqual([]);
    const added = codebook.listedProjects(2).slice(-3);
    expect(added.map(({ id }) => id)).toEqual(["ruches-connectees", "my-id", "проект"]);
    expect(added[0].label).toEqual({ fr: "Ruches connectées", en: "Ruches connectées" });
  });
  test("an inactive listed project or code is no longer offered, but still read", () => {
    const off = (row: CodesTableRow): CodesTableRow =>
      row[2] === "Open data" || row[2] === "PPP" ? [row[0], row[1], row[2], row[3], row[4], "Non"] : row;
    const { codebook } = edited(off);
    expect(codebook.listedProjects(10).map(({ id }) => id)).toEqual(["citizen-portal"]);
    expect(codebook.findListedProject("Open data")).toBeDefined();
    const management = codebook.field("projects", "management");
    expect(codebook.activeCodes(management).map(({ code }) => code)).toEqual([1, 2, 4, 5]);
    expect(codebook.reader("management").read("3 – PPP")).toEqual({ kind: "code", code: 3 });
  });
  test("a relabelled code is shown anew and its former labels stay readable", () => {
    const { codebook } = edited(relabel("Réalisé", "En service"));
    expect(codebook.display("status", 3, "fr")).toBe("3 – En service");
    for (const cell of ["3 – Réalisé", "Réalisé", "Done", "En service", "3 – En service", 3])
      expect(codebook.reader("status").read(cell)).toEqual({ kind: "code", code: 3 });
    expect(codebook.code("status", 3)?.help).toEqual(shipped.code("status", 3)?.help);
  });
  test("two codes that swap labels: the labels of today count", () => {
    const swap: Record<string, string> = { Étude: "En cours", "En cours": "Étude" };
    const { codebook } = edited((row) =>
      row[0] === "État" && swap[row[2] as string]
        ? [row[0], row[1], swap[row[2] as string], swap[row[2] as string], row[4], row[5]]
        : row,
    );
    const read = (cell: string) => codebook.reader("status").read(cell);
    expect([read("En cours"), read("Étude")]).toEqual([
      { kind: "code", code: 1 },
      { kind: "code", code: 2 },
    ]);
  });
  test("listed projects follow a relabelled domain, and a new one", () => {
    const domain = (row: CodesTableRow): CodesTableRow =>
      row[4] === "1 – Éducation" ? [row[0], row[1], row[2], row[3], "1 – École", row[5]] : row;
    const { codebook, anomalies } = codebookFromCodes(editionById("2014"), [
      ...rows.map(relabel("Éducation", "École")).map(domain),
      ["Projet", "", "Serre partagée", "", "11 – Agriculture", ""],
      ["Domaine", 11, "Agriculture", "Farming", "", ""],
    ]);
    expect(anomalies).toEqual([]);
    expect(codebook.listedProjects(1)).toHaveLength(7);
    expect(codebook.listedProjects(11).map(({ label }) => label.fr)).toEqual(["Serre partagée"]);
  });
  test("a new code joins its list, whichever name the list is given", () => {
    for (const name of ["État", "statut", "Status", "status"]) {
      const { codebook, anomalies } = changed([name, 4, "Abandonné", "Dropped", "", ""]);
      expect(anomalies).toEqual([]);
      expect(codebook.reader("status").read("abandonne")).toEqual({ kind: "code", code: 4 });
      expect(codebook.table("projects").fields).toHaveLength(shipped.table("projects").fields.length);
    }
    const { codebook } = changed(["Qualité", 3, "Stagiaire", "", "", ""]);
    expect(codebook.label("respondentKind", 3, "en")).toBe("Stagiaire");
  });
  test("a new name starts a list and a column before the comment", () => {
    const { codebook, anomalies } = changed(
      ["Financeur principal", 2, "Région", "Region", "", ""],
      ["Financeur principal", 1, "État", "State", "", ""],
      ["constructor", 1, "x", "", "", ""],
    );
    expect(anomalies).toEqual([]);
    const ids = codebook.table("projects").fields.map(({ id }) => id);
    expect(ids.slice(ids.indexOf("comment") - 2, ids.indexOf("comment"))).toEqual([
      "financeur_principal",
      "constructor",
    ]);
    expect(labels(codebook, "financeur_principal")).toEqual(["État", "Région"]);
    expect(codebook.findField("Financeur principal")?.kind).toBe("code");
    expect(shipped.findField("Financeur principal")).toBeUndefined();
    expect(codesTableRows(codebook).filter(([name]) => name === "Financeur principal")).toHaveLength(2);
  });
  test("two new names that look alike as ids stay two lists", () => {
    const { codebook } = changed(["A+B", 1, "x", "", "", ""], ["A-B", 1, "y", "", "", ""]);
    const added = codebook
      .table("projects")
      .fields.slice(-6)
      .filter(({ label }) => /^A.B$/.test(label.fr));
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
  });
  test("rows that cannot be understood are reported with their place and taken no account of", () => {
    expect(
      problems(
        ["", 1, "Sans champ", "", "", ""],
        ["État", 5, "", "", "", ""],
        ["État", "cinq", "Cinq", "", "", ""],
        ["État", 2.5, "Deux et demi", "", "", ""],
        ["État", 0, "Zéro", "", "", ""],
        ["État", -1, "Moins un", "", "", ""],
        ["État", true, "Vrai", "", "", ""],
        ["État", 241, "Trop grand", "", "", ""],
        ["État", 5, "Actif ?", "", "", "peut-être"],
        ["Projet", "", "Sans domaine", "", "", ""],
        ["Projet", "", "Mauvais domaine", "", "99 – Rien", ""],
        ["Commentaire", 1, "Champ sans codes", "", "", ""],
        ["État", 3, "Deux fois", "", "", ""],
        ["Projet", "open-data", "Deux fois", "", 10, ""],
        [null, "", "  ", "\u00a0", undefined, 0],
      ),
    ).toEqual([
      "codesRowIncomplete 0 fieldName",
      "codesRowIncomplete 1 labelFr",
      "codesRowIncomplete 2 codeValue",
      "codesRowIncomplete 3 codeValue",
      "codesRowIncomplete 4 codeValue",
      "codesRowIncomplete 5 codeValue",
      "codesRowIncomplete 6 codeValue",
      "codesRowIncomplete 7 codeValue",
      "codesRowIncomplete 8 active",
      "codesRowIncomplete 9 codeDomain",
      "codesRowIncomplete 10 codeDomain",
      "codesRowIncomplete 11 fieldName",
      "codesDuplicate 12 codeValue",
      "codesDuplicate 13 codeValue",
    ]);
  });
  test("an anomaly's sentence says what is missing, in both languages", () => {
    const [{ message, severity }] = changed(["", 1, "x", "", "", ""]).anomalies;
    expect(severity).toBe("error");
    expect([message.fr, message.en]).toEqual([
      expect.stringMatching(/Champ/),
      expect.stringMatching(/Field/),
    ]);
  });
  test("a table without rows leaves the shipped code book, which is never changed", () => {
    const before = JSON.stringify(editionById("2014"));
    expect(codesTableRows(codebookFromCodes(editionById("2014"), []).codebook)).toEqual(rows);
    changed(["État", 4, "Abandonné", "", "", "Non"], ["Projet", "", "Autre", "", 1, ""]);
    expect(JSON.stringify(editionById("2014"))).toBe(before);
  });
});
