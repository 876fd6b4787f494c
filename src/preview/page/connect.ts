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
  host.office.ribbonChanged.listen(() => {
    for (const button of container.querySelectorAll<HTMLButtonElement>(".ribbon-button"))
      button.disabled = host.office.controls.get(button.dataset.control!) === false;
  });
}

/** As Excel's tooltip on an error: the words of the function that refused, for the cell selected. */
export function connectStatus(status: Status, host: PreviewHost, api: FUniver): void {
  const show = (): void => {
    const area = host.core.selected();
    status.cell(
      host.core.functions.calls.messageAt({ sheetId: area.sheetId, row: area.row, column: area.column }) ??
        "",
    );
  };
  api.addEvent(api.Event.SelectionChanged, show);
  api.addEvent(api.Event.ActiveSheetChanged, show);
  // A result may come later than the selection.
  api.getFormula().calculationEnd(() => setTimeout(show, 0));
}

/** While a person types in a cell, Excel refuses every request; so does the host. */
export function connectEditing(host: PreviewHost, api: FUniver): void {
  api.addEvent(api.Event.SheetEditStarted, () => host.cellEditMode(true));
  api.addEvent(api.Event.SheetEditEnded, () => host.cellEditMode(false));
}
