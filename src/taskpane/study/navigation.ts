import type { Screen } from "../shell/screens";
import { Store } from "./store";

/** Which screen the pane shows; commands of the ribbon move it too. */
export class Navigation extends Store<Screen> {
  constructor() {
    super("projects");
  }

  readonly go = (screen: Screen): void => this.set(screen);
}
