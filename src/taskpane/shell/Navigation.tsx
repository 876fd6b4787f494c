import type { KeyboardEvent } from "react";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { screens, type Screen } from "../study/navigation";

export const screenPanelId = "bvn-screen";
export const screenTabId = (screen: Screen): string => `bvn-tab-${screen}`;

/** The tabs of the pane: one stop of the Tab key, arrows inside. */
export function Navigation() {
  const { navigation } = useServices();
  const current = useStore(navigation);
  const { anomalies } = useStudyState();
  const texts = useTexts();
  const labels: Readonly<Record<Screen, string>> = {
    projects: texts.projects,
    check: texts.check,
    territory: texts.territory,
    questionnaires: texts.questionnaires,
    import: texts.import,
    board: texts.board,
    help: texts.help,
  };
  const go = (screen: Screen) => {
    navigation.go(screen);
    document.getElementById(screenTabId(screen))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = screens.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: screens.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(screens[(to + screens.length) % screens.length]);
  };
  return (
    <nav>
      <div role="tablist" aria-label={texts.screens} className="bvn-tabs" onKeyDown={onKeyDown}>
        {screens.map((screen) => (
          <button
            key={screen}
            type="button"
            role="tab"
            id={screenTabId(screen)}
            aria-selected={screen === current}
            aria-controls={screen === current ? screenPanelId : undefined}
            tabIndex={screen === current ? 0 : -1}
            className="bvn-tab"
            onClick={() => go(screen)}
          >
            {labels[screen]}
            {screen === "check" && anomalies.length > 0 && (
              <span className="bvn-count">{anomalies.length.toLocaleString()}</span>
            )}
          </button>
        ))}
      </div>
    </nav>
  );
}
