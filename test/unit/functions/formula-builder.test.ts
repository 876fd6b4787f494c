import { functionDefinitions } from "../../../src/functions/catalogue";
import { explain } from "../../../src/functions/explain";
import { rowsBehind } from "../../../src/functions/explainRows";
import { callsIn } from "../../../src/functions/formulaCalls";
import { formulaText } from "../../../src/functions/formulaText";
import { knownArguments } from "../../../src/functions/knownArguments";
import {
  argumentsOf,
  asWritten,
  fromCall,
  newFilter,
  startWith,
} from "../../../src/taskpane/formulas/builderModel";
import { codebook, runExample, sampleBase } from "../../../tools/function-reference";

const base = sampleBase();
const context = { base, codebook, language: "fr" as const, anomalies: [] };
const noReference = { read: async () => [] };
const here = { sheetId: "", row: 0 };
const examples = functionDefinitions.flatMap((definition) =>
  definition.examples.map((args) => [formulaText(definition.id, args, ";"), definition, args] as const),
);

describe.each(examples)("%s", (formula, definition, args) => {
  test("is taken into the helper and comes out the same", () => {
    const [call] = callsIn(formula);
    const state = fromCall(codebook, call);
    // RESPONSE by a field has a name where pairs stand: left to the cell.
    if (call.id === "RESPONSE" && call.arguments.length % 2) return expect(state).toBeNull();
    const again = argumentsOf(codebook, state!, "fr");
    expect(callsIn(formulaText(call.id, again, ";"))[0].arguments.length).toBe(call.arguments.length);
    const run = (given: readonly unknown[]) => runExample(definition, given as never, base, "fr");
    expect(run(again)).toEqual(run(args));
  });

  test("is explained with the value it has, in words of both languages", async () => {
    const [call] = callsIn(formula);
    const said = explain(context, call, await knownArguments(noReference, here, call))!;
    expect(said.outcome).toEqual({ kind: "value", value: runExample(definition, args, base, "fr") });
    expect(said.arguments.length).toBeGreaterThanOrEqual(
      args.filter((value) => value !== null).length ? 1 : 0,
    );
    for (const { fr, en } of [said.title, said.words, ...said.arguments]) {
      expect(fr).not.toMatch(/undefined|NaN|\[object|^$/);
      expect(en).not.toMatch(/undefined|NaN|\[object|^$/);
    }
  });

  test("counts the rows it shows", async () => {
    const [call] = callsIn(formula);
    const known = await knownArguments(noReference, here, call);
    const said = explain(context, call, known)!;
    const rows = rowsBehind(context, call, known);
    expect(rows?.rows.length).toBe(said.base?.rows);
    for (const { fieldId, notReported } of said.base?.answers ?? []) {
      expect(rowsBehind(context, call, known, fieldId)!.rows.length).toBe(notReported);
    }
  });
});

test("filters, options, cells and ranges are written as a person would", () => {
  const filter = (name: string, values: string[], operator: "=" | "<>" | ">=" = "=") => ({
    ...newFilter(name),
    operator,
    values,
  });
  const written = (state: Parameters<typeof argumentsOf>[1]) =>
    formulaText(state.functionId, argumentsOf(codebook, state, "fr"), ";");
  const share = { ...startWith("SHARE"), values: ["État", "Réalisé|En cours"] };
  expect(
    written({
      ...share,
      filters: [
        filter("type", ["Commune"], "<>"),
        filter("population", ["100000"], ">="),
        filter("option:base", ["total"]),
      ],
    }),
  ).toBe('=BVN.SHARE("État";"Réalisé|En cours";"Type";"<>Commune";"Population";">=100000";"Base";"total")');
  expect(written({ ...startWith("MATURITY"), filters: [filter("territory", ["=$B$2"])] })).toBe(
    '=BVN.MATURITY("Territoire";$B$2)',
  );
  expect(
    written({
      ...startWith("MATURITY"),
      form: "ranges",
      answers: "Projets[État]",
      filters: [filter("Projets[Domaine]", ["Éducation"])],
    }),
  ).toBe('=BVN.MATURITY(Projets[État];Projets[Domaine];"Éducation")');
  expect(written({ ...startWith("INTERVAL"), values: ["Maturité", "0,9"] })).toBe(
    '=BVN.INTERVAL("Maturité";0,9)',
  );
  // A filter that is not finished is not written.
  expect(written({ ...startWith("MATURITY"), filters: [newFilter(), newFilter("domain")] })).toBe(
    "=BVN.MATURITY()",
  );
});

test("what the helper cannot show is left to the cell", () => {
  const [calculated] = callsIn('=BVN.MATURITY("Domaine",A1&"x")');
  expect(fromCall(codebook, calculated)).toBeNull();
  // A wrong name can be put right in the helper.
  const [mistyped] = callsIn('=BVN.MATURITY("Domian","Éducation")');
  expect(fromCall(codebook, mistyped)!.filters).toMatchObject([{ name: "Domian", values: ["Éducation"] }]);
  expect(asWritten({ reference: "A1" })).toEqual({ kind: "reference", text: "A1" });
});
