import type { FunctionDefinition } from "./definition";
import { agreement } from "./definitions/agreement";
import { audit } from "./definitions/audit";
import { balance } from "./definitions/balance";
import { code, label } from "./definitions/codes";
import { completeness } from "./definitions/completeness";
import { correlation } from "./definitions/correlation";
import { crosstab } from "./definitions/crosstab";
import { distribution } from "./definitions/distribution";
import { ideas } from "./definitions/ideas";
import { index } from "./definitions/index";
import { interval } from "./definitions/interval";
import { maturity, means, measure } from "./definitions/means";
import { motivation } from "./definitions/motivation";
import { plausible } from "./definitions/plausible";
import { position } from "./definitions/position";
import { progress } from "./definitions/progress";
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
  correlation,
  distribution,
  crosstab,
  ranking,
  position,
  progress,
  interval,
  ideas,
  audit,
  plausible,
  code,
  label,
];

/** Every function of namespace BVN, in the order of the documentation. */
export const functionDefinitions: readonly FunctionDefinition[] = [...figures, sentence(figures)];
