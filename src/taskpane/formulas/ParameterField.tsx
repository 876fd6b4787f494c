import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { Field } from "../../domain/codebook";
import type { ParameterDefinition } from "../../functions/definition";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSay, useSpoken } from "../texts/useSpoken";
import { countedIndicators, groupFields, orderableFields, takesRange, type Form } from "./builderModel";
import { ListField } from "./ListField";
import { RangeField } from "./RangeField";
import { ValueField } from "./ValueField";

interface ParameterFieldProps {
  readonly parameter: ParameterDefinition;
  readonly form: Form;
  readonly value: string;
  /** What the parameter before it says: the field whose answer is asked for. */
  readonly before: string;
  readonly onChange: (value: string) => void;
}

/** One argument before the pairs, chosen from the lists of what it takes. */
export function ParameterField({ parameter, form, value, before, onChange }: ParameterFieldProps) {
  const texts = useSpoken(formulaTexts);
  const say = useSay();
  const { codebook, language } = useStudyState();
  const { takes, optional, name } = parameter;
  const title = say(name);
  const label = title.charAt(0).toUpperCase() + title.slice(1) + (optional ? ` (${texts.optional})` : "");
  if (form === "ranges" && takesRange(parameter)) {
    return <RangeField label={label} value={value} onChange={onChange} />;
  }
  const list = (names: readonly string[]) => {
    const options = names.map((text) => ({ key: text, text }));
    if (value && !names.includes(value)) options.push({ key: value, text: value });
    return (
      <ListField
        label={label}
        required={!optional}
        groups={[{ options: optional ? [{ key: "", text: texts.leftOut }, ...options] : options }]}
        value={value}
        onChange={onChange}
      />
    );
  };
  const answer = (field: Field | null, several: boolean) => (
    <ValueField
      label={label}
      field={field}
      table={takes?.kind === "answer" ? (takes.of?.[0] ?? "projects") : "panel"}
      several={several}
      values={value === "" ? [] : several ? value.split("|") : [value]}
      onChange={(values) => onChange(values.join("|"))}
    />
  );
  switch (takes?.kind) {
    case "field":
      return list(groupFields(codebook).map((field) => field.label[language]));
    case "indicator":
      return list([
        ...countedIndicators(codebook).map((indicator) => indicator.label[language]),
        ...(takes.orField ? orderableFields(codebook).map((field) => field.label[language]) : []),
      ]);
    case "choice":
      return list(takes.options.map((option) => option[language]));
    case "territory":
      return answer(codebook.field("panel", "name"), false);
    case "edition":
      return answer(codebook.field("projects", "edition"), false);
    case "answer":
      return takes.of
        ? answer(codebook.field(...takes.of), false)
        : answer(codebook.findField(before, ["projects", "panel"]) ?? null, true);
    default:
      return (
        <TextField
          label={label}
          required={!optional}
          value={value}
          placeholder={texts.typeHint}
          description={say(parameter.description)}
          onChange={(_, text = "") => onChange(text)}
        />
      );
  }
}
