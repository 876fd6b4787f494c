import type { Codebook } from "../codebook";
import type { Localized } from "../language";
import { importMessages, importQuestions } from "../messages/imports";
import { placeKey } from "./asides";
import { waitsForRank } from "./conflict";
import type { Merged } from "./doubles";
import { stableKey } from "./questions";
import { claimOf, isLate, keyOf, next, rankings, type Claim, type Ranked } from "./rankings";
import type { MergeContext } from "./sides";
import { compareSources, compareText, withSources } from "./source";
import type { KnownRow } from "./tables";
import type { PlannedAnomaly, PlannedRow } from "./types";
import { isGiven, sameRow } from "./values";

export interface Untied {
  readonly merged: readonly Merged[];
  /** Rows of the base that lose their rank by a decision. */
  readonly more: readonly PlannedRow[];
  readonly rejects: readonly PlannedAnomaly[];
  readonly settled: readonly PlannedAnomaly[];
  /** Places (`placeKey`) of ranks that waited in Rejets and stand now. */
  readonly freed: ReadonlySet<string>;
}

/**
 * Every rank once: where several departments give one rank to different motivations (or meanings of one), a person
 * is asked which of them has it. Until then the first to say so keeps it, and the others go to Rejets, as if the
 * files had come one by one. Who loses a rank has the next one given for it, if there is another.
 */
export function withoutRankTies(
  context: MergeContext,
  known: readonly KnownRow[],
  merged: readonly Merged[],
): Untied {
  const outcome = { rejects: [] as PlannedAnomaly[], settled: [] as PlannedAnomaly[] };
  const changed = new Map<Merged, Merged | null>();
  const more: PlannedRow[] = [];
  const freed = new Set<string>();
  // Rows in time that gave their first rank up, and the one they have now.
  const moved = new Map<string, number | undefined>();
  const all = rankings(context, known, merged);
  for (const rows of [...all.filter((one) => !isLate(one)), ...all.filter(isLate)]) {
    for (const row of isLate(rows) ? rows : []) {
      if (row.planned.before) continue;
      row.confirmed = moved.get(keyOf(row));
      if (claimOf(row)?.rank === row.confirmed) next(row);
    }
    for (let tied = firstTie(rows); tied; tied = firstTie(rows)) settle(context, tied, outcome);
    for (const row of rows) {
      if (row.at && !isLate(rows)) moved.set(keyOf(row), claimOf(row)?.rank);
      for (const { source, place } of claimOf(row)?.said ?? [])
        if (waitsForRank(context, source, place)) freed.add(placeKey(source.file, place));
      if (!row.questions.length && row.confirmed === undefined) continue;
      const planned = replanned(row);
      if (row.merged) changed.set(row.merged, planned && { ...row.merged, planned, merged: mergedOf(row) });
      else if (planned && planned.outcome !== "unchanged") more.push(planned);
    }
  }
  const untied = merged.flatMap((one) => {
    const other = changed.get(one);
    return other === null ? [] : [other ?? one];
  });
  return { merged: untied, more, freed, ...outcome };
}

/** The rows of the best rank that several have, at least one of them by a file; the first to say so first. */
function firstTie(rows: readonly Ranked[]): [Ranked, ...Ranked[]] | null {
  const byRank = new Map<number, Ranked[]>();
  for (const row of rows) {
    const claim = claimOf(row);
    if (claim) byRank.set(claim.rank, [...(byRank.get(claim.rank) ?? []), row]);
  }
  const isNew = (row: Ranked) => claimOf(row)!.rank !== row.planned.before?.rank;
  const tied = [...byRank]
    .sort(([a], [b]) => a - b)
    .find(([, same]) => same.length > 1 && same.some(isNew))?.[1]
    .sort((a, b) => compareClaims(claimOf(a)!, claimOf(b)!) || a.code - b.code);
  return tied ? (tied as [Ranked, ...Ranked[]]) : null;
}

function compareClaims(a: Claim, b: Claim): number {
  const [first, second] = [a.said[0]?.source, b.said[0]?.source];
  if (!first || !second) return Number(!first) - Number(!second);
  return Number(second.inBase) - Number(first.inBase) || compareSources(first, second);
}

