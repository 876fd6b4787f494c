import type { Language } from "./language";
import { say } from "./texts";

/** The pane beside the grid: a frame with the add-in's own page, between 320 and 480 pixels wide. */
export interface Pane {
  readonly frame: HTMLIFrameElement;
  readonly visible: boolean;
  setTitle(title: string): void;
  show(): void;
  hide(): void;
  /** Called whenever the pane is shown or hidden. */
  onVisibility: ((visible: boolean) => void) | undefined;
}

const narrowest = 320;
const widest = 480;

export function createPane(container: HTMLElement, splitter: HTMLElement, language: Language): Pane {
  const title = document.createElement("h2");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", say("closePane", language));
  const header = document.createElement("div");
  header.className = "pane-header";
  header.append(title, close);
  const frame = document.createElement("iframe");
  frame.title = say("pane", language);
  container.replaceChildren(header, frame);
  container.setAttribute("aria-label", say("pane", language));

  let width = 350;
  const resize = (wanted: number): void => {
    width = Math.round(Math.min(widest, Math.max(narrowest, wanted)));
    container.style.width = `${width}px`;
    splitter.setAttribute("aria-valuenow", String(width));
  };
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-label", say("resizePane", language));
  splitter.setAttribute("aria-valuemin", String(narrowest));
  splitter.setAttribute("aria-valuemax", String(widest));
  splitter.tabIndex = 0;
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    // The frame would swallow the pointer as soon as it enters it.
    frame.style.pointerEvents = "none";
    const move = (moved: PointerEvent): void => resize(document.documentElement.clientWidth - moved.clientX);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener(
      "lostpointercapture",
      () => {
        splitter.removeEventListener("pointermove", move);
        frame.style.pointerEvents = "";
      },
      { once: true },
    );
  });
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: 10, ArrowRight: -10 }[event.key];
    if (step) resize(width + step);
  });
  resize(width);

  const pane: Pane = {
    frame,
    get visible() {
      return !container.hidden;
    },
    setTitle: (text) => void (title.textContent = text),
    show: () => {
      container.hidden = splitter.hidden = false;
      pane.onVisibility?.(true);
    },
    hide: () => {
      container.hidden = splitter.hidden = true;
      pane.onVisibility?.(false);
    },
    onVisibility: undefined,
  };
  close.addEventListener("click", () => pane.hide());
  return pane;
}
