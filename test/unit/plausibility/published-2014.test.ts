import { readFileSync } from "node:fs";
import { audit } from "../../../src/domain/plausibility/audit";
import type { Figure } from "../../../src/domain/plausibility/figures";
import published from "../../../src/domain/plausibility/published-2014.json";
import { figuresPage, figuresPagePath, unaligned } from "../../../tools/figures-page";

const figures = published as readonly Figure[];
const { findings, checked } = audit(figures);
const domain = (name: string) => `projects.by_domain.${name}`;

/** What the published figures of 2014 contradict, worked out by hand from their own counts. */
const impossible = [
  ["panel.by_type_share.intercommunalités", "notOnBase"], // 11/37 = 29.73
  ["panel.regions.share", "notShareOfCount"], // 16/22 = 72.73
  ["panel.below_100000.listed_names", "printedTwice"], // 17 counted (46 %), 16 named
  ["panel.works_in_digital.no", "notOnBase"], // 12/37 = 32.43, 13/37 = 35.14
  ["motivations.score_again.qualité de service", "meanNotOfShares"], // 98/21 = 4.667
  ["motivations.score_again.qualité de service", "printedTwice"],
  ["projects.total", "partsDoNotAdd"], // 813
  [domain("education.running_or_done"), "notOnBase"], // 96/125 = 76.80
  [domain("education.maturity"), "meanNotOfShares"], // 2.256
  [domain("energy.mean_per_territory"), "noDivisor"], // 79/17 = 4.65, 79/18 = 4.39
  [domain("leisure.maturity"), "meanNotOfShares"], // 206/86 = 2.395
  [domain("leisure.mean_per_territory.1"), "noDivisor"],
  [domain("leisure.mean_per_territory.2"), "noDivisor"],
  [domain("leisure.mean_per_territory.2"), "printedTwice"],
  [domain("transport.share"), "shareOfWrongTotal"], // 131/813 = 16.11
  [domain("transport.done"), "notOnBase"], // 67/131 = 51.15
  [domain("transport.maturity"), "meanNotOfShares"], // 281/131 = 2.145
  [domain("health.share"), "mixedRounding"], // 29/813 = 3.567
  [domain("safety.mean_per_territory"), "noDivisor"], // needs 32 to 34 territories
  [domain("e_citizenship.count"), "partsDoNotAdd"], // 68 + 47 = 115
  [domain("e_citizenship.mean_per_territory"), "noDivisor"], // needs 33
  [domain("building.mean_per_territory"), "noDivisor"], // needs 34
  ["projects.top_three.share", "notShareOfCount"], // 371/813 = 45.6, 371/810 = 45.8
  ["steering.measure.mean", "meanNotOfShares"],
  ["steering.means.mean", "meanNotOfShares"],
];
/** Right only under a condition that the finding says. */
const doubtful = [
  ["panel.by_type_share.Commune", "cutOff"], // 26/37 = 70.27
  ["panel.works_in_digital.yes", "cutOff"], // 25/37 = 67.57
  ["motivations.score.qualité de service", "scoresDoNotAdd"], // 15.2, not 15
  ["governance.management.base", "reportedHoldsMissing"], // 141 of the 731 "renseignés"
];
const found = (severity: string) =>
  findings.filter((each) => each.severity === severity).map(({ figure, code }) => [figure, code]);

describe("the published figures of 2014", () => {
  test("those that contradict another or their base are found, the consistent ones are not", () => {
    expect(found("impossible")).toEqual(impossible);
    expect(found("doubtful")).toEqual(doubtful);
    expect(found("unread")).toEqual([]);
  });

  test("nearest possible values", () => {
    const nearest = (figure: string) =>
      findings.find((each) => each.figure === figure)!.nearest!.fr.replace(/\u00a0/g, " ");
    expect(nearest(domain("e_citizenship.count"))).toBe("115");
    expect(nearest("projects.total")).toBe("813");
    expect(nearest(domain("education.running_or_done"))).toBe("96 (76,80 %) ou 95 (76,00 %)");
    expect(nearest(domain("transport.done"))).toBe("67 (51,1 %) ou 68 (51,9 %)");
    expect(nearest("panel.regions.share")).toBe("16 (72,73 %)");
    expect(nearest(domain("leisure.maturity"))).toBe("2,40");
  });

  test("what explains a mean is said: codes from 0, two means swapped", () => {
    const text = (figure: string, language: "fr" | "en") =>
      findings.find((each) => each.figure === figure)!.message[language];
    expect(text("steering.measure.mean", "en")).toContain("It would hold with codes 0 to 3");
    expect(text("steering.means.mean", "fr")).toContain("Il tiendrait avec des codes 0 à 3");
    expect(text(domain("education.maturity"), "fr")).toContain("« Transport : maturité » (2,24)");
    expect(text(domain("transport.maturity"), "en")).toContain("the two seem swapped");
    expect(text(domain("leisure.maturity"), "en")).not.toContain("swapped");
  });

  test("with the contradicted counts and shares put right, they go and nothing new appears", () => {
    const right: Record<string, string> = {
      "projects.total": "813",
      [domain("e_citizenship.count")]: "115",
      [domain("transport.share")]: "16,1%",
      [domain("health.share")]: "3,6%",
      [domain("education.maturity")]: "2,26",
      [domain("transport.maturity")]: "2,15",
      [domain("leisure.maturity")]: "2,40",
      "projects.top_three.share": "46%",
      [domain("education.running_or_done")]: "76.80%",
      [domain("transport.done")]: "51,1%",
    };
    const mended = figures.map((figure) => ({ ...figure, printed: right[figure.id] ?? figure.printed }));
    const left = impossible.filter(([figure]) => !(figure in right));
    const after = audit(mended).findings.filter(({ severity }) => severity === "impossible");
    expect(after.map(({ figure, code }) => [figure, code])).toEqual(left);
  });

  test("all but what has neither base nor relation is checked", () => {
    expect(figures.length - checked.size).toBeLessThan(15);
    expect(checked.has("governance.management.shares.PPP")).toBe(true);
  });

  test("ids and labels are unique, every name is known", () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(new Set(figures.map(({ label }) => label)).size).toBe(figures.length);
  });

  test("docs/study-2014.md lists what the auditor finds", () => {
    const page = readFileSync(figuresPagePath, "utf8");
    expect(unaligned(page)).toBe(unaligned(figuresPage(page)));
  });
});
