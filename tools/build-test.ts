import { join } from "node:path";
import webpack from "webpack";
import { packagedBrowser } from "../test/browser/support/browser";
import { developmentUrl } from "./manifest";

/**
 * Builds what the browser tests run, once before them: the add-in as shipped (production, office.js beside it)
 * and the preview around it. Also unpacks the packaged browser, which two tests must not do at the same time.
 */
const { addin, preview } = require("../webpack.config.js");
const output = join(__dirname, "..", ".cache", "test-build");
const start = Date.now();

const compiler = webpack([
  addin({ mode: "production", output, url: developmentUrl, officejs: "local", keep: /^preview\// }),
  preview({ mode: "production", output: join(output, "preview") }),
])!;
compiler.run((error, stats) => {
  if (error || stats!.hasErrors()) {
    console.error(error ?? stats!.toString("errors-only"));
    process.exit(1);
  }
  compiler.close(async () => {
    if (process.platform === "linux" && process.arch === "x64") await packagedBrowser();
    console.log(`Test build in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  });
});
