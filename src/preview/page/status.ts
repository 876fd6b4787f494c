import type { Language } from "./language";
import { say } from "./texts";

/** The line at the bottom: what the preview is doing, the selected error's meaning, the last error. */
export interface Status {
  state(text: string): void;
  cell(text: string): void;
  error(error: unknown): void;
  readonly errors: readonly string[];
}

export function createStatus(container: HTMLElement, language: Language): Status {
  const part = (className: string, role?: string): HTMLElement => {
    const node = document.createElement("span");
    node.className = className;
    if (role) node.setAttribute("role", role);
    return node;
  };
  const state = part("status-state", "status");
  const cell = part("status-cell", "status");
  const failure = part("status-error", "alert");
  const about = part("status-about");
  about.textContent = say("notExcel", language);
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.className = "status-dismiss";
  dismiss.textContent = "×";
  dismiss.setAttribute("aria-label", say("dismiss", language));
  dismiss.hidden = true;
  dismiss.addEventListener("click", () => {
    failure.textContent = "";
    dismiss.hidden = true;
  });
  container.replaceChildren(state, cell, failure, dismiss, about);
  const errors: string[] = [];
  return {
    errors,
    state: (text) => void (state.textContent = text),
    cell: (text) => {
      cell.textContent = text;
      cell.title = text;
    },
    error: (error) => {
      const text = error instanceof Error ? error.message : String(error);
      errors.push(text);
      failure.textContent = `${say("errorIn", language)} : ${text}`;
      failure.title = error instanceof Error && error.stack ? error.stack : text;
      dismiss.hidden = false;
    },
  };
}
