import type { Texts } from "../texts";

export type FormAction = "save" | "saveAndNew" | "next" | "previous";

/** Where Alt and an arrow open a list rather than go to another project. */
const opensList = (target: HTMLElement): boolean => target.getAttribute("role") === "combobox";

/** What a key means in the project form. Ctrl is Cmd on a Mac. */
export function formAction(event: KeyboardEvent, target: HTMLElement): FormAction | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey) {
    if (event.key.toLowerCase() === "s" && !event.shiftKey) return "save";
    if (event.key === "Enter") return event.shiftKey ? "saveAndNew" : "save";
  }
  if (event.altKey && !command && !event.shiftKey) {
    const arrows = !opensList(target);
    if (event.key === "PageDown" || (arrows && event.key === "ArrowDown")) return "next";
    if (event.key === "PageUp" || (arrows && event.key === "ArrowUp")) return "previous";
  }
  return undefined;
}

/** The keys as a person of this language reads them, and as a screen reader is told. */
export const formKeys: Readonly<
  Record<FormAction, { readonly shown: (texts: Texts) => string; readonly aria: string }>
> = {
  save: { shown: (t) => `Ctrl+S, Ctrl+${t.enterKey}`, aria: "Control+S Control+Enter" },
  saveAndNew: { shown: (t) => `Ctrl+${t.shiftKey}+${t.enterKey}`, aria: "Control+Shift+Enter" },
  next: { shown: (t) => `Alt+${t.pageDown}`, aria: "Alt+PageDown" },
  previous: { shown: (t) => `Alt+${t.pageUp}`, aria: "Alt+PageUp" },
};
