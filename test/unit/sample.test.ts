import { Codebook, codebookFromCodes, codesTableRows, editionById } from "../../src/domain/codebook";
import { sample2014 } from "../../src/domain/sample";
import { nearest } from "../../src/domain/text/similarity";
import { normalizeText } from "../../src/domain/text/normalize";
import type { Draft } from "../../src/domain/records/project";

/** The sample of 2014, counted from its rows and compared with what was published. */
const codebook = new Codebook(editionById("2014"));
const { panel, projects, motivations, actors, notes } = sample2014(codebook);

const of = (domain: number) => projects.filter((project) => project.domain === domain);
const tally = (rows: readonly Draft[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
  return counts;
};
const perTerritory = (rows: readonly Draft[]) =>
  Object.values(tally(rows, "territory")).sort((a, b) => a - b);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const maturity = (domain: number) => mean(of(domain).map(({ status }) => Number(status)));
const percent = (part: number, whole: number, digits = 0) => ((100 * part) / whole).toFixed(digits);

describe("projects by domain and status, as published", () => {
  test.each([
    ["education", 1, 29, 35, 61],
    ["energy", 2, 28, 34, 17],
    ["leisure", 3, 20, 12, 54],
    ["transport", 4, 48, 16, 67],
    ["health", 5, 8, 5, 16],
    ["building", 8, 15, 11, 49],
    ["economy", 9, 21, 21, 22],
    ["cross-cutting", 10, 31, 16, 22],
  ])("%s", (_name, domain, study, running, done) => {
    expect(tally(of(domain), "status")).toEqual({ 1: study, 2: running, 3: done });
  });
  test("safety: 15 not done, 25 done", () => {
    const counts = tally(of(6), "status");
    expect([counts[1] + counts[2], counts[3]]).toEqual([15, 25]);
  });
  test("e-citizenship: 47 not done, 68 done", () => {
    const counts = tally(of(7), "status");
    expect([counts[1] + counts[2], counts[3]]).toEqual([47, 68]);
  });
  test("813 projects in 28 territories of the panel", () => {
    expect(projects).toHaveLength(813);
    const names = new Set(panel.map(({ name }) => name));
    expect(new Set(projects.map(({ territory }) => territory)).size).toBe(28);
    expect(projects.every(({ territory }) => names.has(territory))).toBe(true);
  });
});

describe("listed projects are cited as often as published", () => {
  const cited = tally(projects, "project");
  test.each([
    ["Équipement numérique des écoles", 23],
    ["Sensibilisation aux métiers du numérique", 17],
    ["Référent numérique dans les écoles", 14],
    ["Wifi dans les salles de cours", 13],
    ["Salle de démonstration des outils numériques", 12],
    ["Répertoire partagé professeurs–élèves–parents", 11],
    ["Affectation du personnel municipal aux écoles", 8],
    ["Régulation de la température des bâtiments publics", 12],
    ["Gestion de l'eau, des compteurs et des fuites", 9],
    ["Capteurs de remplissage des conteneurs", 9],
    ["Éclairage public autonome", 8],
    ["Contrat de performance énergétique", 8],
    ["Site d'événements et de réservation", 16],
    ["Cartographie touristique interactive", 14],
    ["Application mobile de programmation", 14],
    ["Affichage en temps réel des places de parking", 13],
    ["Centre d'appels pour personnes âgées", 4],
    ["Prise de rendez-vous de santé", 2],
    ["Dossier patient dématérialisé", 2],
    ["Vidéosurveillance", 15],
    ["Centralisation des informations de surveillance", 9],
    ["Alerte mobile aux catastrophes", 7],
    ["Contacts dématérialisés avec l'administration", 15],
    ["Open data", 16],
  ])("%s: %i", (label, count) => expect(cited[label]).toBe(count));

  test("the other listed projects of e-citizenship: 11 or more each", () => {
    for (const { label } of codebook.listedProjects(7)) expect(cited[label.fr]).toBeGreaterThanOrEqual(11);
  });
  test.each([
    ["Système d'information géographique", 8],
    ["Réseau fibre", 9],
    ["Portail citoyen", 10],
  ])("%s is the most cited of its domain", (label, domain) => {
    const { [label]: own, ...others } = tally(of(domain), "project");
    expect(own).toBeGreaterThan(Math.max(...Object.values(others)));
  });
  test("every listed project is cited", () => {
    for (const { label } of codebook.edition.listedProjects) expect(cited[label.fr]).toBeGreaterThan(0);
  });
  test("no territory cites a project twice in a domain", () => {
    const keys = projects.map((p) => [p.territory, p.domain, normalizeText(String(p.project))].join("|"));
    expect(new Set(keys).size).toBe(projects.length);
  });
  test("no invented name looks like a listed project of its domain", () => {
    for (const { domain, project } of projects) {
      const labels = codebook.listedProjects(Number(domain)).map(({ label }) => label.fr);
      if (!labels.includes(String(project))) expect(nearest(String(project), labels)).toBeUndefined();
    }
  });
});

describe("governance, on 731 projects", () => {
  const inside = projects.filter(({ management }) => management !== "SO");
  test("management modes as published; the 82 others are not applicable, all of them under study", () => {
    expect(tally(inside, "management")).toEqual({ 1: 30, 2: 264, 3: 6, 4: 182, 5: 108, null: 141 });
    const outside = projects.filter(({ management }) => management === "SO");
    expect(outside).toHaveLength(82);
    expect(new Set(outside.flatMap((p) => [p.decision, p.coordination]))).toEqual(new Set(["SO"]));
    expect(new Set(outside.map(({ status }) => status))).toEqual(new Set([1]));
  });
  test("shares of management: régie 36 %, marché 25 %, autre 15 %, DSP 4 %, PPP 1 %", () => {
    expect([264, 182, 108, 30, 6].map((n) => percent(n, inside.length))).toEqual([
      "36",
      "25",
      "15",
      "4",
      "1",
    ]);
  });
  test("decision: unilateral 50 %, open 7 %, collective 22 %, not reported 21 %", () => {
    const counts = tally(inside, "decision");
    expect([1, 2, 3, "null"].map((code) => percent(counts[code], 731))).toEqual(["50", "7", "22", "21"]);
    expect(counts[4]).toBeUndefined();
  });
  test("decision in transport: 54 of 101 not reported", () => {
    const transport = inside.filter(({ domain }) => domain === 4);
    expect([transport.length, tally(transport, "decision").null]).toEqual([101, 54]);
  });
  test("coordination: project manager 28 %, dedicated team 26 %, internal 54 %, not reported 21 %", () => {
    const counts = tally(inside, "coordination");
    const shares = [counts[1], counts[2], counts[1] + counts[2], counts.null].map((n) => percent(n, 731));
    expect(shares).toEqual(["28", "26", "54", "21"]);
  });
});

describe("measure and means", () => {
  const reported = (field: string) => projects.filter((project) => project[field] !== null);
  test("measure: 682 projects of 24 territories, 38 % at level 1, mean 2.39 (1.39 coded from 0)", () => {
    const rows = reported("measure");
    expect([rows.length, perTerritory(rows).length]).toEqual([682, 24]);
    expect(percent(tally(rows, "measure")[1], 682)).toBe("38");
    expect(mean(rows.map(({ measure }) => Number(measure))).toFixed(2)).toBe("2.39");
  });
  test("means: 680 projects of 25 territories, 25 % at level 1, 33 % at level 4, mean 2.60", () => {
    const rows = reported("means");
    expect([rows.length, perTerritory(rows).length]).toEqual([680, 25]);
    const counts = tally(rows, "means");
    expect([counts[1], counts[4]].map((n) => percent(n, 680))).toEqual(["25", "33"]);
    expect(mean(rows.map(({ means }) => Number(means))).toFixed(2)).toBe("2.60");
  });
});

describe("projects per territory", () => {
  test.each([
    ["education", 1, 15],
    ["energy", 2, 9],
    ["leisure", 3, 12],
    ["transport", 4, 17],
    ["health", 5, 6],
    ["safety", 6, 5],
  ])("%s: from 1 to the published largest", (_name, domain, largest) => {
    const counts = perTerritory(of(domain));
    expect([counts[0], counts.at(-1)]).toEqual([1, largest]);
  });
  test.each([
    ["Toulouse Métropole", 7, 13],
    ["Toulouse Métropole", 9, 8],
    ["Vannes", 8, 9],
    ["Bourges", 10, 8],
  ])("%s leads domain %i with %i", (territory, domain, count) => {
    const { [territory]: own, ...others } = tally(of(domain), "territory");
    expect(own).toBe(count);
    expect(Math.max(...Object.values(others))).toBeLessThan(count);
  });
  test("Vannes comes second in cross-cutting, alone, with 6", () => {
    const [first, second, third] = perTerritory(of(10)).reverse();
    expect(tally(of(10), "territory").Vannes).toBe(6);
    expect([first, second, third < 6]).toEqual([8, 6, true]);
  });
  test("education: median 4.5", () => {
    const counts = perTerritory(of(1));
    expect(counts.length % 2).toBe(0);
    expect((counts[counts.length / 2 - 1] + counts[counts.length / 2]) / 2).toBe(4.5);
  });
  test("means that can hold: health 2.6, economy 2, cross-cutting 2", () => {
    expect(mean(perTerritory(of(5))).toFixed(1)).toBe("2.6");
    expect([9, 10].map((domain) => mean(perTerritory(of(domain))).toFixed(0))).toEqual(["2", "2"]);
  });
});

/** Rows that rank a motivation, not what it means. */
const ranked = (rows: readonly Draft[]) => rows.filter(({ meaning }) => meaning === null);
/** How often each motivation got each rank: "5 1" → 15. */
const ranksOf = (rows: readonly Draft[]) =>
  tally(
    ranked(rows).map(({ motivation, rank }) => ({ key: `${motivation} ${rank}` })),
    "key",
  );
const statements = codebook.list("statement").codes;
const on = (rows: readonly Draft[], code: number) => rows.filter(({ statement }) => statement === code);
const names = (rows: readonly Draft[]) => new Set(rows.map(({ territory }) => territory));

describe("motivations, of 21 territories", () => {
  const usable = names(projects);
  test("21 of the 28 with projects, the same ones for both parts", () => {
    expect(names(motivations).size).toBe(21);
    expect(names(actors)).toEqual(names(motivations));
    for (const name of names(motivations)) expect(usable).toContain(name);
  });
  test("quality of service 15 first, 5 second, 1 third; attractiveness 5 first, budget 1", () => {
    const counts = ranksOf(motivations);
    expect(["5 1", "5 2", "5 3", "1 1", "4 1"].map((key) => counts[key])).toEqual([15, 5, 1, 5, 1]);
    expect(["5 4", "5 5", "2 1", "3 1"].map((key) => counts[key])).toEqual(Array(4).fill(undefined));
  });
  test.each([
    ["quality of service", 5, 21, "4.67"],
    ["attractiveness", 1, 21, "3.76"],
    ["budget efficiency", 4, 21, "2.76"],
    ["sustainable development", 2, 19, "2.4"],
    ["exemplarity", 3, 18, "1.61"],
  ])("%s: score as published", (_name, code, answers, score) => {
    const points = ranked(motivations)
      .filter(({ motivation }) => motivation === code)
      .map(({ rank }) => 6 - Number(rank));
    expect(points).toHaveLength(answers);
    expect(mean(points).toFixed(score.split(".")[1].length)).toBe(score);
  });
  test("each territory gives the ranks from 1 on, each once, to its motivations and to what each means", () => {
    const meanings = codebook.list("motivationMeaning").codes;
    for (const name of names(motivations)) {
      const own = motivations.filter(({ territory }) => territory === name);
      const ranks = (rows: readonly Draft[]) => rows.map(({ rank }) => Number(rank)).sort();
      const whole = ranked(own);
      expect(ranks(whole)).toEqual(whole.map((_, i) => i + 1));
      expect(whole.length).toBeGreaterThanOrEqual(4);
      for (const { motivation } of whole) {
        const refined = own.filter((row) => row.meaning !== null && row.motivation === motivation);
        expect(ranks(refined)).toEqual(refined.map((_, i) => i + 1));
        expect(refined.map(({ meaning }) => meaning).sort()).toEqual(
          meanings
            .filter(({ refines }) => refines === motivation)
            .map(({ code }) => code)
            .sort(),
        );
      }
    }
  });
});

describe("statements, of 21 territories", () => {
  const agreed = (code: number) => on(actors, code).filter(({ agreement }) => Number(agreement) > 2).length;
  test("built with citizens 62 %, own territory first 86 %", () => {
    expect([3, 4].map((code) => percent(agreed(code), on(actors, code).length))).toEqual(["62", "86"]);
    expect([3, 4].map((code) => on(actors, code).length)).toEqual([21, 21]);
  });
  test("built with businesses: 9 agree, none fully, 10 do not", () => {
    const counts = tally(on(actors, 7), "agreement");
    expect([counts[3], counts[4], counts[1] + counts[2]]).toEqual([9, undefined, 10]);
  });
  test("each territory answers a statement once at most; every statement has answers", () => {
    const keys = actors.map(({ territory, statement }) => `${territory} ${statement}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { code } of statements) expect(on(actors, code).length).toBeGreaterThan(0);
  });
});

describe("published figures the counts contradict", () => {
  const shares = [15.4, 9.7, 10.6, 16.2, 3.5, 5, 14, 9, 8, 8.5];
  test("maturity: energy and health hold; leisure, education and transport cannot", () => {
    expect([2, 5, 3, 1, 4].map((d) => maturity(d).toFixed(4))).toEqual([
      "1.8608",
      "2.2759",
      "2.3953",
      "2.2560",
      "2.1450",
    ]);
  });
  test("shares of the domains hold on 813, but for transport and health", () => {
    const off = shares.filter((published, i) => {
      const digits = String(published).split(".")[1]?.length ?? 0;
      return Number(percent(of(i + 1).length, 813, digits)) !== published;
    });
    expect(off).toEqual([16.2, 3.5]);
  });
  test("the top three domains make 45.6 %, not 47 %; the total is 813, not 810", () => {
    expect(of(1).length + of(4).length + of(7).length).toBe(371);
    expect([percent(371, 813, 1), percent(371, 810, 1)]).toEqual(["45.6", "45.8"]);
  });
  test("no whole number of territories up to 28 gives these means per territory", () => {
    const possible = (sum: number, printed: string) =>
      Array.from({ length: 28 }, (_, i) => i + 1).filter(
        (n) => (sum / n).toFixed(printed.split(".")[1].length) === printed,
      );
    const impossible: [number, string][] = [
      [79, "4.5"],
      [86, "4.6"],
      [86, "4.04"],
      [40, "1.2"],
      [115, "3.5"],
      [75, "2.2"],
    ];
    for (const [sum, printed] of impossible) expect(possible(sum, printed)).toEqual([]);
    expect(possible(29, "2.6")).toEqual([11]);
  });
});

describe("the rows", () => {
  test("hold every field of their table and no other", () => {
    for (const [table, rows] of Object.entries({ panel, projects, motivations, actors })) {
      const ids = codebook.table(table as "panel").fields.map(({ id }) => id);
      for (const row of rows) expect(Object.keys(row)).toEqual(ids);
    }
  });
  test("say that they are invented; their ids are short, stable and unique", () => {
    const sources = [...projects, ...motivations, ...actors].map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(["Exemple 2014 (inventé)"]));
    expect([projects[0].id, projects[812].id]).toEqual(["EX14-001", "EX14-813"]);
    expect(new Set(projects.map(({ id }) => id)).size).toBe(813);
    expect(notes[0].fr).toMatch(/inventés/);
    expect(notes[0].en).toMatch(/invented/);
  });
  test("come out the same each time, and otherwise for another seed", () => {
    expect(sample2014(codebook)).toEqual({ panel, projects, motivations, actors, notes });
    expect(sample2014(codebook, 7).projects).not.toEqual(projects);
  });
  test("keep the published counts for any seed", () => {
    const counts = (rows: readonly Draft[]) =>
      ["domain", "measure", "means", "management", "decision", "coordination"].map((f) => tally(rows, f));
    const crossed = (rows: readonly Draft[]) =>
      tally(
        rows.map((r) => ({ key: `${r.domain} ${r.status}` })),
        "key",
      );
    for (let seed = 1; seed <= 30; seed++) {
      const other = sample2014(codebook, seed);
      expect(counts(other.projects)).toEqual(counts(projects));
      expect(crossed(other.projects)).toEqual(crossed(projects));
      expect(ranksOf(other.motivations)).toEqual(ranksOf(motivations));
      expect(tally(other.actors, "statement")).toEqual(tally(actors, "statement"));
      for (const { code } of statements)
        expect(tally(on(other.actors, code), "agreement")).toEqual(tally(on(actors, code), "agreement"));
    }
  });
  test("follow a team's Codes table: relabelled project, new column", () => {
    const rows = codesTableRows(codebook).map((row) =>
      row[1] === "open-data"
        ? ([row[0], row[1], "Données ouvertes", "Open data", row[4], row[5]] as const)
        : row,
    );
    const extended = codebookFromCodes(editionById("2014"), [...rows, ["Financeur", 1, "État", "", "", ""]]);
    const sample = sample2014(extended.codebook);
    expect(sample.projects.filter(({ project }) => project === "Données ouvertes")).toHaveLength(16);
    expect(sample.projects[0]).toHaveProperty("financeur", null);
  });
  test("are refused with the code book of another edition", () => {
    expect(() => sample2014(new Codebook(editionById("2013")))).toThrow(RangeError);
  });
});
