import type { StudyOperations, StudyState } from "../excel/contract";
import { commands, type CommandDefinition, type Need } from "./catalogue";

/** Ids the manifest gives the tab, its groups and its buttons; Office.ribbon finds them by these. */
export const ribbonTab = "BVN.Tab";
export const ribbonGroup = (group: string): string => `BVN.Group.${group}`;
export const ribbonControl = (command: string): string => `BVN.${command}`;

/** When what a command needs is there; while the workbook is being looked at, nobody is held back. */
const isThere: Readonly<Record<Need, (state: StudyState) => boolean>> = {
  study: ({ status }) => status === "ready" || status === "starting",
  projects: ({ status, projectCount }) => status === "starting" || (status === "ready" && projectCount > 0),
  noProjects: ({ status, projectCount }) => status !== "ready" || projectCount === 0,
  undoable: ({ undoable }) => undoable !== null,
};

/** Whether a command makes sense in this state of the workbook. */
export function isEnabled({ needs }: Pick<CommandDefinition, "needs">, state: StudyState): boolean {
  return !needs || isThere[needs](state);
}

/**
 * Switches the ribbon's buttons on and off as the study changes. The manifest leaves all of them on, so that none is
 * dead before the add-in has started: a command that makes no sense then says why. Does nothing where Excel cannot
 * (RibbonApi 1.1).
 */
export function followRibbon(study: Pick<StudyOperations, "getState" | "subscribe">): () => void {
  if (!Office.context.requirements.isSetSupported("RibbonApi", "1.1")) return () => undefined;
  const shown = new Map<string, boolean>(commands.map(({ id }) => [id, true]));
  const update = (): void => {
    const state = study.getState();
    const changed = (commands as readonly CommandDefinition[]).filter(
      (command) => shown.get(command.id) !== isEnabled(command, state),
    );
    if (!changed.length) return;
    const groups = [...new Set(changed.map(({ group }) => group))].map((group) => ({
      id: ribbonGroup(group),
      controls: changed
        .filter((command) => command.group === group)
        .map((command) => ({ id: ribbonControl(command.id), enabled: isEnabled(command, state) })),
    }));
    for (const command of changed) shown.set(command.id, isEnabled(command, state));
    // A ribbon that is not shown just now (another add-in's tab) refuses; the next change tries again.
    Office.ribbon.requestUpdate({ tabs: [{ id: ribbonTab, groups }] }).catch(() => {
      for (const command of changed) shown.delete(command.id);
    });
  };
  update();
  return study.subscribe(update);
}
