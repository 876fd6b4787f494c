import { baseTerritories } from "../../domain/completeness/fromBase";
import { responseRate } from "../../domain/indicators/response";
import { FormulaError } from "../../domain/messages";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { baseSource } from "../source";

export const response: FunctionDefinition = {
  id: "RESPONSE",
  description: {
    fr: "Taux de réponse (0 à 1) : territoires du panel qui ont répondu, parmi ceux du même genre.",
    en: "Response rate (0 to 1): territories of the panel that have answered, among those of the same kind.",
  },
  parameters: [panelPairs],
  result: "scalar",
  examples: [[], ["Type", "Commune"]],
  compute: (context, _fixed, repeated) => {
    const rows = new Set(baseSource(context, repeated, "panel").rows());
    const territories = baseTerritories(context.base!).filter(({ row }) => rows.has(row));
    if (!territories.length) throw FormulaError.notAvailable("noData");
    const returned = territories.filter(({ hasReturned }) => hasReturned).length;
    return responseRate({ returned, territories: territories.length });
  },
};
