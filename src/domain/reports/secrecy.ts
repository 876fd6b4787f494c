import type { Codebook } from "../codebook";
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
    const isAboutOthers = HIDING.has(call.id) && !call.args.includes(territory);
    return evaluate(isAboutOthers ? { ...call, pairs: [...(call.pairs ?? []), "Secret", least] } : call);
  };
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
