import { readDate } from "../../src/files/questionnaire/read/cells";
import { applyChanges, applyPlan, planImport } from "../../src/domain/imports";
import {
  codebook,
  codebookOf,
  codes,
  Edited,
  made,
  territory,
  understood,
} from "../golden/questionnaire/support";
import { study } from "../support/returns";

const P = "Projets";
const sheet = () => new Edited(made());
const LIGATURES = { ffi: "ﬃ", ffl: "ﬄ", ff: "ﬀ", fi: "ﬁ", fl: "ﬂ", oe: "œ", Oe: "Œ", ae: "æ" } as const;

describe("codes", () => {
  it.each([0, 4, -1, 2.5, 3.0001, "4", "4 – Réalisé", true])("of a state do not hold %j", (typed) => {
    const q = understood(sheet().set(P, { C6: typed }));
    expect([q.projects[0]?.answers.status, codes(q)]).toEqual([undefined, ["notACode"]]);
  });

  it("are read from labels with other quotes, dashes, ligatures, case, no accents, in either normal form", () => {
    const ways: ((text: string) => string)[] = [
      (text) => text.replaceAll("'", "’"),
      (text) => text.replaceAll("'", "‘"),
      (text) => text.replaceAll("’", "'"),
      (text) => text.replaceAll("-", "‑"),
      (text) => text.replaceAll("-", "–"),
      (text) => text.toUpperCase(),
      (text) => text.normalize("NFD"),
      (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
      (text) => text.replaceAll(" ", "\u2009"),
      (text) => text.replaceAll(" ", " \u202f\u00a0 "),
      (text) => `\u200b${text}_x000D_\ufeff`,
      (text) =>
        text.replace(/ffi|ffl|ff|fi|fl|oe|Oe|ae/g, (found) => LIGATURES[found as keyof typeof LIGATURES]),
      (text) => text.replace(/[œŒ]/g, "oe"),
    ];
    let changed = 0;
    for (const [id, { codes: all }] of Object.entries(codebook.edition.lists)) {
      const reader = codebook.reader(id);
      for (const { code, label } of all)
        for (const text of [label.fr, label.en])
          for (const way of ways) {
            if (way(text) !== text) changed++;
            expect([way(text), reader.read(way(text))]).toEqual([way(text), reader.read(text)]);
            expect([text, reader.read(text)]).toEqual([text, { kind: "code", code }]);
          }
    }
    expect(changed).toBeGreaterThan(900);
  });
});

describe("numbers", () => {
  const budget = (typed: string | number) => {
    const observatory = codebookOf("2017");
    const file = new Edited(made({}, observatory));
    const column = file.find(P, "Budget").replace(/\d/g, "");
    const q = understood(file.set(P, { B6: "Living lab", C6: 2, [`${column}6`]: typed }), {}, [observatory]);
    return [q.projects[0].answers.budget?.value, ...codes(q)];
  };
  it.each([
    ["12000", 12000],
    ["12.000", 12000],
    ["12 000", 12000],
    ["12\u00a0000", 12000],
    ["12\u202f000,50 €", 12000.5],
    ["1.112.470,25", 1112470.25],
    ["１２０００", 12000],
    ["3,5", 3.5],
    ["NR", "NR"],
    ["Ne sait pas", "NSP"],
  ])("typed %j are read", (typed, value) => expect(budget(typed)).toEqual([value]));
  it.each(["12 k€", "env. 3000", "10 à 20", "1 2 3", "douze", "#N/A"])("typed %j are put aside", (typed) =>
    expect(budget(typed)).toEqual([undefined, "notANumber"]),
  );
});

describe("days", () => {
  it.each([
    ["15 mars 2014", "2014-03-15"],
    ["1er janvier 2014", "2014-01-01"],
    ["3 févr. 2014", "2014-02-03"],
    ["3 FEVRIER 2014", "2014-02-03"],
    ["15/03/2014", "2014-03-15"],
    ["15.3.2014", "2014-03-15"],
    ["15-03-2014", "2014-03-15"],
    ["2014-03-15", "2014-03-15"],
    ["2014-03-15T10:00:00", "2014-03-15"],
    ["29/02/2012", "2012-02-29"],
  ])("%s is %s", (text, day) => expect(readDate(text)).toBe(day));
  it.each(["29/02/2014", "31 avril 2014", "15/13/2014", "mars 2014", "15/03/14", "1er/2", "demain", ""])(
    "%j is none",
    (text) => expect(readDate(text)).toBeUndefined(),
  );
});

describe("texts reach the base as they were typed", () => {
  const inBase = (comment: string) => {
    const q = understood(sheet().set(P, { B13: "Tablettes", C13: 1, I13: comment }));
    const base = study({ panel: [{ ...territory }] });
    const plan = planImport(base, [{ digest: "d1", received: "2014-03-01", questionnaire: q }]);
    return applyChanges(base, applyPlan(plan, { today: "2014-03-20" })).tables.projects[0].comment;
  };
  it.each([
    "=cmd|' /C calc'!A0",
    "+33 6 12 34 56 78",
    "-",
    "@x",
    "<img src=x onerror=alert(1)>",
    "👩‍🚒 🏙️ e\u0301",
    "ligne 1\nligne 2\ttab",
    `${"é".repeat(32_760)}👩‍🚒`,
  ])("%#", (text) => expect(inBase(text)).toBe(text));
  it.each([
    ["a\u0007b\u0000c\u007f", "abc"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["\ud83d seul", "\ufffd seul"],
    ["fin \udc00", "fin \ufffd"],
    ["_x000D_fin\u200b", "fin"],
  ])("%j as %j: what no cell holds or shows", (typed, kept) => expect(inBase(typed)).toBe(kept));
});

describe("structure", () => {
  it("a column called otherwise is missing, and said to be there under its new name; nothing is shifted", () => {
    const q = understood(sheet().set(P, { C6: 3, D6: 2, E6: 1, D5: "Évaluation du projet" }));
    expect(codes(q)).toEqual(["missingColumn", "extraColumn"]);
    expect(Object.keys(q.projects[0].answers)).toEqual(["status", "means"]);
  });

  it("a totals row of Excel's is no project", () => {
    const file = sheet().set(P, { C6: 3 });
    const end = file.lastRow("Projets") + 1;
    file.tables = file.tables.map((table) =>
      table.name === "Projets"
        ? { ...table, ref: table.ref.replace(/\d+$/, String(end)), totalsRow: true }
        : table,
    );
    file.set(P, { [`A${end}`]: "6 – Sécurité", [`B${end}`]: "Somme", [`C${end}`]: 3 });
    const q = understood(file);
    expect([q.projects.length, codes(q)]).toEqual([1, ["totalRow"]]);
  });
});
