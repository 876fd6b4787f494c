import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import type { Spoken } from "../texts/define";
import { reportTexts } from "../texts/reports";
import { useSpoken } from "../texts/useSpoken";
import { reportSession, type ReportSession, type ReportState } from "./reportSession";

/** The reports of this pane, their state followed, and their words. */
export function useReports(): {
  session: ReportSession;
  state: ReportState;
  texts: Spoken<typeof reportTexts>;
} {
  const session = lasting(useServices(), reportSession);
  return { session, state: useStore(session), texts: useSpoken(reportTexts) };
}
