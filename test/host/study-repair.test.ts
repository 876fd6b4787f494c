import { bench, closeBench, excel, project, refusal, snapshot, type Bench } from "./study-support";

afterEach(closeBench);

/** Does damage, lets the study notice, repairs, and says what was announced. */
async function repaired(b: Bench, damage: (context: Excel.RequestContext) => Promise<unknown>) {
  await excel(b, damage);
  await b.settle();
  const status = b.study.getState().status;
  await b.study.createOrRepair();
  await b.settle();
  return { status, said: b.study.getState().notice!.message.fr };
}
const sheet = (context: Excel.RequestContext, name: string) => context.workbook.worksheets.getItem(name);
const table = (context: Excel.RequestContext, name: string) => context.workbook.tables.getItem(name);

describe("damage is repaired", () => {
  test("a sheet deleted", async () => {
    const b = await bench();
    const { status, said } = await repaired(b, async (c) => sheet(c, "Journal").delete());
    expect(status).toBe("damaged");
    expect(said).toContain("tableau Journal ajouté");
    expect(b.study.getState().status).toBe("ready");
    expect(b.book.host.read("Journal!B2")).toBe("Réparation de l’étude");
  });

  test("a table deleted from its sheet", async () => {
    const b = await bench();
    const { status, said } = await repaired(b, async (c) => table(c, "Acteurs").delete());
    expect([status, said.includes("tableau Acteurs ajouté")]).toEqual(["damaged", true]);
    expect(b.book.host.read("Acteurs!A1:C1")).toEqual([["Édition", "Territoire", "Affirmation"]]);
    expect(b.study.getState().status).toBe("ready");
  });

  test("a column deleted comes back where it was, empty; the others keep their values", async () => {
    const b = await bench();
    await b.study.addProject(project({ measure: 2, means: 4 }));
    const { status, said } = await repaired(b, async (c) =>
      table(c, "Projets").columns.getItem("Mesure").delete(),
    );
    expect([status, said.includes("colonne Mesure ajoutée à Projets")]).toEqual(["damaged", true]);
    expect(b.book.host.read("Projets!E1:G2")).toEqual([
      ["État", "Mesure", "Moyens"],
      ["3 – Réalisé", "", "4 – Moyens optimisés"],
    ]);
    expect(b.book.host.dropdown("Projets!F2")).toHaveLength(4);
    expect(b.book.host.dropdown("Projets!G2")).toContain("4 – Moyens optimisés");
  });

  test("a table renamed gets its name back", async () => {
    const b = await bench();
    await b.study.addProject(project());
    const { status, said } = await repaired(b, async (c) => void (table(c, "Projets").name = "MesProjets"));
    expect(status).toBe("ready");
    expect(said).toContain("tableau MesProjets renommé Projets");
    expect(b.study.getState().projectCount).toBe(1);
  });

  test("a table turned into a range is a table again, with its rows", async () => {
    const b = await bench();
    await b.study.addProject(project());
    await b.study.addProject(project({ project: "Autre projet" }));
    const { status, said } = await repaired(b, async (c) => table(c, "Projets").convertToRange());
    expect([status, said.includes("redevenue le tableau Projets")]).toEqual(["damaged", true]);
    expect(b.study.getState()).toMatchObject({ status: "ready", projectCount: 2 });
  });

  test("validations and conditional formats cleared", async () => {
    const b = await bench();
    const { said } = await repaired(b, async (c) => {
      sheet(c, "Projets").getRange("E2:E50").dataValidation.clear();
      sheet(c, "Projets").getRange("F2:F300").conditionalFormats.clearAll();
    });
    expect(said).toContain("contrôles remis dans Projets (État, Mesure)");
    expect(b.book.host.dropdown("Projets!E2")).toHaveLength(3);
    await b.study.createOrRepair();
    expect(b.study.getState().notice!.code).toBe("nothingToRepair");
  });

  test("names and the helper sheet deleted", async () => {
    const b = await bench();
    const { said } = await repaired(b, async (c) => {
      c.workbook.names.getItem("BVN_Kind").delete();
      c.workbook.names.getItem("BVN_Liste_status").delete();
      const lists = sheet(c, "BVN Listes");
      lists.visibility = "Visible";
      lists.delete();
    });
    expect(said).toMatch(/BVN_Kind/);
    expect(b.book.host.dropdown("Projets!E2")).toEqual(["1 – Étude", "2 – En cours", "3 – Réalisé"]);
  });

  test("home and synthesis deleted: the edition is known from the code book", async () => {
    const b = await bench();
    const { said } = await repaired(b, async (c) => {
      sheet(c, "Accueil").delete();
      sheet(c, "Synthèse").delete();
    });
    expect(said).toContain("feuille Accueil ajoutée");
    expect(b.book.host.read("Accueil!B3")).toBe(2014);
    expect(b.study.getState().editionId).toBe("2014");
  });
});

