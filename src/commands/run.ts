import type { StudyOperations } from "../excel/contract";
import { commands, type CommandDefinition, type CommandId } from "./catalogue";
import { paneRequests } from "./paneRequests";

/** Shows the pane with the screen of a command; where the pane cannot be shown (it is open already, or tests) only asks for the screen. */
async function showPane(command: CommandId): Promise<void> {
  await Office.addin?.showAsTaskpane?.();
  paneRequests.ask({ command });
}

/** Commands that show a screen of the pane and do no more. */
type OpensPane = Extract<(typeof commands)[number], { opensPane: true }>["id"];

/** What the other commands do, and what some do beside showing their screen; the catalogue says how each is called. */
const actions: Readonly<
  Record<Exclude<CommandId, OpensPane>, (study: StudyOperations) => Promise<unknown>> &
    Partial<Record<OpensPane, (study: StudyOperations) => Promise<unknown>>>
> = {
  createStudy: (study) => study.createOrRepair(),
  buildSynthesis: (study) => study.buildSynthesis(),
  buildFiche: (study) => study.buildFiche(),
  checkWorkbook: (study) => study.check(),
  loadSample2014: (study) => study.loadSample2014(),
  undoLast: (study) => study.undo(),
  freezeFormulas: (study) => study.out.freezeFormulas("book"),
  thawFormulas: (study) => study.out.thawFormulas(),
  repairFormulas: (study) => study.out.repairFormulas(),
};

/**
 * Runs a command of the catalogue; ribbon, pane, keyboard and tests all come here.
 * @throws StudyError, whose notice is in the study's state by then.
 */
export async function runCommand(id: CommandId, study: StudyOperations): Promise<void> {
  const { opensPane } = (commands as readonly CommandDefinition[]).find((command) => command.id === id)!;
  if (opensPane) await showPane(id);
  await actions[id]?.(study);
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
