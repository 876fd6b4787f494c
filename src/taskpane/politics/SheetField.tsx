import { TextField } from "office-ui-fabric-react/lib/TextField";
import { FieldEditor, type FieldEditorProps } from "../project/FieldEditor";
import { useStudyState } from "../study/context";

/** One answer of the sheet: as in the form of projects, but texts are names and stand on one line. */
export function SheetField(props: FieldEditorProps) {
  const { language } = useStudyState();
  const { id, field, value, error, onChange } = props;
  if (field.kind !== "text") return <FieldEditor {...props} />;
  return (
    <TextField
      id={id}
      label={field.label[language]}
      required={field.required}
      autoComplete="off"
      value={String(value ?? "")}
      errorMessage={error}
      onChange={(_, text = "") => onChange(text === "" ? null : text)}
    />
  );
}
