import { readFileSync } from "node:fs";
import { functionsPage, functionsPagePath } from "../../../tools/functions-page";

test.each(["fr", "en"] as const)("the reference of the functions is fresh (%s)", (language) => {
  expect(readFileSync(functionsPagePath[language], "utf8")).toBe(functionsPage(language));
});
