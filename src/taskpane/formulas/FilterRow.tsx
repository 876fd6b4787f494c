import { IconButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { BaseTableId } from "../../domain/base/base";
import { formulaOptions, type OptionId } from "../../functions/options";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import {
  fieldsFor,
  operators,
  optionKey,
  optionOf,
  type Filter,
  type FilterOperator,
  type Form,
} from "./builderModel";
import { ListField, type ListGroup } from "./ListField";
import { RangeField } from "./RangeField";
import { ValueField } from "./ValueField";

interface FilterRowProps {
  readonly filter: Filter;
  /** 1-based, as the person counts. */
  readonly at: number;
  readonly form: Form;
  readonly table: BaseTableId;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

/** One pair of the formula: a field and its answer, an option and its value, or a range and its criterion. */
export function FilterRow({ filter, at, form, table, onChange, onRemove }: FilterRowProps) {
  const texts = useSpoken(formulaTexts);
  const { codebook, language } = useStudyState();
  const { name, operator, values } = filter;
  const option = optionOf(name);
  const field = codebook.findField(name, [table, "panel"]) ?? null;
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  const own = new Set(codebook.table(table).fields);
  const fields = fieldsFor(codebook, table);
  const entry = ({ id, label }: (typeof fields)[number]) => ({ key: id, text: label[language] });
  const optionsGroup: ListGroup = {
    heading: texts.optionsHeader,
    options: (Object.keys(formulaOptions) as OptionId[])
      .filter((id) => id !== "territory" && (form === "ranges" || id !== "field"))
      .map((id) => ({ key: optionKey(id), text: formulaOptions[id].label[language] })),
  };
  const words: Readonly<Record<FilterOperator, string>> = {
    "=": texts.isEqual,
    "<>": texts.isNot,
    ">=": texts.isAtLeast,
    "<=": texts.isAtMost,
    ">": texts.isMore,
    "<": texts.isLess,
  };
  const isOrdered =
    form === "ranges" || field?.kind === "number" || (field?.list && codebook.list(field.list).ordered);
  return (
    <div className="bvn-filter" role="group" aria-label={texts.filterAt(at)}>
      <div className="bvn-filter-name">
        {form === "base" || option ? (
          <ListField
            label={texts.field}
            groups={
              form === "base"
                ? [
                    { heading: texts.fieldsHeader, options: fields.filter((one) => own.has(one)).map(entry) },
                    { heading: texts.panelHeader, options: fields.filter((one) => !own.has(one)).map(entry) },
                    optionsGroup,
                    // A name only this function knows, from a formula of the sheet.
                    { options: name && !field && !option ? [{ key: name, text: name }] : [] },
                  ]
                : [optionsGroup]
            }
            value={name}
            onChange={(key) => set({ name: key, operator: "=", values: [] })}
          />
        ) : (
          <RangeField label={texts.rangeField} value={name} onChange={(text) => set({ name: text })} />
        )}
        <IconButton
          iconProps={{ iconName: "Delete" }}
          title={texts.removeFilter(at)}
          ariaLabel={texts.removeFilter(at)}
          onClick={onRemove}
        />
      </div>
      {option ? (
        <OptionValue
          id={option}
          value={values[0] ?? ""}
          onChange={(text) => set({ values: text === "" ? [] : [text] })}
        />
      ) : (
        (name !== "" || form === "ranges") && (
          <div className="bvn-filter-value">
            <ListField
              label={texts.comparison}
              groups={[
                {
                  options: operators
                    .filter((sign) => isOrdered || sign === "=" || sign === "<>")
                    .map((sign) => ({ key: sign, text: words[sign] })),
                },
              ]}
              value={operator}
              onChange={(sign) => set({ operator: sign as FilterOperator })}
            />
            <ValueField
              key={name}
              label={texts.criterion}
              field={form === "base" ? field : null}
              table={table}
              several={operator === "=" || operator === "<>"}
              values={values}
              onChange={(chosen) => set({ values: chosen })}
            />
          </div>
        )
      )}
    </div>
  );
}

interface OptionValueProps {
  readonly id: OptionId;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function OptionValue({ id, value, onChange }: OptionValueProps) {
  const texts = useSpoken(formulaTexts);
  const { language } = useStudyState();
  const option = formulaOptions[id];
  if (!("values" in option)) {
    return (
      <TextField
        label={texts.criterion}
        value={value}
        placeholder={texts.typeHint}
        onChange={(_, text = "") => onChange(text)}
      />
    );
  }
  // The first word of a value is French, the second English.
  const words = (Object.values(option.values) as (readonly string[])[]).map(
    (names) => names[language === "fr" ? 0 : 1] ?? names[0],
  );
  const options = words.map((text) => ({ key: text, text }));
  if (value && !words.includes(value)) options.push({ key: value, text: value });
  return <ListField label={texts.criterion} groups={[{ options }]} value={value} onChange={onChange} />;
}
