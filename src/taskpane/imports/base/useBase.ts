import { useServices, useStore } from "../../study/context";
import { lasting } from "../../study/lasting";
import { olderBaseTexts, type OlderBaseTexts } from "../../texts/olderBase";
import { useSpoken } from "../../texts/useSpoken";
import { importSession } from "../importSession";
import type { BaseSession, BaseState } from "./baseSession";

/** The base being mapped in this pane, its state followed, and its words. */
export function useBase(): { session: BaseSession; state: BaseState; texts: OlderBaseTexts } {
  const session = lasting(useServices(), importSession).base;
  return { session, state: useStore(session), texts: useSpoken(olderBaseTexts) };
}
