import { useEffect, useState } from "react";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { useStudyState } from "../study/context";
import { readDate, showDate } from "./dates";
import type { FieldEditorProps } from "./FieldEditor";

/** A date, typed as people write it; once the field is left, it shows how it was understood. */
export function DateField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { language } = useStudyState();
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [id, language]);
  const shown = value === null || value === undefined ? "" : showDate(String(value), language);
  return (
    <TextField
      id={id}
      label={field.label[language]}
      required={field.required}
      placeholder={showDate("2014-03-15", language)}
      autoComplete="off"
      value={typed ?? shown}
      description={error ? undefined : field.help?.[language]}
      errorMessage={error}
      onChange={(_, text = "") => {
        setTyped(text);
        onChange(text.trim() === "" ? null : (readDate(text) ?? text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
