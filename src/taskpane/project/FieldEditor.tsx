import type { Field } from "../../domain/codebook";
import type { Draft } from "../../domain/records/project";
import { CodeField } from "./CodeField";
import { DateField } from "./DateField";
import { EditionField } from "./EditionField";
import { ListedProjectField } from "./ListedProjectField";
import { NumberField } from "./NumberField";
import { TerritoryField } from "./TerritoryField";
import { FreeTextField } from "./FreeTextField";

export interface FieldEditorProps {
  readonly id: string;
  readonly field: Field;
  readonly value: Draft[string] | undefined;
  /** What is wrong with the answer, and what to do. */
  readonly error?: string;
  readonly onChange: (value: Draft[string]) => void;
}

/** Id of the element that takes the focus for a field. */
export const fieldElementId = (field: string): string => `bvn-field-${field}`;

/** The control for one field of the code book, after its kind. */
export function FieldEditor(props: FieldEditorProps) {
  switch (props.field.kind) {
    case "code":
      return <CodeField {...props} />;
    case "territory":
      return <TerritoryField {...props} />;
    case "project":
      return <ListedProjectField {...props} />;
    case "number":
      return <NumberField {...props} />;
    case "date":
      return <DateField {...props} />;
    case "edition":
      return <EditionField {...props} />;
    case "text":
    case "auto":
      return <FreeTextField {...props} />;
  }
}
