import fc from "fast-check";
import { completenessOf } from "../../src/domain/completeness";
import { baseTerritories } from "../../src/domain/completeness/fromBase";
import { normalizeText } from "../../src/domain/text/normalize";
import { baseOf, codebook2014 } from "../support/base";

const codes = (list: string) =>
  fc.constantFrom<unknown>(
    ...codebook2014.list(list).codes.map(({ code }) => codebook2014.display(list, code, "fr")),
    "",
    "",
    "NR",
    "SO",
    "pas une réponse",
  );
const territory = fc.constantFrom("Lyon", "LYON ", "Nîmes", "Rouen", "Inconnue", "");
const edition = fc.constantFrom("2014", "2014", "2014", "2013");
const inclusion = codes("inclusion");
const project = fc.record({
  edition,
  territory,
  inclusion,
  domain: codes("domain"),
  status: codes("status"),
  measure: codes("measure"),
  means: codes("means"),
  management: codes("management"),
  decision: codes("decision"),
});
const motivation = fc.record({
  edition,
  territory,
  inclusion,
  motivation: codes("motivation"),
  rank: fc.constantFrom<unknown>(1, 2, "", "NR", "premier"),
  meaning: fc.oneof(fc.constant(""), codes("motivationMeaning")),
});
const actor = fc.record({
  edition,
  territory,
  inclusion,
  statement: codes("statement"),
  agreement: codes("agreement"),
});
const panel = ["Lyon", "Nîmes", "Rouen", "Metz"].map((name, i) => ({
  name,
  type: i % 2 ? "" : "Commune",
  region: "Bretagne",
  population: i ? 1000 * i : "beaucoup",
  respondent: i === 2 ? "NR" : "",
}));

test("counted in the base, completeness is what the rows say", () => {
  fc.assert(
    fc.property(fc.array(project), fc.array(motivation), fc.array(actor), (projects, motivations, actors) => {
      const base = baseOf(projects, panel, codebook2014, { motivations, actors });
      const of = <R extends { territory: string; edition: string }>(rows: readonly R[], name: string) =>
        rows.filter((row) => row.edition === "2014" && normalizeText(row.territory) === normalizeText(name));
      const found = baseTerritories(base);
      expect(found.map(({ name }) => name)).toEqual(panel.map(({ name }) => name));
      found.forEach(({ name, hasReturned, completeness }, row) => {
        const answers = {
          projects: of(projects, name),
          motivations: of(motivations, name),
          actors: of(actors, name),
        };
        expect(completeness).toEqual(completenessOf(codebook2014, { panel: panel[row], ...answers }));
        expect(hasReturned).toBe(Object.values(answers).some((rows) => rows.length > 0));
      });
    }),
  );
});
