import { Suspense, useEffect, type KeyboardEvent } from "react";
import { useServices, useStore, useStudyState } from "../study/context";
import { DamagedStudy } from "./DamagedStudy";
import { Header } from "./Header";
import { Navigation, screenPanelId, screenTabId } from "./Navigation";
import { NoStudy } from "./NoStudy";
import { NoticeBar } from "./NoticeBar";
import { screenOf } from "./screens";
import { Starting } from "./Starting";
import { UndoBar } from "./UndoBar";
import { WorkBar } from "./WorkBar";

/** The whole pane: what the study is, one screen, what is going on, and what can be taken back. */
export function Pane() {
  const { navigation, editor } = useServices();
  const { status, language, undoable } = useStudyState();
  const screen = useStore(navigation);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest("input, textarea");
    const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!undoes || typing || !undoable) return;
    event.preventDefault();
    void editor.undo();
  };
  const { component: Current } = screenOf(screen);
  return (
    <div className="bvn-pane" onKeyDown={onKeyDown}>
      <Header />
      {status === "ready" && <Navigation />}
      <main className="bvn-main">
        <NoticeBar />
        <WorkBar />
        {status === "starting" && <Starting />}
        {status === "none" && <NoStudy />}
        {status === "damaged" && <DamagedStudy />}
        {status === "ready" && (
          <div role="tabpanel" id={screenPanelId} aria-labelledby={screenTabId(screen)} className="bvn-panel">
            <Suspense fallback={<Starting />}>
              <Current />
            </Suspense>
          </div>
        )}
      </main>
      <UndoBar />
    </div>
  );
}
