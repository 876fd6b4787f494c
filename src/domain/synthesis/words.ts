import type { Localized } from "../language";

const lower = ({ fr, en }: Localized): Localized => ({
  fr: fr.charAt(0).toLocaleLowerCase("fr") + fr.slice(1),
  en: en.charAt(0).toLocaleLowerCase("en") + en.slice(1),
});

/** Titles of the tables and charts of the synthesis. */
export const words = {
  participants: (field: Localized): Localized => ({
    fr: `Participants par ${lower(field).fr}`,
    en: `Participants by ${lower(field).en}`,
  }),
  participantsChart: (field: Localized): Localized => ({
    fr: `Territoires qui ont répondu, par ${lower(field).fr}`,
    en: `Territories that answered, by ${lower(field).en}`,
  }),
  motivations: { fr: "Motivations, de la plus forte à la plus faible", en: "Motivations, strongest first" },
  motivationsChart: {
    fr: "Pourquoi agir : score moyen de chaque motivation (1 à 5)",
    en: "Why act: mean score of each motivation (1 to 5)",
  },
  meanings: { fr: "Ce que recouvre chaque motivation", en: "What each motivation means" },
  meaningsChart: {
    fr: "Ce que les territoires mettent derrière chaque motivation (score)",
    en: "What territories mean by each motivation (score)",
  },
  statements: { fr: "Accord avec les affirmations", en: "Agreement with the statements" },
  statementsChart: {
    fr: "Accord des territoires avec chaque affirmation (parts des réponses)",
    en: "How far territories agree with each statement (shares of answers)",
  },
  domains: { fr: "Projets par domaine", en: "Projects by domain" },
  domainsChart: { fr: "Nombre de projets dans chaque domaine", en: "Number of projects in each domain" },
  cited: (domain: Localized): Localized => ({
    fr: `Projets les plus cités : ${domain.fr}`,
    en: `Most cited projects: ${domain.en}`,
  }),
  citedChart: (domain: Localized): Localized => ({
    fr: `${domain.fr} : projets cités par le plus de territoires`,
    en: `${domain.en}: projects most territories cite`,
  }),
  citations: { fr: "citations", en: "citations" },
  maturityByDomain: { fr: "Maturité par domaine", en: "Maturity by domain" },
  maturityChart: (codes: number): Localized => ({
    fr: `Maturité moyenne des projets de chaque domaine (1 à ${codes})`,
    en: `Mean maturity of the projects of each domain (1 to ${codes})`,
  }),
  overall: (field: Localized): Localized => ({
    fr: `${field.fr} : ensemble des projets`,
    en: `${field.en}: all projects`,
  }),
  overallChart: (field: Localized): Localized => ({
    fr: `${field.fr} : parts des réponses`,
    en: `${field.en}: shares of answers`,
  }),
  byGroup: (field: Localized, groups: Localized): Localized => ({
    fr: `${field.fr} par ${lower(groups).fr}`,
    en: `${field.en} by ${lower(groups).en}`,
  }),
  /** @param ofAll Whether what is not reported is part of the whole. */
  byGroupChart: (field: Localized, groups: Localized, ofAll: boolean): Localized => ({
    fr: `${field.fr} par ${lower(groups).fr} (parts ${ofAll ? "du total, non renseigné compris" : "des réponses"})`,
    en: `${field.en} by ${lower(groups).en} (shares of ${ofAll ? "the total, not reported included" : "answers"})`,
  }),
  against: (x: Localized, y: Localized): Localized => ({
    fr: `${x.fr} et ${lower(y).fr} de chaque territoire`,
    en: `${x.en} and ${lower(y).en} of each territory`,
  }),
  againstChart: (x: Localized, y: Localized): Localized => ({
    fr: `Un point par territoire : ${lower(x).fr} et ${lower(y).fr} (moyennes)`,
    en: `One point a territory: ${lower(x).en} and ${lower(y).en} (means)`,
  }),
  correlations: {
    fr: "Ce qui va ensemble d’un territoire à l’autre",
    en: "What goes together across territories",
  },
  correlationsChart: {
    fr: "Corrélation des indicateurs entre territoires (−1 à 1)",
    en: "Correlation of indicators across territories (−1 to 1)",
  },
  years: (from: string, to: string): Localized => ({
    fr: `De ${from} à ${to} : indicateurs, à panel constant`,
    en: `From ${from} to ${to}: indicators, constant panel`,
  }),
  yearsChart: (from: string, to: string): Localized => ({
    fr: `Indicateurs en ${from} et en ${to}, mêmes territoires et domaines`,
    en: `Indicators in ${from} and in ${to}, same territories and domains`,
  }),
  yearsByDomain: (from: string, to: string): Localized => ({
    fr: `De ${from} à ${to} : maturité par domaine, à panel constant`,
    en: `From ${from} to ${to}: maturity by domain, constant panel`,
  }),
  yearsByDomainChart: (from: string, to: string): Localized => ({
    fr: `Maturité des domaines en ${from} et en ${to}, mêmes territoires`,
    en: `Maturity of the domains in ${from} and in ${to}, same territories`,
  }),
  leaders: { fr: "Territoires qui ont le plus de projets", en: "Territories with most projects" },
  leadersChart: {
    fr: "Nombre de projets des premiers territoires",
    en: "Projects of the leading territories",
  },
  perTerritory: (groups: Localized): Localized => ({
    fr: `Projets d’un territoire par ${lower(groups).fr}`,
    en: `Projects of a territory by ${lower(groups).en}`,
  }),
  perTerritoryChart: (groups: Localized): Localized => ({
    fr: `Nombre moyen de projets d’un territoire par ${lower(groups).fr} (territoires qui en ont)`,
    en: `Mean number of projects of a territory by ${lower(groups).en} (territories that have any)`,
  }),
  projectsNoun: { fr: "projets", en: "projects" },
  completeness: { fr: "Complétude des réponses par partie", en: "Completeness of the answers by part" },
  completenessChart: {
    fr: "Part des réponses attendues qui sont renseignées",
    en: "Share of the expected answers that were given",
  },
} as const;
