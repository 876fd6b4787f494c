import type { FormulaOperations } from "../../excel/formulas/contract";
import { FormulaDesk } from "../../excel/formulas/desk";
import type { StudyWork } from "../../excel/study/work";
import { useServices } from "../study/context";
import { lasting } from "../study/lasting";
import type { Services } from "../study/services";

/** The study's own operations on formulas, or the desk that works on it. */
function make({ study }: Services): FormulaOperations {
  const whole = study as { formulas?: FormulaOperations; work?: StudyWork };
  return whole.formulas ?? new FormulaDesk(whole.work!);
}

export const useFormulaOperations = (): FormulaOperations => lasting(useServices(), make);
