import type { Codebook } from "../codebook";
import { rankHeader } from "../indicators/motivation";
import { tableWords, type ResultCell, type ResultTable } from "../indicators/tables";
import type { Localized } from "../language";
import type { Evaluate } from "../synthesis";

/** Functions whose tables hide cells that too few territories stand behind. */
const HIDING = new Set(["DISTRIBUTION", "CROSSTAB", "RANKING"]);

/**
 * Computes like `evaluate`, with small cells hidden in the tables that others' answers are summed in. Tables by
 * territory stay: they name territories on purpose.
 * @param least Territories behind a cell that is shown.
 */
export function secretive(evaluate: Evaluate, codebook: Codebook, least: number): Evaluate {
  const territory = codebook.field("projects", "territory").label.fr;
  return (call) => {
    if (call.id in SURVEYS) {
      const table = evaluate(call);
      return table && SURVEYS[call.id](table, least);
    }
    const isAboutOthers = HIDING.has(call.id) && !call.args.includes(territory);
    return evaluate(isAboutOthers ? { ...call, pairs: [...(call.pairs ?? []), "Secret", least] } : call);
  };
}

type Row = readonly ResultCell[];
/** Tables of one answer a territory: their counts are counts of territories. */
const SURVEYS: Readonly<Record<string, (table: ResultTable, least: number) => ResultTable>> = {
  MOTIVATION: withoutRareRanks,
  AGREEMENT: withoutRareAnswers,
};

const isRare = (cell: ResultCell, least: number): boolean =>
  typeof cell === "number" && cell > 0 && cell < least;
const hide = (cell: ResultCell): ResultCell => (cell === null ? null : tableWords.hidden);

/**
 * Ranks that few gave. Each territory gives a rank once, so that the counts of one motivation follow from those of
 * the others: one rare count hides all. The score stays where enough territories stand behind it.
 */
function withoutRareRanks([header, ...rows]: ResultTable, least: number): ResultTable {
  // Label, for meanings the motivation, score, answers, then how often each rank.
  const answers = header.findIndex(isFirstRank) - 1;
  const hides = rows.some((row) => row.slice(answers).some((cell) => isRare(cell, least)));
  if (!hides) return [header, ...rows];
  return [
    header,
    ...rows.map((row) => {
      const few = isRare(row[answers], least);
      return row.map((cell, i) => (i > answers || (few && i >= answers - 1) ? hide(cell) : cell));
    }),
  ];
}

const isFirstRank = (cell: ResultCell): boolean => (cell as Localized).fr === rankHeader(1).fr;

/** Answers that few gave to a statement: its counts are hidden, and the share that would tell them. */
function withoutRareAnswers([header, ...rows]: ResultTable, least: number): ResultTable {
  const one = (row: Row): Row => {
    const [, share, n, ...counts] = row;
    if (![n, ...counts].some((cell) => isRare(cell, least))) return row;
    const agree = Math.round(Number(share) * Number(n));
    const tells = [n, agree, Number(n) - agree].some((count) => isRare(count, least));
    return row.map((cell, i) =>
      i > 2 || (tells && i > 0 && (i === 1 || isRare(n, least))) ? hide(cell) : cell,
    );
  };
  return [header, ...rows.map(one)];
}

/** Column of the table of ideas that counts the territories behind one. */
const DONE = 2;

/**
 * Computes like `evaluate`, without the ideas that fewer than `least` territories stand behind: a report goes to one
 * territory and tells nothing that points at another.
 */
export function withoutRareIdeas(evaluate: Evaluate, least: number): Evaluate {
  return (call) => {
    const table = evaluate(call);
    if (call.id !== "IDEAS" || !table) return table;
    const last = table.length - 1;
    return table.filter((row, i) => i === 0 || i === last || (row[DONE] as number) >= least);
  };
}
