/**
 * What the preview serves as office.js. In the add-in's iframe it first has the browser load Microsoft's client, in
 * place and in order, then itself once more to connect the client to the host of the page around.
 */
// Straight from its file: the index would bring Univer into the frame.
import { installClient } from "../host/client";
import type { PreviewHost } from "../host/index";
import { installOffice } from "./office-shim";

const SECOND = "connect";
const script = document.currentScript as HTMLScriptElement;
const here = new URL(script.src, location.href);

if (here.searchParams.has(SECOND)) {
  const host = (window.parent as unknown as { previewHost?: PreviewHost }).previewHost;
  if (!host) throw new Error("The page around has no previewHost: open the preview page, not the add-in's.");
  const stops = [installClient(window as never, host), installOffice(window as never, host)];
  // A frame that is loaded again, as after a rebuild, leaves the host to its successor.
  window.addEventListener("pagehide", () => stops.forEach((stop) => stop()));
} else {
  const again = new URL(here);
  again.searchParams.set(SECOND, "1");
  const client = new URL("excel-web-16.00.js", here);
  document.write(`<script src="${client.href}"></script><script src="${again.href}"></script>`);
}
