import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import type { Spoken } from "../texts/define";
import { exportTexts } from "../texts/exports";
import { useSpoken } from "../texts/useSpoken";
import { exportSession, type ExportSession, type ExportState } from "./exportSession";

/** The ways out of this pane, their state followed, and their words. */
export function useExports(): {
  session: ExportSession;
  state: ExportState;
  texts: Spoken<typeof exportTexts>;
} {
  const session = lasting(useServices(), exportSession);
  return { session, state: useStore(session), texts: useSpoken(exportTexts) };
}
