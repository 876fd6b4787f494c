import type { FunctionDefinition } from "./definition";
import { code, label } from "./definitions/codes";
import { crosstab } from "./definitions/crosstab";
import { distribution } from "./definitions/distribution";
import { maturity, means, measure } from "./definitions/means";
import { projects } from "./definitions/projects";
import { share } from "./definitions/share";

/** Every function of namespace BVN, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  maturity,
  measure,
  means,
  projects,
  share,
  distribution,
  crosstab,
  code,
  label,
];
