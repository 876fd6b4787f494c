/** Ranks as the sheet holds them: a number, "NR" and the like, or nothing. */
export type Ranks = ReadonlyMap<number, string | number | null>;

const isRank = (rank: string | number | null | undefined): rank is number => typeof rank === "number";

/** Codes in the order of their ranks, and those without one, in their own order. */
export function orderOf(codes: readonly number[], ranks: Ranks): { ranked: number[]; others: number[] } {
  const rank = (code: number) => ranks.get(code);
  const ranked = codes.filter((code) => isRank(rank(code)));
  return {
    ranked: ranked.sort(
      (a, b) => (rank(a) as number) - (rank(b) as number) || codes.indexOf(a) - codes.indexOf(b),
    ),
    others: codes.filter((code) => !isRank(rank(code))),
  };
}

/**
 * The ranks once a code is put at a place (1 for the first); the others move up or down, so that there never is
 * a tie or a gap. Place 0 takes the code out of the ranking.
 * @example place([1, 2, 3], new Map([[1, 1], [2, 2]]), 3, 1) // Map { 1 → 2, 2 → 3, 3 → 1 }
 */
export function place(codes: readonly number[], ranks: Ranks, code: number, at: number): Ranks {
  const { ranked } = orderOf(codes, ranks);
  const rest = ranked.filter((each) => each !== code);
  if (at > 0) rest.splice(Math.min(at - 1, rest.length), 0, code);
  const next = new Map(ranks);
  next.set(code, null);
  rest.forEach((each, i) => next.set(each, i + 1));
  return next;
}

/** What is wrong with ranks that stand in the sheet: a rank given twice, or one that cannot be. */
export function rankProblem(codes: readonly number[], ranks: Ranks): { tie: number } | "wrong" | null {
  const seen = new Set<number>();
  for (const code of codes) {
    const rank = ranks.get(code);
    if (rank === null || rank === undefined || rank === "") continue;
    if (!isRank(rank)) {
      if (!/^(NR|SO|NSP)$/.test(rank)) return "wrong";
      continue;
    }
    if (!Number.isInteger(rank) || rank < 1 || rank > codes.length) return "wrong";
    if (seen.has(rank)) return { tie: rank };
    seen.add(rank);
  }
  return null;
}
