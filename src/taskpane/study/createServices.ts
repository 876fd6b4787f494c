import type { TerritoryReference } from "../../domain/territories";
import { ProjectEditor } from "../project/projectEditor";
import { Navigation } from "./navigation";
import { Reporter } from "./reporter";
import type { Services } from "./services";

/** Makes the pane's services around a study. */
export function createServices(
  study: Services["study"],
  loadReference: () => Promise<TerritoryReference>,
  functionContext: Services["functionContext"] = () => null,
): Services {
  const reporter = new Reporter();
  let territories: Promise<TerritoryReference> | undefined;
  return {
    study,
    reporter,
    functionContext,
    navigation: new Navigation(),
    editor: new ProjectEditor(study, reporter),
    loadTerritories: () => {
      // A failed load is tried again next time.
      territories ??= loadReference().catch((error) => {
        territories = undefined;
        throw error;
      });
      return territories;
    },
  };
}
