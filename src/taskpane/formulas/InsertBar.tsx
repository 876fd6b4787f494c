import { useEffect, useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { InsertPlace, SelectedCell, Separators } from "../../excel/formulas/contract";
import type { Explanation } from "../../functions/explain";
import { formulaText, type FormulaArgument } from "../../functions/formulaText";
import { copyText } from "../imports/copyText";
import { Question } from "../shell/Question";
import { useServices, useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import { useFormulaOperations } from "./formulaOperations";

interface InsertBarProps {
  readonly functionId: string;
  readonly arguments: readonly FormulaArgument[];
  readonly said: Explanation | null;
  readonly cell: SelectedCell | null;
}

/** Rows and columns a result takes. */
function sizeOf(said: Explanation | null): { rows: number; columns: number } {
  const value = said?.outcome.kind === "value" ? said.outcome.value : null;
  return Array.isArray(value) ? { rows: value.length, columns: value[0].length } : { rows: 1, columns: 1 };
}

/** The formula as the person's Excel writes it, and the way into the sheet. Never over a filled cell unasked. */
export function InsertBar({ functionId, arguments: args, said, cell }: InsertBarProps) {
  const texts = useSpoken(formulaTexts);
  const { reporter } = useServices();
  const { progress } = useStudyState();
  const formulas = useFormulaOperations();
  const [separators, setSeparators] = useState<Separators | null>(null);
  const [asked, setAsked] = useState<{ place: InsertPlace; question: "replace" | "spill" | "table" } | null>(
    null,
  );
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    formulas.separators().then(
      (found) => wanted && setSeparators(found),
      () => undefined,
    );
    return () => void (wanted = false);
  }, [formulas]);
  const shown = formulaText(functionId, args, separators?.list);
  // What was asked is about the formula as it was.
  useEffect(() => {
    setAsked(null);
    setCopied(null);
  }, [shown, cell?.address]);

  const write = (place: InsertPlace) => {
    setAsked(null);
    const format = said?.outcome.kind === "value" ? said.indicator?.format : undefined;
    void reporter.attempt(() => formulas.insert(place, formulaText(functionId, args), format));
  };
  const insert = () =>
    void reporter.attempt(async () => {
      const size = sizeOf(said);
      const place = await formulas.place(size);
      const spills = size.rows > 1 || size.columns > 1;
      if (place.table && (place.table.ofStudy || spills)) setAsked({ place, question: "table" });
      else if (place.formula || place.text) setAsked({ place, question: "replace" });
      else if (place.inTheWay) setAsked({ place, question: "spill" });
      else write(place);
    });
  return (
    <div className="bvn-formula-insert">
      <TextField label={texts.formula} readOnly multiline autoAdjustHeight resizable={false} value={shown} />
      <div className="bvn-actions">
        <PrimaryButton
          text={cell ? texts.insertAt(cell.address) : texts.insert}
          disabled={progress !== null}
          allowDisabledFocus
          onClick={insert}
        />
        <DefaultButton
          text={texts.copy}
          onClick={() => void copyText(shown).then(setCopied, () => setCopied(false))}
        />
        <span role="status">{copied === null ? "" : copied ? texts.copied : texts.notCopied}</span>
      </div>
      {asked?.question === "table" && (
        <Question
          text={texts.tableRefusal(asked.place.table!.name)}
          answers={[{ reply: "no", label: texts.understood, primary: true }]}
          escape="no"
          onReply={() => setAsked(null)}
        />
      )}
      {asked && asked.question !== "table" && (
        <Question
          text={
            asked.question === "replace"
              ? texts.replaceQuestion(asked.place.address, asked.place.formulaLocal || asked.place.text)
              : texts.spillQuestion(asked.place.inTheWay!.count, asked.place.inTheWay!.first)
          }
          answers={[
            {
              reply: "yes",
              label: asked.question === "replace" ? texts.replace : texts.anyway,
              primary: true,
            },
            { reply: "no", label: texts.cancel },
          ]}
          escape="no"
          onReply={(reply) => {
            if (reply === "no") return setAsked(null);
            // Both may have to be asked.
            if (asked.question === "replace" && asked.place.inTheWay) {
              return setAsked({ place: asked.place, question: "spill" });
            }
            write(asked.place);
          }}
        />
      )}
    </div>
  );
}
