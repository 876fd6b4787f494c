import { Store } from "./store";

/** The pane's screens, in the order of their tabs. */
export const screens = [
  "projects",
  "check",
  "territory",
  "questionnaires",
  "import",
  "board",
  "help",
] as const;
export type Screen = (typeof screens)[number];

/** Which screen the pane shows; commands of the ribbon move it too. */
export class Navigation extends Store<Screen> {
  constructor() {
    super("projects");
  }

  readonly go = (screen: Screen): void => this.set(screen);
}
