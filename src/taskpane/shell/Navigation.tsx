import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { localeOf, type Localized } from "../../domain/language";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { screenGroups, screenOf, screensIn, type Screen, type ScreenGroup } from "./screens";

export const screenPanelId = "bvn-screen";
/** The tab that names a screen: its own, or its group's where it is alone. */
export const screenTabId = (screen: Screen): string => {
  const { group } = screenOf(screen);
  return screensIn(group).length > 1 ? `bvn-tab-${screen}` : `bvn-tab-group-${group}`;
};

interface TabListProps<Id extends string> {
  readonly label: string;
  readonly className: string;
  readonly tabs: readonly { readonly id: Id; readonly label: Localized; readonly count?: number }[];
  readonly current: Id;
  readonly tabId: (id: Id) => string;
  readonly onGo: (id: Id) => void;
}

/** A row of tabs: one stop of the Tab key, arrows inside. */
function TabList<Id extends string>({ label, className, tabs, current, tabId, onGo }: TabListProps<Id>) {
  const { language } = useStudyState();
  const go = (id: Id) => {
    onGo(id);
    document.getElementById(tabId(id))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(tabs[(to + tabs.length) % tabs.length].id);
  };
  const tab = (id: Id, children: ReactNode) => (
    <button
      key={id}
      type="button"
      role="tab"
      id={tabId(id)}
      aria-selected={id === current}
      aria-controls={id === current ? screenPanelId : undefined}
      tabIndex={id === current ? 0 : -1}
      className="bvn-tab"
      onClick={() => go(id)}
    >
      {children}
    </button>
  );
  return (
    <div role="tablist" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: words, count }) =>
        tab(
          id,
          <>
            {words[language]}
            {!!count && <span className="bvn-count">{count.toLocaleString(localeOf(language))}</span>}
          </>,
        ),
      )}
    </div>
  );
}

/** Where one goes in the pane: what for, and under it the screens for that. Each group keeps its last screen. */
export function Navigation() {
  const { navigation } = useServices();
  const current = useStore(navigation);
  const { anomalies } = useStudyState();
  const texts = useTexts();
  const { group } = screenOf(current);
  const last = useRef(new Map<ScreenGroup, Screen>());
  last.current.set(group, current);
  const groups = screenGroups.filter(({ id }) => screensIn(id).length > 0);
  const own = screensIn(group);
  // What is to be corrected is said wherever one is.
  const counted = (screens: readonly { id: Screen }[]) =>
    screens.some(({ id }) => id === "check") ? anomalies.length : 0;
  return (
    <nav>
      <TabList
        label={texts.screenGroups}
        className="bvn-tabs bvn-tab-groups"
        tabs={groups.map(({ id, label }) => ({
          id,
          label,
          count: id === group ? 0 : counted(screensIn(id)),
        }))}
        current={group}
        tabId={(id) => `bvn-tab-group-${id}`}
        onGo={(id) => navigation.go(last.current.get(id) ?? screensIn(id)[0].id)}
      />
      {own.length > 1 && (
        <TabList
          label={texts.screens}
          className="bvn-tabs"
          tabs={own.map(({ id, label }) => ({ id, label, count: counted([{ id }]) }))}
          current={current}
          tabId={screenTabId}
          onGo={navigation.go}
        />
      )}
    </nav>
  );
}
