import type { Code, Codebook, Field } from "../codebook";
import type { Localized } from "../language";
import type { Indicator } from "./registry";

/** Share of the parts of the global index that must have data. */
export const LEAST_PARTS = 2 / 3;

/** Fields of the projects whose codes have an order, so that their mean has a meaning. */
function orderedFields(codebook: Codebook): readonly Field[] {
  return codebook.table("projects").fields.filter(({ list }) => list && codebook.list(list).ordered);
}

/** Names of the means and indices that people know by another name than their field's. */
const MEANS: Readonly<Record<string, { label: Localized; names: readonly string[] }>> = {
  status: {
    label: { fr: "Maturité", en: "Maturity" },
    names: ["maturité moyenne", "mean status", "état moyen"],
  },
};
const MEAN_FUNCTIONS: Readonly<Record<string, string>> = {
  status: "MATURITY",
  measure: "MEASURE",
  means: "MEANS",
};

/** Every indicator of a code book, in the order of the documentation. */
export function definitionsOf(codebook: Codebook): Indicator[] {
  const ordered = orderedFields(codebook);
  const indices = ordered.map((field) => indexIndicator(codebook, field));
  const domain = codebook.field("projects", "domain");
  return [
    ...ordered.map((field) => meanIndicator(codebook, field)),
    ...indices,
    {
      id: "global",
      functionId: "INDEX",
      label: { fr: "Indice global", en: "Global index" },
      names: ["global", "indice général", "overall index"],
      ...INDEX_LOOKS,
      level: "project",
      table: "projects",
      fields: ordered.map(({ id }) => id),
      higherIsBetter: true,
      computation: { kind: "average", of: indices, least: LEAST_PARTS },
    },
    {
      id: "projects",
      functionId: "PROJECTS",
      label: { fr: "Nombre de projets", en: "Number of projects" },
      names: ["projets", "project count", "nombre", "count", "n"],
      unit: "count",
      scale: null,
      level: "project",
      table: "projects",
      fields: [],
      decimals: 0,
      format: "0",
      computation: { kind: "count" },
    },
    ...doneShare(codebook),
    {
      id: "balance",
      functionId: "BALANCE",
      label: { fr: "Équilibre des domaines", en: "Balance of domains" },
      names: ["équilibre", "balance", "evenness", "équitabilité"],
      unit: "evenness",
      scale: [0, 1],
      level: "project",
      table: "projects",
      fields: [domain.id],
      decimals: 3,
      format: "0.000",
      computation: { kind: "evenness", field: domain.id },
    },
    survey("response", "RESPONSE", { fr: "Taux de réponse", en: "Response rate" }, "panel", ["réponse"]),
    survey("completeness", "COMPLETENESS", { fr: "Complétude", en: "Completeness" }, "panel", []),
    agreement(codebook),
    {
      ...survey(
        "motivation",
        "MOTIVATION",
        { fr: "Score de motivation", en: "Motivation score" },
        "motivations",
        ["motivations"],
      ),
      fields: ["motivation", "rank"],
      unit: "points",
      scale: [1, codebook.list(codebook.field("motivations", "motivation").list!).codes.length],
      higherIsBetter: undefined,
      decimals: 2,
      format: "0.00",
    },
  ];
}

const SHARE_LOOKS = { unit: "share", scale: [0, 1], decimals: 1, format: "0.0%" } as const;
const INDEX_LOOKS = { unit: "index", scale: [0, 100], decimals: 1, format: "0.0" } as const;

/** Least and greatest code of an ordered list: the bounds of its mean, the same in every edition that has it. */
function boundsOf(codes: readonly Code[]): readonly [number, number] {
  const numbers = codes.map(({ code }) => code);
  return [Math.min(...numbers), Math.max(...numbers)];
}

function meanIndicator(codebook: Codebook, field: Field): Indicator {
  const own = MEANS[field.id];
  return {
    id: field.id === "status" ? "maturity" : field.id,
    functionId: MEAN_FUNCTIONS[field.id] ?? "CROSSTAB",
    label: own?.label ?? field.label,
    names: [...(own?.names ?? []), field.id, field.label.fr, field.label.en, ...(field.aliases ?? [])],
    unit: "points",
    scale: boundsOf(codebook.list(field.list!).codes),
    level: "project",
    table: "projects",
    fields: [field.id],
    higherIsBetter: true,
    decimals: 2,
    format: "0.00",
    computation: { kind: "mean", field: field.id, score: (code) => code },
  };
}

/** "de" before a French word. */
const of = (word: string): string => (/^[aeiouyéèêh]/.test(word) ? `d’${word}` : `de ${word}`);

function indexIndicator(codebook: Codebook, field: Field): Indicator {
  const [min, max] = boundsOf(codebook.list(field.list!).codes);
  const { fr, en } = field.label;
  return {
    id: `${field.id}Index`,
    functionId: "INDEX",
    label: { fr: `Indice ${of(fr.toLowerCase())}`, en: `${en} index` },
    names: [
      `indice ${fr}`,
      `indice des ${fr}`,
      ...(field.id === "status" ? ["indice de maturité", "indice maturité", "maturity index"] : []),
    ],
    ...INDEX_LOOKS,
    level: "project",
    table: "projects",
    fields: [field.id],
    higherIsBetter: true,
    computation: {
      kind: "mean",
      field: field.id,
      score: (code) => (max > min ? (100 * (code - min)) / (max - min) : 0),
    },
  };
}

/** Share of the highest status; none in a code book without statuses. */
function doneShare(codebook: Codebook): Indicator[] {
  const field = orderedFields(codebook).find(({ id }) => id === "status");
  if (!field) return [];
  const { codes } = codebook.list(field.list!);
  const [, top] = boundsOf(codes);
  const { label } = codes.find(({ code }) => code === top)!;
  return [
    {
      id: "doneShare",
      functionId: "SHARE",
      label: { fr: `Part « ${label.fr} »`, en: `Share “${label.en}”` },
      names: [
        `part ${label.fr}`,
        `${label.en} share`,
        "part réalisée",
        "part de projets réalisés",
        "share done",
      ],
      ...SHARE_LOOKS,
      level: "project",
      table: "projects",
      fields: [field.id],
      higherIsBetter: true,
      computation: { kind: "mean", field: field.id, score: (code) => (code === top ? 1 : 0) },
    },
  ];
}

function survey(
  id: string,
  functionId: string,
  label: Localized,
  table: Indicator["table"],
  names: readonly string[],
): Indicator {
  return {
    id,
    functionId,
    label,
    names,
    ...SHARE_LOOKS,
    level: "territory",
    table,
    fields: [],
    higherIsBetter: true,
    computation: { kind: "survey" },
  };
}

/** Share of the upper half of the agreement scale, all statements together unless one is asked for. */
function agreement(codebook: Codebook): Indicator {
  const field = codebook.field("actors", "agreement");
  const half = codebook.list(field.list!).codes.length / 2;
  return {
    id: "agreement",
    functionId: "AGREEMENT",
    label: { fr: "Part d’accord", en: "Share agreeing" },
    names: ["accord", "agreement", field.label.fr, field.label.en],
    ...SHARE_LOOKS,
    level: "territory",
    table: "actors",
    fields: ["statement", field.id],
    computation: { kind: "mean", field: field.id, score: (code) => (code > half ? 1 : 0) },
  };
}
