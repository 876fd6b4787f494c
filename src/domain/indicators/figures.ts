import { evenness } from "../statistics/evenness";
import type { Counts, CountSource, Group, Grouping, Subject } from "../query/counts";
import type { Indicator } from "./registry";

/** An indicator's figure and the base it stands on. */
export interface Figure {
  /** Null where nobody answered. */
  readonly value: number | null;
  /** Sum of the scores: value = sum / n for means, indices and shares; null for what is no such mean. */
  readonly sum: number | null;
  /** Valid answers (rows, for a count). Of the global index: those of its part that has fewest. */
  readonly n: number;
  readonly notReported: number;
}

/** A figure of one group of rows. */
export interface GroupFigure extends Figure {
  readonly group: Group;
  /** Territories with a valid answer in the group; null in ranges that do not say their territories. */
  readonly territories: number | null;
}

/** The groups of a field with their figures, in the field's order. */
export interface FiguresBy {
  readonly grouping: Grouping;
  readonly figures: readonly GroupFigure[];
  /** The rows that do not say their group. */
  readonly withoutGroup: Figure;
}

/** What stands for a field: its name in the base; a range, or nothing, in the range form. */
export type SubjectOf = (fieldId: string) => Subject | undefined;
const inBase: SubjectOf = (name) => ({ name });

/** Whether an indicator can be computed for any group of rows; the others have their own functions. */
export function isCounted({ computation }: Indicator): boolean {
  return computation.kind !== "survey";
}

/** One list of code counts and its figure; codes are those of the field's list, in order. */
function figureOfCounts(
  { computation }: Indicator,
  groups: readonly Group[],
  counts: readonly number[],
): Figure {
  const notReported = counts[groups.length];
  let n = 0;
  for (let i = 0; i < groups.length; i++) n += counts[i];
  if (computation.kind === "evenness") {
    return { value: evenness(counts.slice(0, groups.length)), sum: null, n, notReported };
  }
  const { score } = computation as Extract<typeof computation, { kind: "mean" }>;
  let sum = 0;
  for (let i = 0; i < groups.length; i++) if (counts[i]) sum += score(groups[i].code!) * counts[i];
  return { value: n ? sum / n : null, sum, n, notReported };
}

const listOf = ({ n, notReported }: Counts): number[] => [...n, notReported];

/** Mean of the parts that have data, if they are enough of them; its base is that of the smallest part. */
export function averageOf(parts: readonly Figure[], least: number): Figure {
  const present = parts.filter(({ value }) => value !== null);
  const rows = Math.max(0, ...parts.map(({ n, notReported }) => n + notReported));
  if (!present.length || present.length < least * parts.length - 1e-9) {
    return { value: null, sum: null, n: 0, notReported: rows };
  }
  const value = present.reduce((sum, part) => sum + part.value!, 0) / present.length;
  const n = Math.min(...present.map((part) => part.n));
  return { value, sum: null, n, notReported: rows - n };
}

/**
 * The figure of all rows of a source.
 * @param subjectOf What stands for the fields the indicator reads; their names if not given.
 */
export function figureOf(source: CountSource, indicator: Indicator, subjectOf = inBase): Figure {
  const { computation } = indicator;
  switch (computation.kind) {
    case "count": {
      const n = source.total();
      return { value: n, sum: n, n, notReported: 0 };
    }
    case "average":
      return averageOf(
        computation.of.map((part) => figureOf(source, part, subjectOf)),
        computation.least,
      );
    case "survey":
      throw new RangeError(`${indicator.id} is not counted by rows`);
    default: {
      const counts = source.counts(subjectOf(computation.field)!);
      return figureOfCounts(indicator, counts.grouping.groups, listOf(counts));
    }
  }
}

/**
 * The figures of every group of a field (domain, project, region, territory …). One pass over rows for a mean:
 * the tally of group × territory × code. Codes without rows are there too; texts that do not occur are not.
 * @throws FormulaError as the source does (unknown field, invalid answers).
 */
