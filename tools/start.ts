import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { developmentUrl } from "./manifest";
import { previewPath } from "./preview-server";

/**
 * `npm start`: the preview on http://localhost:3000 or the next free port, rebuilt as files change.
 * `npm run dev-server` (`--excel`): the add-in alone over https on port 3000, for Excel itself.
 */
const { values } = parseArgs({
  options: {
    open: { type: "boolean", default: true },
    excel: { type: "boolean", default: false },
    port: { type: "string", default: "3000" },
  },
  allowNegative: true,
});
const { addin, preview } = require("../webpack.config.js");
const output = join(__dirname, "..", ".cache", values.excel ? "excel" : "start");

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "localhost", () => probe.close(() => resolve(true)));
  });

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No free port between ${from} and ${from + 99}.`);
}

async function start(): Promise<void> {
  const wanted = Number(values.port);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65435)
    throw new Error(`--port ${values.port}: a port is a number.`);
  const shared = { mode: "development", output, url: developmentUrl };
  const configurations: webpack.Configuration[] = values.excel
    ? [addin(shared)]
    : [
        addin({ ...shared, officejs: "local" }),
        preview({ mode: "development", output: join(output, "preview") }),
      ];
  // One line when it is built, and errors: printed below.
  const compiler = webpack(
    configurations.map((configuration) => ({ ...configuration, stats: "none" as const })),
  )!;
  const port = values.excel ? wanted : await freePort(wanted);
  const address = `${values.excel ? "https" : "http"}://localhost:${port}/`;
  const server = new WebpackDevServer(
    {
      host: "localhost",
      port,
      hot: false,
      liveReload: true,
      static: false,
      compress: false,
      client: { logging: "none", overlay: { warnings: false, errors: true, runtimeErrors: false } },
      // Excel on the web fetches the files from another origin.
      headers: values.excel ? { "Access-Control-Allow-Origin": "*" } : {},
      ...(values.excel
        ? {
            server: {
              type: "https",
              options: await require("office-addin-dev-certs").getHttpsServerOptions(),
            },
          }
        : {}),
      setupMiddlewares: (middlewares) => {
        if (!values.excel)
          middlewares.unshift({
            name: "preview-paths",
            middleware: (request: { url?: string }, _response: unknown, next: () => void) => {
              const [path, query] = request.url!.split("?");
              request.url = previewPath(path!) + (query === undefined ? "" : `?${query}`);
              next();
            },
          });
        return middlewares;
      },
    },
    compiler,
  );
  const begun = Date.now();
  let announced = false;
  compiler.hooks.done.tap("start", (stats) => {
    if (stats.hasErrors()) console.error(stats.toString("errors-only"));
    else if (!announced) {
      announced = true;
      console.log(
        `Built in ${((Date.now() - begun) / 1000).toFixed(1)} s. ${values.excel ? "Add-in" : "Preview"}: ${address}`,
      );
      if (values.open && !values.excel)
        void import("open").then(({ default: open }) => open(address)).catch(() => undefined);
    }
  });
  await server.start();
}

start().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
