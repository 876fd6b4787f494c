import boundaries from "eslint-plugin-boundaries";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/**
 * The folders, and what each may import: what stands left of it in docs/architecture.md. An import that goes
 * the other way fails `npm run lint`; test/unit/boundaries.test.ts keeps this rule honest.
 */
const mayImport = {
  domain: ["domain"],
  files: ["files", "domain"],
  excel: ["excel", "domain"],
  functions: ["functions", "excel", "domain"],
  commands: ["commands", "excel", "files", "domain"],
  taskpane: ["taskpane", "commands", "functions", "excel", "files", "domain"],
  preview: ["preview"],
};
const folders = Object.keys(mayImport);

const officeGlobals = ["Office", "Excel", "OfficeExtension"];
const domGlobals = ["window", "document", "navigator", "localStorage"];
/** What has an effect, or another answer at another time or place. */
const outsideGlobals = ["fetch", "setTimeout", "setInterval", "performance", "process", "self", "globalThis"];
const forbid = (names, message) => ["error", ...names.map((name) => ({ name, message }))];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", ".cache/", "coverage/", "test-output/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": ["error", { allow: ["warn", "error"] }],
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries, "office-addins": officeAddins },
    settings: {
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".js", ".json"] } },
      "boundaries/elements": folders.map((type) => ({ type, pattern: `src/${type}` })),
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          message: "{{from.type}} may not import {{to.type}}: see docs/architecture.md",
          policies: [
            ...Object.entries(mayImport).map(([type, allowed]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: allowed } } } },
            })),
          ],
        },
      ],
      "boundaries/no-unknown-files": "error",
    },
  },
  {
    files: ["src/{excel,functions,commands,taskpane}/**/*.{ts,tsx}"],
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/{files,excel,functions,commands}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: [
                "react",
                "react-dom",
                "react-dom/*",
                "office-ui-fabric-react",
                "office-ui-fabric-react/*",
                "@fluentui/*",
              ],
              message: "Only src/taskpane knows React and Fluent.",
            },
            { group: ["@univerjs/*"], message: "Only src/preview knows Univer." },
          ],
        },
      ],
    },
  },
  {
    files: ["src/{functions,commands,taskpane}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": forbid(["Excel", "OfficeExtension"], "Only src/excel talks to Excel."),
    },
  },
  {
    files: ["src/domain/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^[^.]", message: "The domain is pure: it imports no package." }] },
      ],
      "no-restricted-globals": forbid(
        [...officeGlobals, ...domGlobals, ...outsideGlobals],
        "The domain is pure: it knows neither Excel nor what is around it.",
      ),
    },
  },
  {
    files: ["src/files/**/*.ts"],
    rules: {
      "no-restricted-globals": forbid(
        [...officeGlobals, ...domGlobals],
        "Files are written and read without Excel and without a page.",
      ),
    },
  },
  {
    files: ["src/preview/**/*.ts", "tools/**/*.ts", "test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    files: ["tools/**/*.ts", "test/**/*.{ts,tsx}"],
    rules: { "no-console": "off", "@typescript-eslint/no-require-imports": "off" },
  },
);
