import {
  correlationOf,
  correlationOfColumns,
  meansByKey,
  projectPairs,
  territoryValues,
  type Correlation,
} from "../../domain/indicators/correlation";
import { cellReader, variableNamed } from "../../domain/indicators/variables";
import type { Localized } from "../../domain/language";
import { indicatorById, indicatorsOf } from "../../domain/indicators/registry";
import { tableWords, type ResultTable } from "../../domain/indicators/tables";
import { both, FormulaError } from "../../domain/messages";
import { cellAt } from "../../domain/query/cells";
import type { RangeQuery } from "../../domain/query/rangeQuery";
import { normalizeText } from "../../domain/text/normalize";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionContext, FunctionDefinition, ParameterDefinition } from "../definition";
import { optionValue } from "../options";
import { pairs } from "../parameters";
import { parsedBase, rangeSource } from "../source";

const field = (number: 1 | 2): ParameterDefinition => ({
  name: { fr: `champ${number}`, en: `field${number}` },
  description: {
    fr: 'Indicateur ou champ ordonné ("Maturité", "Mesure", "Projets", "Population"…), ou plage de nombres ou de réponses.',
    en: 'Indicator or ordered field ("Maturity", "Measure", "Projects", "Population"…), or a range of numbers or answers.',
  },
  optional: true,
  takes: { kind: "indicator", orField: true },
});

const method = {
  label: { fr: "Méthode", en: "Method" },
  values: {
    pearson: ["pearson", "r"],
    spearman: ["spearman", "rho"],
    kendall: ["kendall", "tau", "tau-b"],
  },
} as const;

type Pairs = Parameters<typeof correlationOf>[0];
type Method = Parameters<typeof correlationOf>[1];

/** The correlation of any two of the variables named, by their places. */
function baseCorrelation(
  context: FunctionContext,
  names: readonly string[],
  asked: Method,
  repeated: readonly Argument[],
): (a: number, b: number) => Correlation {
  const { plain, options } = parsedBase(context, repeated, "projects", ["unit"], []);
  const variables = names.map((name) => variableNamed(context.codebook, name));
  if (options.unit === "projects")
    return (a, b) => correlationOf(projectPairs(context.base!, plain, variables[a], variables[b]), asked);
  const values = territoryValues(context.base!, plain, variables);
  return (a, b) => correlationOfColumns(values[a], values[b], asked);
}

/** Row by row, or by territory if a range says which row is whose. */
function rangePairs(
  context: FunctionContext,
  subjects: readonly Argument[],
  repeated: readonly Argument[],
): Pairs {
  const parsed = rangeSource(context, subjects, repeated, undefined, ["unit", "territory"]);
  const { options } = parsed;
  const query = parsed.plain as RangeQuery;
  const ranges = parsed.subjects.map((subject) => {
    if (!("cells" in subject)) throw new RangeError("Not a range");
    query.sameShape(subject.cells, subject.position);
    return { cells: subject.cells, read: cellReader(context.codebook, subject.cells, subject.field) };
  });
  const { territory, unit } = options;
  if (territory) query.sameShape(territory.cells!, territory.position);
  const width = ranges[0].cells[0].length;
  const rows: [string, number | null, number | null][] = [];
  for (const i of query.rows()) {
    const [x, y] = ranges.map(({ cells, read }) => {
      const value = read(cellAt(cells, width, i));
      if (value === null || typeof value === "number") return value;
      if (options.invalid === "ignore") return null;
      throw value.error(Math.floor(i / width) + 1);
    });
    const name = territory ? cellAt(territory.cells!, width, i) : i;
    if (!territory || !isBlank(name)) rows.push([normalizeText(String(name)), x, y]);
  }
  return territory && unit === "territories" ? meansByKey(rows) : rows.map(([, x, y]) => [x, y, 1]);
}

/** Every two indicators of the projects and the population, the closest link first. */
function allPairs(context: FunctionContext, asked: Method, repeated: readonly Argument[]): ResultTable {
  const { codebook } = context;
  const names = [
    ...indicatorsOf(codebook).filter(({ unit, table }) => unit === "points" && table === "projects"),
    indicatorById(codebook, "projects"),
    codebook.field("panel", "population"),
  ].map(({ label }) => label);
  const correlationAt = baseCorrelation(
    context,
    names.map(({ fr }) => fr),
    asked,
    repeated,
  );
  const lines = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b, j): [Localized, number, number][] => {
      const { value, n } = correlationAt(i, i + 1 + j);
      return value === null ? [] : [[both((l) => `${a[l]} – ${b[l]}`), value, n]];
    }),
  );
  if (!lines.length) throw FormulaError.notAvailable("noData");
  lines.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return [[pairWords.pair, pairWords.correlation, tableWords.territories], ...lines];
}
const pairWords = {
  pair: { fr: "Indicateurs", en: "Indicators" },
  correlation: { fr: "Corrélation", en: "Correlation" },
} as const satisfies Record<string, Localized>;

export const correlation: FunctionDefinition = {
  id: "CORRELATION",
  description: {
    fr: 'Corrélation (−1 à 1) de deux indicateurs, entre les moyennes des territoires ("Unité";"projets" : entre projets), ou de deux plages, ligne à ligne (avec "Territoire";plage : par territoire). Sans champ : le tableau de toutes.',
    en: 'Correlation (−1 to 1) of two indicators, between the means of territories ("Unit","projects": between projects), or of two ranges, row by row (with "Territory",range: by territory). Without fields: the table of all.',
  },
  parameters: [
    field(1),
    field(2),
    {
      name: { fr: "méthode", en: "method" },
      description: {
        fr: '"Pearson" (par défaut), "Spearman" (rangs) ou "Kendall" (τ-b).',
        en: '"Pearson" (default), "Spearman" (ranks) or "Kendall" (τ-b).',
      },
      optional: true,
      takes: {
        kind: "choice",
        options: ["Pearson", "Spearman", "Kendall"].map((name): Localized => ({ fr: name, en: name })),
      },
    },
    {
      ...pairs,
      description: {
        fr: 'Paires champ ; critère, ou plage ; critère entre plages. Options : "Unité";"projets", "Territoire";plage, "Invalides";"ignorer".',
        en: 'Pairs field, criterion, or range, criterion among ranges. Options: "Unit","projects", "Territory",range, "Invalid","ignore".',
      },
    },
  ],
  result: "matrix",
  examples: [
    [],
    ["Maturité", "Mesure"],
    ["Mesure", "Moyens", "Spearman", "Unité", "projets"],
    ["Population", "Projets", "Kendall", "Type", "Commune"],
  ],
  compute: (context, [first, second, methodArgument], repeated) => {
    const given = [first, second];
    const asked = isBlank(methodArgument.single()) ? "pearson" : optionValue(method, methodArgument);
    if (given.every(({ isOmitted }) => isOmitted)) return allPairs(context, asked, repeated);
    given.forEach((argument, i) => argument.range(field(i === 0 ? 1 : 2).name));
    const names = given.map((argument) => argument.text());
    const [a, b] = names;
    const typed = given.find((_argument, i) => names[i] !== null);
    if (typed && given.some(({ isRange }) => isRange)) {
      throw FormulaError.value("rangeExpected", { position: typed.position, value: typed.text() });
    }
    const { value, n } =
      a !== null && b !== null
        ? baseCorrelation(context, [a, b], asked, repeated)(0, 1)
        : correlationOf(rangePairs(context, given, repeated), asked);
    if (value !== null) return value;
    throw n ? FormulaError.notAvailable("noVariation", { n }) : FormulaError.notAvailable("noData");
  },
};
