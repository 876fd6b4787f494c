import { figuresBy, figureOf, isCounted, type GroupFigure } from "../../domain/indicators/figures";
import { reliabilityOf } from "../../domain/indicators/reliability";
import { tableWords, type ResultCell, type ResultTable } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { wholeNumber } from "../arguments";
import type { FunctionDefinition } from "../definition";
import { indicatorSource } from "../indicatorSource";
import { fieldOrRange, indicatorOrRange, pairsOrRanges } from "../parameters";
import { territoriesBehind } from "../source";

const topName = { fr: "premiers", en: "top" };

const words = {
  rank: { fr: "Rang", en: "Rank" },
  all: { fr: "Ensemble", en: "All" },
} as const;

const topExpected = {
  fr: "un nombre entier (−5 : les cinq derniers)",
  en: "a whole number (−5: the last five)",
};

/** Values that differ by rounding only are equal. */
const equal = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

interface Ranked {
  readonly figure: GroupFigure;
  readonly value: number;
  readonly rank: number;
}

/** From the highest (the lowest, if `last`) on; equal values share their rank, the next one counts them all. */
function ranked(figures: readonly { figure: GroupFigure; value: number }[], last: boolean): Ranked[] {
  const sign = last ? 1 : -1;
  const order = [...figures].sort((a, b) => (equal(a.value, b.value) ? 0 : sign * (a.value - b.value)));
  let rank = 0;
  return order.map((each, i) => {
    if (i === 0 || !equal(each.value, order[i - 1].value)) rank = i + 1;
    return { ...each, rank };
  });
}

export const ranking: FunctionDefinition = {
  id: "RANKING",
  description: {
    fr: "Classement des valeurs d’un champ (projet, territoire, région…) selon un indicateur, ex æquo gardés, avec la base de chacune.",
    en: "The values of a field (project, territory, region…) ranked by an indicator, ties kept, with the base of each.",
  },
  parameters: [
    fieldOrRange,
    {
      ...indicatorOrRange,
      optional: true,
      description: {
        fr: 'Indicateur ("Maturité", "Indice global", "Part « Réalisé »"…) ou plage de réponses ; vide : nombre de projets.',
        en: 'Indicator ("Maturity", "Global index", "Share “Done”"…) or a range of answers; blank: number of projects.',
      },
    },
    {
      name: topName,
      description: {
        fr: "Combien en montrer, ex æquo en plus ; négatif : les derniers ; vide : tous.",
        en: "How many to show, ties besides; negative: the last ones; blank: all.",
      },
      optional: true,
      takes: { kind: "number" },
    },
    pairsOrRanges,
  ],
  result: "matrix",
  examples: [
    ["Projet", null, 5],
    ["Domaine", "Maturité"],
    ["Région", "Indice global", -3],
  ],
  compute: (context, [by, indicatorArgument, topArgument], repeated): ResultTable => {
    by.range(fieldOrRange.name);
    // Negative for the last ones.
    const top = wholeNumber(topArgument, topName, -Infinity, topExpected);
    const parsed = indicatorSource(context, {
      indicator: indicatorArgument,
      name: indicatorOrRange.name,
      usual: "projects",
      among: isCounted,
      by,
      repeated,
      accepts: ["weights", "secret", "territory"],
    });
    const { source, plain, subjects, subjectOf, indicator, options } = parsed;
    const { grouping, figures, withoutGroup } = figuresBy(plain, indicator, subjects[0], subjectOf);
    const weighted = source === plain ? null : figuresBy(source, indicator, subjects[0], subjectOf);
    const weightedValues =
      weighted && new Map(weighted.figures.map(({ group, value }) => [group.label.fr, value]));
    const valueOf = ({ group, value }: GroupFigure) =>
      weightedValues ? (weightedValues.get(group.label.fr) ?? null) : value;
    const isHidden = ({ territories, n }: GroupFigure) => {
      const behind = territories ?? n;
      return behind > 0 && behind < options.secret;
    };
    const isTerritory = "name" in subjects[0] && subjects[0].name === "territory";
    const behind = subjectOf("territory") ? territoriesBehind(parsed) : null;
    // A territory's own figures stand for itself: how many territories there are is no matter.
    const isOwn = isTerritory || behind === 1;
    const { reliability } = context.codebook.edition;
    const flag = (n: number, territories: number | null | undefined) =>
      reliabilityOf(reliability, { n, territories }).text;
    const line = (rank: number | null, figure: GroupFigure, value: number | null): ResultCell[] => {
      const { group, n, notReported, territories } = figure;
      if (isHidden(figure)) {
        const { hidden } = tableWords;
        return [null, group.label, hidden, hidden, hidden, hidden, null];
      }
      return [
        rank,
        group.label,
        value,
        n,
        notReported,
        territories,
        flag(n, isOwn ? undefined : territories),
      ];
    };
    const known = figures.flatMap((figure) => {
      const value = valueOf(figure);
      return value === null || isHidden(figure) ? [] : [{ figure, value }];
    });
    if (![...figures, withoutGroup].some(({ n }) => n > 0)) throw FormulaError.notAvailable("noData");
    const order = ranked(known, (top ?? 0) < 0);
    const shown = top === null ? order : order.filter(({ rank }) => rank <= Math.abs(top));
    const placed = new Set(order.map(({ figure }) => figure));
    const rest = top === null ? figures.filter((figure) => !placed.has(figure)) : [];
    const header = [
      words.rank,
      grouping.label,
      indicator.label,
      tableWords.answers,
      tableWords.notReported,
      tableWords.territories,
      tableWords.reliability,
    ];
    const lines = [
      header,
      ...shown.map(({ rank, figure, value }) => line(rank, figure, value)),
      ...rest.map((figure) => line(null, figure, null)),
    ];
    // Of a total, what is hidden could be worked out.
    if (options.secret) return lines;
    const whole = figureOf(plain, indicator, subjectOf);
    const value = source === plain ? whole.value : figureOf(source, indicator, subjectOf).value;
    const { n, notReported } = withoutGroup;
    const apart = (weighted ?? { withoutGroup }).withoutGroup.value;
    const unsaid = n + notReported ? [[null, tableWords.notReported, apart, n, notReported, null, null]] : [];
    return [
      ...lines,
      ...unsaid,
      [
        null,
        words.all,
        value,
        whole.n,
        whole.notReported,
        behind,
        flag(whole.n, behind === 1 ? undefined : behind),
      ],
    ];
  },
};