describe("nothing of anybody's is destroyed", () => {
  test("own columns, order of columns, own sheets, filters and rows stay", async () => {
    const b = await bench();
    await b.study.addProject(project());
    await excel(b, async (c) => {
      const own = table(c, "Projets").columns.add(1, [["Vu par"], ["Anne"]] as never);
      own.load("name");
      c.workbook.worksheets.add("Mes calculs").getRange("A1:B1").values = [["x", 1]];
      table(c, "Projets").columns.getItem("Moyens").delete();
    });
    await b.settle();
    await b.study.createOrRepair();
    await b.settle();
    expect(b.book.host.read("Projets!A1:C2")).toEqual([
      ["Édition", "Vu par", "Territoire"],
      [2014, "Anne", "Lyon"],
    ]);
    expect(b.book.host.read("'Mes calculs'!A1:B1")).toEqual([["x", 1]]);
    expect(b.study.getState()).toMatchObject({ status: "ready", projectCount: 1 });
    const ref = await b.study.addProject(project({ project: "Deuxième projet" }));
    expect(b.book.host.read("Projets!B3:C3")).toEqual([["", "Lyon"]]);
    expect((await b.study.readProject(ref)).draft.project).toBe("Deuxième projet");
  });

  test("a sheet of theirs that bears a name of ours is left alone", async () => {
    const b = await bench({ created: false });
    await excel(b, async (c) => {
      c.workbook.worksheets.add("Panel").getRange("A1:B2").values = [
        ["Mes notes", "x"],
        [1, 2],
      ];
    });
    await b.study.createOrRepair();
    await b.settle();
    expect(b.book.host.read("Panel!A1:B2")).toEqual([
      ["Mes notes", "x"],
      [1, 2],
    ]);
    expect(b.book.host.read("'Panel BVN'!A1:B1")).toEqual([["Code", "Territoire"]]);
    expect(b.study.getState().status).toBe("ready");
  });

  test("a copied study sheet is noticed and left alone", async () => {
    const b = await bench();
    await b.study.addProject(project());
    await excel(b, async (c) => {
      const header = table(c, "Projets").getHeaderRowRange().load("values");
      await c.sync();
      const copy = c.workbook.worksheets.add("Projets (2)");
      copy.getRange("A1:N1").values = header.values;
      copy.getRange("B2").values = [["Paris"]];
      c.workbook.tables.add("'Projets (2)'!A1:N2", true).name = "Projets3";
    });
    await b.settle();
    expect(b.study.getState().notice).toMatchObject({ kind: "warning", code: "copyFound" });
    expect(b.study.getState().notice!.message.fr).toContain("« Projets (2) »");
    expect(b.study.getState().projectCount).toBe(1);
    await b.study.createOrRepair();
    expect(b.book.host.read("'Projets (2)'!B2")).toBe("Paris");
  });

  test("a header mistyped is told, not doubled", async () => {
    const b = await bench();
    await b.study.addProject(project());
    b.book.host.write("Projets!C1", "Domaines");
    await b.settle();
    expect(b.study.getState().status).toBe("damaged");
    await b.study.createOrRepair();
    expect(b.study.getState().notice).toMatchObject({ kind: "warning", code: "columnLooksLike" });
    expect(b.book.host.read("Projets!C1:D1")).toEqual([["Domaines", "Projet"]]);
    b.book.host.write("Projets!C1", "DOMAINE");
    await b.settle();
    expect(b.study.getState().status).toBe("ready");
  });
});

describe("what cannot be done is refused before anything is written", () => {
  test("a protected sheet is named", async () => {
    const b = await bench();
    await excel(b, async (c) => {
      table(c, "Projets").columns.getItem("Mesure").delete();
      sheet(c, "Projets").protection.protect();
    });
    await b.settle();
    const before = await snapshot(b);
    const notice = await refusal(b.study.createOrRepair());
    expect([notice.code, notice.message.fr.includes("« Projets »")]).toEqual(["protectedSheet", true]);
    expect(await snapshot(b)).toEqual(before);
  });

  test("a protected workbook structure", async () => {
    const b = await bench({ created: false });
    await excel(b, async (c) => c.workbook.protection.protect());
    expect((await refusal(b.study.createOrRepair())).code).toBe("protectedWorkbook");
  });
});

describe("a request that fails leaves the workbook as it was", () => {
  const ERROR = { code: "GeneralException", message: "Injected" };

  test("whichever request of a creation it is", async () => {
    const b = await bench({ created: false });
    await b.settle();
    const before = await snapshot(b);
    for (let n = 1; ; n++) {
      const fault = b.book.host.failAt(n, ERROR, "request");
      const notice = await b.study.createOrRepair().then(
        () => null,
        (error) => error.notice,
      );
      fault.cancel();
      // Reading again after the writing is tried twice: a request lost there is no failure.
      if (!notice) break;
      await b.settle();
      expect([n, await snapshot(b)]).toEqual([n, before]);
    }
    expect(b.study.getState().status).toBe("ready");
  });

  test.each([1, 20, 120, 300, 500, 700])(
    "a creation that fails at its action %i is taken back",
    async (n) => {
      const b = await bench({ created: false });
      await b.settle();
      const before = await snapshot(b);
      const fault = b.book.host.failAt(n + 30, ERROR);
      const notice = await refusal(b.study.createOrRepair());
      expect(fault.hit).toBe(true);
      expect(["creationFailed", "unexpected"]).toContain(notice.code);
      await b.settle();
      expect(await snapshot(b)).toEqual(before);
      expect(b.study.getState().status).toBe("none");
      await b.study.createOrRepair();
      expect(b.study.getState().status).toBe("ready");
    },
  );

  test("a repair that fails half-way keeps the data and takes back what it added", async () => {
    const b = await bench();
    await b.study.addProject(project());
    await excel(b, async (c) => {
      sheet(c, "Journal").delete();
      table(c, "Projets").columns.getItem("Mesure").delete();
      table(c, "Panel").name = "Villes";
    });
    await b.settle();
    const before = await snapshot(b);
    const codes = new Set<string>();
    for (let n = 20; ; n += 45) {
      const fault = b.book.host.failAt(n, ERROR);
      const notice = await b.study.createOrRepair().then(
        () => null,
        (error) => error.notice,
      );
      fault.cancel();
      if (!notice) break;
      codes.add(notice.code);
      await b.settle();
      expect([n, await snapshot(b)]).toEqual([n, before]);
    }
    expect([...codes].sort()).toEqual(["creationFailed", "unexpected"]);
    expect(b.study.getState()).toMatchObject({ status: "ready", projectCount: 1 });
  });
});
