import { figureOf, isCounted } from "../../domain/indicators/figures";
import { indexFor } from "../../domain/indicators/registry";
import { FormulaError } from "../../domain/messages";
import type { FunctionDefinition } from "../definition";
import { indicatorSource } from "../indicatorSource";
import { indicatorOrRange, pairsOrRanges } from "../parameters";
import { keepSecret } from "../source";

export const index: FunctionDefinition = {
  id: "INDEX",
  description: {
    fr: 'Indice de 0 à 100 d’un champ ordonné (état, mesure, moyens), bornes de l’échelle ; "Global" : leur moyenne, si au moins deux tiers ont des réponses.',
    en: 'Index from 0 to 100 of an ordered field (status, measure, means), bounds of the scale; "Global": their mean, if at least two thirds have answers.',
  },
  parameters: [indicatorOrRange, pairsOrRanges],
  result: "scalar",
  examples: [
    ["Maturité"],
    ["Global"],
    ["Global", "Domaine", "Éducation"],
    ["Mesure", "Poids", "type×taille"],
  ],
  compute: (context, [indicator], repeated) => {
    const { codebook } = context;
    const parsed = indicatorSource(context, {
      indicator,
      name: indicatorOrRange.name,
      among: (each) => isCounted(each) && indexFor(codebook, each) !== undefined && each.id !== "doneShare",
      repeated,
      accepts: ["weights", "secret", "territory"],
    });
    keepSecret(parsed);
    const { value } = figureOf(parsed.source, indexFor(codebook, parsed.indicator)!, parsed.subjectOf);
    if (value === null) throw FormulaError.notAvailable("noData");
    return value;
  },
};
