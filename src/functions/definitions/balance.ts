import { FormulaError } from "../../domain/messages";
import { evenness } from "../../domain/statistics/evenness";
import { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { keepSecret, namedSubjectSource } from "../source";
import { isBlank } from "../../domain/values/answer";

export const balance: FunctionDefinition = {
  id: "BALANCE",
  description: {
    fr: "Équilibre (0 à 1) d’une répartition : équitabilité de Pielou −Σ p ln p / ln S, S étant le nombre de codes du champ.",
    en: "Balance (0 to 1) of a distribution: Pielou’s evenness −Σ p ln p / ln S, S being the number of codes of the field.",
  },
  parameters: [
    {
      ...fieldOrRange,
      optional: true,
      description: {
        fr: 'Champ codé, ou plage de réponses ; vide : "Domaine".',
        en: 'Coded field, or a range of answers; blank: "Domain".',
      },
    },
    pairs,
  ],
  result: "scalar",
  examples: [[], ["Mode de gestion"], [null, "Type", "Commune"]],
  compute: (context, [given], repeated) => {
    const isDefault = !given.isRange && isBlank(given.single());
    const subject = isDefault ? new Argument([["domain"]], 1) : given;
    const parsed = namedSubjectSource(context, [subject], [fieldOrRange.name], repeated, [
      "weights",
      "secret",
      "territory",
    ]);
    keepSecret(parsed);
    const { grouping, n } = parsed.source.counts(parsed.subjects[0]);
    // Texts have no list: how many there could be is not known. A list has groups, met or not.
    const isRange = "cells" in parsed.subjects[0];
    const isText = grouping.groups.length ? grouping.groups[0].code === undefined : !isRange;
    if (isText && isRange) throw FormulaError.value("scaleNeeded", { position: subject.position });
    if (isText) throw FormulaError.value("notACodedField", { field: grouping.label });
    const value = evenness(n);
    if (value === null) throw FormulaError.notAvailable("noData");
    return value;
  },
};
