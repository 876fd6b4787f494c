import { figureOf, figuresBy } from "../../domain/indicators/figures";
import { isProjectIndicator, profileIndicators } from "../../domain/indicators/profile";
import { comparable, editionNamed, progressTable, type ProgressLine } from "../../domain/indicators/progress";
import { findIndicator, indicatorNamed, type Indicator } from "../../domain/indicators/registry";
import type { ResultTable } from "../../domain/indicators/tables";
import type { Localized } from "../../domain/language";
import { both } from "../../domain/messages/define";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import type { FunctionDefinition, ParameterDefinition } from "../definition";
import { pairs } from "../parameters";
import { baseNeeded, criteriaOf } from "../source";
import { indicatorsAsked } from "./position";

const indicatorLabel: Localized = { fr: "Indicateur", en: "Indicator" };

const edition = (name: Localized, example: string): ParameterDefinition => ({
  name,
  description: { fr: `Édition ("${example}").`, en: `Edition ("${example}").` },
  takes: { kind: "edition" },
});
const from = edition({ fr: "de", en: "from" }, "2013");
const to = edition({ fr: "à", en: "to" }, "2014");

export const progress: FunctionDefinition = {
  id: "PROGRESS",
  description: {
    fr: "Deux éditions côte à côte et leur différence, sur les territoires et les domaines présents dans les deux ; les autres sont comptés et nommés.",
    en: "Two editions side by side and their difference, on the territories and domains present in both; the others are counted and named.",
  },
  parameters: [
    from,
    to,
    {
      name: { fr: "champ", en: "field" },
      description: {
        fr: 'Champ dont les valeurs font les lignes ("Domaine", "Type", "Territoire"…), ou un indicateur ; vide : tous les indicateurs.',
        en: 'Field whose values make the rows ("Domain", "Type", "Territory"…), or an indicator; blank: all indicators.',
      },
      optional: true,
      takes: { kind: "field" },
    },
    {
      ...pairs,
      description: {
        fr: 'Paires champ ; critère ("Type";"Commune"). "Indicateur";"Mesure" : celui qu’on suit (maturité sinon).',
        en: 'Pairs field, criterion ("Type","Commune"). "Indicator","Measure": the one followed (maturity otherwise).',
      },
    },
  ],
  result: "matrix",
  examples: [],
  compute: (context, [fromArgument, toArgument, fieldArgument], repeated) => {
    const { codebook } = context;
    fromArgument.range(from.name);
    toArgument.range(to.name);
    const { options, criteria } = criteriaOf(repeated, ["indicator"]);
    const base = baseNeeded(context);
    const [before, after] = [fromArgument, toArgument].map((one) => editionNamed(base, one.single()));
    const compared = comparable(base, before, after, criteria, options);
    const [old, now] = compared.queries;
    const byIndicator = (indicators: readonly Indicator[]): ResultTable =>
      progressTable(
        indicatorLabel,
        indicators.map((one) => ({ label: one.label, figures: [figureOf(old, one), figureOf(now, one)] })),
        compared,
      );
    const name = fieldArgument.single();
    if (isBlank(name)) return byIndicator(indicatorsAsked(codebook, options.indicators));
    const named = findIndicator(codebook, String(name));
    if (named && isProjectIndicator(named)) return byIndicator([named]);
    const indicator = options.indicators.length
      ? indicatorNamed(codebook, options.indicators.join("|"), isProjectIndicator)
      : profileIndicators(codebook)[0];
    // One name for one field, so that territories are not crossed with themselves.
    const by = { name: codebook.findField(String(name), ["projects", "panel"])?.id ?? String(name) };
    const [left, right] = [old, now].map((query) => figuresBy(query, indicator, by));
    const head = both((l) => `${left.grouping.label[l]} (${indicator.label[l].toLowerCase()})`);
    return progressTable(
      head,
      linesOf(left.figures, right.figures, absentDomains(left.grouping.label)),
      compared,
    );

    function absentDomains(label: Localized): ReadonlySet<string> {
      if (label.fr !== codebook.field("projects", "domain").label.fr) return new Set();
      const { onlyFrom, onlyTo } = compared.domains;
      return new Set([...onlyFrom, ...onlyTo].map((code) => normalizeText(code.label.fr)));
    }
  },
};

type Figures = ReturnType<typeof figuresBy>["figures"];

/** Groups of either edition, each once, codes in their order and texts alphabetically. */
function linesOf(before: Figures, after: Figures, without: ReadonlySet<string>): ProgressLine[] {
  const keyOf = ({ group }: Figures[number]) => normalizeText(group.label.fr);
  const [old, now] = [before, after].map((figures) => new Map(figures.map((one) => [keyOf(one), one])));
  const groups = [...new Map([...old, ...now])].filter(([key]) => !without.has(key));
  if (groups.some(([, { group }]) => group.code === undefined)) {
    groups.sort(([, a], [, b]) => a.group.label.fr.localeCompare(b.group.label.fr, "fr"));
  }
  return groups.map(([key, { group }]) => ({
    label: group.label,
    figures: [old.get(key) ?? null, now.get(key) ?? null],
  }));
}
