import { callsIn, type WrittenArgument } from "../../../src/functions/formulaCalls";

const shown = (argument: WrittenArgument): unknown =>
  argument.kind === "omitted"
    ? null
    : argument.kind === "reference"
      ? `ref ${argument.text}`
      : argument.kind === "expression"
        ? `expr ${argument.text}`
        : argument.value;
const calls = (formula: string) => callsIn(formula).map((call) => [call.id, ...call.arguments.map(shown)]);

test.each<[string, unknown[][]]>([
  ["=BVN.MATURITY()", [["MATURITY"]]],
  ["=bvn.maturity( )", [["MATURITY"]]],
  ['=BVN.MATURITY("Domaine","Éducation")', [["MATURITY", "Domaine", "Éducation"]]],
  ['=BVN.MATURITY("Domaine";"Éducation")', [["MATURITY", "Domaine", "Éducation"]]],
  ['=BVN.SHARE("État","A;B, ""C""(")', [["SHARE", "État", 'A;B, "C"(']]],
  ["=BVN.CROSSTAB(A1,,$B$2:C9)", [["CROSSTAB", "ref A1", null, "ref $B$2:C9"]]],
  ["=BVN.INTERVAL(A1;0,95)", [["INTERVAL", "ref A1", 0.95]]],
  ["=BVN.INTERVAL(A1,.95,-2,95%)", [["INTERVAL", "ref A1", 0.95, -2, 0.95]]],
  [
    "=BVN.MATURITY(Projets[État],Projets[[Mode de gestion]],'L''an 2'!B:B,TRUE)",
    [["MATURITY", "ref Projets[État]", "ref Projets[[Mode de gestion]]", "ref 'L''an 2'!B:B", true]],
  ],
  [
    "=BVN.MATURITY(Projets[Réponse; n° 1, (bis)];A2#;VRAI)",
    [["MATURITY", "ref Projets[Réponse; n° 1, (bis)]", "ref A2#", true]],
  ],
  ["=BVN.MATURITY(T['[x'], y],[@État],nom)", [["MATURITY", "ref T['[x'], y]", "ref [@État]", "ref nom"]]],
  [
    '=BVN.MATURITY(A1&"x",SUM(1,2),{1,2;3,4})',
    [["MATURITY", 'expr A1&"x"', "expr SUM(1,2)", "expr {1,2;3,4}"]],
  ],
  ["=ROUND(100*BVN.SHARE(A1,B1),1)-1", [["SHARE", "ref A1", "ref B1"]]],
  [
    '=IFERROR(BVN.MEANS();BVN.MEASURE("Domaine";BVN.LABEL(1;"Domaine")))',
    [["MEANS"], ["MEASURE", "Domaine", 'expr BVN.LABEL(1;"Domaine")'], ["LABEL", 1, "Domaine"]],
  ],
  ["=SUM(A1:A3)", []],
  ['="BVN.MATURITY()"', []],
  ["=XBVN.MATURITY()", []],
  ['=BVN.MATURITY("Domaine",', [["MATURITY", "Domaine", null]]],
])("%s", (formula, expected) => {
  expect(calls(formula)).toEqual(expected);
});

test("a call knows where it stands in its formula", () => {
  const formula = '=1-BVN.SHARE("État";"Réalisé")/2';
  const [call] = callsIn(formula);
  expect(formula.slice(call.start, call.start + call.text.length)).toBe('BVN.SHARE("État";"Réalisé")');
  expect(call.text).toBe('BVN.SHARE("État";"Réalisé")');
});
