/**
 * Imported before Fluent: without it, Fluent declares web fonts on a public CDN. The pane loads nothing from
 * outside; Segoe UI is there wherever Excel is, and the system's font stands in elsewhere.
 */
(window as { FabricConfig?: { fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: "" };

export {};
