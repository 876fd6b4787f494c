import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { localeOf } from "../../domain/language";
import type { SelectedCell } from "../../excel/formulas/contract";
import { rowsBehind } from "../../functions/explainRows";
import type { WrittenCall } from "../../functions/formulaCalls";
import { useServices, useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSay, useSpoken } from "../texts/useSpoken";
import { BaseLines } from "./BaseLines";
import { fromCall, type BuilderState } from "./builderModel";
import { useFormulaOperations } from "./formulaOperations";
import { ResultView } from "./ResultView";
import { useExplanation } from "./useExplanation";
import { Words } from "./Words";

interface CallCardProps {
  readonly call: WrittenCall;
  readonly cell: SelectedCell;
  readonly seen: number;
  /** The formula is more than this call: it is named then. */
  readonly part: string | null;
  readonly onReuse: (state: BuilderState) => void;
}

/** One BVN call of the selected cell: value, base, words, and the rows behind it. */
export function CallCard({ call, cell, seen, part, onReuse }: CallCardProps) {
  const texts = useSpoken(formulaTexts);
  const say = useSay();
  const { functionContext, reporter } = useServices();
  const { language, codebook, progress } = useStudyState();
  const formulas = useFormulaOperations();
  const explained = useExplanation(call, cell, seen);
  if (!explained) return null;
  const { said, known } = explained;
  const { base } = said;
  const number = (value: number) => value.toLocaleString(localeOf(language));
  const show = (missing: string | null) =>
    void reporter.attempt(async () => {
      const context = functionContext();
      const rows = context && rowsBehind(context, call, known, missing);
      if (rows) await formulas.show(rows);
    });
  const again = fromCall(codebook, call);
  const busy = progress !== null;
  return (
    <section className="bvn-formula-card" aria-label={say(said.title)}>
      <h3>{say(said.title)}</h3>
      {part && (
        <p>
          <code>{part}</code>
        </p>
      )}
      <ResultView outcome={said.outcome} indicator={said.indicator} />
      {base && <BaseLines base={base} />}
      {base && (
        <div className="bvn-actions">
          <DefaultButton
            text={texts.showRows(number(base.rows))}
            disabled={busy || base.rows === 0}
            allowDisabledFocus
            onClick={() => show(null)}
          />
          {base.answers
            .filter(
              ({ notReported, fieldId }) => notReported > 0 && (fieldId !== null || base.form === "ranges"),
            )
            .slice(0, 1)
            .map(({ notReported, fieldId }) => (
              <DefaultButton
                key={fieldId}
                text={texts.showMissing(number(notReported))}
                disabled={busy}
                allowDisabledFocus
                onClick={() => show(fieldId ?? "")}
              />
            ))}
        </div>
      )}
      {said.arguments.length > 0 && (
        <>
          <h4>{texts.criteria}</h4>
          <ul className="bvn-formula-arguments">
            {said.arguments.map((line, i) => (
              <li key={i}>{say(line)}</li>
            ))}
          </ul>
        </>
      )}
      <Words said={said} />
      {again && (
        <div className="bvn-actions">
          <DefaultButton text={texts.reuse} onClick={() => onReuse(again)} />
        </div>
      )}
    </section>
  );
}
