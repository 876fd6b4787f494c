import type { TerritoryReference } from "../../domain/territories";
import type { FunctionContext } from "../../functions/definition";
import type { ProjectEditor } from "../project/projectEditor";
import type { Navigation } from "./navigation";
import type { PaneStudy } from "./operations";
import type { Reporter } from "./reporter";

/** What the pane's components work with; made once by `createServices`. */
export interface Services {
  readonly study: PaneStudy;
  readonly editor: ProjectEditor;
  readonly navigation: Navigation;
  readonly reporter: Reporter;
  /** What the formulas of the cells compute from just now; null while the workbook is being looked at. */
  readonly functionContext: () => FunctionContext | null;
  /** The official list, loaded when first needed. */
  readonly loadTerritories: () => Promise<TerritoryReference>;
}
