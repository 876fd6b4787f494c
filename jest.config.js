/**
 * Four kinds of test, from the fastest to the slowest; each folder of test/ is one kind.
 * unit: the domain, in plain Node. host: the Excel layer and functions through Microsoft's client on the
 * headless host. pane: React components in jsdom. browser: the built bundles in a real browser.
 */
const esModules = [
  "arquero",
  "@uwdata",
  "simple-statistics",
  "hyparquet",
  "hyparquet-writer",
  "hucre",
  "@svg-maps",
  "@observablehq",
  "d3(-[a-z-]+)?",
  "internmap",
  "delaunator",
  "robust-predicates",
  "isoformat",
  "interval-tree-1d",
  "binary-search-bounds",
  // Required by Univer.
  "lodash-es",
  "nanoid",
  "rbush",
  "quickselect",
  "kdbush",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
  "franc-min",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
];
const base = {
  transform: { "^.+\\.(mjs|(t|j)sx?)$": ["@swc/jest"] },
  // Packages that ship only ES modules are compiled too.
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/support/empty-module.js" },
};
const project = (name, environment = "node", extra = {}) => ({
  ...base,
  displayName: name,
  testEnvironment: environment,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts?(x)`],
  ...extra,
});
module.exports = {
  projects: [project("unit"), project("host"), project("pane", "jsdom"), project("browser")],
  reporters: ["default", "<rootDir>/test/support/closing-line-reporter.js"],
  testTimeout: 60000,
};
