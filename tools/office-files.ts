import { dirname, join } from "node:path";

/** Where Microsoft's package keeps the files of its CDN. */
export const officeJsFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/**
 * The part of office.js that Excel asks for, file by file (office.js picks the host file by platform and the
 * strings by display language). Left out: the other applications, the debug twins, Outlook's strings, and the
 * files of add-ins without a shared runtime.
 */
export const officeFiles: readonly string[] = [
  "office.js",
  // The host file, by platform. Not that of the iPad, which has no shared runtime and so never shows the add-in.
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  // Asked for when the page is opened outside Excel.
  "o15apptofilemappingtable.js",
  // Sinks office.js and the host files load for their own logs.
  "telemetry/oteljs_agave.js",
  "ariatelemetry/aria-web-telemetry.js",
  // Strings: the product's two languages; the others fall back on en-us.
  "fr-fr/office_strings.js",
  "en-us/office_strings.js",
];
