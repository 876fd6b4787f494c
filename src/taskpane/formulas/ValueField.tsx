import { useId, useMemo } from "react";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { BaseTableId } from "../../domain/base/base";
import type { Field } from "../../domain/codebook";
import { editions } from "../../domain/codebook";
import { FormulaError } from "../../domain/messages";
import { normalizeText } from "../../domain/text/normalize";
import { SearchField } from "../project/SearchField";
import { searchPanel } from "../project/territorySearch";
import { useServices, useStudyState, useTexts } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import { ListField, ManyField } from "./ListField";

interface ValueFieldProps {
  readonly label: string;
  /** What is answered; null for a free text. */
  readonly field: Field | null;
  readonly table: BaseTableId;
  /** Several answers may be meant: "DSP|PPP". */
  readonly several: boolean;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Texts offered at a time. */
const MOST_TEXTS = 60;

/** An answer of a field, from the lists of the code book and the values of the base. */
export function ValueField(props: ValueFieldProps) {
  const { label, field, several, values, onChange } = props;
  const texts = useSpoken(formulaTexts);
  const { codebook, language } = useStudyState();
  const [value = ""] = values;
  const one = (text: string) => onChange(text === "" ? [] : [text]);
  if (field?.list) {
    const options = codebook.list(field.list).codes.map((code) => ({
      key: code.label[language],
      text: codebook.display(field.list!, code.code, language),
    }));
    const groups = [{ options: [...options, { key: "NR", text: texts.notReported }] }];
    // What a cell's formula says in another way is kept and shown as it is.
    const known = new Set(groups[0].options.map(({ key }) => key));
    groups[0].options.push(...values.filter((text) => !known.has(text)).map((text) => ({ key: text, text })));
    return several ? (
      <ManyField label={label} groups={groups} values={values} onChange={onChange} />
    ) : (
      <ListField label={label} groups={groups} value={value} onChange={one} />
    );
  }
  if (field?.kind === "edition") {
    const options = [
      { key: "*", text: texts.everyValue },
      ...editions.map(({ id }) => ({ key: id, text: id })),
    ];
    if (value && !options.some(({ key }) => key === value)) options.push({ key: value, text: value });
    return <ListField label={label} groups={[{ options }]} value={value} onChange={one} />;
  }
  if (field && (field.kind === "territory" || field.kind === "project" || field.kind === "text")) {
    return <TextValue {...props} field={field} />;
  }
  return (
    <TextField
      label={label}
      value={value}
      placeholder={texts.typeHint}
      onChange={(_, text = "") => one(text)}
    />
  );
}

/** A text that occurs in the base: searched as it is typed; wildcards and cells may be typed as well. */
function TextValue({ label, field, table, values, onChange }: ValueFieldProps & { field: Field }) {
  const { functionContext } = useServices();
  const { territories, codebook, language } = useStudyState();
  const texts = useSpoken(formulaTexts);
  const paneTexts = useTexts();
  const id = useId();
  const known = useMemo(() => {
    const base = functionContext()?.base;
    try {
      const found = base?.has(table) ? base.view(table).access(field.id).texts() : [];
      return [...new Set(found)].filter(Boolean).sort((a, b) => a.localeCompare(b, language));
    } catch (error) {
      // A base without this column offers nothing.
      if (error instanceof FormulaError) return [];
      throw error;
    }
  }, [functionContext, table, field, language, codebook]);
  const find = (text: string) => {
    const key = normalizeText(text);
    const names =
      field.kind === "territory" || field.id === "name"
        ? searchPanel(territories, text).map(({ name }) => name)
        : known.filter((name) => normalizeText(name).includes(key));
    const choices = names.slice(0, MOST_TEXTS).map((name) => ({ key: name, label: name }));
    const heading = names.length > MOST_TEXTS ? paneTexts.moreResults : undefined;
    return choices.length ? [{ heading, choices }] : [];
  };
  const take = (text: string) => onChange(text.trim() === "" ? [] : [text.trim()]);
  return (
    <SearchField
      id={id}
      label={label}
      value={values.join("|")}
      placeholder={texts.typeHint}
      find={find}
      nothingFound={() => texts.typeHint}
      onChoose={({ label: name }) => take(name)}
      onText={take}
    />
  );
}
