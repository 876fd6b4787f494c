import { TextField } from "office-ui-fabric-react/lib/TextField";
import { useStudyState } from "../study/context";
import type { FieldEditorProps } from "./FieldEditor";

/** A free text of any length; what the product writes itself is shown, not edited. */
export function FreeTextField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { language } = useStudyState();
  const text = value === null || value === undefined ? "" : String(value);
  const automatic = field.kind === "auto";
  return (
    <TextField
      id={id}
      label={field.label[language]}
      required={field.required}
      multiline={!automatic}
      autoAdjustHeight={!automatic}
      rows={automatic ? undefined : 2}
      readOnly={automatic}
      borderless={automatic}
      value={text || (automatic ? "–" : "")}
      errorMessage={error}
      onChange={(_, typed = "") => onChange(typed === "" ? null : typed)}
    />
  );
}
