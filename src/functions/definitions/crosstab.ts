import { isCounted } from "../../domain/indicators/figures";
import { perTerritoryTable } from "../../domain/indicators/perTerritory";
import { sideBySide } from "../../domain/indicators/sideBySide";
import { crosstabTable, type CrosstabStatistic, type ResultTable } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { hiddenInCrosstab } from "../../domain/indicators/secrecy";
import { findIndicator, indicatorNamed, indicatorsOf } from "../../domain/indicators/registry";
import { territoriesOf } from "../../domain/indicators/territoriesOf";
import type { CrossCounts, Grouping, Subject } from "../../domain/query/counts";
import { nearest } from "../../domain/text/similarity";
import { normalizeText } from "../../domain/text/normalize";
import type { Argument } from "../arguments";
import type { FunctionContext, FunctionDefinition } from "../definition";
import { fieldOrRange, pairs } from "../parameters";
import { areNames, namedSubjectSource, type ParsedSource } from "../source";

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
interface Statistic {
  readonly kind: CrosstabStatistic;
  readonly values?: Subject;
  /** What a code counts for in the mean. */
  readonly score?: (code: number) => number;
}

function statisticOf({ codebook, language }: FunctionContext, argument: Argument): Statistic {
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
  const means = indicatorsOf(codebook).filter(
    ({ computation, table }) => computation.kind === "mean" && table === "projects",
  );
  const { computation } = findIndicator(codebook, key) ?? {};
  if (computation?.kind === "mean" && means.some((each) => each.computation === computation)) {
    return { kind: "mean", values: { name: computation.field }, score: computation.score };
  }
  const expected = [
    ...Object.values(STATISTICS).map(([first]) => first),
    ...means.map(({ label }) => label[language]),
  ];
  throw FormulaError.value("unknownOption", {
    option: statisticName,
    value,
    expected,
    suggestion: nearest(key, expected),
  });
}

/** Word for how many projects each territory has in a group; there is nothing to cross then. */
const PER_TERRITORY = { fr: "par territoire", en: "per territory" } as const;

/** Groups a table shows at most in one direction; more would not be read, and Excel would not hold it. */
const MAX_GROUPS = 5000;
/** With secrecy: hiding what could be worked out takes the square of it. */
const MAX_SECRET_GROUPS = 100;

