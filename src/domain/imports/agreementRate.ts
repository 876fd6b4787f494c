import type { PlannedGroup } from "./groups";
import { baseSource, compareSources, compareText } from "./source";
import type { Agreement, Source } from "./types";
import { isGiven, valueKey } from "./values";

/** What one source answered: field of a row → value. */
interface Answers {
  readonly source: Source;
  readonly values: Map<string, string>;
}

/**
 * How far two who answered for one territory agree: of the coded and ranked fields both answered, the share
 * answered alike. Free texts are not compared, nor is the territory's sheet, which comes filled in. What the
 * base held before counts as one more respondent.
 */
export function agreementsOf(
  groups: readonly PlannedGroup[],
  people: ReadonlyMap<string, string>,
): Agreement[] {
  const territories = new Map<
    string,
    { territory: string; edition: string; sources: Map<string, Answers> }
  >();
  for (const { group } of groups) {
    const { table, edition, territory, key, fields, current, sides } = group;
    if (table === "panel" || !sides.length) continue;
    const place = `${edition}\u0001${territory}`;
    const entry = territories.get(place) ?? { territory, edition, sources: new Map<string, Answers>() };
    territories.set(place, entry);
    const answersOf = (id: string, source: () => Source): Map<string, string> => {
      const known = entry.sources.get(id) ?? { source: source(), values: new Map<string, string>() };
      entry.sources.set(id, known);
      return known.values;
    };
    for (const { id, kind } of fields) {
      if (kind === "text") continue;
      const at = (occurrence: number) => [table, key, occurrence, id].join("\u0001");
      current.forEach(({ row }, i) => {
        const value = row[id];
        if (isGiven(value)) answersOf("", () => baseSource(people, row)).set(at(i), valueKey(value));
      });
      for (const { source, occurrence, values } of sides) {
        const value = values[id];
        if (isGiven(value)) answersOf(source.digest!, () => source).set(at(occurrence), valueKey(value));
      }
    }
  }
  return [...territories.values()]
    .flatMap(({ territory, edition, sources }) => {
      const all = [...sources.values()].sort(
        (a, b) => Number(b.source.inBase) - Number(a.source.inBase) || compareSources(a.source, b.source),
      );
      return all.flatMap((first, i) =>
        all.slice(i + 1).map((second): Agreement => {
          const { n, agreeing } = compared(first.values, second.values);
          const facts = { territory, edition, first: first.source, second: second.source };
          return { ...facts, n, agreeing, rate: agreementRate(agreeing, n) };
        }),
      );
    })
    .sort((a, b) => compareText(a.territory, b.territory) || compareText(a.edition, b.edition));
}

function compared(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>) {
  let n = 0;
  let agreeing = 0;
  for (const [field, value] of first) {
    const other = second.get(field);
    if (other === undefined) continue;
    n++;
    if (other === value) agreeing++;
  }
  return { n, agreeing };
}

/**
 * Share of commonly answered fields that agree; NaN without any.
 * @example agreementRate(3, 4) // 0.75
 */
export const agreementRate = (agreeing: number, n: number): number => agreeing / n;
