import { agreementOf, agreementTable } from "../../domain/indicators/agreement";
import { validCount } from "../../domain/indicators/mean";
import { FormulaError } from "../../domain/messages";
import { isBlank } from "../../domain/values/answer";
import { Argument } from "../arguments";
import { codeOf } from "../codeOf";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { parsedBase, rangeSource } from "../source";

export const agreement: FunctionDefinition = {
  id: "AGREEMENT",
  description: {
    fr: "Part (0 à 1) de ceux qui sont plutôt ou tout à fait d’accord avec une affirmation, ou le tableau de toutes ; ou d’une plage de réponses.",
    en: "Share (0 to 1) of those who rather or strongly agree with a statement, or the table of all; or of a range of answers.",
  },
  parameters: [
    {
      name: { fr: "affirmation", en: "statement" },
      description: {
        fr: "Affirmation ; vide : le tableau ; ou une plage de réponses (codes 1 à 4).",
        en: "Statement; blank: the table; or a range of answers (codes 1 to 4).",
      },
      optional: true,
      takes: { kind: "answer", of: ["actors", "statement"] },
    },
    { ...panelPairs, takes: { kind: "pairs", table: "actors" } },
  ],
  result: "matrix",
  examples: [[], ["Citoyens : construit avec les citoyens"]],
  compute: (context, [wanted], repeated) => {
    const { codebook } = context;
    const statement = codebook.field("actors", "statement");
    const answer = codebook.field("actors", "agreement");
    if (wanted.isRange) {
      const { source, subjects } = rangeSource(context, [wanted], repeated, answer);
      return shareOf(source.counts(subjects[0]).n);
    }
    const about = (code: number) => {
      const pair = [new Argument([["statement"]], 1), new Argument([[code]], 1)];
      return parsedBase(context, [...pair, ...repeated], "actors", ["weights"], []);
    };
    const of = (code: number) => about(code).source.counts({ name: answer.id }).n;
    const answersOf = (code: number) => validCount(about(code).plain.counts({ name: answer.id }));
    const value = wanted.single();
    if (!isBlank(value)) return shareOf(of(codeOf(codebook, statement, value)));
    const { plain } = parsedBase(context, repeated, "actors", ["weights"], []);
    if (!plain.total()) throw FormulaError.notAvailable("noData");
    return agreementTable(codebook, statement, answer, of, answersOf);
  },
};

function shareOf(counts: readonly number[]): number {
  const { n, share } = agreementOf(counts);
  if (!n) throw FormulaError.notAvailable("noData");
  return share;
}