export const crosstab: FunctionDefinition = {
  id: "CROSSTAB",
  description: {
    fr: "Tableau croisé de deux champs : nombres, % en ligne, en colonne, du total, ou moyenne d’un champ ; totaux, non renseignés en dernier.",
    en: "Two fields crossed: counts, row %, column %, total %, or the mean of a field; totals, not reported last.",
  },
  parameters: [
    { ...fieldOrRange, name: rowsName },
    { ...fieldOrRange, name: columnsName, optional: true },
    {
      name: statisticName,
      description: {
        fr: '"nombre" (par défaut), "ligne", "colonne", "total" (parts de 0 à 1), ou un champ dont on veut la moyenne ("État", "Mesure", "Moyens"). Sans colonnes : plusieurs moyennes ("Mesure|Moyens"), ou "par territoire".',
        en: '"count" (default), "row", "column", "total" (shares 0 to 1), or a field whose mean is wanted ("Status", "Measure", "Means"). Without columns: several means ("Measure|Means"), or "per territory".',
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
          PER_TERRITORY,
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
    ["Type", null, "Mesure|Moyens"],
    ["Domaine", null, "par territoire"],
  ],
  compute: (context, [rows, columns, statisticArgument], repeated) => {
    if (columns.isOmitted) {
      const text = statisticArgument.text();
      if (text?.includes("|")) return indicatorsBy(context, rows, statisticArgument, repeated);
      if (text && Object.values(PER_TERRITORY).includes(normalizeText(text) as never))
        return perTerritory(context, rows, repeated);
    }
    const { kind, score, ...asked } = statisticOf(context, statisticArgument);
    const { values, rest } = valuesOf(context, [rows, columns], asked.values, repeated);
    const parsed = namedSubjectSource(context, [rows, columns], [rowsName, columnsName], rest, [
      "weights",
      "secret",
      "territory",
    ]);
    const { source, plain, subjects, options } = parsed;
    const crossed = source.cross(subjects[0], subjects[1], values, score);
    for (const grouping of [crossed.rows, crossed.columns]) refuseTooMany(grouping, MAX_GROUPS);
    if (!crossed.n.some((row) => row.some(Boolean))) throw FormulaError.notAvailable("noData");
    const bare = source === plain ? crossed : plain.cross(subjects[0], subjects[1], values, score);
    return crosstabTable(crossed, kind, {
      base: options.base,
      unweighted: source === plain ? undefined : bare,
      hidden: options.secret ? hiddenOf(parsed, bare, values) : undefined,
    });
  },
};

/** Several means beside each other, without columns to cross: CROSSTAB("Territoire";;"Mesure|Moyens"). */
function indicatorsBy(
  context: FunctionContext,
  rows: Argument,
  statistics: Argument,
  repeated: readonly Argument[],
): ResultTable {
  const { plain, subjects } = namedSubjectSource(context, [rows], [rowsName], repeated);
  const indicators = statistics
    .text()!
    .split("|")
    .map((name) => indicatorNamed(context.codebook, name.trim(), isCounted));
  const table = sideBySide(plain, subjects[0], indicators);
  if (table.length < 3) throw FormulaError.notAvailable("noData");
  return table;
}

/** Projects of each territory by group: CROSSTAB("Domaine";;"par territoire"). @throws FormulaError rangesNeeded. */
function perTerritory(context: FunctionContext, rows: Argument, repeated: readonly Argument[]): ResultTable {
  const accepts = ["secret", "territory"] as const;
  const { plain, subjects, subjectOf, options } = namedSubjectSource(
    context,
    [rows],
    [rowsName],
    repeated,
    accepts,
  );
  const territory = subjectOf("territory");
  if (!territory) {
    const { label } = context.codebook.field("projects", "territory");
    throw FormulaError.value("rangesNeeded", { fields: [label] });
  }
  const crossed = plain.cross(subjects[0], territory);
  refuseTooMany(crossed.rows, MAX_GROUPS);
  if (!crossed.n.some((row) => row.some(Boolean))) throw FormulaError.notAvailable("noData");
  return perTerritoryTable(crossed, options.secret);
}

/**
 * What the mean is of: a field among names; among ranges a range, which follows the name of the indicator if it is
 * not given in its place. @throws FormulaError criterionIsRange, rangesNeeded.
 */
function valuesOf(
  { codebook }: FunctionContext,
  subjects: readonly Argument[],
  values: Subject | undefined,
  repeated: readonly Argument[],
): { values?: Subject; rest: readonly Argument[] } {
  if (!values || subjects.some(({ isOmitted }) => isOmitted)) return { values, rest: repeated };
  const inBase = areNames(codebook, subjects, repeated);
  if ("cells" in values) {
    if (inBase) throw FormulaError.value("criterionIsRange", { position: values.position });
    return { values, rest: repeated };
  }
  if (inBase) return { values, rest: repeated };
  const field = codebook.field("projects", values.name);
  const [range, ...rest] = repeated;
  if (!range?.isRange) throw FormulaError.value("rangesNeeded", { fields: [field.label] });
  return { values: { cells: range.cells!, position: range.position, field }, rest };
}

function refuseTooMany(grouping: Grouping, most: number): void {
  const count = grouping.groups.length;
  if (count > most) throw FormulaError.value("tooManyGroups", { field: grouping.label, count, most });
}

/** What option "Secret" hides. Of means, the answers they are the mean of are what must not be few. */
function hiddenOf(
  { plain, subjects, subjectOf, options }: ParsedSource,
  crossed: CrossCounts,
  values?: Subject,
) {
  const { rows, columns, n, values: answered } = crossed;
  for (const grouping of [rows, columns]) refuseTooMany(grouping, MAX_SECRET_GROUPS);
  const behind = territoriesOf(
    plain,
    [
      [subjects[0], rows.groups],
      [subjects[1], columns.groups],
    ],
    subjectOf("territory"),
    values,
  );
  return hiddenInCrosstab(answered?.n ?? n, behind, options.secret, options.base === "total");
}
