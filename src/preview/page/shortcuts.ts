interface ShortcutsFile {
  readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string } }[];
}

/** Action id → shortcut in Office's notation, from the served shortcuts.json. */
export const readShortcuts = (file: ShortcutsFile): Map<string, string> =>
  new Map(file.shortcuts.map(({ action, key }) => [action, key.default]));

/** Whether the key pressed is that shortcut, e.g. "Ctrl+Alt+P". */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.toLowerCase().split("+");
  const key = parts.pop()!;
  // With Alt, a keyboard may produce another character: the physical key counts for letters.
  const pressed = /^[a-z]$/.test(key)
    ? event.code.replace(/^Key/, "").toLowerCase()
    : event.key.toLowerCase();
  return (
    (pressed === key || event.key.toLowerCase() === key) &&
    (event.ctrlKey || event.metaKey) === parts.includes("ctrl") &&
    event.altKey === parts.includes("alt") &&
    event.shiftKey === parts.includes("shift")
  );
}

/** Listens to the shortcuts in one window: the page's, or that of the pane. */
export function listenToShortcuts(
  target: Window,
  shortcuts: Map<string, string>,
  run: (action: string) => void,
): void {
  target.addEventListener(
    "keydown",
    (event) => {
      for (const [action, shortcut] of shortcuts)
        if (isShortcut(event, shortcut)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          run(action);
          return;
        }
    },
    { capture: true },
  );
}
