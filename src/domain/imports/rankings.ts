import type { Merged } from "./doubles";
import type { MergeContext } from "./sides";
import { baseSource, compareSources } from "./source";
import type { KnownRow } from "./tables";
import type { PlannedRow, Said } from "./types";
import { isGiven } from "./values";

/** A rank somebody gave, with all who gave it. */
export interface Claim {
  readonly rank: number;
  readonly said: readonly Said[];
}

/** A row of a ranking with the ranks it was given, the one that stands first. */
export interface Ranked {
  readonly merged: Merged | null;
  readonly planned: PlannedRow;
  readonly code: number;
  readonly claims: readonly Claim[];
  /** Which claim stands now; none when past the end. */
  at: number;
  /** A late answer that the row in time says as well, once its ties are settled: it only confirms it. */
  confirmed?: number;
  questions: string[];
  isOpen: boolean;
}

/** The rankings that files speak of: a territory's motivations, or the meanings of one, in time or late. */
export function rankings(
  context: MergeContext,
  known: readonly KnownRow[],
  merged: readonly Merged[],
): Ranked[][] {
  const found = new Map<string, Ranked[]>();
  const add = (planned: PlannedRow, one: Merged | null, claims: readonly Claim[]) => {
    const { edition, territory, after } = planned;
    const { motivation, meaning, inclusion } = after;
    const code = isGiven(meaning) ? meaning : motivation;
    if (typeof code !== "number" || !claims.length) return;
    const key = [edition, territory, isGiven(meaning) ? motivation : "", inclusion ?? ""].join("\u0001");
    const rows = found.get(key) ?? [];
    rows.push({ merged: one, planned, code, claims, at: 0, questions: [], isOpen: false });
    found.set(key, rows);
  };
  const planned = new Set<number | null>();
  for (const one of merged) {
    if (one.planned.table !== "motivations") continue;
    planned.add(one.planned.at);
    add(one.planned, one, claimsOf(context, one));
  }
  if (!found.size) return [];
  const { sheet } = context.codebook.table("motivations");
  for (const { table, at, row, edition, territory } of known) {
    if (table !== "motivations" || planned.has(at) || typeof row.rank !== "number") continue;
    const said = [{ value: row.rank, source: baseSource(context.people, row), place: { sheet } }];
    const stands: PlannedRow = {
      ...{ table, edition, territory, at, before: row, after: row, questions: [], files: [], late: false },
      label: { fr: "", en: "" },
      outcome: "unchanged",
    };
    add(stands, null, [{ rank: row.rank, said }]);
  }
  return [...found.values()].filter((rows) => rows.some(({ merged: one }) => one));
}

/** The ranks a row was given, in the order they count: the one that stands, then those nobody has decided on. */
function claimsOf({ codebook, people }: MergeContext, { merged, group, planned }: Merged): Claim[] {
  const { before, after } = planned;
  const given = [
    after.rank,
    ...merged.undecided.flatMap(({ field, said }) => (field.id === "rank" ? [said.value] : [])),
  ];
  const ranks = [...new Set(given.filter((rank) => typeof rank === "number"))];
  const sides = [...group.sides].sort((a, b) => compareSources(a.source, b.source));
  // What came late stands in a row of its own, but for what only confirms the answer in time.
  return ranks.map((rank) => ({
    rank,
    said: [
      ...(before?.rank === rank
        ? [
            {
              value: rank,
              source: baseSource(people, before),
              place: { sheet: codebook.table("motivations").sheet },
            },
          ]
        : []),
      ...sides.flatMap(({ values, source, places, late }) =>
        values.rank === rank && (planned.late ? late : !late || rank === after.rank)
          ? [{ value: rank, source, place: places.rank ?? {} }]
          : [],
      ),
    ],
  }));
}

export const claimOf = ({ claims, at }: Ranked): Claim | undefined => claims[at];
export const isLate = ([{ planned }]: readonly Ranked[]): boolean => planned.late;
/** The same motivation, or meaning of one, of a territory: in time and late. */
export const keyOf = ({ planned: { edition, territory, after } }: Ranked): string =>
  [edition, territory, after.motivation, after.meaning].join("\u0001");

/** The row goes on to the next rank it was given. */
export function next(row: Ranked): void {
  do row.at++;
  while (row.confirmed !== undefined && claimOf(row)?.rank === row.confirmed);
}