export function figuresBy(
  source: CountSource,
  indicator: Indicator,
  by: Subject,
  subjectOf: SubjectOf = inBase,
): FiguresBy {
  const { computation } = indicator;
  if (computation.kind === "survey") throw new RangeError(`${indicator.id} is not counted by rows`);
  if (computation.kind === "average") {
    const parts = computation.of.map((part) => figuresBy(source, part, by, subjectOf));
    return averageBy(parts, computation.least);
  }
  const own = subjectOf("territory");
  const territory = isSame(own, by) ? undefined : own;
  if (computation.kind === "mean" && territory) {
    const values = subjectOf(computation.field)!;
    const { grouping, at, ...columns } = source.scores(by, values, computation.score, territory);
    return laidOut(grouping, (r) => {
      const [sum, n] = [columns.sum[at[r]], columns.n[at[r]]];
      return {
        value: n ? sum / n : null,
        sum,
        n,
        notReported: columns.notReported[at[r]],
        territories: columns.across[at[r]],
      };
    });
  }
  if (computation.kind === "count" && !territory) {
    const { grouping, n, notReported } = source.counts(by);
    return laidOut(grouping, (r) => {
      const rows = n[r] ?? notReported;
      return { value: rows, sum: rows, n: rows, notReported: 0, territories: own ? Number(rows > 0) : null };
    });
  }
  const field = computation.kind === "count" ? undefined : subjectOf(computation.field)!;
  const other = territory ?? field ?? by;
  const crossed = source.cross(by, other);
  const behind = !territory
    ? (_r: number, { n }: Figure) => (own ? Number(n > 0) : null)
    : (r: number) => occurring(crossed.n[r], crossed.columns);
  if (!field) {
    return laidOut(crossed.rows, (r) => {
      const n = total(crossed.n[r]);
      const figure = { value: n, sum: n, n, notReported: 0 };
      return withTerritories(figure, behind(r, figure));
    });
  }
  const counted = territory ? source.cross(by, field) : crossed;
  return laidOut(counted.rows, (r) => {
    const figure = figureOfCounts(indicator, counted.columns.groups, counted.n[r]);
    return withTerritories(figure, behind(r, figure));
  });
}

const total = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);
const occurring = (cells: readonly number[], { groups }: Grouping): number =>
  groups.reduce((count, _, i) => count + Number(cells[i] > 0), 0);

function isSame(a: Subject | undefined, b: Subject): boolean {
  return (
    a !== undefined && ("name" in a ? "name" in b && a.name === b.name : "cells" in b && a.cells === b.cells)
  );
}

/** Fields by name: there may be thousands of figures, and spreading each costs several times as much. */
const withTerritories = ({ value, sum, n, notReported }: Figure, territories: number | null) => ({
  value,
  sum,
  n,
  notReported,
  territories,
});

function laidOut(grouping: Grouping, at: (row: number) => Omit<GroupFigure, "group">): FiguresBy {
  return {
    grouping,
    figures: grouping.groups.map((group, r) => {
      const { value, sum, n, notReported, territories } = at(r);
      return { group, value, sum, n, notReported, territories };
    }),
    withoutGroup: at(grouping.groups.length),
  };
}

/** Groups of the parts put side by side; a part may lack a group none of whose rows concern it. */
function averageBy(parts: readonly FiguresBy[], least: number): FiguresBy {
  const fullest = parts.reduce((a, b) => (b.figures.length > a.figures.length ? b : a));
  const none = { value: null, sum: null, n: 0, notReported: 0, territories: 0 };
  const byLabel = parts.map((part) => new Map(part.figures.map((figure) => [figure.group.label.fr, figure])));
  const figures = fullest.figures.map(({ group }) => {
    const same = byLabel.map((part) => part.get(group.label.fr) ?? none);
    const present = same.filter(({ value }) => value !== null);
    const known = same.every(({ territories }) => territories !== null);
    const territories = known ? Math.min(...present.map((figure) => figure.territories!)) : null;
    return { group, ...averageOf(same, least), territories: present.length || !known ? territories : 0 };
  });
  const withoutGroup = averageOf(
    parts.map((part) => part.withoutGroup),
    least,
  );
  return { grouping: fullest.grouping, figures, withoutGroup };
}
