import type { Codebook } from "../codebook";
import { meaningsOf } from "../questionnaire/questions";
import { rankings } from "./allocate";
import { plan2014 } from "./plan";
import { multiset, shuffled, type Random } from "./random";

/** An answer of a territory on its motivations or the actors it works with. */
export type PoliticsAnswer = Readonly<Record<string, string | number>>;

/**
 * Rankings of the motivations, of their meanings, and answers to the statements, for as many of the territories
 * as answered these parts in 2014: the published scores, first ranks and shares hold, the rest is drawn. No row is
 * what a territory said. Questions left blank have no row, as after an import.
 * @param territories Those with usable projects; who answered is drawn among them.
 */
export function inventPolitics(
  random: Random,
  codebook: Codebook,
  territories: readonly string[],
): { motivations: PoliticsAnswer[]; actors: PoliticsAnswer[] } {
  const answering = new Set(shuffled(random, territories).slice(0, plan2014.politics.territories));
  const names = territories.filter((name) => answering.has(name));
  const ranks = motivationRanks(random, names.length);
  const statements = Object.entries(plan2014.politics.agreement).map(
    ([statement, counts]) => [Number(statement), multiset(random, byCode(counts), names.length)] as const,
  );
  return {
    motivations: names.flatMap((territory, t) => {
      const ranked = ranks.flatMap(([motivation, places]) =>
        places[t] === null ? [] : [{ territory, motivation, rank: places[t] }],
      );
      const refined = ranked.flatMap(({ motivation }) =>
        shuffled(random, meaningsOf(codebook, motivation)).map(({ code }, place) => ({
          territory,
          motivation,
          meaning: code,
          rank: place + 1,
        })),
      );
      return [...ranked, ...refined];
    }),
    actors: names.flatMap((territory, t) =>
      statements.flatMap(([statement, answers]) =>
        answers[t] === null ? [] : [{ territory, statement, agreement: answers[t] }],
      ),
    ),
  };
}

/** Counts of the codes 1, 2 …, by code. */
const byCode = (counts: readonly number[]) => Object.fromEntries(counts.map((count, i) => [i + 1, count]));

/**
 * Rank of each motivation in each ranking, null where it was left out. Whoever leaves one out puts the others in
 * the first places, so that it would have come last: it is one of those that take the last place.
 */
function motivationRanks(random: Random, territories: number): [motivation: number, (number | null)[]][] {
  const plan = Object.entries(plan2014.politics.ranks);
  const last = plan.length - 1;
  const leftOut = plan.map(([, counts]) => territories - counts.reduce((sum, count) => sum + count, 0));
  const orders = rankings(
    random,
    plan.map(([, counts], item) =>
      counts.map((count, place) => count + (place === last ? leftOut[item] : 0)),
    ),
  );
  return plan.map(([motivation], item) => {
    const lasts = [...orders.keys()].filter((ranking) => orders[ranking][item] === last);
    const without = new Set(shuffled(random, lasts).slice(0, leftOut[item]));
    return [
      Number(motivation),
      orders.map((order, ranking) => (without.has(ranking) ? null : order[item] + 1)),
    ];
  });
}
