import { codebookOf, codes, Edited, made, understood } from "../golden/questionnaire/support";

const P = "Projets";
const sheet = () => new Edited(made());
/** One answer in the measure of the first project, whose status is given. */
const measure = (value: string | number | boolean) => {
  const q = understood(sheet().set(P, { C6: "3", D6: value }));
  return { value: q.projects[0]?.answers.measure?.value, said: q.anomalies.map(({ code }) => code), q };
};

describe("answers that are understood", () => {
  it.each([
    [3, 3],
    ["3", 3],
    ["3.", 3],
    ["3 – Suivi en place", 3],
    ["suivi en place", 3],
    ["SUIVI  EN PLACE", 3],
    ["Suivi\u00a0en\u202fplace ", 3],
    ["Monitoring in place", 3],
    ["3 - Monitoring in place", 3],
    ["3 – Suivi en place · Monitoring in place", 3],
    ["\u200bPremiers e\u0301le\u0301ments_x000D_", 2],
    ["３", 3],
    ["NR", "NR"],
    ["NR – Non renseigné", "NR"],
    ["Sans objet", "SO"],
    ["SO – Sans objet · Not applicable", "SO"],
    ["ne sait pas", "NSP"],
    ["NSP – Ne sait pas", "NSP"],
  ])("%j", (typed, value) => expect(measure(typed)).toMatchObject({ value, said: [] }));

  it("keeps blank, not reported, not applicable and don't know apart", () => {
    const q = understood(sheet().set(P, { C6: 1, D6: "NR", E6: "SO", F6: "NSP", G6: "  \u00a0" }));
    const { measure: m, means, management, decision } = q.projects[0].answers;
    expect([m.value, means.value, management.value, decision]).toEqual(["NR", "SO", "NSP", undefined]);
  });
});

describe("answers that are put aside, with what was expected", () => {
  it.each([
    [0, "notACode"],
    ["0", "notACode"],
    [5, "notACode"],
    [-1, "notACode"],
    [2.5, "notACode"],
    ["2,5", "notACode"],
    [true, "notACode"],
    ["2014-03-03", "notACode"],
    ["3 – Aucun indicateur", "notACode"],
    ["peut-être", "notACode"],
    ["Aucun indicateur; Suivi en place", "severalAnswers"],
    ["1 et 3", "severalAnswers"],
    ["1, 3", "severalAnswers"],
    ["1/3", "notACode"],
    ["=cmd|' /C calc'!A0", "notACode"],
    ["<img onerror=alert(1)>", "notACode"],
  ])("%j", (typed, said) => {
    const found = measure(typed);
    expect(found).toMatchObject({ value: undefined, said: [said] });
    const [anomaly] = found.q.anomalies;
    expect(anomaly).toMatchObject({
      file: "retour.xlsx",
      place: { sheet: P, cell: "D6" },
      value: typed,
      severity: "error",
    });
    for (const text of [anomaly.reason, anomaly.expected!, anomaly.action])
      expect(text.fr && text.en).toBeTruthy();
  });

  it("proposes the answer that was most likely meant, and does not take it", () => {
    const [anomaly] = measure("suivi en plase").q.anomalies;
    expect(anomaly).toMatchObject({ code: "notACode", suggestion: "3 – Suivi en place" });
  });

  it("never takes the first of several domains", () => {
    const file = sheet();
    const row = file.find(P, "10 – Domaines transverses").slice(1);
    const free = Number(row) + 6;
    const q = understood(
      file.set(P, { [`A${free}`]: "Culture; Social", [`B${free}`]: "Carte unique", [`C${free}`]: 2 }),
    );
    expect(q.projects).toEqual([]);
    expect(codes(q)).toEqual(["severalAnswers", "domainMissing"]);
  });

  it("tells errors, formulas, and formulas without a value from answers", () => {
    const file = sheet().set(P, { C6: 1 });
    file.cell(P, "D6", { value: "#N/A", error: true });
    file.cell(P, "E6", { value: 3, computed: true });
    file.remarks = [{ remark: "formulaWithoutValue", sheet: P, cell: "F6" }];
    const q = understood(file);
    expect(q.anomalies.map(({ code, place }) => [code, place.cell])).toEqual([
      ["errorValue", "D6"],
      ["computedAnswer", "E6"],
      ["formulaWithoutValue", "F6"],
    ]);
    expect(Object.keys(q.projects[0].answers)).toEqual(["status", "means"]);
  });

  it("does not spread a merged answer over the rows it covers", () => {
    const file = sheet().set(P, { C6: 1, C7: 1, C8: 1, D6: 2 });
    file.sheet(P).merges.push("D6:D8");
    const q = understood(file);
    expect(q.projects.map(({ answers }) => answers.measure?.value)).toEqual([2, undefined, undefined]);
    expect(codes(q)).toEqual(["mergedAnswer", "mergedAnswer"]);
  });
});

