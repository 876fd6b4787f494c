import { paneRequests, type PaneScreen } from "../../commands/paneRequests";
import type { Screen } from "./navigation";
import type { Services } from "./services";

const screenFor: Readonly<Record<PaneScreen, Screen>> = {
  home: "projects",
  project: "projects",
  check: "check",
  territory: "territory",
  questionnaires: "questionnaires",
  import: "import",
  board: "board",
};

/** Goes where the ribbon and the keyboard ask to. @returns A function that stops it. */
export function followCommands({ study, navigation, editor }: Services): () => void {
  return paneRequests.listen(({ screen }) => {
    navigation.go(screenFor[screen]);
    if (screen === "project" && study.getState().status === "ready") editor.startNew();
  });
}
