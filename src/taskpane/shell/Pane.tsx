import { lazy, Suspense, useEffect, type ComponentType, type KeyboardEvent } from "react";
import { CheckScreen } from "../check/CheckScreen";
import { HelpScreen } from "../help/HelpScreen";
import { ProjectScreen } from "../project/ProjectScreen";
import { useServices, useStore, useStudyState } from "../study/context";
import type { Screen } from "../study/navigation";
import { DamagedStudy } from "./DamagedStudy";
import { Header } from "./Header";
import { Navigation, screenPanelId, screenTabId } from "./Navigation";
import { NoStudy } from "./NoStudy";
import { NoticeBar } from "./NoticeBar";
import { Starting } from "./Starting";
import { UndoBar } from "./UndoBar";
import { WorkBar } from "./WorkBar";

/** Screens of the campaign are loaded when one of them is first shown. */
const exchange = () => import(/* webpackChunkName: "exchange" */ "../exchange");

const screenOf: Readonly<Record<Screen, ComponentType>> = {
  projects: ProjectScreen,
  check: CheckScreen,
  territory: lazy(() => exchange().then(({ PoliticsScreen }) => ({ default: PoliticsScreen }))),
  questionnaires: lazy(() =>
    exchange().then(({ QuestionnairesScreen }) => ({ default: QuestionnairesScreen })),
  ),
  import: lazy(() => exchange().then(({ ImportScreen }) => ({ default: ImportScreen }))),
  board: lazy(() => exchange().then(({ BoardScreen }) => ({ default: BoardScreen }))),
  help: HelpScreen,
};

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
  const Current = screenOf[screen];
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
