import type { StudyOperations } from "../../excel/contract";
import type { FigureOperations } from "../../excel/figures/contract";
import type { FormulaOperations } from "../../excel/formulas/contract";
import type { ImportOperations } from "../../excel/importContract";
import type { StudyWork } from "../../excel/study/work";

/** The study as the pane works with it. */
export interface PaneStudy extends StudyOperations, ImportOperations {
  /** What the operations of late screens are made from when they are first wanted. */
  readonly work: StudyWork;
  /** Such operations where the study brings its own. */
  readonly figures?: FigureOperations;
  readonly formulas?: FormulaOperations;
}
