import type { Field } from "../codebook";
import { cautionText, nothing, nouns } from "./facts";
import { byGreatest, cellText, counted, enumerated, figure, groupLines, named, numberOf } from "./reading";
import type { Described, Telling } from "./types";

/** How strong a correlation is, in words; the bounds are J. Cohen's (1988): 0.1, 0.3, 0.5. */
function strength(r: number): { readonly fr: string; readonly en: string } {
  const size = Math.abs(r);
  if (size >= 0.5) return { fr: "fort", en: "strong" };
  if (size >= 0.3) return { fr: "moyen", en: "medium" };
  return size >= 0.1 ? { fr: "faible", en: "weak" } : { fr: "négligeable", en: "negligible" };
}

/** Two measures of each territory: how they go together. */
export function againstSentence(x: Field, y: Field): (telling: Telling) => Described {
  return ({ table, codebook, evaluate, language }) => {
    const n = groupLines(table, language).filter(({ cells }) =>
      [1, 2].every((column) => typeof cells[column] === "number"),
    ).length;
    if (!n) return nothing(language);
    const r = evaluate({ id: "CORRELATION", args: [x.label.fr, y.label.fr] })?.[0][0];
    const [a, b] = [x, y].map(({ label }) => label[language].toLocaleLowerCase());
    const base = counted(n, nouns.territory[language], language);
    const said =
      typeof r !== "number"
        ? {
            fr: `Trop peu de territoires, ou aucune différence entre eux : le lien entre ${a} et ${b} ne se calcule pas.`,
            en: `Too few territories, or no difference between them: the link of ${a} and ${b} cannot be computed.`,
          }
        : {
            fr: `Entre ${a} et ${b}, le lien d’un territoire à l’autre est ${strength(r).fr} (corrélation ${figure(r, "mean", language)}) ; il ne dit pas ce qui est cause.`,
            en: `Across territories the link of ${a} and ${b} is ${strength(r).en} (correlation ${figure(r, "mean", language)}); it does not say what is the cause.`,
          };
    return {
      base:
        language === "fr" ? `Base : ${base} où les deux sont connus.` : `Base: ${base} where both are known.`,
      sentence: said[language] + cautionText(codebook, { valid: n, territories: n }, language),
    };
  };
}

/** All correlations: the closest link. */
export function correlationSentence({ table, codebook, language }: Telling): Described {
  const [first, ...others] = table.slice(1);
  if (!first) return nothing(language);
  const n = [first, ...others].reduce((least, [, , count]) => Math.min(least, numberOf(count)), Infinity);
  const r = numberOf(first[1]);
  const pair = named(cellText(first[0], language), language);
  const value = figure(r, "mean", language);
  const least = counted(n, nouns.territory[language], language);
  return {
    base:
      language === "fr"
        ? `Base : moyennes de ${least} au moins pour chaque couple.`
        : `Base: means of at least ${least} for each pair.`,
    sentence:
      (language === "fr"
        ? `Le lien le plus étroit est ${pair} (${value}, ${strength(r).fr}). Une corrélation ne dit pas ce qui est cause.`
        : `The closest link is ${pair} (${value}, ${strength(r).en}). A correlation does not say what is the cause.`) +
      cautionText(codebook, { valid: n, territories: n }, language),
  };
}

/** Rows below the figures that say what is compared; see `indicators/progress`. */
const COMPARED = { territories: 0, onlyFrom: 1, onlyTo: 2, domainsFrom: 4, domainsTo: 5 } as const;

/** Two editions: what rose most and fell most, and what was left out of the comparison. */
export function progressSentence(from: string, to: string): (telling: Telling) => Described {
  return ({ table, codebook, language }) => {
    const blank = table.findIndex((row, i) => i > 0 && row.length > 4 && row[4] === null);
    const split = blank < 0 ? table.length : blank;
    const lines = byGreatest(groupLines(table.slice(0, split), language), 3);
    const about = table.slice(split);
    const count = (row: number) => numberOf(about[row]?.[1]);
    const names = (row: number) => cellText(about[row]?.[2], language);
    const n = count(COMPARED.territories);
    if (!lines.length) return nothing(language);
    const fr = language === "fr";
    const change = (line: (typeof lines)[number]) => {
      const value = numberOf(line.cells[3]);
      return `${named(line.label, language)} (${value > 0 ? "+" : ""}${figure(value, "mean", language)})`;
    };
    const [most, least] = [lines[0], lines.at(-1)!];
    const out = [
      [COMPARED.domainsTo, fr ? `absent en ${from}` : `not asked in ${from}`],
      [COMPARED.domainsFrom, fr ? `absent en ${to}` : `not asked in ${to}`],
    ] as const;
    const left = out.flatMap(([row, why]) => (count(row) ? [`${names(row)} (${why})`] : []));
    const alone = [COMPARED.onlyFrom, COMPARED.onlyTo].map(count);
    const said = fr
      ? `Plus forte hausse : ${change(most)} ; plus faible : ${change(least)}. ${left.length ? `Hors comparaison : ${enumerated(left, language)}. ` : ""}Territoires présents une seule fois, laissés de côté : ${alone[0]} en ${from}, ${alone[1]} en ${to}.`
      : `Largest rise: ${change(most)}; smallest: ${change(least)}. ${left.length ? `Out of the comparison: ${enumerated(left, language)}. ` : ""}Territories present only once, left aside: ${alone[0]} in ${from}, ${alone[1]} in ${to}.`;
    const both = counted(n, nouns.territory[language], language);
    return {
      base: fr
        ? `Base : ${both} présents en ${from} et en ${to}.`
        : `Base: ${both} present in ${from} and in ${to}.`,
      sentence: said + cautionText(codebook, { valid: n, territories: n }, language),
    };
  };
}
