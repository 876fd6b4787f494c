import type { ParameterDefinition } from "./definition";

/** Parameters that several functions share, described once. */
export const pairsOrRanges: ParameterDefinition = {
  name: { fr: "champ_critère", en: "field_criterion" },
  description: {
    fr: 'Rien : toute la base. Paires champ ; critère ("Domaine";"Éducation"). Ou une plage de réponses puis des paires plage ; critère. Options : "Invalides";"ignorer", "Poids";"type×taille", "Secret";3.',
    en: 'Nothing: the whole base. Pairs field, criterion ("Domain","Education"). Or a range of answers, then pairs range, criterion. Options: "Invalid","ignore", "Weights","type×size", "Secrecy",3.',
  },
  optional: true,
  repeating: true,
  takes: { kind: "pairs", table: "projects", ranges: true },
};

export const pairs: ParameterDefinition = {
  name: { fr: "champ_critère", en: "field_criterion" },
  description: {
    fr: 'Paires champ ; critère, ou plage ; critère si le premier argument est une plage. Options : "Base";"total", "Invalides";"ignorer", "Poids";"type×taille", "Secret";3.',
    en: 'Pairs field, criterion, or range, criterion if the first argument is a range. Options: "Base","total", "Invalid","ignore", "Weights","type×size", "Secrecy",3.',
  },
  optional: true,
  repeating: true,
  takes: { kind: "pairs", table: "projects" },
};

export const fieldOrRange: ParameterDefinition = {
  name: { fr: "champ", en: "field" },
  description: {
    fr: 'Champ de la base ("État", "Domaine", "Type"…), ou plage de réponses.',
    en: 'Field of the base ("Status", "Domain", "Type"…), or a range of answers.',
  },
  takes: { kind: "field" },
};

export const panelPairs: ParameterDefinition = {
  name: { fr: "champ_critère", en: "field_criterion" },
  description: {
    fr: 'Paires champ ; critère ("Type";"Commune", "Région";"Bretagne", "Édition";"2013").',
    en: 'Pairs field, criterion ("Type","Commune", "Region","Bretagne", "Edition","2013").',
  },
  optional: true,
  repeating: true,
  takes: { kind: "pairs", table: "panel" },
};

export const indicatorOrRange: ParameterDefinition = {
  name: { fr: "indicateur", en: "indicator" },
  description: {
    fr: 'Indicateur ("Maturité", "Mesure", "Moyens", "Global"…), ou plage de réponses d’un champ ordonné.',
    en: 'Indicator ("Maturity", "Measure", "Means", "Global"…), or a range of answers of an ordered field.',
  },
  takes: { kind: "indicator" },
};

export const territoryParameter: ParameterDefinition = {
  name: { fr: "territoire", en: "territory" },
  description: {
    fr: "Nom d’un territoire, comme au panel.",
    en: "Name of a territory, as in the panel.",
  },
  takes: { kind: "territory" },
};
