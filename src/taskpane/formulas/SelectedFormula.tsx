import { useEffect, useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { SelectedCell } from "../../excel/formulas/contract";
import { definitionOf } from "../../functions/callSource";
import { callsIn } from "../../functions/formulaCalls";
import { useServices, useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import type { BuilderState } from "./builderModel";
import { CallCard } from "./CallCard";
import { useFormulaOperations } from "./formulaOperations";

interface SelectedFormulaProps {
  readonly cell: SelectedCell | null;
  readonly seen: number;
  readonly onReuse: (state: BuilderState) => void;
}

/** The formula of the selected cell, explained call by call. */
export function SelectedFormula({ cell, seen, onReuse }: SelectedFormulaProps) {
  const texts = useSpoken(formulaTexts);
  const { reporter } = useServices();
  const { progress, notice } = useStudyState();
  const formulas = useFormulaOperations();
  const [filtered, setFiltered] = useState(formulas.shown() !== null);
  // Showing rows and taking the filter away both tell what they did.
  useEffect(() => setFiltered(formulas.shown() !== null), [formulas, progress, notice]);
  const calls = cell ? callsIn(cell.formula).filter(({ id }) => definitionOf(id)) : [];
  // As the person's Excel writes it: the same calls, with its separators.
  const local = cell ? callsIn(cell.formulaLocal) : [];
  return (
    <section aria-live="polite" className="bvn-formula-selected">
      <h2>{cell && calls.length > 0 ? texts.selectedAt(cell.address) : texts.selected}</h2>
      {calls.length === 0 && <p>{texts.selectOne}</p>}
      {calls.length > 0 && (
        <p>
          <code>{cell!.formulaLocal}</code>
        </p>
      )}
      {filtered && (
        <div className="bvn-actions">
          <DefaultButton
            iconProps={{ iconName: "Clear" }}
            text={texts.showAll}
            disabled={progress !== null}
            allowDisabledFocus
            onClick={() => void reporter.attempt(() => formulas.showAll())}
          />
        </div>
      )}
      {calls.map((call, i) => (
        <CallCard
          key={`${cell!.address} ${call.start}`}
          call={call}
          cell={cell!}
          seen={seen}
          part={cell!.formula.length > call.text.length + 1 ? (local[i]?.text ?? call.text) : null}
          onReuse={onReuse}
        />
      ))}
    </section>
  );
}
