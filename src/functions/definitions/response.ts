import { baseTerritories } from "../../domain/completeness/fromBase";
import { responseRate, responseTable } from "../../domain/indicators/response";
import { FormulaError } from "../../domain/messages";
import { panelGroups } from "../../domain/query/panelGroups";
import type { FunctionDefinition } from "../definition";
import { panelPairs } from "../parameters";
import { filledShare } from "../rangeCells";
import { baseSource, takeEdition } from "../source";

export const response: FunctionDefinition = {
  id: "RESPONSE",
  description: {
    fr: 'Taux de réponse (0 à 1) : territoires qui ont répondu, parmi ceux du panel. Un champ seul d’abord ("Type", "Région") : le tableau ; une plage : sa part de cellules remplies.',
    en: 'Response rate (0 to 1): territories that answered, among those of the panel. A lone field first ("Type", "Region"): the table; a range: its share of filled cells.',
  },
  parameters: [panelPairs],
  result: "matrix",
  examples: [[], ["Type", "Commune"], ["Type"], ["Édition", "2014", "Région", "Bretagne"]],
  compute: (context, _fixed, repeated) => {
    // Criteria come in pairs: what is over stands in front and breaks the panel down.
    const [field, pairs] = repeated.length % 2 ? [repeated[0], repeated.slice(1)] : [null, repeated];
    if (field?.isRange) return filledShare(context, field, pairs);
    const { edition, rest } = takeEdition(context, pairs);
    const isMeant = baseSource(context, rest, "panel").mask();
    const territories = baseTerritories(context.base!, edition).filter(({ row }) => isMeant[row]);
    if (!territories.length) throw FormulaError.notAvailable("noData");
    if (field) return responseTable(panelGroups(context.base!, field.text() ?? ""), territories);
    const returned = territories.filter(({ hasReturned }) => hasReturned).length;
    return responseRate({ returned, territories: territories.length });
  },
};
