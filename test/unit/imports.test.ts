import { panelBoard } from "../../src/domain/completeness";
import {
  applyChanges,
  applyPlan,
  correctionsEmail,
  decide,
  decideAll,
  decisionCell,
  inverse,
  planImport,
  rememberedDecisions,
  type Decision,
  type ImportPlan,
  type QuestionKind,
  type Return,
  type StudySnapshot,
} from "../../src/domain/imports";
import { only, returnOf, study } from "../support/returns";

const today = "2014-03-20";
const wifi = { domain: 7, project: "Wifi public" };
const metropole = { code: "244400404", name: "Nantes Métropole" };

/** The study once these files are imported. */
function imported(snapshot: StudySnapshot, returns: Return[], decisions: Decision[] = []): StudySnapshot {
  return applyChanges(snapshot, applyPlan(planImport(snapshot, returns, decisions), { today }));
}
const asked = (plan: ImportPlan, kind: QuestionKind) =>
  plan.questions.filter((question) => question.kind === kind);
const operations = ({ tables }: StudySnapshot) => tables.journal.map(({ operation }) => operation);

describe("one file", () => {
  const file = returnOf({
    digest: "aa11aa11ff",
    file: "nantes.xlsx",
    received: "2014-03-10",
    who: "Anne Le Goff",
    fiche: { respondent: 2, digitalDepartment: 1 },
    projects: [{ ...wifi, answers: { status: 3, measure: "NR", comment: "Place Royale" } }],
    ranks: { 5: 1, 1: 2 },
    meanings: { 5: [2, 1] },
    agreements: { 3: 4 },
  });
  const after = imported(study(), [file]);

  test("its answers become rows that name it as their source, and no person", () => {
    const source = "nantes.xlsx · 2014-03-10 · aa11aa11";
    expect(
      only(
        after.tables.projects,
        "edition",
        "territory",
        "domain",
        "project",
        "status",
        "measure",
        "inclusion",
        "source",
      ),
    ).toEqual([
      {
        edition: "2014",
        territory: "Nantes",
        domain: 7,
        project: "Wifi public",
        status: 3,
        measure: "NR",
        inclusion: null,
        source,
      },
    ]);
    expect(only(after.tables.motivations, "motivation", "meaning", "rank")).toEqual([
      { motivation: 1, meaning: null, rank: 2 },
      { motivation: 5, meaning: null, rank: 1 },
      { motivation: 5, meaning: 2, rank: 1 },
      { motivation: 5, meaning: 1, rank: 2 },
    ]);
    expect(only(after.tables.actors, "statement", "agreement")).toEqual([{ statement: 3, agreement: 4 }]);
    expect(only(after.tables.respondents, "personName", "source")).toEqual([
      { personName: "Anne Le Goff", source },
    ]);
    expect(JSON.stringify({ ...after.tables, respondents: [] })).not.toContain("Goff");
  });
  test("the panel says when it came in and how complete it is", () => {
    expect(after.tables.panel[0]).toMatchObject({
      contact: 5,
      returned: "2014-03-10",
      respondent: 2,
      digitalDepartment: 1,
    });
    // 5 of identity, status, measure (NR), no means, no governance, 2 of 5 ranks, 1 of 7 statements.
    expect(after.tables.panel[0].completeness).toBeCloseTo(10 / 23, 4);
    expect(after.tables.panel.slice(1)).toEqual(study().tables.panel.slice(1));
  });
  test("the journal names file, digest and what changed", () => {
    expect(after.tables.journal).toEqual([
      expect.objectContaining({
        date: today,
        operation: "Import",
        file: "nantes.xlsx",
        digest: "aa11aa11ff",
      }),
    ]);
    expect(after.tables.journal[0].change).toMatch(/^Nantes : 7 lignes ajoutées, 1 modifiée/);
  });
  test("the same file again changes nothing, nor does its copy under another name in the same set", () => {
    const copy: Return = { ...file, questionnaire: { ...file.questionnaire, file: "copie.xlsx" } };
    expect(applyPlan(planImport(after, [file, copy]), { today }).changes).toEqual([]);
    expect(imported(study(), [copy, file]).tables.projects).toHaveLength(1);
    expect(
      planImport(study(), [file, copy])
        .files.map(({ status }) => status)
        .sort(),
    ).toEqual(["new", "repeated"]);
  });
  test("read once more after a correction by hand, it asks instead of undoing the correction", () => {
    const corrected = {
      ...after,
      tables: { ...after.tables, projects: [{ ...after.tables.projects[0], status: 2 }] },
    };
    expect(applyPlan(planImport(corrected, [file]), { today }).changes).toEqual([]);
    const again = planImport(corrected, [file], [], { reread: true });
    expect(asked(again, "conflict")[0].options.map(({ role }) => role)).toEqual(["keep", "take", "both"]);
    expect(applyPlan(again, { today }).changes.filter(({ table }) => table === "projects")).toEqual([]);
  });
  test("taken back, the study is as before but for the journal, and the file can come again", () => {
    const changes = applyPlan(planImport(study(), [file]), { today });
    const back = inverse(after, changes, { today });
    expect(back.refused).toEqual([]);
    const restored = applyChanges(after, back.changes);
    expect({ ...restored.tables, journal: [] }).toEqual(study().tables);
    expect(operations(restored)).toEqual(["Import", "Import retiré"]);
    expect(planImport(restored, [file]).added).toBe(planImport(study(), [file]).added);
  });
  test("taking back refuses what was changed meanwhile, and says which", () => {
    const changes = applyPlan(planImport(study(), [file]), { today });
    const projects = [{ ...after.tables.projects[0], status: 1 }];
    const panel = after.tables.panel.map((row, i) => (i ? row : { ...row, respondent: 1 }));
    const edited = { ...after, tables: { ...after.tables, projects, panel } };
    const { refused, changes: back } = inverse(edited, changes, { today });
    expect(refused).toEqual([
      expect.objectContaining({ table: "panel", label: "Nantes", written: 2, found: 1 }),
      expect.objectContaining({ table: "projects", label: "Nantes – Wifi public", written: 3, found: 1 }),
    ]);
    const partly = applyChanges(edited, back);
    expect(partly.tables.projects).toEqual(projects);
    expect(partly.tables.panel[0]).toMatchObject({ respondent: 1, digitalDepartment: null, contact: 3 });
    expect(partly.tables.actors).toEqual([]);
  });
});

