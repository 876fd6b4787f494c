import type { Language } from "../../domain/language";
import { missingAnswers, wellFormed, type ExportValue, type Variable } from "../../domain/exports";

const missingById = new Map(missingAnswers.map((missing) => [missing.id, missing]));

/** What the label column of a coded variable says for a value; blank for a blank. */
export function labeller(variable: Variable, language: Language): (value: ExportValue) => string {
  const labels = new Map(variable.codes.map(({ code, label }) => [code, label[language]]));
  return (value) => {
    switch (value.kind) {
      case "code":
        return labels.get(value.value) ?? String(value.value);
      case "missing":
        return missingById.get(value.missing)!.label[language];
      case "other":
        return wellFormed(value.text);
      default:
        return "";
    }
  };
}

export const missing = (id: (typeof missingAnswers)[number]["id"]) => missingById.get(id)!;
