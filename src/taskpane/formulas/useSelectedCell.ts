import { useEffect, useState } from "react";
import type { SelectedCell } from "../../excel/formulas/contract";
import { useStudyState } from "../study/context";
import { useFormulaOperations } from "./formulaOperations";

/** The cell the person stands on in the sheet, followed; `seen` counts up whenever it may show something else. */
export function useSelectedCell(): { cell: SelectedCell | null; seen: number } {
  const formulas = useFormulaOperations();
  const { undoable, status } = useStudyState();
  const [found, setFound] = useState<{ cell: SelectedCell | null; seen: number }>({ cell: null, seen: 0 });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let stop: (() => Promise<void>) | null = null;
    let gone = false;
    formulas
      .follow(() => setAsked((count) => count + 1))
      .then(
        (end) => {
          if (gone) void end().catch(() => undefined);
          else stop = end;
        },
        // Without events the cell is read when the screen is shown.
        () => undefined,
      );
    return () => {
      gone = true;
      void stop?.().catch(() => undefined);
    };
  }, [formulas]);
  useEffect(() => {
    let wanted = true;
    formulas.selected().then(
      (cell) => wanted && setFound(({ seen }) => ({ cell, seen: seen + 1 })),
      () => undefined,
    );
    return () => void (wanted = false);
  }, [formulas, asked, undoable, status]);
  return found;
}
