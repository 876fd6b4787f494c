import type { FunctionDefinition } from "../definition";
import { pairsOrRanges } from "../parameters";
import { fixedSubjectSource } from "../source";

export const projects: FunctionDefinition = {
  id: "PROJECTS",
  description: {
    fr: "Nombre de projets qui répondent aux critères.",
    en: "Number of projects that meet the criteria.",
  },
  parameters: [pairsOrRanges],
  result: "scalar",
  compute: (context, _fixed, repeated) => fixedSubjectSource(context, undefined, repeated).source.total(),
};
