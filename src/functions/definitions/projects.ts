import type { FunctionDefinition } from "../definition";
import { pairsOrRanges } from "../parameters";
import { fixedSubjectSource, keepSecret } from "../source";

export const projects: FunctionDefinition = {
  id: "PROJECTS",
  description: {
    fr: "Nombre de projets qui répondent aux critères.",
    en: "Number of projects that meet the criteria.",
  },
  parameters: [pairsOrRanges],
  result: "scalar",
  examples: [[], ["Territoire", "Toulouse*", "Domaine", "E-citoyenneté"], ["Mode de gestion", "NR"]],
  compute: (context, _fixed, repeated) => {
    const parsed = fixedSubjectSource(context, undefined, repeated, ["weights", "secret", "territory"]);
    keepSecret(parsed);
    return parsed.source.total();
  },
};
