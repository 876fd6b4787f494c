import type { Codebook } from "../codebook";
import { isCounted } from "./figures";
import { indicatorsOf, type Indicator } from "./registry";

/**
 * The indicators that tell a territory or an edition in full, none twice: of each ordered field the mean, not
 * the index that says the same on another scale.
 */
export function profileIndicators(codebook: Codebook): readonly Indicator[] {
  return indicatorsOf(codebook).filter(
    (one) => isProjectIndicator(one) && !(one.unit === "index" && one.computation.kind === "mean"),
  );
}

/** Whether an indicator can be computed for any group of projects. */
export const isProjectIndicator = (one: Indicator): boolean => isCounted(one) && one.table === "projects";
