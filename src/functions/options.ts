import { peersOption } from "../domain/indicators/peers";
import type { Localized } from "../domain/language";
import { FormulaError } from "../domain/messages";
import type { CountingOptions } from "../domain/query/counts";
import { normalizeText } from "../domain/text/normalize";
import { nearest } from "../domain/text/similarity";
import { isBlank } from "../domain/values/answer";
import { wholeNumber, type Argument } from "./arguments";

/** An option stands among the pairs: its name where a field is expected, then its value. */
interface OptionDefinition {
  /** Names it is known by, normalised. */
  readonly names: readonly string[];
  readonly label: Localized;
  /** Words for each value, the first French one first; none for a number, a text or a range. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** Every option of the functions, for them and for those who explain or offer them. */
export const formulaOptions = {
  base: {
    names: ["base"],
    label: { fr: "Base", en: "Base" },
    values: { valid: ["valides", "valid"], total: ["total"] },
  },
  invalid: {
    names: ["invalides", "invalid"],
    label: { fr: "Invalides", en: "Invalid" },
    values: { error: ["erreur", "error"], ignore: ["ignorer", "ignore"] },
  },
  /** Range form: the field the first range holds. */
  field: { names: ["champ", "field"], label: { fr: "Champ", en: "Field" } },
  weights: {
    names: ["poids", "weights"],
    label: { fr: "Poids", en: "Weights" },
    values: {
      none: ["non", "no", "aucun", "none"],
      typeSize: ["type×taille", "type×size", "type x taille", "type x size", "type*taille", "type*size"],
    },
  },
  /** Figures of fewer territories than this are hidden. */
  secret: { names: ["secret", "secrecy"], label: { fr: "Secret", en: "Secrecy" } },
  /** Territories the answers were drawn from. */
  panel: { names: ["panel"], label: { fr: "Panel", en: "Panel" } },
  /** Range form: the range that says the territory of each row. */
  territory: { names: ["territoire", "territory"], label: { fr: "Territoire", en: "Territory" } },
  headers: {
    names: ["en-tetes", "entetes", "headers"],
    label: { fr: "En-têtes", en: "Headers" },
    values: { no: ["non", "no"], yes: ["oui", "yes"] },
  },
  /** What counts once in a correlation. */
  unit: {
    names: ["unite", "unit"],
    label: { fr: "Unité", en: "Unit" },
    values: {
      territories: ["territoires", "territories", "territoire", "territory"],
      projects: ["projets", "projects", "projet", "project"],
    },
  },
  /** Fields of the panel in which peers are alike, parted by "|". */
  peers: { names: ["pairs", "peers"], label: peersOption },
  /** Indicators of a table, parted by "|". */
  indicator: {
    names: ["indicateur", "indicateurs", "indicator", "indicators"],
    label: { fr: "Indicateur", en: "Indicator" },
  },
} as const satisfies Record<string, OptionDefinition>;

export type OptionId = keyof typeof formulaOptions;

/** Options every counting function has. */
const COMMON: readonly OptionId[] = ["base", "invalid", "field"];

export interface FormulaOptions extends CountingOptions {
  readonly fieldName: string | null;
  readonly weighted: boolean;
  /** 0 when nothing is hidden. */
  readonly secret: number;
  readonly panel: number | null;
  readonly territory: Argument | null;
  readonly headers: boolean;
  readonly unit: "territories" | "projects";
  readonly peers: readonly string[];
  readonly indicators: readonly string[];
}

/** The option a text names. "Territoire" is one only before a range: before a value it is a field. */
export function optionNamed(name: string, value?: Argument): OptionId | undefined {
  const key = normalizeText(name);
  const ids = Object.keys(formulaOptions) as OptionId[];
  const id = ids.find((each) => (formulaOptions[each].names as readonly string[]).includes(key));
  return id === "territory" && !value?.isRange ? undefined : id;
}

/**
 * Parts the repeated arguments into pairs and options.
 * @param accepts Options the function has besides those of all.
 * @throws FormulaError oddArguments, unknownOption, optionNotHere.
 */
export function splitOptions(
  repeated: readonly Argument[],
  accepts: readonly OptionId[] = [],
): { options: FormulaOptions; pairs: [Argument, Argument][] } {
  if (repeated.length % 2) {
    const last = repeated[repeated.length - 1];
    throw FormulaError.value("oddArguments", { last: last.text() ?? `argument ${last.position}` });
  }
  const pairs: [Argument, Argument][] = [];
  const given = new Map<OptionId, Argument>();
  for (let i = 0; i < repeated.length; i += 2) {
    const [name, value] = [repeated[i], repeated[i + 1]];
    const id = optionNamed(name.text() ?? "", value);
    if (!id) {
      pairs.push([name, value]);
      continue;
    }
    if (!COMMON.includes(id) && !accepts.includes(id)) {
      throw FormulaError.value("optionNotHere", {
        option: formulaOptions[id].label,
        expected: [...COMMON, ...accepts].map((each) => formulaOptions[each].label),
      });
    }
    given.set(id, value);
  }
  const { base, invalid, weights, headers, unit } = formulaOptions;
  const chosen = <V extends string>(id: OptionId, option: WithValues<V>, usual: NoInfer<V>): V => {
    const value = given.get(id);
    return value ? optionValue(option, value) : usual;
  };
  return {
    pairs,
    options: {
      base: chosen("base", base, "valid"),
      invalid: chosen("invalid", invalid, "error"),
      weighted: chosen("weights", weights, "none") === "typeSize",
      headers: chosen("headers", headers, "no") === "yes",
      fieldName: given.has("field") ? String(given.get("field")!.single()) : null,
      secret: wholeNumber(given.get("secret"), formulaOptions.secret.label, 0) ?? 0,
      panel: wholeNumber(given.get("panel"), formulaOptions.panel.label, 1),
      territory: given.get("territory") ?? null,
      unit: chosen("unit", unit, "territories"),
      peers: listOf(given.get("peers")),
      indicators: listOf(given.get("indicator")),
    },
  };
}

/** Names parted by "|"; none for a blank or "*". */
function listOf(argument: Argument | undefined): string[] {
  const value = argument?.single();
  if (isBlank(value) || value === "*") return [];
  return String(value)
    .split("|")
    .map((name) => name.trim())
    .filter(Boolean);
}

interface WithValues<V extends string> {
  readonly label: Localized;
  readonly values: Readonly<Record<V, readonly string[]>>;
}

/** The value of an option among its words. @throws FormulaError unknownOption, with the nearest word. */
export function optionValue<V extends string>(option: WithValues<V>, argument: Argument): V {
  const value = argument.single();
  const key = normalizeText(String(value ?? ""));
  const found = (Object.keys(option.values) as V[]).find((name) => option.values[name].includes(key));
  if (found) return found;
  const words = Object.values(option.values) as (readonly string[])[];
  throw FormulaError.value("unknownOption", {
    option: option.label,
    value: value ?? "",
    expected: words.map(([first]) => first),
    suggestion: nearest(key, words.flat()),
  });
}
