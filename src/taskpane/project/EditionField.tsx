import { Dropdown } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";
import { editions } from "../../domain/codebook";
import { useStudyState } from "../study/context";
import type { FieldEditorProps } from "./FieldEditor";

/** The edition an answer belongs to. */
export function EditionField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { language, codebook } = useStudyState();
  const known = new Map([...editions, codebook.edition].map((edition) => [edition.id, edition]));
  return (
    <Dropdown
      id={id}
      label={field.label[language]}
      required={field.required}
      options={[...known.values()].map((edition) => ({ key: edition.id, text: edition.label[language] }))}
      selectedKey={value === null || value === undefined ? null : String(value)}
      placeholder={value ? String(value) : undefined}
      errorMessage={error}
      responsiveMode={ResponsiveMode.large}
      onChange={(_, option) => option && onChange(String(option.key))}
    />
  );
}
