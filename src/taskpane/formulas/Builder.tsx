import { useMemo, type RefObject } from "react";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { ChoiceGroup } from "office-ui-fabric-react/lib/ChoiceGroup";
import type { SelectedCell } from "../../excel/formulas/contract";
import { functionDefinitions } from "../../functions/catalogue";
import { definitionOf } from "../../functions/callSource";
import { titleOf } from "../../functions/titles";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import { BaseLines } from "./BaseLines";
import {
  answersFirst,
  argumentsOf,
  asWritten,
  fixedOf,
  hasRangeForm,
  newFilter,
  pairsOf,
  startWith,
  type BuilderState,
  type Form,
} from "./builderModel";
import { FilterRow } from "./FilterRow";
import { InsertBar } from "./InsertBar";
import { ListField } from "./ListField";
import { ParameterField } from "./ParameterField";
import { RangeField } from "./RangeField";
import { ResultView } from "./ResultView";
import { useExplanation } from "./useExplanation";
import { Words } from "./Words";

interface BuilderProps {
  readonly state: BuilderState;
  readonly onChange: (state: BuilderState) => void;
  readonly cell: SelectedCell | null;
  readonly seen: number;
  readonly heading: RefObject<HTMLHeadingElement>;
}

/** A formula chosen from lists: function, form, arguments, filters; its value and base at once. */
export function Builder({ state, onChange, cell, seen, heading }: BuilderProps) {
  const texts = useSpoken(formulaTexts);
  const { codebook, language } = useStudyState();
  const definition = definitionOf(state.functionId)!;
  const { form, values, filters } = state;
  const set = (change: Partial<BuilderState>) => onChange({ ...state, ...change });
  const args = useMemo(() => argumentsOf(codebook, state, language), [codebook, state, language]);
  const explained = useExplanation({ id: definition.id, arguments: args.map(asWritten) }, cell, seen);
  const said = explained?.said ?? null;
  const pairs = pairsOf(definition);
  const fixed = fixedOf(definition);
  return (
    <section className="bvn-formula-builder">
      <h2 ref={heading} tabIndex={-1}>
        {texts.compose}
      </h2>
      <ListField
        label={texts.what}
        groups={[
          {
            options: functionDefinitions.map((one) => ({
              key: one.id,
              text: `${one.id} – ${titleOf(one)[language]}`,
            })),
          },
        ]}
        value={state.functionId}
        onChange={(id) => onChange(startWith(id))}
      />
      {hasRangeForm(definition) && (
        <ChoiceGroup
          label={texts.form}
          selectedKey={form}
          options={[
            { key: "base", text: texts.formBase },
            { key: "ranges", text: texts.formRanges },
          ]}
          onChange={(_, option) => option && set({ form: option.key as Form, values: [], filters: [] })}
        />
      )}
      {fixed.map((parameter, i) => (
        <ParameterField
          key={`${definition.id} ${i} ${form}`}
          parameter={parameter}
          form={form}
          value={values[i] ?? ""}
          before={values[i - 1] ?? ""}
          onChange={(value) => set({ values: fixed.map((_, at) => (at === i ? value : (values[at] ?? ""))) })}
        />
      ))}
      {form === "ranges" && answersFirst(definition) && (
        <RangeField
          label={texts.answersRange}
          value={state.answers}
          onChange={(answers) => set({ answers })}
        />
      )}
      {pairs && (
        <section aria-label={texts.filters}>
          <h3>{texts.filters}</h3>
          {filters.length === 0 && form === "base" && <p>{texts.noFilter}</p>}
          {filters.map((filter, i) => (
            <FilterRow
              key={filter.key}
              filter={filter}
              at={i + 1}
              form={form}
              table={pairs.table}
              onChange={(changed) => set({ filters: filters.map((one) => (one === filter ? changed : one)) })}
              onRemove={() => set({ filters: filters.filter((one) => one !== filter) })}
            />
          ))}
          <ActionButton
            iconProps={{ iconName: "Add" }}
            text={texts.addFilter}
            onClick={() => set({ filters: [...filters, newFilter()] })}
          />
        </section>
      )}
      <InsertBar functionId={definition.id} arguments={args} said={said} cell={cell} />
      {said && (
        <section aria-label={texts.value} aria-live="polite" className="bvn-formula-card">
          <ResultView outcome={said.outcome} indicator={said.indicator} />
          {said.base && <BaseLines base={said.base} />}
          <Words said={said} />
        </section>
      )}
    </section>
  );
}
