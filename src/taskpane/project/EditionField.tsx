import { editions } from "../../domain/codebook";
import { Choice } from "../lists/Choice";
import { useStudyState } from "../study/context";
import type { FieldEditorProps } from "./FieldEditor";

/** The edition an answer belongs to. */
export function EditionField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { language, codebook } = useStudyState();
  const known = new Map([...editions, codebook.edition].map((edition) => [edition.id, edition]));
  return (
    <Choice
      id={id}
      label={field.label[language]}
      required={field.required}
      options={[...known.values()].map((edition) => ({ key: edition.id, text: edition.label[language] }))}
      value={value === null || value === undefined ? null : String(value)}
      placeholder={value ? String(value) : undefined}
      errorMessage={error}
      onChoose={onChange}
    />
  );
}