/** Asks who has the rank; the others go on to the next rank they were given. */
function settle(
  { codebook, questions, settling }: MergeContext,
  tied: [Ranked, ...Ranked[]],
  { rejects, settled }: { rejects: PlannedAnomaly[]; settled: PlannedAnomaly[] },
): void {
  const { edition, territory, after, late } = tied[0].planned;
  const { rank } = claimOf(tied[0])!;
  const labels = tied.map((row) => labelOf(codebook, row));
  const said = tied.map((row) => [...claimOf(row)!.said]);
  const codes = tied.map(({ code }) => code).sort((a, b) => a - b);
  const scope = isGiven(after.meaning) ? after.motivation : "";
  const last = tied.length - 1;
  const options = tied.map(({ code }, i) => ({
    id: stableKey("m", code),
    role: i === 0 ? ("keep" as const) : i === last ? ("take" as const) : ("other" as const),
    label: labels[i],
    said: said[i],
  }));
  const key = stableKey("rankTie", edition, territory, scope, late ? "late" : "", rank, ...codes);
  const chosen = questions.ask({
    ...{ key, kind: "conflict", required: true, edition, territory, table: "motivations", field: "rank" },
    group: stableKey("rankTie", edition, territory),
    message: importQuestions.rankTie({ territory, rank }),
    options,
    files: [
      ...new Set(
        said.flat().flatMap(({ source }) => (source.inBase || !source.digest ? [] : [source.digest])),
      ),
    ].sort(compareText),
  });
  const words = importMessages.rankTie({
    rank,
    motivations: [...labels].sort((a, b) => compareText(a.fr, b.fr)),
  });
  const asides = said
    .slice(1)
    .flat()
    .flatMap(({ source, place }): PlannedAnomaly[] =>
      source.inBase
        ? []
        : [
            {
              ...{ code: "rankTie", severity: "error", file: source.file, place, value: rank, territory },
              ...{ field: codebook.field("motivations", "rank").label, digest: source.digest!, ...words },
            },
          ],
    );
  // Rejets has those of a file that waits already.
  if (chosen) settled.push(...asides);
  else rejects.push(...asides.filter(({ digest }) => !settling.has(digest)));
  const winner = tied[chosen ? options.findIndex(({ id }) => id === chosen.id) : 0];
  for (const row of tied) {
    row.questions.push(key);
    if (!chosen) row.isOpen = true;
    if (row !== winner) next(row);
  }
}

const labelOf = (codebook: Codebook, { planned: { after }, code }: Ranked): Localized =>
  codebook.code(isGiven(after.meaning) ? "motivationMeaning" : "motivation", code)?.label ?? {
    fr: String(code),
    en: String(code),
  };

/** What becomes of the row: null when it was new and has no rank left. */
function replanned(row: Ranked): PlannedRow | null {
  const { planned } = row;
  const { before } = planned;
  const rank = claimOf(row)?.rank ?? null;
  if (!before && rank === null) return null;
  const from =
    claimOf(row)
      ?.said.flatMap(({ source }) => (source.inBase ? [] : [source]))
      .slice(0, 1) ?? [];
  // Another rank than the one merged has another source.
  const source = row.at ? withSources(String(before?.source ?? ""), from) : planned.after.source;
  const ranked = { ...planned.after, rank, source: source || null };
  const after = before && sameRow({ ...ranked, source: before.source ?? null }, before) ? before : ranked;
  const outcome = row.isOpen
    ? "conflicting"
    : !before
      ? "added"
      : sameRow(before, after)
        ? "unchanged"
        : "changed";
  return { ...planned, after, outcome, questions: [...planned.questions, ...row.questions] };
}

/** A rank that stands now is put aside no more. */
function mergedOf(row: Ranked): Merged["merged"] {
  const { merged } = row.merged!;
  const stands = claimOf(row)?.rank;
  const undecided = merged.undecided.filter(
    ({ field, said }) => field.id !== "rank" || (said.value !== stands && said.value !== row.confirmed),
  );
  return { ...merged, undecided };
}