describe("two files of one territory", () => {
  const culture = returnOf({
    digest: "c0ffee01",
    received: "2014-03-01",
    who: "Anne",
    projects: [
      { ...wifi, answers: { status: 3, measure: 2 } },
      { domain: 3, project: "Bibliothèque en ligne", answers: { status: 1 } },
    ],
    ranks: { 5: 1 },
  });
  const transport = returnOf({
    digest: "decade02",
    received: "2014-03-05",
    who: "Karim",
    projects: [
      { ...wifi, answers: { status: 2, measure: 2, means: 4 } },
      { domain: 4, project: "Vélos partagés", answers: { status: 3 } },
    ],
    ranks: { 5: 2, 1: 1 },
  });
  const plan = planImport(study(), [culture, transport]);
  const conflicts = asked(plan, "conflict");
  const status = conflicts.find(({ field }) => field === "status")!;
  const rank = conflicts.find(({ field, message }) => field === "rank" && /deux réponses/.test(message.fr))!;

  test("what is equal or said by one only merges, what differs is asked with who, when and which file", () => {
    expect(conflicts).toHaveLength(3);
    expect(
      status.options.map(({ label, said, role }) => [role, label.fr, said.map(({ source }) => source.who)]),
    ).toEqual([
      ["keep", "3 – Réalisé", ["Anne"]],
      ["take", "2 – En cours", ["Karim"]],
      ["both", "Garder les deux, en deux lignes", ["Anne", "Karim"]],
    ]);
    expect(status.options[1].said[0]).toMatchObject({
      source: { file: "decade02.xlsx", received: "2014-03-05" },
      place: { sheet: "Projets" },
    });
  });
  test("a rank cannot be both", () => expect(rank.options.map(({ role }) => role)).toEqual(["keep", "take"]));
  test("undecided, what came first stands and the other goes to Rejets until it is decided", () => {
    const after = imported(study(), [culture, transport]);
    const wifiOf = ({ tables }: StudySnapshot) =>
      tables.projects.find(({ project }) => project === "Wifi public")!;
    expect(wifiOf(after)).toMatchObject({ status: 3, measure: 2, means: 4 });
    expect(only(after.tables.rejects, "file", "fieldName", "value")).toEqual([
      { file: "decade02.xlsx", fieldName: "Rang", value: "1" },
      { file: "decade02.xlsx", fieldName: "Rang", value: "2" },
      { file: "decade02.xlsx", fieldName: "État", value: "2" },
    ]);
    expect(plan.conflicting).toBe(2);
    const again = planImport(after, [transport]);
    expect(applyPlan(again, { today: "2014-03-21" }).changes).toEqual([]);
    // What somebody has corrected meanwhile is not undone when the file is read again for a decision.
    const projects = after.tables.projects.map((row) => ({ ...row, means: null }));
    const corrected = { ...after, tables: { ...after.tables, projects } };
    const decided = imported(corrected, [transport], decideAll(again.questions, "take"));
    expect(wifiOf(decided)).toMatchObject({ status: 2, means: null });
    expect(decided.tables.rejects).toEqual([]);
  });
  test("against the base, the newer file's different answer waits while the base keeps its own", () => {
    const first = imported(study(), [culture]);
    const second = planImport(first, [transport]);
    const [keep] = asked(second, "conflict").find(({ field }) => field === "status")!.options;
    expect(keep.said[0].source).toMatchObject({
      inBase: true,
      file: "c0ffee01.xlsx",
      received: "2014-03-01",
      who: "Anne",
    });
    const row = imported(first, [transport]).tables.projects.find(({ project }) => project === "Wifi public");
    expect(row).toMatchObject({ status: 3, means: 4 });
  });
  test.each([
    ["keep", 3],
    ["take", 2],
  ] as const)("“%s” for all at once", (role, expected) => {
    const after = imported(study(), [culture, transport], decideAll(plan.questions, role, "conflict"));
    expect(after.tables.projects.find(({ project }) => project === "Wifi public")!.status).toBe(expected);
    expect(after.tables.rejects).toEqual([]);
    // Once the second answer holds, no rank is given twice any more.
    const decisions = Array.from({ length: role === "keep" ? 3 : 2 }, () => "Décision");
    expect(operations(after)).toEqual(["Import", "Import", ...decisions]);
    expect(after.tables.journal.map(({ change }) => change).join()).toContain(
      "2 – En cours (decade02.xlsx, Projets!",
    );
  });
  test("“both” makes two rows, the same whichever file came first", () => {
    const together = imported(study(), [culture, transport], [decide(status, "both")]);
    const rows = (of: StudySnapshot) =>
      only(
        of.tables.projects.filter(({ project }) => project === "Wifi public"),
        "status",
        "measure",
        "means",
      ).sort((a, b) => Number(a.status) - Number(b.status));
    expect(rows(together)).toEqual([
      { status: 2, measure: 2, means: 4 },
      { status: 3, measure: 2, means: null },
    ]);
    for (const [first, then] of [
      [culture, transport],
      [transport, culture],
    ]) {
      const base = imported(study(), [first]);
      const question = asked(planImport(base, [then]), "conflict").find(({ field }) => field === "status")!;
      expect(rows(imported(base, [then], [decide(question, "both")]))).toEqual(rows(together));
    }
    const again = planImport(together, [culture, transport], [], { reread: true });
    expect(
      again.rows.filter(({ table, outcome }) => table === "projects" && outcome !== "unchanged"),
    ).toEqual([]);
  });
  test("a decision is remembered when the files come again, until another file joins in", () => {
    const decided = imported(study(), [culture, transport], decideAll(plan.questions, "take"));
    const remembered = rememberedDecisions(decided.tables.journal);
    expect(remembered).toHaveLength(2);
    const fresh = study({
      journal: decided.tables.journal.filter(({ operation }) => operation === "Décision"),
    });
    const again = planImport(fresh, [transport, culture]);
    expect(again.questions.every((question) => question.decided !== null)).toBe(true);
    expect(again.conflicting).toBe(0);
    const third = returnOf({ digest: "beef03", projects: [{ ...wifi, answers: { status: 1 } }] });
    expect(
      asked(planImport(fresh, [transport, culture, third]), "conflict").map(({ decided: option }) => option),
    ).toContain(null);
  });
  test("two comments can stand together, and do not pile up", () => {
    const said = (digest: string, comment: string) =>
      returnOf({ digest, projects: [{ ...wifi, answers: { status: 3, comment } }] });
    const [a, b] = [said("a1", "gratuit"), said("b2", "payant")];
    const both = decideAll(planImport(study(), [a, b]).questions, "both");
    const after = imported(study(), [a, b], both);
    expect(after.tables.projects[0].comment).toBe("gratuit / payant");
    expect(planImport(after, [a, b], both, { reread: true }).changed).toBe(0);
  });
  test("how far the two agree is told with the number of fields both answered", () => {
    const [agreement] = plan.agreements;
    expect(agreement).toMatchObject({ territory: "Nantes", n: 3, agreeing: 1 });
    expect(agreement.rate).toBeCloseTo(1 / 3);
    expect([agreement.first.who, agreement.second.who]).toEqual(["Anne", "Karim"]);
  });
  describe("two motivations put first by two departments", () => {
    const kept = [decide(rank, rank.options[0].id)];
    const tieOf = (of: ImportPlan) =>
      asked(of, "conflict").find(({ message }) => message.fr.includes("le rang 1"))!;
    const tie = tieOf(planImport(study(), [culture, transport], kept));
    const ranks = (after: StudySnapshot) => only(after.tables.motivations, "motivation", "rank");

    test("stand side by side; each rank is given once", () => {
      expect(
        tie.options.map(({ role, label, said }) => [role, label.fr, said.map(({ source }) => source.who)]),
      ).toEqual([
        ["keep", "Qualité de service", ["Anne"]],
        ["take", "Attractivité", ["Karim"]],
      ]);
      expect(tie).toMatchObject({ required: true, field: "rank", territory: "Nantes" });
    });
    test("undecided, the first to say so has the rank, the other waits in Rejets and comes back to be decided", () => {
      const after = imported(study(), [culture, transport], kept);
      expect(ranks(after)).toEqual([{ motivation: 5, rank: 1 }]);
      expect(only(after.tables.rejects, "file", "fieldName", "value")).toContainEqual({
        file: "decade02.xlsx",
        fieldName: "Rang",
        value: "1",
      });
      const again = planImport(after, [transport]);
      expect(applyPlan(again, { today }).changes).toEqual([]);
      const decided = imported(after, [transport], [decide(tieOf(again), tieOf(again).options[1].id)]);
      expect(ranks(decided)).toEqual([
        { motivation: 5, rank: null },
        { motivation: 1, rank: 1 },
      ]);
      expect(decided.tables.rejects.filter(({ value }) => value === "1")).toEqual([]);
    });
    test("decided, it is remembered, and the answer not kept stands in the Journal", () => {
      const decisions = [...kept, decide(tie, tie.options[1].id)];
      const after = imported(study(), [culture, transport], decisions);
      expect(ranks(after)).toEqual([{ motivation: 1, rank: 1 }]);
      expect(after.tables.journal.map(({ change }) => String(change)).join()).toMatch(
        /À laquelle le laisser \? Attractivité\. 1 \(c0ffee01/,
      );
      const again = applyPlan(planImport(after, [culture, transport], [], { reread: true }), { today });
      expect(again.changes).toEqual([]);
    });
  });
});

describe("late answers", () => {
  const inTime = returnOf({
    digest: "1a",
    received: "2014-03-15",
    projects: [{ ...wifi, answers: { status: 3 } }],
  });
  const late = (answers: Record<string, number>) =>
    returnOf({ digest: "2b", received: "2014-03-16", projects: [{ ...wifi, answers }] });
  const marks = ({ tables }: StudySnapshot) => only(tables.projects, "status", "measure", "inclusion");

  test("the closing day itself is in time; a day later is kept, marked and out of the edition", () => {
    const plan = planImport(study(), [inTime, late({ status: 3, measure: 2 })]);
    expect(plan.files.map((file) => file.late)).toEqual([false, true]);
    expect(marks(imported(study(), [late({ status: 3, measure: 2 }), inTime]))).toEqual([
      { status: 3, measure: null, inclusion: null },
      { status: 3, measure: 2, inclusion: 2 },
    ]);
    expect(asked(plan, "conflict")).toEqual([]);
  });
  test("a late row that says nothing new is not a second one, whichever came first", () => {
    const one = [{ status: 3, measure: null, inclusion: null }];
    expect(marks(imported(study(), [inTime, late({ status: 3 })]))).toEqual(one);
    expect(marks(imported(imported(study(), [late({ status: 3 })]), [inTime]))).toEqual(one);
    expect(marks(imported(imported(study(), [inTime]), [late({ status: 3 })]))).toEqual(one);
  });
  test("somebody may let them in: then they merge like any other", () => {
    const file = late({ status: 3, measure: 2 });
    const letIn = decideAll(planImport(study(), [inTime, file]).questions, "letIn");
    expect(marks(imported(study(), [inTime, file], letIn))).toEqual([
      { status: 3, measure: 2, inclusion: null },
    ]);
    const before = imported(study(), [inTime, file]);
    const opened = planImport(before, [file], letIn, { reread: true });
    expect(opened.questions.find(({ kind }) => kind === "late")!.decided).toBe("letIn");
  });
  test("the workbook's own closing date goes before that of the edition", () => {
    expect(planImport({ ...study(), closingDate: "2014-03-31" }, [late({ status: 3 })]).files[0].late).toBe(
      false,
    );
    expect(planImport({ ...study(), closingDate: null }, [late({ status: 3 })]).files[0].late).toBe(false);
  });
});

describe("which territory", () => {
  const status = (code: string, name: string) => {
    const plan = planImport(study(), [
      returnOf({ digest: "d1", territory: { code, name }, projects: [{ ...wifi, answers: { status: 1 } }] }),
    ]);
    const [question] = asked(plan, "territory");
    return [plan.files[0].status, plan.files[0].territory, question?.options.map(({ label }) => label.fr)];
  };
  const refuse = "Ne rien prendre de ce fichier";
  test.each([
    ["44109", "Nantes", "Nantes"],
    ["44109", "", "Nantes"],
    ["", "NANTES", "Nantes"],
    ["1004", "Amberieu en Bugey", "Ambérieu-en-Bugey"],
    ["93066", "Saint-Denis", "Saint-Denis (93066)"],
    ["97411", "St Denis", "Saint-Denis"],
    ["244400404", "Nantes métropole", "Nantes Métropole"],
  ])("code “%s” and name “%s” are %s", (code, name, territory) => {
    expect(status(code, name)).toEqual(["new", territory, undefined]);
  });
  test.each([
    [
      "44109",
      "Saint-Denis",
      ["Nantes (44109)", "Saint-Denis (97411)", "Saint-Denis (93066) (93066)", refuse],
    ],
    ["", "Saint-Denis", ["Saint-Denis (97411)", "Saint-Denis (93066) (93066)", refuse]],
    ["244400404", "Nantes", ["Nantes Métropole (244400404)", "Nantes (44109)", refuse]],
    ["75056", "Nantse", ["Nantes (44109)", refuse]],
    ["75056", "Paris", [refuse]],
    ["", "", [refuse]],
  ])("code “%s” and name “%s” are asked", (code, name, options) => {
    expect(status(code, name)).toEqual(["held", "", options]);
  });
  test("until it is known nothing is taken, the file is named in Rejets and may come again", () => {
    const file = returnOf({
      digest: "d1",
      territory: { code: "44109", name: "Rennes" },
      projects: [{ ...wifi, answers: { status: 1 } }],
    });
    const held = imported(study(), [file]);
    expect(held.tables.projects).toEqual([]);
    expect(operations(held)).toEqual([]);
    expect(held.tables.rejects).toEqual([
      expect.objectContaining({ file: "d1.xlsx", rejectedTerritory: "Rennes" }),
    ]);
    const [question] = asked(planImport(held, [file]), "territory");
    const taken = imported(held, [file], [decide(question, question.options[0].id)]);
    expect(only(taken.tables.projects, "territory")).toEqual([{ territory: "Nantes" }]);
    expect(taken.tables.rejects).toEqual([]);
    const refused = planImport(held, [file], [decide(question, "refuse")]);
    expect(refused.files[0].status).toBe("refused");
  });
  test("an edition nobody knows is refused in words; the other files go on", () => {
    const plan = planImport(study(), [
      returnOf({ digest: "e1", edition: "1999" }),
      returnOf({ digest: "e2", projects: [{ ...wifi, answers: { status: 1 } }] }),
    ]);
    expect(plan.rejects.map(({ code }) => code)).toEqual(["editionUnknown"]);
    expect(plan.added).toBe(1);
  });
});

describe("one project under several names", () => {
  const free = (
    digest: string,
    project: string,
    answers: Record<string, number> = { status: 2 },
    territory?: { code: string; name: string },
  ) => returnOf({ digest, territory, projects: [{ domain: 7, project, answers }] });

  test("a listed project typed again is proposed, and merges only when somebody says so", () => {
    const file = returnOf({
      digest: "f1",
      projects: [
        { ...wifi, answers: { status: 3 } },
        { domain: 7, project: "wi-fi publics", answers: { measure: 2 } },
      ],
    });
    const plan = planImport(study(), [file]);
    const [question] = asked(plan, "listed");
    expect(question).toMatchObject({ required: false, decided: null });
    expect(imported(study(), [file]).tables.projects).toHaveLength(2);
    const joined = planImport(study(), [file], [decide(question, "listed")]);
    // Twice in one file now: whether it is one project is asked next.
    expect(asked(joined, "repeated")).toHaveLength(1);
    const one = [decide(question, "listed"), ...decideAll(joined.questions, "join", "repeated")];
    expect(
      only(imported(study(), [file], one).tables.projects, "project", "status", "measure", "inclusion"),
    ).toEqual([
      { project: "Wifi public", status: 3, measure: null, inclusion: null },
      { project: "Wifi public", status: null, measure: 2, inclusion: 4 },
    ]);
  });
  test("a listed label in any writing is the listed project itself", () => {
    expect(planImport(study(), [free("f1", "WIFI  PUBLIC"), free("f2", "public wi‑fi")]).questions).toEqual(
      [],
    );
  });
  test("free texts near each other across territories are grouped under the one most used", () => {
    const files = [
      free("g1", "Carte de vie quotidienne"),
      free("g2", "carte vie quotidienne", { status: 1 }, metropole),
      free("g3", "Carte de vie quotidiene", { status: 3 }, { code: "97411", name: "Saint-Denis" }),
      free("g4", "Drones", { status: 3 }, { code: "97411", name: "Saint-Denis" }),
    ];
    const plan = planImport(study(), files);
    const spelling = asked(plan, "spelling");
    expect(spelling).toHaveLength(2);
    expect(new Set(spelling.map(({ group }) => group)).size).toBe(1);
    expect(
      new Set(plan.rows.filter(({ table }) => table === "projects").map(({ after }) => after.project)).size,
    ).toBe(4);
    const joined = imported(study(), files, decideAll(spelling, "join"));
    expect(new Set(joined.tables.projects.map(({ project }) => project)).size).toBe(2);
  });
  test("the base's own spelling stays, and its rows may be renamed by a decision", () => {
    const base = imported(study(), [
      free("g1", "Carte de vie quotidienne"),
      free("g2", "Carte vie quotidiene", { status: 1 }, metropole),
    ]);
    const file = free("g3", "carte vie quotidiennes", { status: 3 }, { code: "97411", name: "Saint-Denis" });
    const spelling = asked(planImport(base, [file]), "spelling");
    const after = imported(base, [file], decideAll(spelling, "join"));
    expect(after.tables.projects[0].project).toBe("Carte de vie quotidienne");
    expect(after.tables.projects[2].project).toBe("Carte de vie quotidienne");
  });
  test("what a commune and its group both declare is proposed as one; the other is marked, never deleted", () => {
    const [commune, group] = [free("h1", "Wifi public"), free("h2", "Wifi public", { status: 3 }, metropole)];
    const counted = ({ tables }: StudySnapshot) => only(tables.projects, "territory", "inclusion");
    const both = [
      { territory: "Nantes", inclusion: null },
      { territory: "Nantes Métropole", inclusion: null },
    ];
    expect(counted(imported(study(), [commune, group]))).toEqual(both);
    const [question] = asked(planImport(study(), [commune, group]), "shared");
    expect(question.options.map(({ id }) => id)).toEqual(["commune", "group", "both"]);
    const forGroup = [{ territory: "Nantes", inclusion: 4 }, both[1]];
    expect(counted(imported(study(), [commune, group], [decide(question, "group")]))).toEqual(forGroup);
    const base = imported(study(), [commune]);
    const [later] = asked(planImport(base, [group]), "shared");
    expect(later.key).toBe(question.key);
    const decided = imported(base, [group], [decide(later, "group")]);
    expect(counted(decided)).toEqual(forGroup);
    expect(asked(planImport(decided, [commune, group], [], { reread: true }), "shared")).toEqual([]);
  });
  test("said not applicable by one, declared by another: kept and pointed out", () => {
    const plan = planImport(study(), [free("i1", "Wifi public"), returnOf({ digest: "i2", absent: [wifi] })]);
    expect(plan.remarks.map(({ code }) => code)).toEqual(["absentYetDeclared"]);
    expect(plan.files.map(({ absent }) => absent)).toEqual([0, 1]);
  });
});

describe("what is put aside", () => {
  const anomaly = {
    code: "notACode",
    severity: "error" as const,
    file: "nantes.xlsx",
    place: { sheet: "Projets", cell: "D12" },
    field: { fr: "État", en: "Status" },
    value: "4 – Abandonné",
    reason: { fr: "« 4 – Abandonné » n’est pas une réponse possible.", en: "Not an answer." },
    expected: { fr: "1 – Étude, 2 – En cours, 3 – Réalisé", en: "1 – Study" },
    action: { fr: "Choisissez une réponse de la liste.", en: "Choose from the list." },
  };
  const personal = {
    ...anomaly,
    field: { fr: "Téléphone", en: "Phone" },
    value: "+33 6 12 34 56 78",
    place: { sheet: "Fiche", cell: "C9" },
  };
  const file = returnOf({
    digest: "r1",
    file: "nantes.xlsx",
    anomalies: [anomaly, personal, { ...anomaly, severity: "warning" }],
  });
  const after = imported(study(), [file]);

  test("stands in Rejets with file, sheet, cell, value, reason, expected and what to do; personal data only by its place", () => {
    expect(after.tables.rejects[1]).toEqual({
      date: today,
      file: "nantes.xlsx",
      sheetName: "Projets",
      cell: "D12",
      rejectedTerritory: "Nantes",
      fieldName: "État",
      value: "4 – Abandonné",
      reason: anomaly.reason.fr,
      expected: anomaly.expected.fr,
      action: anomaly.action.fr,
    });
    expect(only(after.tables.rejects, "cell", "value")[0]).toEqual({
      cell: "C9",
      value: "(donnée personnelle : voir le fichier)",
    });
    expect(after.tables.rejects).toHaveLength(2);
  });
  test("read once more, it does not stand there twice", () => {
    expect(
      applyPlan(planImport(after, [file], [], { reread: true }), { today: "2014-04-01" }).changes.filter(
        ({ table }) => table === "rejects",
      ),
    ).toEqual([]);
  });
  test("a file that answers in its place mends it: it leaves Rejets, the Journal keeps it, and taking back brings it again", () => {
    const answer = { domain: 7, project: "Drones", answers: { status: 2 } };
    const mending = returnOf({ digest: "r2", file: "nantes (2).xlsx", projects: [answer] });
    const { cell } = mending.questionnaire.projects[0].answers.status.place;
    const wrong = returnOf({ digest: "r3", anomalies: [{ ...anomaly, place: { sheet: "Projets", cell } }] });
    const unread = { ...anomaly, file: "nantes (2).xlsx", place: {}, field: undefined, value: undefined };
    const start = imported(study(), [wrong, returnOf({ digest: "r4", anomalies: [unread] })]);
    expect(start.tables.rejects).toHaveLength(2);
    expect(panelBoard(start).rows[0].toCorrect).toBe(2);

    const plan = planImport(start, [mending]);
    expect(plan.corrected.map(({ answer: now }) => now).sort()).toEqual(["2", null]);
    const changes = applyPlan(plan, { today });
    const mended = applyChanges(start, changes);
    expect(mended.tables.rejects).toEqual([]);
    expect(panelBoard(mended).rows[0].toCorrect).toBe(0);
    expect(correctionsEmail(mended.codebook, "Nantes", mended.tables.rejects).body).toMatch(
      /rien n’est à corriger/,
    );
    const told = mended.tables.journal.filter(({ operation }) => operation === "Correction");
    expect(told.map(({ file: by, change }) => [by, change])).toEqual([
      ["nantes (2).xlsx", expect.stringMatching(/→ corrigé\.$/)],
      ["nantes (2).xlsx", `Nantes : nantes.xlsx, Projets!${cell}, État ; « 4 – Abandonné » → « 2 ».`],
    ]);
    const back = applyChanges(mended, inverse(mended, changes, { today }).changes);
    expect(back.tables.rejects).toHaveLength(2);

    const again = { ...mending, digest: "r5", questionnaire: wrong.questionnaire };
    expect(planImport(start, [again]).corrected).toEqual([]);
    const elsewhere = returnOf({
      digest: "r6",
      territory: { code: "97411", name: "Saint-Denis" },
      projects: [answer],
    });
    expect(planImport(start, [elsewhere]).corrected).toEqual([]);
  });
  test("a population nobody counted is put aside with what it was read as", () => {
    const population = (value: string) =>
      planImport(study(), [returnOf({ digest: "p1", fiche: { population: value } })]);
    expect(population("env. 290 k").rejects).toEqual([
      expect.objectContaining({ code: "populationRounded", suggestion: "290000" }),
    ]);
    expect(population("beaucoup").rejects.map(({ code }) => code)).toEqual(["populationUnread"]);
    expect(population("291.604").rows[0].outcome).toBe("changed");
    expect(population("291.604").questions).toEqual([]);
  });
  test("what the reader left open is a question until it is answered; then Rejets need not tell of it", () => {
    const place = { sheet: "Projets (2)" };
    const [reason, action] = [
      { fr: "Deux feuilles.", en: "Two sheets." },
      { fr: "Dites laquelle.", en: "Say which." },
    ];
    const message = { fr: "Deux feuilles. Dites laquelle.", en: "Two sheets. Say which." };
    const options = [{ id: "a", label: { fr: "A", en: "A" } }];
    const open = { code: "sheetCopied", severity: "error" as const, file: "q1.xlsx", place, reason, action };
    const questions = [{ id: "q1", code: "sheetCopied", place, message, options }];
    const undecided = returnOf({ digest: "q1", questions, anomalies: [open] });
    const first = imported(study(), [undecided]);
    expect(only(first.tables.rejects, "sheetName", "reason")).toEqual([
      { sheetName: "Projets (2)", reason: "Deux feuilles." },
    ]);
    const plan = planImport(first, [undecided]);
    expect(plan.questions).toEqual([
      expect.objectContaining({ key: "q1", kind: "file", required: true, decided: null }),
    ]);
    expect(applyPlan(plan, { today: "2014-03-21" }).changes).toEqual([]);
    // Read with the decision, the file says more, and the question stays known.
    const read = returnOf({ digest: "q1", questions, projects: [{ ...wifi, answers: { status: 2 } }] });
    const after = imported(first, [read], [decide(plan.questions[0], "a")]);
    expect(after.tables.rejects).toEqual([]);
    expect(only(after.tables.projects, "status")).toEqual([{ status: 2 }]);
    expect(rememberedDecisions(after.tables.journal)).toEqual([{ key: "q1", option: "a", files: ["q1"] }]);
    expect(planImport(after, [read]).files[0].status).toBe("again");
  });
  test("a decision is kept whatever its option is called, and one that was spoilt by hand is none", () => {
    const decision = { key: "q1", option: "Projets @ = (2)!5, copie", files: ["a1b2c3d4", "ffffffff"] };
    const digest = decisionCell(decision);
    expect(
      rememberedDecisions([{ digest }, { digest: `${digest.slice(0, 14)}%@a` }, { digest: "a1b2" }]),
    ).toEqual([decision]);
  });
  test("the e-mail of corrections is ready to be sent", () => {
    const { subject, body } = correctionsEmail(after.codebook, "Nantes", after.tables.rejects);
    expect(subject).toBe("Baromètre des villes numériques 2014 – Nantes : 2 réponses à préciser");
    expect(body).toContain(
      [
        "2. Projets, D12, État : « 4 – Abandonné » n’est pas une réponse possible.",
        "   lu : 4 – Abandonné",
        "   attendu : 1 – Étude, 2 – En cours, 3 – Réalisé",
        "   → Choisissez une réponse de la liste.",
      ].join("\n"),
    );
    expect(body).toMatch(/^Madame, Monsieur,/);
    expect(correctionsEmail(after.codebook, "Lyon", after.tables.rejects).body).toBe(
      "Toutes vos réponses ont été prises : rien n’est à corriger.\n",
    );
  });
});
