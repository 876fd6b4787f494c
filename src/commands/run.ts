import type { StudyOperations } from "../excel/contract";
import { commands, type CommandId } from "./catalogue";
import { paneRequests, type PaneScreen } from "./paneRequests";

/** Shows the pane with a screen; where the pane cannot be shown (it is open already, or tests) only asks for the screen. */
async function showPane(command: CommandId, screen: PaneScreen): Promise<void> {
  await Office.addin?.showAsTaskpane?.();
  paneRequests.ask({ screen, command });
}

/** What each command does; the catalogue says how it is called. */
const actions: Readonly<Record<CommandId, (study: StudyOperations) => Promise<void>>> = {
  showPane: () => showPane("showPane", "home"),
  createStudy: (study) => study.createOrRepair(),
  enterProject: () => showPane("enterProject", "project"),
  checkWorkbook: async (study) => {
    await showPane("checkWorkbook", "check");
    await study.check();
  },
  territorySheet: () => showPane("territorySheet", "territory"),
  makeQuestionnaires: () => showPane("makeQuestionnaires", "questionnaires"),
  importReturns: () => showPane("importReturns", "import"),
  panelBoard: () => showPane("panelBoard", "board"),
  loadSample2014: (study) => study.loadSample2014(),
  undoLast: (study) => study.undo(),
};

/**
 * Runs a command of the catalogue; ribbon, pane, keyboard and tests all come here.
 * @throws StudyError, whose notice is in the study's state by then.
 */
export async function runCommand(id: CommandId, study: StudyOperations): Promise<void> {
  await actions[id](study);
}

/** Makes the ribbon's buttons and the keyboard shortcuts run the commands of the study. */
export function associateCommands(study: StudyOperations): void {
  for (const { id } of commands) {
    Office.actions.associate(id, async (event?: Office.AddinCommands.Event) => {
      try {
        await runCommand(id, study);
      } catch {
        // The reason is in the study's state; without the pane nobody would see it.
        await Office.addin?.showAsTaskpane?.();
      } finally {
        event?.completed?.();
      }
    });
  }
}
