import type { Localized } from "../domain/language";
import type { FunctionDefinition } from "./definition";

/** Where a description goes on to details. */
const DETAIL = / \(| ?[:;,](?: |$)|\.(?: |$)/;

/**
 * A short name of a function: what its description says before the first detail.
 * @returns e.g. "Part" for "Part (0 à 1) d’une ou plusieurs réponses…"
 */
export const titleOf = ({ description }: Pick<FunctionDefinition, "description">): Localized => {
  const short = (text: string) => text.split(DETAIL)[0].trim();
  return { fr: short(description.fr), en: short(description.en) };
};
