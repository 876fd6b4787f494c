/** What the add-in shows and does around the workbook: pane, ribbon, commands, theme. The page draws it. */
export interface OfficeTheme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
  isDarkTheme: boolean;
}
const LIGHT_THEME: OfficeTheme = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#242424",
  controlBackgroundColor: "#F5F5F5",
  controlForegroundColor: "#242424",
  isDarkTheme: false,
};
export interface RibbonUpdate {
  tabs: {
    id: string;
    visible?: boolean;
    controls?: RibbonControl[];
    groups?: { id: string; controls?: RibbonControl[] }[];
  }[];
}
export interface RibbonControl {
  id: string;
  enabled?: boolean;
}
type Listener<T> = (value: T) => void;
class Signal<T> {
  private listeners = new Set<Listener<T>>();
  listen(listener: Listener<T>): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  tell(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}

/** What this Excel supports; a test may take some away to be an older one. */
const SETS: Record<string, string> = {
  ExcelApi: "1.17",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.4",
  RibbonApi: "1.1",
  KeyboardShortcuts: "1.1",
  DialogApi: "1.1",
};
export class OfficeState {
  readonly sets: Record<string, string> = { ...SETS };
  pane: "Taskpane" | "Hidden" = "Taskpane";
  startupBehavior: "None" | "Load" = "None";
  theme: OfficeTheme = LIGHT_THEME;
  /** Control id → enabled, from the add-in's requestUpdate calls. */
  readonly controls = new Map<string, boolean>();
  readonly tabs = new Map<string, boolean>();
  readonly paneChanged = new Signal<"Taskpane" | "Hidden">();
  readonly ribbonChanged = new Signal<void>();
  readonly themeChanged = new Signal<OfficeTheme>();
  /** Finds the add-in's function of a command; set by the shim in the add-in's window. */
  action: (id: string) => ((event: { source: { id: string }; completed(): void }) => unknown) | undefined =
    () => undefined;

  showPane(pane: "Taskpane" | "Hidden"): void {
    if (pane === this.pane) return;
    this.pane = pane;
    this.paneChanged.tell(pane);
  }
  setTheme(theme: OfficeTheme): void {
    this.theme = theme;
    this.themeChanged.tell(theme);
  }
  updateRibbon(update: RibbonUpdate): void {
    const take = (controls: RibbonControl[] = []) => {
      for (const control of controls)
        if (control.enabled !== undefined) this.controls.set(control.id, control.enabled);
    };
    for (const tab of update.tabs ?? []) {
      if (tab.visible !== undefined) this.tabs.set(tab.id, tab.visible);
      take(tab.controls);
      for (const group of tab.groups ?? []) take(group.controls);
    }
    this.ribbonChanged.tell();
  }
  /** Runs a command of the ribbon or a shortcut; resolves when the add-in calls event.completed(). */
  runAction(id: string): Promise<void> {
    const act = this.action(id);
    if (!act) return Promise.reject(new Error(`The add-in has associated no action "${id}".`));
    return new Promise((resolve, reject) => {
      try {
        const result = act({ source: { id }, completed: () => resolve() });
        if (result instanceof Promise) result.catch(reject);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }
}
