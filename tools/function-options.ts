import type { Language, Localized } from "../src/domain/language";
import { formulaOptions, type OptionId } from "../src/functions/options";
import { markdownTable } from "./markdown";

/** What each option of the functions does; the compiler asks for every one. */
const meanings: Readonly<Record<OptionId, Localized>> = {
  base: {
    fr: "« total » compte les non renseignés dans la base des parts ; « valides » par défaut.",
    en: "“total” counts not reported in the base of shares; “valid” by default.",
  },
  invalid: {
    fr: "Ce qui n’est pas une réponse : une erreur qui le nomme, ou laissé de côté.",
    en: "What is no answer: an error that names it, or left aside.",
  },
  field: {
    fr: "Plages : le champ que contient la première, quand ses codes seuls ne le disent pas.",
    en: "Ranges: the field the first one holds, when bare codes do not tell.",
  },
  weights: {
    fr: "Chaque territoire pèse la part de sa cellule type × classe de population dans le panel sur sa part parmi les répondants (poids moyen 1). Une cellule sans répondant rejoint la classe la plus proche de son type (à égalité, la plus petite) ; si son type n’a aucun répondant, le type qui en a le plus dans la classe la plus proche. Un territoire de type ou de taille inconnus pèse 1. Les critères de la formule ne changent pas les poids, sauf l’édition. Les tableaux montrent la base non pondérée à côté ; n, non renseignés et territoires ne sont jamais pondérés.",
    en: "Each territory weighs the share of its type × size class cell in the panel over its share among respondents (mean weight 1). A cell without respondents joins the nearest class of its type (of two, the smaller); if its type has no respondent, the type with most of them in the nearest class. A territory of unknown type or size weighs 1. The criteria of the formula do not change the weights, except the edition. Tables show the unweighted base beside; n, not reported and territories are never weighted.",
  },
  secret: {
    fr: "Cache (« s ») ce qui vient de moins de territoires que ce nombre, et ce qui permettrait de le retrouver par les totaux ou les parts du même tableau ; un chiffre seul devient #N/A. Plages : compte les territoires de « Territoire »;plage, sinon les lignes.",
    en: "Hides (“s”) what comes from fewer territories than this number, and what would let it be worked out from the totals or shares of the same table; a single figure becomes #N/A. Ranges: counts the territories of “Territory”,range, else the rows.",
  },
  panel: {
    fr: "INTERVAL : nombre de territoires dont la base est tirée. Sans lui : ceux du tableau Panel qui répondent aux mêmes critères, plus ceux du panel publié de l’édition que le tableau n’a pas (119 en 2014) ; pour des plages, pas de correction.",
    en: "INTERVAL: number of territories the base was drawn from. Without it: those of the Panel table that meet the same criteria, and those of the edition’s published panel that the table lacks (119 in 2014); for ranges, no correction.",
  },
  territory: {
    fr: "Plages : la colonne des territoires, pour INTERVAL, RANKING et « Secret ».",
    en: "Ranges: the column of territories, for INTERVAL, RANKING and “Secrecy”.",
  },
  headers: { fr: "INTERVAL : une ligne d’en-têtes au-dessus.", en: "INTERVAL: a row of headers above." },
  unit: {
    fr: "CORRELATION : entre moyennes des territoires (par défaut) ou entre projets.",
    en: "CORRELATION: between the means of territories (default) or between projects.",
  },
  peers: {
    fr: "POSITION, IDEAS : champs du panel dans lesquels les pairs se ressemblent, séparés par « | ».",
    en: "POSITION, IDEAS: fields of the panel in which peers are alike, parted by “|”.",
  },
  indicator: {
    fr: "Indicateurs d’un tableau, séparés par « | ».",
    en: "Indicators of a table, parted by “|”.",
  },
};

const words = {
  title: { fr: "Options", en: "Options" },
  lead: {
    fr: "Elles se donnent parmi les paires champ ; critère. Une fonction à qui une option ne dit rien la refuse.",
    en: "They stand among the pairs field, criterion. A function an option means nothing to refuses it.",
  },
  option: { fr: "option", en: "option" },
  values: { fr: "valeurs", en: "values" },
  meaning: { fr: "sens", en: "meaning" },
  intervals: { fr: "Intervalles et fiabilité", en: "Intervals and reliability" },
  text: {
    fr: "Les projets d’un territoire se ressemblent : l’intervalle d’une moyenne de projets est celui du rapport Σ y / Σ x sur les territoires, v = (1 − n/N) / (n x̄²) · Σ (y − R x)² / (n − 1), t à n − 1 degrés de liberté (Cochran, Sampling Techniques, 1977, 6.3). L’équilibre et l’indice global sont linéarisés de la même façon. Une part où chaque territoire répond une fois suit l’intervalle de Wilson sur n (N − 1)/(N − n) réponses. La correction est (N − n)/N, non (N − n)/(N − 1). Les seuils des drapeaux de fiabilité sont dans le code book (docs/codebook.md, Reliability of figures).",
    en: "Projects of one territory resemble each other: the interval of a mean of projects is that of the ratio Σ y / Σ x over territories, v = (1 − n/N) / (n x̄²) · Σ (y − R x)² / (n − 1), t on n − 1 degrees of freedom (Cochran, Sampling Techniques, 1977, 6.3). Balance and the global index are linearised in the same way. A share where each territory answers once follows Wilson’s interval on n (N − 1)/(N − n) answers. The correction is (N − n)/N, not (N − n)/(N − 1). The thresholds of the reliability flags are in the code book (docs/codebook.md, Reliability of figures).",
  },
} as const;

/** The sections on options and intervals, as Markdown. */
export function optionsSection(language: Language): string {
  const rows = (Object.keys(formulaOptions) as OptionId[]).map((id) => {
    const option = formulaOptions[id];
    const values = "values" in option ? (Object.values(option.values) as (readonly string[])[]) : [];
    // French words stand first, the English ones behind them.
    const shown = values.map((all) => (language === "fr" ? all[0] : (all[1] ?? all[0])));
    return [option.label[language], shown.join(", "), meanings[id][language]];
  });
  return [
    `## ${words.title[language]}`,
    words.lead[language],
    markdownTable([words.option[language], words.values[language], words.meaning[language]], rows),
    `## ${words.intervals[language]}`,
    words.text[language],
  ].join("\n\n");
}
