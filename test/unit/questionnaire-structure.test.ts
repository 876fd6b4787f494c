import { readQuestionnaire } from "../../src/files/questionnaire";
import {
  codebooks,
  codes,
  Edited,
  essence,
  made,
  previous,
  understood,
} from "../golden/questionnaire/support";

const filled = () => new Edited(made({ previous }));
const whole = essence(understood(filled()));
/** Columns of the sheet of projects, French file: A domain, B project, C status, D measure … I comment. */
const P = "Projets";

describe("a questionnaire as it was sent", () => {
  it("says who it is for, and nothing is wrong with it", () => {
    const q = understood(new Edited(made()));
    expect(q.identity).toMatchObject({
      edition: "2014",
      codebookVersion: "2014.1",
      documentId: "d0c0ffee",
      language: "fr",
    });
    expect(q.identity.territory.code).toBe(String(previous.panel.code));
    expect(q.anomalies).toEqual([]);
    expect([q.projects, q.motivations, q.statements, q.questions, q.missingFields]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it("brings back the answers it was filled with", () => {
    const q = understood(filled());
    expect(q.anomalies).toEqual([]);
    expect(q.projects.map((p) => [p.domain, p.project, p.answers.status.value]).sort()).toEqual(
      previous.projects.map((row) => [row.domain, row.project, row.status]).sort(),
    );
    expect(q.motivations.map((m) => [m.motivation, m.rank?.value])).toEqual([
      [1, 1],
      [2, 2],
      [5, 3],
    ]);
    expect(q.statements.map((s) => [s.statement, s.agreement.value])).toEqual([
      [1, 3],
      [7, "NR"],
    ]);
  });

  it("says the same in two languages", () => {
    const q = understood(new Edited(made({ previous, language: "bilingual" })));
    expect(q.anomalies).toEqual([]);
    expect(essence(q)).toEqual(whole);
  });
});

describe("structure that people change", () => {
  it("reads columns in any order, sheets under any name and in any order", () => {
    const file = filled();
    file.move(P, (row, column) => [row, column < 9 ? 8 - column : column]).toRanges();
    file.rename(P, "Feuil1").rename("Politique", "Politique (service com)").sheets.reverse();
    const q = understood(file);
    expect(essence(q)).toEqual(whole);
    expect(codes(q)).toEqual([]);
  });

  it("refuses the answers of a deleted column and shifts no other", () => {
    const q = understood(filled().deleteColumn(P, "E"));
    expect(codes(q)).toEqual(["missingColumn"]);
    expect(q.missingFields).toEqual([{ table: "projects", field: "means" }]);
    const before = understood(filled());
    q.projects.forEach(({ answers }, i) => {
      expect(answers.means).toBeUndefined();
      expect(answers.management?.value).toBe(before.projects[i].answers.management?.value);
    });
  });

  it("proposes the nearest field for a mistyped header and waits for a person", () => {
    const file = filled().set(P, { D5: "Mesurre" });
    const q = understood(file);
    expect(q.questions.map(({ code }) => code)).toEqual(["headerTypo"]);
    expect(q.anomalies.map(({ code, place }) => [code, place.cell])).toEqual([["headerTypo", "D5"]]);
    expect(q.projects.some(({ answers }) => answers.measure)).toBe(false);
    const [{ id }] = q.questions;
    expect(essence(understood(file, { [id]: "same" }))).toEqual(whole);
    expect(understood(file, { [id]: "other" }).projects.some(({ answers }) => answers.measure)).toBe(false);
  });

  it("names extra columns and reads none of them", () => {
    const q = understood(filled().set(P, { M5: "Priorité du maire", M6: "haute" }));
    expect(q.anomalies.map(({ code, value }) => [code, value])).toEqual([
      ["extraColumn", "Priorité du maire"],
    ]);
    expect(essence(q)).toEqual(whole);
  });

  it("takes neither notes below the table nor a row of totals for a project", () => {
    const file = filled();
    const end = file.lastRow("Projets");
    file.set(P, {
      [`A${end + 1}`]: "Total",
      [`C${end + 1}`]: 12,
      [`A${end + 3}`]: "Merci de votre aide, rappelez-moi au +33 6 12 34 56 78",
      [`B${end + 4}`]: "NB : chiffres provisoires",
    });
    const q = understood(file);
    expect(essence(q)).toEqual(whole);
    expect(codes(q)).toEqual(["totalRow", "note", "note"]);
  });

  it("reads a project written below the table, and says so", () => {
    const file = filled();
    const end = file.lastRow("Projets") + 1;
    file.set(P, { [`A${end}`]: "Sécurité", [`B${end}`]: "Bornes d'appel", [`C${end}`]: "2" });
    const q = understood(file);
    expect(q.projects.at(-1)).toMatchObject({
      domain: 6,
      project: "Bornes d'appel",
      answers: { status: { value: 2 } },
    });
    expect(codes(q)).toEqual(["rowBelow"]);
  });

  it("counts the rows of a table that became a range, with blank rows between", () => {
    const q = understood(filled().toRanges().insertRows(P, 9, 3).insertRows(P, 30, 1));
    expect(essence(q)).toEqual(whole);
    expect(codes(q)).toEqual([]);
  });

  it("reads a table split over two sheets as one", () => {
    const file = filled();
    const rows = [...file.sheet(P).rows.keys()].filter((row) => row >= 5);
    const half = rows[Math.floor(rows.length / 3)];
    file.copy(P, "Projets suite");
    file.move(P, (row, column) => (row >= half ? null : [row, column]));
    file.move("Projets suite", (row, column) => (row >= 5 && row < half ? null : [row, column]));
    const q = understood(file);
    expect(essence(q).projects.map(String).sort()).toEqual(whole.projects.map(String).sort());
    expect(q.questions).toEqual([]);
  });

  it("asks which of two copies counts when they differ, and takes none until then", () => {
    const file = filled().copy(P, "Projets (2)").set("Projets (2)", { C6: "1 – Étude", C7: "1 – Étude" });
    const q = understood(file);
    expect(q.questions.map(({ code, options }) => [code, options.length])).toEqual([["copiedSheet", 3]]);
    expect(q.projects).toEqual([]);
    expect(q.motivations.length).toBe(3);
    const [{ id, options }] = q.questions;
    expect(essence(understood(file, { [id]: options[0].id }))).toEqual(whole);
    const copy = understood(file, { [id]: options[1].id });
    expect(copy.projects[0].answers.status.value).toBe(1);
    expect(understood(file, { [id]: "none" }).projects).toEqual([]);
  });

  it("counts an identical copy once", () => {
    const q = understood(filled().copy(P, "Projets (2)"));
    expect(essence(q)).toEqual(whole);
    expect(codes(q)).toEqual(["identicalCopy"]);
  });

  it("reads hidden rows and sheets, and says so", () => {
    const file = filled();
    const [first] = understood(filled()).projects;
    const row = Number(/\d+/.exec(first.place.cell!)![0]) - 1;
    file.sheet(P).hiddenRows.add(row);
    const q = understood(file);
    expect(essence(q)).toEqual(whole);
    expect(q.projects[0].hidden).toBe(true);
    expect(codes(q)).toEqual(["hiddenAnswers"]);
  });

  it("says which sheet is gone and takes the rest", () => {
    const file = filled();
    file.sheets = file.sheets.filter(({ name }) => name !== "Politique");
    file.tables = file.tables.filter(({ sheet }) => sheet !== "Politique");
    const q = understood(file);
    expect(codes(q)).toEqual(["missingBlock", "missingBlock", "missingBlock"]);
    expect(essence(q).projects).toEqual(whole.projects);
  });

  it("survives merges, names and tables over the whole sheet", () => {
    const file = filled();
    file.sheet(P).merges.push("A1000:XFD1048576", "nonsense");
    file.tables.push({ name: "X", sheet: P, ref: "A900:XFD1048576", columns: [] });
    file.names.set("Y", "#REF!");
    expect(essence(understood(file))).toEqual(whole);
  });
});

it("is not held up by tens of thousands of merges that overlap", () => {
  const file = filled();
  for (let i = 0; i < 30_000; i++) file.sheet(P).merges.push(`C${6 + (i % 100)}:C1048576`);
  expect(essence(understood(file)).projects.length).toBe(whole.projects.length);
});

describe("who a file is for", () => {
  const nameless = () => {
    const file = filled();
    file.names.clear();
    return file;
  };

  it("is read from the territory's sheet when the defined names are lost", () => {
    const q = understood(nameless());
    expect(essence(q)).toEqual(whole);
    expect(q.anomalies).toEqual([]);
  });

  it("puts the zero back into an INSEE code", () => {
    const file = nameless();
    file.set("Fiche", { [file.find("Fiche", String(previous.panel.code))]: 1004 });
    const q = understood(file);
    expect(q.identity.territory.code).toBe("01004");
    expect(codes(q)).toEqual(["zeroRestored"]);
  });

  it("asks when the sheet says another territory than the file was made for", () => {
    const file = filled();
    file.set("Fiche", { [file.find("Fiche", String(previous.panel.code))]: "2A004" });
    file.set("Fiche", { [file.find("Fiche", String(previous.panel.name))]: "Ajaccio" });
    const q = understood(file);
    expect(q.questions.map(({ code }) => code)).toEqual(["territoryDisagrees"]);
    expect(q.identity.territory).toEqual({ code: "", name: "" });
    const typed = understood(file, { [q.questions[0].id]: "typed" });
    expect(typed.identity.territory).toEqual({ code: "2A004", name: "Ajaccio" });
  });

  it("says when code and name are not the same territory's", () => {
    const q = readQuestionnaire(filled(), { file: "a.xlsx", codebooks, officialName: () => "Marseille" });
    expect(q.kind === "questionnaire" && codes(q)).toEqual(["codeNameDisagree"]);
  });

  it("reads an older edition with its own code book, refuses an unknown one, assumes one that is missing", () => {
    const older = understood(new Edited(made({}, codebooks[1])));
    expect([older.identity.edition, codes(older)]).toEqual(["2013", ["otherEdition"]]);
    const newer = filled();
    newer.names.set("BVN_Edition", '"2031"');
    const refused = readQuestionnaire(newer, { file: "a.xlsx", codebooks });
    expect(refused.kind === "refused" && refused.anomaly).toMatchObject({
      code: "unknownEdition",
      value: "2031",
    });
    const missing = nameless();
    missing.set("Fiche", { [missing.find("Fiche", "2014")]: null, [missing.find("Fiche", "2014.1")]: null });
    expect(codes(understood(missing))).toEqual(["editionMissing", "otherVersion"]);
    const version = filled();
    version.names.set("BVN_Codebook", '"2014.0"');
    expect(codes(understood(version))).toEqual(["otherVersion"]);
  });

  it("refuses what is no questionnaire, and says what it is", () => {
    const study = filled();
    study.names.set("BVN_Kind", '"study"');
    const asStudy = readQuestionnaire(study, { file: "a.xlsx", codebooks });
    expect(asStudy.kind === "refused" && asStudy.anomaly.code).toBe("otherKind");
    const other = new Edited({
      sheets: [
        {
          name: "Feuil1",
          state: "visible",
          rows: new Map([[0, new Map([[0, { value: "Bonjour" }]])]]),
          hiddenRows: new Set(),
          merges: [],
        },
      ],
      tables: [],
      names: new Map(),
      remarks: [],
      cellCount: 1,
    });
    const refused = readQuestionnaire(other, { file: "a.xlsx", codebooks });
    expect(refused.kind === "refused" && refused.anomaly.code).toBe("notAQuestionnaire");
  });
});
