import { territorySums } from "../../domain/indicators/byTerritory";
import { figureOf, isCounted } from "../../domain/indicators/figures";
import type { Indicator } from "../../domain/indicators/registry";
import { reliabilityOf } from "../../domain/indicators/reliability";
import { tableWords, type ResultTable } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { wilsonInterval } from "../../domain/statistics/intervals";
import { ratioEstimate } from "../../domain/statistics/ratioEstimator";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { indicatorSource } from "../indicatorSource";
import { indicatorOrRange, pairsOrRanges } from "../parameters";
import { keepSecret } from "../source";

const levelName = { fr: "confiance", en: "level" };

const words = {
  estimate: { fr: "Estimation", en: "Estimate" },
  low: { fr: "Borne basse", en: "Low" },
  high: { fr: "Borne haute", en: "High" },
} as const;

/** Level of confidence. @throws FormulaError wrongNumber. */
function levelOf(argument: Argument): number {
  const value = argument.single();
  if (isBlank(value)) return 0.95;
  if (typeof value === "number" && value > 0 && value < 1) return value;
  throw FormulaError.value("wrongNumber", {
    name: levelName,
    value,
    expected: {
      fr: "un nombre entre 0 et 1, par exemple 0,95",
      en: "a number between 0 and 1, for instance 0.95",
    },
  });
}

/** Whether an indicator has an interval: a count is no estimate. */
const hasInterval = (indicator: Indicator) => isCounted(indicator) && indicator.computation.kind !== "count";

export const interval: FunctionDefinition = {
  id: "INTERVAL",
  description: {
    fr: "Intervalle de confiance d’un indicateur : estimation, bornes, n, non renseignés, territoires, fiabilité. Les projets sont groupés par territoire, le panel est fini.",
    en: "Confidence interval of an indicator: estimate, limits, n, not reported, territories, reliability. Projects are nested in territories, the panel is finite.",
  },
  parameters: [
    indicatorOrRange,
    {
      name: levelName,
      description: {
        fr: "Niveau de confiance, entre 0 et 1 ; vide : 0,95.",
        en: "Level of confidence, between 0 and 1; blank: 0.95.",
      },
      optional: true,
      takes: { kind: "number" },
    },
    {
      ...pairsOrRanges,
      description: {
        fr: 'Paires champ ; critère. Aussi "Panel";119 (territoires dont la base est tirée) et "En-têtes";"oui". Plages : ajoutez "Territoire";plage.',
        en: 'Pairs field, criterion. Also "Panel",119 (territories the base was drawn from) and "Headers","yes". Ranges: add "Territory",range.',
      },
    },
  ],
  result: "matrix",
  examples: [
    ["Maturité", null, "En-têtes", "oui"],
    ["Maturité", 0.9, "Domaine", "Éducation"],
    ["Indice global", null, "Type", "Commune"],
  ],
  compute: (context, [indicatorArgument, levelArgument], repeated): ResultTable => {
    const level = levelOf(levelArgument);
    const parsed = indicatorSource(context, {
      indicator: indicatorArgument,
      name: indicatorOrRange.name,
      among: hasInterval,
      repeated,
      accepts: ["weights", "secret", "panel", "territory", "headers"],
    });
    const { source, plain, subjectOf, indicator, options } = parsed;
    if (!subjectOf("territory")) throw FormulaError.value("territoriesNeeded", undefined);
    keepSecret(parsed);
    const population = parsed.population();
    const sums = territorySums(source, indicator, subjectOf);
    const { n, notReported } = figureOf(plain, indicator, subjectOf);
    const territories = sums.filter((each) => each.n > 0).length;
    const isShare = indicator.unit === "share" && sums.every((each) => each.n <= 1);
    const bounds = indicator.scale ?? undefined;
    const ratio = ratioEstimate(sums, { population, level, bounds });
    const successes = sums.reduce((sum, each) => sum + each.sum, 0);
    const found = isShare ? wilsonInterval(successes, territories, { population, level }) : ratio;
    if (!found) throw FormulaError.notAvailable("noData");
    const { estimate, low, high } = found;
    const flag = reliabilityOf(context.codebook.edition.reliability, {
      n,
      territories,
      effectiveAnswers:
        isShare || indicator.computation.kind === "average" ? undefined : ratio?.effectiveSize,
      width: low === null || high === null || !bounds ? undefined : (high - low) / (bounds[1] - bounds[0]),
    });
    const row = [estimate, low, high, n, notReported, territories, flag.text];
    if (!options.headers) return [row];
    const of = Number.isFinite(population)
      ? { fr: `Territoires (sur ${population})`, en: `Territories (of ${population})` }
      : tableWords.territories;
    const { answers, notReported: missing, reliability } = tableWords;
    return [[words.estimate, words.low, words.high, answers, missing, of, reliability], row];
  },
};
