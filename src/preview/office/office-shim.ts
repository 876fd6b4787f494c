/**
 * The part of Office around Microsoft's Excel client that office.js itself would bring: ready, context, commands,
 * pane, ribbon, association of functions. What excel-web defines and can work without a real host is left as it is.
 */
import type { FunctionsMetadata, OfficeTheme, PreviewHost, RibbonUpdate } from "../host/index";

/** A window in which excel-web-16.00.js has run. */
export type OfficeWindow = Record<string, any>;
export interface OfficeSettings {
  displayLanguage?: string;
  contentLanguage?: string;
}
/** 1.10 is more than 1.9. */
function isSupported(supported: string | undefined, version: string): boolean {
  if (!supported) return false;
  const [major = 0, minor = 0] = supported.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return wantedMajor < major || (wantedMajor === major && wantedMinor <= minor);
}
/** Ids are compared without regard to case, as Office does. */
class Association {
  readonly mappings: Record<string, (...args: any[]) => unknown> = {};
  private listeners: (() => void)[] = [];
  associate = (
    first: string | Record<string, (...args: any[]) => unknown>,
    second?: (...args: any[]) => unknown,
  ): void => {
    if (typeof first === "string") this.mappings[first.toUpperCase()] = second!;
    else for (const [id, act] of Object.entries(first)) this.mappings[id.toUpperCase()] = act;
    for (const listener of this.listeners) listener();
  };
  onchange(listener: () => void): void {
    this.listeners.push(listener);
  }
}

export function installOffice(
  window: OfficeWindow,
  host: PreviewHost,
  settings: OfficeSettings = {},
): () => void {
  // In a page, excel-web's context cannot be redefined: an object on top of its Office takes ours.
  const Office = (window.Office = Object.create(window.Office ?? {}));
  const { office } = host;
  const culture = host.lang === "fr" ? "fr-FR" : "en-US";
  const stops: (() => void)[] = [];
  const listen = (stop: () => void) => {
    stops.push(stop);
    return stop;
  };

  Office.HostType ??= { Word: "Word", Excel: "Excel", PowerPoint: "PowerPoint", Outlook: "Outlook" };
  Office.PlatformType ??= { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac", Universal: "Universal" };
  Office.AsyncResultStatus ??= { Succeeded: "succeeded", Failed: "failed" };
  Office.EventType ??= {};
  Office.EventType.OfficeThemeChanged ??= "officeThemeChanged";
  const info = { host: Office.HostType.Excel, platform: Office.PlatformType.OfficeOnline, addin: {} };
  const requirements = {
    isSetSupported: (name: string, version: string | number = "1.1") =>
      isSupported(office.sets[name], String(version)),
  };
  const themeHandlers = new Map<(args: unknown) => void, () => void>();
  const succeeded = (value?: unknown) => ({ status: Office.AsyncResultStatus.Succeeded, value });
  const document = {
    mode: "readWrite",
    url: "preview.xlsx",
    settings: documentSettings(host, succeeded),
    addHandlerAsync(kind: string, handler: (args: unknown) => void, ...rest: unknown[]) {
      if (kind === Office.EventType.OfficeThemeChanged)
        themeHandlers.set(
          handler,
          listen(office.themeChanged.listen((officeTheme) => handler({ type: kind, officeTheme }))),
        );
      callback(rest)?.(succeeded());
    },
    removeHandlerAsync(
      _kind: string,
      options?: { handler?: (args: unknown) => void },
      done?: (result: unknown) => void,
    ) {
      for (const [handler, stop] of themeHandlers)
        if (!options?.handler || options.handler === handler) stop();
      done?.(succeeded());
    },
  };
  const context = {
    contentLanguage: settings.contentLanguage ?? culture,
    displayLanguage: settings.displayLanguage ?? culture,
    host: info.host,
    platform: info.platform,
    diagnostics: { host: info.host, platform: info.platform, version: "16.0.0.0 (BVN preview)" },
    requirements,
    document,
    touchEnabled: false,
    commerceAllowed: true,
    get officeTheme(): OfficeTheme {
      return office.theme;
    },
  };
  // excel-web leaves a read-only context behind: put ours in its place.
  Object.defineProperty(Office, "context", { value: context, configurable: true, writable: true });

  Office.initialize ??= () => {};
  Office.onReady = (then?: (info: unknown) => unknown) =>
    Promise.resolve(info).then((ready) => (then ? Promise.resolve(then(ready)).then(() => ready) : ready));
  const started = setTimeout(() => Office.initialize?.("documentOpened"), 0);
  stops.push(() => clearTimeout(started));

  const actions = new Association();
  Office.actions = { ...Office.actions, _association: actions, associate: actions.associate };
  office.action = (id) => actions.mappings[id.toUpperCase()] as never;

  Office.VisibilityMode ??= { hidden: "Hidden", taskpane: "Taskpane" };
  Office.StartupBehavior ??= { none: "None", load: "Load" };
  Office.addin = {
    showAsTaskpane: async () => office.showPane("Taskpane"),
    hide: async () => office.showPane("Hidden"),
    onVisibilityModeChanged: async (listener: (args: { visibilityMode: string }) => void) => {
      const stop = listen(office.paneChanged.listen((visibilityMode) => listener({ visibilityMode })));
      return async () => stop();
    },
    setStartupBehavior: async (behavior: "None" | "Load") => void (office.startupBehavior = behavior),
    getStartupBehavior: async () => office.startupBehavior,
  };
  Office.ribbon = {
    ...Office.ribbon,
    requestUpdate: async (update: RibbonUpdate) => office.updateRibbon(update),
  };

  const CustomFunctions = (window.CustomFunctions ??= {});
  const functions = new Association();
  CustomFunctions._association = functions;
  CustomFunctions.associate = functions.associate;
  host.core.customFunctionsError = CustomFunctions.Error ?? null;
  functions.onchange(() => host.core.functions.associated());
  return () => {
    for (const stop of stops) stop();
  };
}

/** Has the formulas of a workbook call the functions associated in this window. */
export function connectFunctions(
  window: OfficeWindow,
  host: PreviewHost,
  metadata: FunctionsMetadata,
  namespace = "BVN",
): void {
  const functions = window.CustomFunctions._association as Association;
  host.registerFunctions(metadata, namespace, (id) => functions.mappings[id.toUpperCase()]);
}

const callback = (args: unknown[]) =>
  args.find((arg): arg is (result: unknown) => void => typeof arg === "function");

/** Office.context.document.settings, on the workbook's own settings: both see the same entries, as in Excel. */
function documentSettings(host: PreviewHost, succeeded: (value?: unknown) => unknown) {
  const entries = () => host.core.workbook.settings;
  return {
    get: (name: string) => entries().get(name.toLowerCase())?.value ?? null,
    set: (name: string, value: unknown) => void entries().set(name.toLowerCase(), { key: name, value }),
    remove: (name: string) => void entries().delete(name.toLowerCase()),
    saveAsync: (...rest: unknown[]) => callback(rest)?.(succeeded()),
    refreshAsync: (...rest: unknown[]) => callback(rest)?.(succeeded()),
  };
}
