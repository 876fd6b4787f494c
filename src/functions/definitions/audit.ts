import type { Codebook } from "../../domain/codebook";
import type { ResultCell, ResultTable } from "../../domain/indicators/tables";
import type { Localized } from "../../domain/language";
import { both, FormulaError, listed, type Anomaly } from "../../domain/messages";
import type { FunctionDefinition } from "../definition";

const words = {
  sheet: { fr: "Feuille", en: "Sheet" },
  row: { fr: "Ligne", en: "Row" },
  field: { fr: "Champ", en: "Field" },
  value: { fr: "Valeur", en: "Value" },
  expected: { fr: "Attendu", en: "Expected" },
  action: { fr: "Que faire", en: "What to do" },
  none: { fr: "Aucune anomalie", en: "No anomaly" },
} as const;

const text = (value: unknown): ResultCell => {
  const shown = value === undefined || value === null ? "" : String(value);
  return { fr: shown, en: shown };
};

/** What the field of an anomaly takes. */
function expectedOf(codebook: Codebook, { place, suggestion }: Anomaly): Localized {
  if (suggestion) return { fr: suggestion, en: suggestion };
  const field = codebook.table(place.table).fields.find(({ id }) => id === place.field);
  if (field?.list) {
    return both((language) => listed(codebook.activeCodes(field).map(({ label }) => label[language])));
  }
  return field?.help ?? { fr: "", en: "" };
}

export const audit: FunctionDefinition = {
  id: "AUDIT",
  description: {
    fr: "Anomalies de la base : feuille, ligne du tableau, champ, valeur, attendu, que faire.",
    en: "Anomalies of the base: sheet, row of the table, field, value, expected, what to do.",
  },
  parameters: [],
  result: "matrix",
  examples: [],
  compute: ({ base, codebook, anomalies }): ResultTable => {
    if (!base) throw FormulaError.notAvailable("noBase");
    const header = [words.sheet, words.row, words.field, words.value, words.expected, words.action];
    if (!anomalies.length) return [header, [words.none, null, null, null, null, null]];
    return [
      header,
      ...anomalies.map((anomaly): ResultCell[] => {
        const { place, value, message } = anomaly;
        const table = codebook.table(place.table);
        const field = table.fields.find(({ id }) => id === place.field);
        return [
          text(table.sheet),
          place.row < 0 ? null : place.row + 1,
          field?.label ?? null,
          text(value),
          expectedOf(codebook, anomaly),
          message,
        ];
      }),
    ];
  },
};
