import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import { importTexts, type ImportTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";
import { importSession, type ImportSession } from "./importSession";
import type { ImportState } from "./importState";

/** The import of this pane, its state followed, and its words. */
export function useImport(): { session: ImportSession; state: ImportState; texts: ImportTexts } {
  const session = lasting(useServices(), importSession);
  return { session, state: useStore(session), texts: useSpoken(importTexts) };
}
