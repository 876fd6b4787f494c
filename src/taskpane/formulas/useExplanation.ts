import { useEffect, useState } from "react";
import type { SelectedCell } from "../../excel/formulas/contract";
import { explain, type Explanation } from "../../functions/explain";
import type { PlacedArgument } from "../../functions/explainRows";
import type { WrittenCall } from "../../functions/formulaCalls";
import { knownArguments } from "../../functions/knownArguments";
import { useServices, useStudyState } from "../study/context";
import { useFormulaOperations } from "./formulaOperations";

export interface Explained {
  readonly call: Pick<WrittenCall, "id" | "arguments">;
  readonly known: readonly PlacedArgument[];
  readonly said: Explanation;
}

/**
 * What a call means, seen from a cell; null until its references are read, and for unknown functions.
 * @param seen Changes whenever the workbook may say something else.
 */
export function useExplanation(
  call: Pick<WrittenCall, "id" | "arguments">,
  cell: Pick<SelectedCell, "sheetId" | "row"> | null,
  seen: number,
): Explained | null {
  const { functionContext } = useServices();
  const { codebook, anomalies, projectCount } = useStudyState();
  const formulas = useFormulaOperations();
  const [explained, setExplained] = useState<Explained | null>(null);
  const key = JSON.stringify([call.id, call.arguments]);
  const [sheetId, row] = [cell?.sheetId ?? "", cell?.row ?? 0];
  useEffect(() => {
    let wanted = true;
    knownArguments(formulas, { sheetId, row }, call).then(
      (known) => {
        const context = functionContext();
        const said = context && explain(context, call, known);
        if (wanted) setExplained(said ? { call, known, said } : null);
      },
      () => wanted && setExplained(null),
    );
    return () => void (wanted = false);
    // `key` stands for the call.
  }, [formulas, functionContext, key, sheetId, row, seen, codebook, anomalies, projectCount]);
  return explained;
}
