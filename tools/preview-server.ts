import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { securityHeaders } from "./headers";

/**
 * Where the preview answers something else than what the add-in's build holds at that address: the page itself,
 * and office.js, in whose place stands what connects the add-in to the preview's host.
 */
export function previewPath(path: string): string {
  if (path === "/" || path === "/index.html") return "/preview/index.html";
  if (path === "/office/office.js") return "/preview/office-shim.js";
  return path;
}

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves the files of a finished build on a free port of this machine; resolves with the address. The add-in's
 * files go out with the headers of a production server; the preview's page and Univer need no such policy.
 */
export function serveStatic(folder: string, port = 0): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url!, "http://localhost").pathname);
    const file = normalize(join(folder, previewPath(asked)));
    const found =
      file.startsWith(normalize(folder) + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`${asked}: no such file`);
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      ...(previewPath(asked) === asked && !asked.startsWith("/preview/") ? securityHeaders : {}),
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({ url: `http://localhost:${(server.address() as AddressInfo).port}/`, server }),
    );
  });
}
