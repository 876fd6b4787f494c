import { hiddenInDistribution } from "../../domain/indicators/secrecy";
import { distributionTable } from "../../domain/indicators/tables";
import { validCount } from "../../domain/indicators/mean";
import { FormulaError } from "../../domain/messages";
import { territoriesOf } from "../../domain/indicators/territoriesOf";
import type { Counts } from "../../domain/query/counts";
import type { FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { namedSubjectSource, type ParsedSource } from "../source";

/** What option "Secret" hides; undefined without it. */
function hiddenOf(
  { plain, subjects, subjectOf, options }: ParsedSource,
  { grouping, n, notReported }: Counts,
) {
  if (!options.secret) return undefined;
  const counts = [...n, notReported];
  const behind = territoriesOf(plain, [[subjects[0], grouping.groups]], subjectOf("territory"));
  return hiddenInDistribution(counts, (groups) => behind(groups), options.secret);
}

export const distribution: FunctionDefinition = {
  id: "DISTRIBUTION",
  description: {
    fr: "Répartition d’un champ : chaque réponse, son nombre, sa part des réponses et du total ; puis les non renseignés et le total.",
    en: "Distribution of a field: each answer, its count, its share of valid answers and of the total; then not reported and total.",
  },
  parameters: [fieldOrRange, pairs],
  result: "matrix",
  examples: [["État"], ["Mode de gestion", "Domaine", "Transport / Mobilité"], ["Région", "Secret", 3]],
  compute: (context, [subject], repeated) => {
    const parsed = namedSubjectSource(context, [subject], [fieldOrRange.name], repeated, [
      "weights",
      "secret",
      "territory",
    ]);
    const { source, plain, subjects } = parsed;
    const counts = source.counts(subjects[0]);
    if (!validCount(counts) && !counts.notReported) throw FormulaError.notAvailable("noData");
    return distributionTable(counts, {
      unweighted: source === plain ? undefined : plain.counts(subjects[0]),
      hidden: hiddenOf(parsed, plain.counts(subjects[0])),
    });
  },
};
