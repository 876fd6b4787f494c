import type { Codebook } from "../../domain/codebook";
import type { Anomaly, AnomalyCode } from "../../domain/messages";
import type { Texts } from "../texts";
import type { Language } from "../../domain/language";

/** Anomalies of one kind. */
export interface AnomalyKind {
  readonly code: AnomalyCode;
  readonly anomalies: readonly Anomaly[];
}

/** Anomalies by kind: errors before warnings, then the most frequent kind first. */
export function groupAnomalies(anomalies: readonly Anomaly[]): AnomalyKind[] {
  const byCode = new Map<AnomalyCode, Anomaly[]>();
  for (const anomaly of anomalies) {
    const group = byCode.get(anomaly.code);
    if (group) group.push(anomaly);
    else byCode.set(anomaly.code, [anomaly]);
  }
  const weight = (group: readonly Anomaly[]) => (group.some(({ severity }) => severity === "error") ? 0 : 1);
  return [...byCode]
    .map(([code, group]) => ({ code, anomalies: group }))
    .sort((a, b) => weight(a.anomalies) - weight(b.anomalies) || b.anomalies.length - a.anomalies.length);
}

/** Where an anomaly stands, in words: sheet, row of the table, column. */
export function placeOf({ place }: Anomaly, codebook: Codebook, language: Language, texts: Texts): string {
  const table = codebook.table(place.table);
  if (place.row < 0) return texts.placeTable(table.sheet);
  const field = table.fields.find(({ id }) => id === place.field);
  return field
    ? texts.place(table.sheet, place.row + 1, field.label[language])
    : texts.placeRow(table.sheet, place.row + 1);
}
