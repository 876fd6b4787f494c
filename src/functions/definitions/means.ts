import { meanCode, validCount } from "../../domain/indicators/mean";
import type { Localized } from "../../domain/language";
import { FormulaError } from "../../domain/messages";
import type { FunctionDefinition } from "../definition";
import { pairsOrRanges } from "../parameters";
import { fixedSubjectSource, keepSecret } from "../source";

/** The mean code of one ordered field of the projects. */
function meanOf(
  id: string,
  fieldId: string,
  description: Localized,
  examples: FunctionDefinition["examples"],
): FunctionDefinition {
  return {
    id,
    description,
    parameters: [pairsOrRanges],
    result: "scalar",
    examples,
    compute: (context, _fixed, repeated) => {
      const field = context.codebook.field("projects", fieldId);
      const parsed = fixedSubjectSource(context, field, repeated, ["weights", "secret", "territory"]);
      const { source, subjects } = parsed;
      keepSecret(parsed);
      const counts = source.counts(subjects[0]);
      if (!validCount(counts)) throw FormulaError.notAvailable("noData");
      return meanCode(counts);
    },
  };
}

export const maturity = meanOf(
  "MATURITY",
  "status",
  {
    fr: "Maturité : moyenne du code d’état (1 à 3) des projets dont l’état est connu.",
    en: "Maturity: mean status code (1 to 3) of the projects whose status is known.",
  },
  [[], ["Domaine", "Énergie / Eau / Déchets"], ["Type", "<>Commune", "Population", ">=200000"]],
);

export const measure = meanOf(
  "MEASURE",
  "measure",
  {
    fr: "Moyenne du code de mesure (1 à 4), réponses valides.",
    en: "Mean measure code (1 to 4), valid answers.",
  },
  [[], ["État", "Réalisé"]],
);

export const means = meanOf(
  "MEANS",
  "means",
  {
    fr: "Moyenne du code de moyens (1 à 4), réponses valides.",
    en: "Mean means code (1 to 4), valid answers.",
  },
  [[], ["Domaine", "Éducation|Sécurité"]],
);
