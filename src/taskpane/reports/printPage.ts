/** How long the frame stays after the print window has opened: some hosts print what is still there. */
const KEEP = 60_000;

/**
 * Shows a page in the browser's print window, from which it can be saved as PDF. The page stands in a frame of its own
 * that nobody sees.
 */
export async function printPage(html: string): Promise<void> {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0";
  const loaded = new Promise<void>((resolve) =>
    frame.addEventListener("load", () => resolve(), { once: true }),
  );
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  frame.contentWindow!.focus();
  frame.contentWindow!.print();
  setTimeout(() => frame.remove(), KEEP);
}
