import {
  motivationScore,
  motivationScores,
  motivationTable,
  rankingsOf,
} from "../../domain/indicators/motivation";
import { FormulaError } from "../../domain/messages";
import { meaningTable } from "../../domain/indicators/meaning";
import type { Codebook } from "../../domain/codebook";
import { meaningRows, motivationRows } from "../../domain/query/politics";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { codeOf } from "../codeOf";
import { rankCounts } from "../rangeCells";
import { baseSource } from "../source";

/** The pairs without "Signification";"*", which asks for the table of meanings; null if it is not there. */
function meaningsAsked(codebook: Codebook, repeated: readonly Argument[]): readonly Argument[] | null {
  const { id, label } = codebook.field("motivations", "meaning");
  const names = [id, label.fr, label.en].map(normalizeText);
  for (let i = 0; i + 1 < repeated.length; i += 2) {
    const isMeaning = names.includes(normalizeText(repeated[i].text() ?? ""));
    if (isMeaning && repeated[i + 1].text() === "*")
      return [...repeated.slice(0, i), ...repeated.slice(i + 2)];
  }
  return null;
}

export const motivation: FunctionDefinition = {
  id: "MOTIVATION",
  description: {
    fr: 'Score d’une motivation (moyenne de 6 − rang, 1 à 5), ou le tableau de toutes, classées, avec les rangs et le W de Kendall. "Signification";"*" : ce que chacune recouvre.',
    en: 'Score of a motivation (mean of 6 − rank, 1 to 5), or the table of all, ranked, with the ranks and Kendall’s W. "Meaning","*": what each one means.',
  },
  parameters: [
    {
      name: { fr: "motivation", en: "motivation" },
      description: {
        fr: 'Motivation ("Qualité de service") ; vide : le tableau ; ou une plage de rangs.',
        en: 'Motivation ("Quality of service"); blank: the table; or a range of ranks.',
      },
      optional: true,
      takes: { kind: "answer", of: ["motivations", "motivation"] },
    },
    { ...panelPairs, takes: { kind: "pairs", table: "motivations" } },
  ],
  result: "matrix",
  examples: [[], ["Qualité de service"], ["Attractivité", "Signification", "*"]],
  compute: (context, [wanted], repeated) => {
    const { codebook } = context;
    const field = codebook.field("motivations", "motivation");
    const { codes } = codebook.list(field.list!);
    if (wanted.isRange) {
      const { n, score } = motivationScore(rankCounts(context, wanted, repeated, codes.length));
      if (!n) throw FormulaError.notAvailable("noData");
      return score;
    }
    const asked = meaningsAsked(codebook, repeated);
    if (asked) {
      const rows = baseSource(context, asked, "motivations").rows();
      const value = wanted.single();
      const only = isBlank(value) ? null : codeOf(codebook, field, value);
      const table = meaningTable(codebook, meaningRows(context.base!.tableOf("motivations"), rows), only);
      if (table.length < 2) throw FormulaError.notAvailable("noData");
      return table;
    }
    const query = baseSource(context, repeated, "motivations");
    const most = Math.max(...codes.map(({ code }) => code));
    const rankings = rankingsOf(motivationRows(context.base!.tableOf("motivations"), query.rows()), most);
    if (!rankings.length) throw FormulaError.notAvailable("noData");
    const value = wanted.single();
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
