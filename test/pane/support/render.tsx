import { act, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { setIconOptions } from "office-ui-fabric-react/lib/Styling";
import { loadReference } from "../../../src/domain/territories";
import { PaneRoot } from "../../../src/taskpane/mountPane";
import { screenTabId } from "../../../src/taskpane/shell/Navigation";
import { screenOf, type Screen } from "../../../src/taskpane/shell/screens";
import { createServices } from "../../../src/taskpane/study/createServices";
import type { Services } from "../../../src/taskpane/study/services";
import type { MemoryStudy } from "./memoryStudy";
import { officialFile } from "./panel";

// Computing what is hidden takes most of the time; a failed look-up need not print the whole page; files that are made
// and read on a busy machine take more than the usual second.
configure({
  defaultHidden: true,
  asyncUtilTimeout: 15_000,
  getElementError: (message) => new Error(message ?? ""),
});
setIconOptions({ disableWarnings: true });

/** Shows the pane on a study, as index.tsx does. */
export function showPane(
  study: MemoryStudy,
  reference: () => Promise<unknown> = async () => officialFile,
  functionContext?: Services["functionContext"],
) {
  // What a screen asks for and the stand-in lacks fails its test.
  const services = createServices(
    study as MemoryStudy & Services["study"],
    () => loadReference(reference),
    functionContext,
  );
  return { services, ...render(<PaneRoot services={services} />) };
}

/** Goes to a screen as a person does: its group, then its tab. */
export function openScreen(id: Screen): void {
  const { group } = screenOf(id);
  fireEvent.click(document.getElementById(`bvn-tab-group-${group}`)!);
  fireEvent.click(document.getElementById(screenTabId(id))!);
}

/** The field with this label. */
export const field = (label: string | RegExp): HTMLElement =>
  screen.getByLabelText(label, { selector: "input, textarea, [role=combobox]" });

/** What a field shows. */
export const shown = (label: string | RegExp): string => {
  const element = field(label);
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value
    : (element.textContent ?? "").trim();
};

/** A name as it is read: spaces of every kind are spaces. */
const asRead = (name: string | RegExp): RegExp =>
  typeof name === "string"
    ? new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s")}$`)
    : new RegExp(name.source.replace(/ /g, "\\s"), name.flags);

export const button = (name: string | RegExp): HTMLElement =>
  screen.getByRole("button", { name: asRead(name) });

export const click = (name: string | RegExp): void => void fireEvent.click(button(name));

/** Types a text into a field, without leaving it. */
export function type(label: string | RegExp, text: string): void {
  const element = field(label);
  act(() => element.focus());
  fireEvent.change(element, { target: { value: text } });
}

export function press(element: Element, key: string, modifiers: Partial<KeyboardEventInit> = {}): void {
  fireEvent.keyDown(element, { key, which: keyCodes[key], keyCode: keyCodes[key], ...modifiers });
}

const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
  " ": 32,
};

/** Leaves the field that has the focus. */
export function leave(): void {
  (document.activeElement as HTMLElement | null)?.blur();
}

/** Chooses an answer by its number. */
export const choose = (label: string | RegExp, digit: string): void => press(field(label), digit);

/** The list that is open. */
export const choices = (): string[] => {
  const list = screen.queryByRole("listbox");
  return list
    ? within(list)
        .getAllByRole("option")
        .map((option) => (option.textContent ?? "").replace(/\s/g, " ").trim())
    : [];
};
