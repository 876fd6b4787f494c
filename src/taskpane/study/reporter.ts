import type { Notice } from "../../excel/contract";
import { Store } from "./store";

/** Whether an error has already been told: the Excel layer puts the notice of its errors into the state. */
function isTold(error: unknown): boolean {
  return typeof error === "object" && error !== null && "notice" in error;
}

/** The pane's own notices: errors that nobody foresaw, so that none of them is silent. */
export class Reporter extends Store<Notice | null> {
  constructor() {
    super(null);
  }

  /** Tells an error, unless the Excel layer did. */
  readonly report = (error: unknown): void => {
    if (isTold(error)) return;
    const detail = error instanceof Error ? error.message : String(error);
    this.set({
      kind: "error",
      code: "unexpected",
      message: {
        fr: `L’opération n’a pas abouti : ${detail}. Rien n’a été effacé ; recommencez, ou rouvrez le volet.`,
        en: `The operation did not succeed: ${detail}. Nothing was erased; try again, or open the pane anew.`,
      },
    });
  };

  /** Runs an operation of the study; says whether it succeeded, and never rejects. */
  readonly attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  };
}
