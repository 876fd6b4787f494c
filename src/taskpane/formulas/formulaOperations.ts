import type { FormulaOperations } from "../../excel/formulas/contract";
import { FormulaDesk } from "../../excel/formulas/desk";
import { useServices } from "../study/context";
import { lasting } from "../study/lasting";
import type { Services } from "../study/services";

/** The study's own operations on formulas, or the desk that works on it. */
const make = ({ study }: Services): FormulaOperations => study.formulas ?? new FormulaDesk(study.work);

export const useFormulaOperations = (): FormulaOperations => lasting(useServices(), make);