describe("projects", () => {
  it("declares none for rows that only name a listed project", () => {
    expect(understood(sheet()).projects).toEqual([]);
  });

  it("says what a project lacks", () => {
    const q = understood(sheet().set(P, { D6: 2, B13: "Tablettes", D14: 3 }));
    expect(q.projects.map(({ project, answers }) => [project, Object.keys(answers)])).toEqual([
      ["Équipement numérique des écoles", ["measure"]],
      ["Tablettes", []],
    ]);
    expect(codes(q)).toEqual(["statusMissing", "statusMissing", "projectWithoutName"]);
  });

  it("keeps apart what a territory says it does not have", () => {
    const q = understood(sheet().set(P, { C6: "SO – Sans objet", C7: "SO", D7: 2 }));
    expect([q.projects.length, q.absentProjects.length, codes(q)]).toEqual([0, 2, ["absentWithAnswers"]]);
  });

  it("gives a listed project without a domain its own", () => {
    const q = understood(sheet().set(P, { A6: null, C6: 1 }));
    expect(q.projects[0]).toMatchObject({ domain: 1, listed: "digital-equipment-of-schools" });
    expect(codes(q)).toEqual(["domainFromProject"]);
  });

  it("keeps texts as texts whatever they begin with", () => {
    const q = understood(sheet().set(P, { B13: "=1+1", C13: 1, I13: "@x <img onerror=alert(1)> 👩‍🚒 " }));
    expect(q.projects[0]).toMatchObject({
      project: "=1+1",
      answers: { comment: { value: "@x <img onerror=alert(1)> 👩‍🚒" } },
    });
  });
});

describe("politics", () => {
  const ranks = (...values: (string | number)[]) => {
    const file = sheet();
    const first = Number(file.find("Politique", "Attractivité").slice(1));
    values.forEach((value, i) => file.set("Politique", { [`B${first + i}`]: value }));
    return understood(file);
  };

  it("reads ranks as people write them, in part too", () => {
    const q = ranks("1er", "2e", "NR", 4);
    expect(q.motivations.map(({ motivation, rank }) => [motivation, rank?.value])).toEqual([
      [1, 1],
      [2, 2],
      [3, "NR"],
      [4, 4],
    ]);
    expect(q.anomalies).toEqual([]);
  });

  it("takes neither of two that share a rank", () => {
    const q = ranks(1, 2, 2, 6, 1.5);
    expect(q.motivations.map(({ motivation }) => motivation)).toEqual([1]);
    expect(codes(q).sort()).toEqual(["outOfRange", "outOfRange", "rankTwice", "rankTwice"]);
  });

  it("reads meanings under their motivation, and statements", () => {
    const file = sheet();
    const meaning = Number(file.find("Politique", "Attractivité pour les habitants").slice(1));
    const statement = Number(file.find("Politique", "Citoyens : construit avec les citoyens").slice(1));
    file.set("Politique", {
      [`C${meaning}`]: 1,
      [`C${meaning + 1}`]: 2,
      [`B${statement}`]: "plutôt d'accord",
    });
    const q = understood(file);
    expect(q.motivations).toMatchObject([{ motivation: 1, meanings: [{ meaning: 5 }, { meaning: 6 }] }]);
    expect(q.statements).toMatchObject([{ statement: 3, agreement: { value: 3 } }]);
    expect(q.anomalies).toEqual([]);
  });
});

describe("the territory's sheet", () => {
  it.each([
    ["140.000", 140000],
    ["1 112 470", 1112470],
    ["127  120", 127120],
    ["82778", 82778],
    ["１２３４５", 12345],
    ["NR", "NR"],
  ])("reads a population typed %j", (typed, value) => {
    const file = sheet();
    const row = file.find("Fiche", "Population").slice(1);
    const q = understood(file.set("Fiche", { [`B${row}`]: typed }));
    expect([q.fiche.population.value, q.anomalies]).toEqual([value, []]);
  });

  it.each([
    ["12 k€", "notANumber", "12000"],
    ["env. 3000", "notANumber", "3000"],
    [0, "outOfRange", undefined],
    [-5, "outOfRange", undefined],
    [true, "notANumber", undefined],
    ["beaucoup", "notANumber", undefined],
  ])("puts %j aside", (typed, code, suggestion) => {
    const file = sheet();
    const row = file.find("Fiche", "Population").slice(1);
    const q = understood(file.set("Fiche", { [`B${row}`]: typed }));
    expect([q.fiche.population, codes(q), q.anomalies[0].suggestion]).toEqual([
      undefined,
      [code],
      suggestion,
    ]);
  });

  it("reads who answered, who filled which part, and how far", () => {
    const file = sheet();
    const person = Number(file.find("Fiche", "Courriel").slice(1)) + 1;
    const part = file.find("Fiche", "4 – Transport / Mobilité").slice(1);
    file.set("Fiche", {
      [`A${person}`]: "Jeanne Martin",
      [`D${person}`]: "j.martin@ville.fr",
      [`E${person}`]: "+33 6 12 34 56 78",
      [`F${person}`]: "élu",
      [`B${part}`]: "DSI",
      [`C${part}`]: "oui",
    });
    const q = understood(file);
    expect(q.respondents.map(({ answers }) => Object.values(answers).map(({ value }) => value))).toEqual([
      ["Jeanne Martin", "j.martin@ville.fr", "+33 6 12 34 56 78", 1],
    ]);
    expect(q.parts.find((p) => p.part === "domain4")).toMatchObject({ filledBy: "DSI", done: true });
  });
});

describe("a field an edition has more", () => {
  it("is asked, read and checked", () => {
    const observatory = codebookOf("2017");
    const file = new Edited(made({}, observatory));
    const budget = file.find(P, "Budget").replace(/\d/g, "");
    file.set(P, {
      B6: "Living lab",
      C6: 2,
      [`${budget}6`]: "12 000 €",
      B7: "Fab lab",
      C7: 1,
      [`${budget}7`]: "12 k€",
    });
    const q = understood(file, {}, [observatory]);
    expect(
      q.projects.map(({ domain, project, answers }) => [domain, project, answers.budget?.value]),
    ).toEqual([
      [1, "Living lab", 12000],
      [1, "Fab lab", undefined],
    ]);
    expect(q.anomalies).toMatchObject([{ code: "notANumber", suggestion: "12000" }]);
  });
});
