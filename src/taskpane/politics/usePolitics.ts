import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import type { Spoken } from "../texts/define";
import { politicsTexts } from "../texts/politics";
import { useSpoken } from "../texts/useSpoken";
import { politicsEditor, type PoliticsEditor, type PoliticsState } from "./politicsEditor";

export type PoliticsTexts = Spoken<typeof politicsTexts>;

/** The territory's sheet of this pane, its state followed, and its words. */
export function usePolitics(): { editor: PoliticsEditor; state: PoliticsState; texts: PoliticsTexts } {
  const editor = lasting(useServices(), politicsEditor);
  return { editor, state: useStore(editor), texts: useSpoken(politicsTexts) };
}
