import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import type { Spoken } from "../texts/define";
import { questionnaireTexts } from "../texts/questionnaires";
import { useSpoken } from "../texts/useSpoken";
import { makingSession, type MakingSession, type MakingState } from "./makingSession";

/** The making of questionnaires in this pane, its state followed, and its words. */
export function useMaking(): {
  session: MakingSession;
  state: MakingState;
  texts: Spoken<typeof questionnaireTexts>;
} {
  const session = lasting(useServices(), makingSession);
  return { session, state: useStore(session), texts: useSpoken(questionnaireTexts) };
}
