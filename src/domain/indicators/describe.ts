import type { Codebook } from "../codebook";
import type { Localized } from "../language";
import { LEAST_PARTS } from "./definitions";
import type { Indicator } from "./registry";

/** An indicator in words, for help, reports and documents. */
export interface IndicatorDescription {
  readonly definition: Localized;
  /** Plain text, the same in both languages. */
  readonly formula: string;
  readonly unit: Localized;
  /** Who defined it, or the publication its formula is from. */
  readonly source: Localized;
  /** What becomes of missing answers. */
  readonly missing: Localized;
}

const barometer: Localized = {
  fr: "Définition du baromètre (2014).",
  en: "Definition of the barometer (2014).",
};
const left: Localized = {
  fr: "Les non renseignés (vide, 0, NR) et « ne sait pas » ne comptent pas ; « sans objet » sort de toute base.",
  en: "Not reported (blank, 0, NR) and “don’t know” do not count; “not applicable” leaves every base.",
};

const units: Readonly<Record<Indicator["unit"], Localized>> = {
  points: { fr: "points de l’échelle", en: "points of the scale" },
  index: { fr: "indice de 0 à 100", en: "index from 0 to 100" },
  share: { fr: "part de 0 à 1, montrée en %", en: "share from 0 to 1, shown in %" },
  count: { fr: "projets", en: "projects" },
  evenness: { fr: "de 0 (tout en un) à 1 (parts égales)", en: "from 0 (all in one) to 1 (equal parts)" },
};

type Words = Omit<IndicatorDescription, "unit">;

const own: Readonly<Record<string, Words>> = {
  global: {
    definition: {
      fr: "Moyenne des indices d’état, de mesure et de moyens (un par champ ordonné du code book), chacun sur ses propres réponses.",
      en: "Mean of the indices of status, measure and means (one for each ordered field of the code book), each on its own answers.",
    },
    formula: "(I₁ + … + I_m) / m",
    source: barometer,
    missing: {
      fr: `Calculé si au moins ${fraction(LEAST_PARTS)} des indices ont des réponses ; n est celui de l’indice qui en a le moins.`,
      en: `Computed if at least ${fraction(LEAST_PARTS)} of the indices have answers; n is that of the index with fewest.`,
    },
  },
  projects: {
    definition: {
      fr: "Nombre de projets qui répondent aux critères.",
      en: "Number of projects that meet the criteria.",
    },
    formula: "n",
    source: barometer,
    missing: { fr: "Chaque projet compte, renseigné ou non.", en: "Every project counts, reported or not." },
  },
  doneShare: {
    definition: {
      fr: "Part des projets au plus haut état parmi ceux dont l’état est connu.",
      en: "Share of the projects with the highest status among those whose status is known.",
    },
    formula: "n(k) / Σ n(code)",
    source: barometer,
    missing: left,
  },
  balance: {
    definition: {
      fr: "Équilibre de la répartition des projets entre les domaines (équitabilité de Pielou) : 1 quand tous les domaines ont autant de projets, 0 quand un seul les a tous.",
      en: "How evenly projects spread over the domains (Pielou’s evenness): 1 when all domains have as many projects, 0 when one has them all.",
    },
    formula: "−Σ p ln p / ln S",
    source: {
      fr: "E. C. Pielou, Journal of Theoretical Biology 13, 1966, p. 131–144 ; S fixé par la liste des codes.",
      en: "E. C. Pielou, Journal of Theoretical Biology 13, 1966, pp. 131–144; S fixed by the code list.",
    },
    missing: left,
  },
  response: {
    definition: {
      fr: "Territoires du panel qui ont répondu, parmi ceux du même genre.",
      en: "Territories of the panel that answered, among those of the same kind.",
    },
    formula: "respondents / territories of the panel",
    source: barometer,
    missing: {
      fr: "Un territoire sans réponse compte au dénominateur ; plusieurs fichiers d’un territoire comptent une fois.",
      en: "A territory without an answer counts in the denominator; several files of one territory count once.",
    },
  },
  completeness: {
    definition: {
      fr: "Cellules renseignées parmi les cellules attendues du questionnaire.",
      en: "Cells answered among the cells expected in the questionnaire.",
    },
    formula: "cells answered / cells expected",
    source: barometer,
    missing: {
      fr: "NR dit explicitement est une réponse ; une cellule vide n’en est pas une.",
      en: "NR said in so many words is an answer; a blank cell is not.",
    },
  },
  agreement: {
    definition: {
      fr: "Part de ceux qui sont plutôt ou tout à fait d’accord (moitié haute de l’échelle) parmi ceux qui ont répondu.",
      en: "Share of those who rather or strongly agree (upper half of the scale) among those who answered.",
    },
    formula: "n(code > k/2) / Σ n(code)",
    source: barometer,
    missing: left,
  },
  motivation: {
    definition: {
      fr: "Moyenne des points d’une motivation : 5 pour un premier rang, 1 pour un cinquième.",
      en: "Mean points of a motivation: 5 for a first rank, 1 for a fifth.",
    },
    formula: "Σ (k + 1 − rank) / n",
    source: {
      fr: "Définition du baromètre (2014) ; concordance : M. G. Kendall et J. D. Gibbons, Rank Correlation Methods, 1990.",
      en: "Definition of the barometer (2014); concordance: M. G. Kendall and J. D. Gibbons, Rank Correlation Methods, 1990.",
    },
    missing: {
      fr: "Un territoire qui n’a pas classé la motivation sort de sa base.",
      en: "A territory that did not rank the motivation is out of its base.",
    },
  },
};

function fraction(share: number): string {
  return Math.abs(share - 2 / 3) < 1e-9 ? "2/3" : `${share}`;
}

/** The indicator in words; those of ordered fields are made from the code book. */
export function describeIndicator(codebook: Codebook, indicator: Indicator): IndicatorDescription {
  return { unit: units[indicator.unit], ...(own[indicator.id] ?? ofField(codebook, indicator)) };
}

function ofField(codebook: Codebook, indicator: Indicator): Words {
  const field = codebook.field(indicator.table, indicator.fields[0]);
  const { codes } = codebook.list(field.list!);
  const [first, last] = [codes[0], codes[codes.length - 1]];
  const scale = (language: keyof Localized) =>
    `${first.code} (${first.label[language]}) … ${last.code} (${last.label[language]})`;
  const name = { fr: `« ${field.label.fr} »`, en: `“${field.label.en}”` };
  if (indicator.unit === "index") {
    return {
      definition: {
        fr: `Moyenne du code de ${name.fr} ramenée de 0 à 100 ; les bornes sont celles de l’échelle, pour que les éditions se comparent.`,
        en: `Mean code of ${name.en} brought to 0 to 100; the bounds are those of the scale, so that editions compare.`,
      },
      formula: `100 (mean − ${first.code}) / (${last.code} − ${first.code})`,
      source: barometer,
      missing: left,
    };
  }
  return {
    definition: {
      fr: `Moyenne du code de ${name.fr}, de ${scale("fr")}, parmi les réponses valides.`,
      en: `Mean code of ${name.en}, from ${scale("en")}, among valid answers.`,
    },
    formula: "Σ code / n",
    source: barometer,
    missing: left,
  };
}
