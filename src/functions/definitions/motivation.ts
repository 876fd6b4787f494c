import { motivationScores, motivationTable, rankingsOf } from "../../domain/indicators/motivation";
import { FormulaError } from "../../domain/messages";
import { motivationRows } from "../../domain/query/politics";
import { isBlank } from "../../domain/values/answer";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { codeOf } from "../codeOf";
import { baseSource } from "../source";

export const motivation: FunctionDefinition = {
  id: "MOTIVATION",
  description: {
    fr: "Score d’une motivation (moyenne de 6 − rang, 1 à 5), ou le tableau de toutes, classées, avec les rangs et le W de Kendall.",
    en: "Score of a motivation (mean of 6 − rank, 1 to 5), or the table of all, ranked, with the ranks and Kendall’s W.",
  },
  parameters: [
    {
      name: { fr: "motivation", en: "motivation" },
      description: {
        fr: 'Motivation ("Qualité de service") ; vide : le tableau.',
        en: 'Motivation ("Quality of service"); blank: the table.',
      },
      optional: true,
      takes: { kind: "answer", of: ["motivations", "motivation"] },
    },
    { ...panelPairs, takes: { kind: "pairs", table: "motivations" } },
  ],
  result: "matrix",
  examples: [],
  compute: (context, [wanted], repeated) => {
    const query = baseSource(context, repeated, "motivations");
    const { codebook } = context;
    const field = codebook.field("motivations", "motivation");
    const { codes } = codebook.list(field.list!);
    const most = Math.max(...codes.map(({ code }) => code));
    const rankings = rankingsOf(motivationRows(context.base!.tableOf("motivations"), query.rows()), most);
    if (!rankings.length) throw FormulaError.notAvailable("noData");
    const value = wanted.isOmitted ? null : wanted.single();
    if (isBlank(value)) {
      return motivationTable(
        codes.map(({ label }) => label),
        rankings.map((ranking) => codes.map(({ code }) => ranking[code - 1])),
      );
    }
    const { n, score } = motivationScores(rankings)[codeOf(codebook, field, value) - 1];
    if (!n) throw FormulaError.notAvailable("noData");
    return score;
  },
};
