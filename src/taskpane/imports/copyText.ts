/**
 * Puts a text on the clipboard. Excel on the web shows the pane in a frame that may not: false then, and the
 * caller shows the text to be copied by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCommand(text);
  }
}

/** The older way, which needs no permission but a selection. */
function byCommand(text: string): boolean {
  const area = document.createElement("textarea");
  const focused = document.activeElement as HTMLElement | null;
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand?.("copy") ?? false;
  } catch {
    return false;
  } finally {
    area.remove();
    focused?.focus?.();
  }
}
