import type { ProjectRef } from "../../excel/contract";
import { sameProject } from "./draft";

/** How long the sheet may take to tell that a row was selected. */
const ECHO_MS = 1500;

/** Tells a row the person selected in the sheet from one the pane itself wrote or selected. */
export class SelectionEcho {
  private expected: { readonly ref: ProjectRef; readonly until: number } | null = null;

  /** The pane has written or selected this row; the sheet will say so. */
  expect(ref: ProjectRef): void {
    this.expected = { ref, until: Date.now() + ECHO_MS };
  }

  /** Whether a selection is only the sheet's echo. */
  is(selection: ProjectRef): boolean {
    const { expected } = this;
    this.expected = null;
    return expected !== null && Date.now() < expected.until && sameProject(selection, expected.ref);
  }
}
