import { readFileSync } from "node:fs";
import { join } from "node:path";
import { missingPlatforms, platformOf, type Lock } from "../../tools/lock-platforms";

test("package-lock.json holds every platform's packages, without which `npm ci` refuses (`npm run lock`)", () => {
  const lock = JSON.parse(readFileSync(join(__dirname, "../../package-lock.json"), "utf8")) as Lock;
  expect([...missingPlatforms(lock).keys()]).toEqual([]);
});

test.each([
  ["@swc/core-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@unrs/resolver-binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@swc/core-win32-arm64-msvc", { os: ["win32"], cpu: ["arm64"] }],
  ["@unrs/resolver-binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ["fsevents", null],
])("the platform of %s", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test("a package found below its parent, or above it, is not missing", () => {
  const packages = {
    "node_modules/a": {
      optionalDependencies: { "x-linux-x64": "1.0.0", "y-linux-x64": "1.0.0", "z-linux-x64": "1.0.0" },
    },
    "node_modules/a/node_modules/x-linux-x64": {},
    "node_modules/y-linux-x64": {},
  };
  expect([...missingPlatforms({ packages }).keys()]).toEqual(["node_modules/z-linux-x64"]);
});
