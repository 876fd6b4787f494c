/**
 * Lets plain Node `require` the project's TypeScript, so that build tools read the same catalogue and metadata
 * as the product: `node -r ./tools/register.cjs tools/manifest.ts`.
 */
const { readFileSync } = require("node:fs");
const { transformSync } = require("@swc/core");

const compile = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    module: { type: "commonjs" },
    sourceMaps: "inline",
  });
  module._compile(code, filename);
};

require.extensions[".ts"] = compile;
require.extensions[".tsx"] = compile;
process.setSourceMapsEnabled(true);
