/** Entry of the shared runtime: pane, commands and custom functions live in this one page. */
import "./fluentConfig";
import "./pane.css";
import { followRibbon } from "../commands/ribbon";
import { associateCommands } from "../commands/run";
import { Base } from "../domain/base/base";
import { Codebook, defaultEditionId, editionById } from "../domain/codebook";
import { loadReference } from "../domain/territories";
import { Study } from "../excel";
import { figuresOf, registerFunctions, studyEnvironment } from "../functions";
import { mountPane } from "./mountPane";
import { createServices } from "./study/createServices";
import { followCommands } from "./study/followCommands";
import { registerPaneIcons } from "./theme/icons";

/** A file of the official list, which the build puts beside the page. */
async function fetchReference(name: string): Promise<unknown> {
  const answer = await fetch(`reference/${name}`);
  if (!answer.ok) throw new Error(`reference/${name}: ${answer.status}`);
  return answer.json();
}

void Office.onReady(() => {
  const base = new Base(new Codebook(editionById(defaultEditionId)));
  const study = new Study(base, {
    figures: () => figuresOf(environment),
    drawMap: async (indicatorId, language) => {
      const evaluate = figuresOf(environment);
      if (!evaluate) throw new Error("The base is being read.");
      const { synthesisMap } = await import(/* webpackChunkName: "map" */ "./results/synthesisMap");
      return synthesisMap({ base, evaluate }, indicatorId, language);
    },
  });
  const environment = studyEnvironment(study, base);
  // Formulas and commands first: Excel may call them before the pane is drawn, or without it.
  registerFunctions(CustomFunctions, environment);
  associateCommands(study);
  followRibbon(study);
  const services = createServices(
    study,
    () => loadReference(fetchReference, study.getState().codebook),
    () => environment.context(),
  );
  registerPaneIcons();
  mountPane(document.getElementById("root")!, services);
  followCommands(services);
  // What goes wrong is told in the state.
  study.open().catch(() => undefined);
});
