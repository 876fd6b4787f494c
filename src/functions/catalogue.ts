import type { FunctionDefinition } from "./definition";
import { agreement } from "./definitions/agreement";
import { audit } from "./definitions/audit";
import { balance } from "./definitions/balance";
import { code, label } from "./definitions/codes";
import { completeness } from "./definitions/completeness";
import { crosstab } from "./definitions/crosstab";
import { distribution } from "./definitions/distribution";
import { index } from "./definitions/index";
import { interval } from "./definitions/interval";
import { maturity, means, measure } from "./definitions/means";
import { motivation } from "./definitions/motivation";
import { plausible } from "./definitions/plausible";
import { projects } from "./definitions/projects";
import { ranking } from "./definitions/ranking";
import { response } from "./definitions/response";
import { sentence } from "./definitions/sentence";
import { share } from "./definitions/share";

const figures: readonly FunctionDefinition[] = [
  maturity,
  measure,
  means,
  projects,
  share,
  index,
  response,
  completeness,
  motivation,
  agreement,
  balance,
  distribution,
  crosstab,
  ranking,
  interval,
  audit,
  plausible,
  code,
  label,
];

/** Every function of namespace BVN, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [...figures, sentence(figures)];
