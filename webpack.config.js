/**
 * Two compilations: the add-in, which is the product, and the preview, which stands in for Excel during
 * `npm start` and the tests and is never part of the product.
 *
 *   npm run build -- --env url=https://host/path/ [--env officejs=local]
 */
require("./tools/register.cjs");
const { existsSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { GeneratedFiles } = require("./tools/generated-files");
const { baseUrl, developmentUrl } = require("./tools/manifest");
const { officeFiles, officeJsFolder } = require("./tools/office-files");
const { version } = require("./package.json");

const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const source = (...parts) => path.join(__dirname, "src", ...parts);

/** What both compilations share. */
const common = ({ name, mode, output }) => ({
  name,
  mode,
  output: { path: output, clean: true, publicPath: "auto" },
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
      { test: /\.(csv|txt)$/, type: "asset/source" },
    ],
  },
  cache: {
    type: "filesystem",
    name: `${name}-${mode}`,
    cacheDirectory: path.join(__dirname, ".cache", "webpack"),
    buildDependencies: { config: [__filename] },
  },
  stats: "errors-warnings",
  infrastructureLogging: { level: "warn" },
});

/**
 * The functions and what they import, at first or second hand, so that their budget counts nothing that only screens
 * need. The plan and the sentences of synthesis and reports belong to the screens that make these; SENTENCE says them
 * in a cell.
 */
const reachedByGraph = new WeakMap();
function isOfFunctions(module, { chunkGraph, moduleGraph }) {
  const page = [...chunkGraph.getModuleChunksIterable(module)].find(({ name }) => name === "taskpane");
  if (!page) return false;
  let reached = reachedByGraph.get(moduleGraph);
  if (!reached) {
    reachedByGraph.set(moduleGraph, (reached = new Set()));
    const isIn = ({ resource }, ...folder) => resource?.startsWith(source(...folder) + path.sep);
    const waiting = [...chunkGraph.getChunkModulesIterable(page)].filter((each) => isIn(each, "functions"));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (reached.has(next) || !(isIn(next, "functions") || isIn(next, "domain"))) continue;
      if (isIn(next, "domain", "synthesis") || isIn(next, "domain", "reports")) continue;
      reached.add(next);
      for (const connection of moduleGraph.getOutgoingConnections(next)) {
        // What is imported only when wanted is not loaded with the functions, nor what nobody uses of a barrel.
        const isLate = connection.dependency?.constructor.name === "ImportDependency";
        if (connection.module && !isLate && connection.isTargetActive(undefined))
          waiting.push(connection.module);
      }
    }
  }
  return reached.has(module);
}
const inPageOrWorker = ({ name }) => name === "taskpane" || name === "questionnaires-worker";

/** The add-in: pane, commands and custom functions in one page, the shared runtime. */
function addin({ mode, output, url, officejs = "cdn", keep }) {
  if (!["cdn", "local"].includes(officejs))
    throw new Error(`--env officejs=${officejs}: say "cdn" (default) or "local".`);
  const local = officejs === "local";
  const file = mode === "production" ? "[name].[contenthash:8].js" : "[name].js";
  const base = common({ name: "addin", mode, output });
  return {
    ...base,
    entry: { taskpane: source("taskpane", "index.tsx") },
    output: {
      ...base.output,
      clean: keep ? { keep } : true,
      // The manifest names the functions' script, so its name must not change from one build to the next.
      filename: ({ chunk }) => (chunk?.name === "functions" ? "functions.js" : file),
      chunkFilename: file,
    },
    optimization: {
      splitChunks: {
        cacheGroups: {
          // Panel, territories, code books and other data: large, and not code.
          data: {
            name: (module) => `data-${path.basename(module.resource).replace(/\..*$/, "")}`,
            test: /src[\\/].*\.(json|csv)$/,
            chunks: "all",
            enforce: true,
            priority: 30,
          },
          // Functions with the domain and the code book they read: their budget is 60 kB gzipped.
          functions: {
            name: "functions",
            test: isOfFunctions,
            chunks: inPageOrWorker,
            enforce: true,
            priority: 20,
          },
          // What else page and worker both need.
          shared: {
            name: "shared",
            test: /src[\\/]domain[\\/]/,
            chunks: inPageOrWorker,
            minChunks: 2,
            // Also what one of them uses only in part.
            usedExports: false,
            enforce: true,
            priority: 15,
          },
          vendor: {
            name: "vendor",
            test: /node_modules/,
            chunks: ({ name }) => name === "taskpane",
            enforce: true,
            priority: 10,
          },
        },
      },
    },
    performance: { hints: false },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: source("taskpane", "taskpane.html"),
        officeJs: local ? "office/office.js" : cdn,
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: path.join(__dirname, "assets", "*.png"), to: "assets/[name][ext]" },
          ...(local
            ? officeFiles.map((name) => ({
                from: path.join(officeJsFolder, name),
                to: `office/${name}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
      new GeneratedFiles({ url, version }),
    ],
  };
}

/** The preview: a page with Univer, and what answers `office/office.js` inside the pane's frame. */
function preview({ mode, output }) {
  const base = common({ name: "preview", mode, output });
  const shim = source("preview", "office", "office.ts");
  return {
    ...base,
    entry: {
      page: source("preview", "page", "index.ts"),
      ...(existsSync(shim) ? { "office-shim": shim } : {}),
    },
    output: { ...base.output, filename: "[name].js", publicPath: "/preview/" },
    devtool: mode === "production" ? false : "cheap-source-map",
    optimization: {
      minimize: false,
      splitChunks: {
        cacheGroups: {
          univer: {
            name: "univer",
            test: /node_modules/,
            chunks: (chunk) => chunk.name === "page",
            enforce: true,
          },
        },
      },
    },
    performance: { hints: false },
    plugins: [
      new HtmlPlugin({
        filename: "index.html",
        template: source("preview", "page", "index.html"),
        chunks: ["page"],
        minify: false,
      }),
    ],
  };
}

module.exports = (env = {}, argv = {}) => {
  if (!env.url)
    console.warn(
      `No address given: the manifest is made for ${developmentUrl} (--env url=https://host/path/).`,
    );
  return addin({
    mode: argv.mode ?? "production",
    output: path.join(__dirname, "dist"),
    url: baseUrl(env.url ?? developmentUrl),
    officejs: env.officejs,
  });
};
module.exports.addin = addin;
module.exports.preview = preview;
