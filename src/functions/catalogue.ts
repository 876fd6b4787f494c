import type { FunctionDefinition } from "./definition";
import { agreement } from "./definitions/agreement";
import { audit } from "./definitions/audit";
import { code, label } from "./definitions/codes";
import { completeness } from "./definitions/completeness";
import { crosstab } from "./definitions/crosstab";
import { distribution } from "./definitions/distribution";
import { maturity, means, measure } from "./definitions/means";
import { motivation } from "./definitions/motivation";
import { plausible } from "./definitions/plausible";
import { projects } from "./definitions/projects";
import { response } from "./definitions/response";
import { share } from "./definitions/share";

/** Every function of namespace BVN, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  maturity,
  measure,
  means,
  projects,
  share,
  response,
  completeness,
  motivation,
  agreement,
  distribution,
  crosstab,
  audit,
  plausible,
  code,
  label,
];
