import { crosstabTable, type CrosstabStatistic } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import type { Subject } from "../../domain/query/counts";
import { normalizeText } from "../../domain/text/normalize";
import type { Argument } from "../arguments";
import type { FunctionContext, FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { namedSubjectSource } from "../source";

const rowsName = { fr: "lignes", en: "rows" };
const columnsName = { fr: "colonnes", en: "columns" };
const statisticName = { fr: "statistique", en: "statistic" };

/** Words for the statistics, French first; a field name or a range asks for its mean. */
const STATISTICS: Readonly<Record<Exclude<CrosstabStatistic, "mean">, readonly string[]>> = {
  count: ["nombre", "n", "count"],
  row: ["% ligne", "ligne", "% row", "row"],
  column: ["% colonne", "colonne", "% column", "column"],
  total: ["% total", "total"],
};
/** Indicators that are the mean of a field. */
const MEAN_OF: Readonly<Record<string, string>> = { maturite: "status", maturity: "status" };

interface Statistic {
  readonly kind: CrosstabStatistic;
  readonly values?: Subject;
}

function statisticOf({ codebook }: FunctionContext, argument: Argument): Statistic {
  if (argument.isOmitted) return { kind: "count" };
  if (argument.isRange) {
    return { kind: "mean", values: { cells: argument.cells!, position: argument.position } };
  }
  const value = argument.single();
  const key = normalizeText(String(value ?? ""));
  if (!key || key === "0") return { kind: "count" };
  const found = (Object.keys(STATISTICS) as (keyof typeof STATISTICS)[]).find((kind) =>
    STATISTICS[kind].includes(key),
  );
  if (found) return { kind: found };
  const ordered = codebook.table("projects").fields.filter(({ list }) => list && codebook.list(list).ordered);
  const field = codebook.findField(MEAN_OF[key] ?? key, ["projects"]);
  if (field && ordered.includes(field)) return { kind: "mean", values: { name: field.id } };
  const expected = [
    ...Object.values(STATISTICS).map(([first]) => first),
    ...ordered.map(({ label }) => label.fr),
  ];
  throw FormulaError.value("unknownOption", { option: statisticName, value, expected });
}

/** Groups a table shows at most in one direction; more would not be read, and Excel would not hold it. */
const MAX_GROUPS = 5000;

export const crosstab: FunctionDefinition = {
  id: "CROSSTAB",
  description: {
    fr: "Tableau croisé de deux champs : nombres, % en ligne, en colonne, du total, ou moyenne d’un champ ; totaux, non renseignés en dernier.",
    en: "Two fields crossed: counts, row %, column %, total %, or the mean of a field; totals, not reported last.",
  },
  parameters: [
    { ...fieldOrRange, name: rowsName },
    { ...fieldOrRange, name: columnsName },
    {
      name: statisticName,
      description: {
        fr: '"nombre" (par défaut), "ligne", "colonne", "total" (parts de 0 à 1), ou un champ dont on veut la moyenne ("État", "Mesure", "Moyens").',
        en: '"count" (default), "row", "column", "total" (shares 0 to 1), or a field whose mean is wanted ("Status", "Measure", "Means").',
      },
      optional: true,
      takes: {
        kind: "choice",
        options: [
          { fr: "nombre", en: "count" },
          { fr: "ligne", en: "row" },
          { fr: "colonne", en: "column" },
          { fr: "total", en: "total" },
          { fr: "Maturité", en: "Maturity" },
          { fr: "Mesure", en: "Measure" },
          { fr: "Moyens", en: "Means" },
        ],
      },
    },
    pairs,
  ],
  result: "matrix",
  examples: [
    ["Domaine", "État"],
    ["Type", "État", "ligne"],
    ["Domaine", "Type", "Maturité"],
  ],
  compute: (context, [rows, columns, statisticArgument], repeated) => {
    const { kind, values } = statisticOf(context, statisticArgument);
    const { source, subjects } = namedSubjectSource(
      context,
      [rows, columns],
      [rowsName, columnsName],
      repeated,
    );
    const crossed = source.cross(subjects[0], subjects[1], values);
    for (const grouping of [crossed.rows, crossed.columns]) {
      if (grouping.groups.length > MAX_GROUPS) {
        throw FormulaError.value("tooManyGroups", {
          field: grouping.label,
          count: grouping.groups.length,
          most: MAX_GROUPS,
        });
      }
    }
    if (!crossed.n.some((row) => row.some(Boolean))) throw FormulaError.notAvailable("noData");
    return crosstabTable(crossed, kind, source.options);
  },
};
