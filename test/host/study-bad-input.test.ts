import { runCommand } from "../../src/commands/run";
import { paneRequests, type PaneRequest } from "../../src/commands/paneRequests";
import { bench, closeBench, excel, project, refusal, snapshot, type Bench } from "./study-support";

afterEach(closeBench);

const found = (b: Bench) =>
  b.study.getState().anomalies.map(({ code, place }) => `${code} ${place.row} ${place.field}`);

describe("a workbook without our tables", () => {
  test("is no study; operations say so and the pane goes on", async () => {
    const b = await bench({ created: false });
    expect(b.study.getState().status).toBe("none");
    for (const operation of [b.study.addProject(project()), b.study.check(), b.study.readProjectAt(0)]) {
      expect((await refusal(operation)).code).toBe("noStudy");
    }
    await b.study.createOrRepair();
    await b.study.addProject(project());
    expect(b.study.getState().projectCount).toBe(1);
  });

  test("a table that was deleted is named", async () => {
    const b = await bench();
    await excel(b, async (c) => c.workbook.tables.getItem("Projets").delete());
    await b.settle();
    expect(b.study.getState()).toMatchObject({ status: "damaged", notice: { code: "damaged" } });
    const notice = await refusal(b.study.addProject(project()));
    expect([notice.code, notice.message.fr.includes("Projets")]).toEqual(["tableMissing", true]);
  });
});

describe("a table renamed, filtered, moved, with columns added and reordered", () => {
  test("is written to in the right columns", async () => {
    const b = await bench();
    await excel(b, async (c) => {
      const table = c.workbook.tables.getItem("Projets");
      table.name = "Données";
      table.columns.getItem("Commentaire").delete();
      table.columns.add(0, [["Commentaire"], [""]] as never);
      table.columns.add(2, [["Priorité"], [""]] as never);
      c.workbook.worksheets.getItem("Projets").getRange("A:B").insert("Right");
    });
    await b.settle();
    const ref = await b.study.addProject(project({ comment: "à droite" }));
    expect(b.book.host.read("Projets!C1:G2")).toEqual([
      ["Commentaire", "Édition", "Priorité", "Territoire", "Domaine"],
      ["à droite", 2014, "", "Lyon", "2 – Énergie / Eau / Déchets"],
    ]);
    expect((await b.study.readProject(ref)).draft.comment).toBe("à droite");
  });
});

describe("a protected sheet", () => {
  test("is named, nothing is written, it can be tried again", async () => {
    const b = await bench();
    const ref = await b.study.addProject(project());
    const { draft } = await b.study.readProject(ref);
    await excel(b, async (c) => c.workbook.worksheets.getItem("Projets").protection.protect());
    const before = await snapshot(b);
    for (const operation of [
      () => b.study.addProject(project({ project: "Autre" })),
      () => b.study.updateProject(ref, { ...draft, status: 1 }, draft),
      () => b.study.deleteProject(ref),
      () => b.study.undo(),
    ]) {
      const notice = await refusal(operation());
      expect([notice.code, notice.message.fr.includes("« Projets »")]).toEqual(["protectedSheet", true]);
      expect(b.study.getState().notice).toBe(notice);
    }
    expect(await snapshot(b)).toEqual(before);
    await excel(b, async (c) => c.workbook.worksheets.getItem("Projets").protection.unprotect());
    await b.study.undo();
    expect(b.study.getState().projectCount).toBe(0);
  });
});

describe("cell-edit mode", () => {
  test("is waited for a little", async () => {
    const b = await bench();
    b.book.host.cellEditMode(true);
    setTimeout(() => b.book.host.cellEditMode(false), 500);
    const seen: string[] = [];
    b.study.subscribe(() => seen.push(b.study.getState().progress?.label.fr ?? ""));
    await b.study.addProject(project());
    expect(seen.some((label) => label.includes("terminez la saisie"))).toBe(true);
    expect(b.study.getState().projectCount).toBe(1);
  });

  test("that lasts is told, and nothing is written", async () => {
    const b = await bench();
    b.book.host.cellEditMode(true);
    expect((await refusal(b.study.addProject(project()))).code).toBe("cellEdit");
    b.book.host.cellEditMode(false);
    expect(b.book.host.read("Projets!B2")).toBe("");
    await b.study.addProject(project());
  });
});

