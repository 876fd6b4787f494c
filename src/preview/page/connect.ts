import { SetSelectionsOperation, SetWorksheetActiveOperation } from "@univerjs/sheets";
import type { FUniver } from "@univerjs/core/facade";
import type { PreviewHost } from "../host";
import type { Pane } from "./pane";
import type { Status } from "./status";

/** The pane follows what the add-in asks (show, hide), and the add-in hears what the person does with it. */
export function connectPane(pane: Pane, host: PreviewHost): void {
  host.office.paneChanged.listen((mode) => {
    if (mode === "Taskpane" && !pane.visible) pane.show();
    if (mode === "Hidden" && pane.visible) pane.hide();
  });
  pane.onVisibility = (visible) => host.office.showPane(visible ? "Taskpane" : "Hidden");
}

/** Buttons the add-in switches off are shown so. */
export function connectRibbon(container: HTMLElement, host: PreviewHost): void {
  const show = (): void => {
    for (const button of container.querySelectorAll<HTMLButtonElement>(".ribbon-button"))
      button.disabled = host.office.controls.get(button.dataset.control!) === false;
  };
  host.office.ribbonChanged.listen(show);
  // The add-in may have spoken before anybody looked.
  show();
}

/**
 * For the cell selected, what Excel shows beside it: the words of the function that refused, as in the error's
 * tooltip, or the input message of its validation.
 */
export function connectStatus(status: Status, host: PreviewHost, api: FUniver): void {
  const show = (): void => {
    const { sheetId, row, column } = host.core.selected();
    const error = host.core.functions.calls.messageAt({ sheetId, row, column });
    const prompt = host.core.validations.of({ sheetId, row, column, rows: 1, columns: 1 })?.prompt;
    const hint = prompt?.showPrompt === false ? [] : [prompt?.title, prompt?.message].filter(Boolean);
    status.cell(error ?? hint.join(" – "));
  };
  // Univer's own event tells of the person's selections only; these are everybody's.
  const selecting: string[] = [SetSelectionsOperation.id, SetWorksheetActiveOperation.id];
  host.core.book.commands.onCommandExecuted(({ id }) => {
    if (selecting.includes(id)) show();
  });
  // A result may come later than the selection.
  api.getFormula().calculationEnd(() => setTimeout(show, 0));
}

/** While a person types in a cell, Excel refuses every request; so does the host. */
export function connectEditing(host: PreviewHost, api: FUniver): void {
  api.addEvent(api.Event.SheetEditStarted, () => host.cellEditMode(true));
  api.addEvent(api.Event.SheetEditEnded, () => host.cellEditMode(false));
}
