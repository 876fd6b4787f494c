import { useEffect, useState } from "react";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { localeOf, type Language } from "../../domain/language";
import type { Draft } from "../../domain/records/project";
import { readNumber } from "../../domain/values/number";
import { useStudyState } from "../study/context";
import type { FieldEditorProps } from "./FieldEditor";

/** A number as people of this language write it. */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(localeOf(language), { maximumFractionDigits: 10 });
}

/**
 * A number with its unit. It may be typed as people do ("140 000", "12,5"); once the field is left, it shows
 * how it was understood. What is no number stays as typed and is told.
 */
export function NumberField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { language } = useStudyState();
  const shown = typeof value === "number" ? formatNumber(value, language) : (value ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [id, language]);

  const understand = (text: string): Draft[string] => {
    if (text.trim() === "") return null;
    return readNumber(text, { thousands: (field.max ?? Infinity) >= 1000 }) ?? text;
  };
  return (
    <TextField
      id={id}
      label={field.label[language]}
      required={field.required}
      suffix={field.unit}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown}
      description={error ? undefined : field.help?.[language]}
      errorMessage={error}
      onChange={(_, text = "") => {
        setTyped(text);
        onChange(understand(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