describe("texts", () => {
  test.each([
    ["a formula", "=1+1"],
    ["a command", "=cmd|' /C calc'!A0"],
    ["a phone number", "+33 6 12 34 56 78"],
    ["a dash", "-"],
    ["an at sign", "@x"],
    ["a code that begins with zero", "01004"],
    ["something like a date", "15/03/2014"],
    ["something like a truth", "VRAI"],
    ["an apostrophe", "'apostrophe"],
    ["markup", "<img src=x onerror=alert(1)>"],
    ["line breaks", "ligne 1\nligne 2\ttab"],
    ["emoji", "🏙️ 👩‍💻"],
    ["all a cell holds", "x".repeat(32_767)],
  ])("%s stays as it was typed", async (_what, text) => {
    const b = await bench();
    const ref = await b.study.addProject(project({ comment: text }));
    expect((await b.study.readProject(ref)).draft.comment).toBe(text);
    const { draft } = await b.study.readProject(ref);
    await b.study.updateProject(ref, { ...draft, status: 1 }, draft);
    await b.study.deleteProject(ref);
    await b.study.undo();
    expect((await b.study.readProject(ref)).draft.comment).toBe(text);
  });

  test("of 32,768 characters are refused before anything is written", async () => {
    const b = await bench();
    const notice = await refusal(b.study.addProject(project({ comment: "x".repeat(32_768) })));
    expect([notice.code, notice.message.fr.includes("Commentaire")]).toEqual(["textTooLong", true]);
    expect(b.book.host.read("Projets!B2")).toBe("");
  });
});

describe("values that are no answers", () => {
  test("codes out of range, decimals, dates, errors, truths are told with their place", async () => {
    const b = await bench();
    await b.study.addTerritory({
      code: "69123",
      name: "Lyon",
      type: "Commune",
      region: "Rhône-Alpes",
      population: 500715,
    });
    const status = [0, 4, -1, 2.5, 41713, true, "#N/A", "Réalisé; Étude", "3 – Étude", "Realise", "3.", "３"];
    b.book.host.write(
      "Projets!A2:E2",
      status.map((value, i) => [2014, "Lyon", "1 – Éducation", `Projet ${i}`, value]),
    );
    await b.settle();
    expect(found(b)).toEqual([
      "required 0 status",
      ...[1, 2, 3, 4, 5].map((row) => `notACode ${row} status`),
      "errorValue 6 status",
      ...[7, 8].map((row) => `notACode ${row} status`),
    ]);
    expect(b.study.getState().projectCount).toBe(12);
    const row = (await b.study.readProjectAt(4))!;
    expect(row.draft.status).toBe("41713");
    expect(row.anomalies.map(({ code }) => code)).toEqual(["notACode"]);
    await b.study.goTo(b.study.getState().anomalies[3]);
    const selected = await excel(b, async (c) => {
      const range = c.workbook.getSelectedRange().load("address");
      await c.sync();
      return range.address;
    });
    expect(selected).toBe("Projets!E5");
  });

  test("merged cells: the row is kept, the blanks are told", async () => {
    const b = await bench();
    await b.study.addProject(project());
    await excel(b, async (c) => c.workbook.worksheets.getItem("Projets").getRange("C2:E2").merge());
    await b.study.check();
    expect(b.study.getState().projectCount).toBe(1);
    expect(b.study.getState().status).toBe("ready");
  });

  test("blank rows between others are no projects", async () => {
    const b = await bench();
    b.book.host.write("Projets!A2:E4", [
      [2014, "Lyon", "1 – Éducation", "Un", 3],
      ["", "", "", "", ""],
      [2014, "Lyon", "1 – Éducation", "Deux", 3],
    ]);
    await b.settle();
    expect(b.study.getState().projectCount).toBe(2);
    expect(await b.study.readProjectAt(1)).toBeNull();
  });
});

describe("commands", () => {
  test("ask the pane for their screen, and do what they say", async () => {
    const b = await bench();
    const asked: PaneRequest[] = [];
    const stop = paneRequests.listen((request) => asked.push(request));
    await runCommand("enterProject", b.study);
    await runCommand("checkWorkbook", b.study);
    stop();
    expect(asked.map(({ command }) => command)).toEqual(["enterProject", "checkWorkbook"]);
    await b.study.addProject(project());
    await runCommand("undoLast", b.study);
    expect(b.study.getState().projectCount).toBe(0);
    await runCommand("createStudy", b.study);
    expect(b.study.getState().notice!.code).toBe("nothingToRepair");
  });
});
