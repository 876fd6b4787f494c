import { distributionTable } from "../../domain/indicators/tables";
import { validCount } from "../../domain/indicators/mean";
import { FormulaError } from "../../domain/messages";
import type { FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { namedSubjectSource } from "../source";

export const distribution: FunctionDefinition = {
  id: "DISTRIBUTION",
  description: {
    fr: "Répartition d’un champ : chaque réponse, son nombre, sa part des réponses et du total ; puis les non renseignés et le total.",
    en: "Distribution of a field: each answer, its count, its share of valid answers and of the total; then not reported and total.",
  },
  parameters: [fieldOrRange, pairs],
  result: "matrix",
  examples: [["État"], ["Mode de gestion", "Domaine", "Transport / Mobilité"]],
  compute: (context, [subject], repeated) => {
    const { source, subjects } = namedSubjectSource(context, [subject], [fieldOrRange.name], repeated);
    const counts = source.counts(subjects[0]);
    if (!validCount(counts) && !counts.notReported) throw FormulaError.notAvailable("noData");
    return distributionTable(counts);
  },
};
