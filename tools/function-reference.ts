import type { Base } from "../src/domain/base/base";
import { Codebook, editionById } from "../src/domain/codebook";
import { describeIndicator, type IndicatorDescription } from "../src/domain/indicators/describe";
import { findIndicator, indicatorsOf } from "../src/domain/indicators/registry";
import type { Language } from "../src/domain/language";
import { codedFields } from "../src/domain/query/codedFields";
import { sample2014 } from "../src/domain/sample";
import { functionDefinitions } from "../src/functions/catalogue";
import type { ExampleArguments, FunctionDefinition } from "../src/functions/definition";
import { evaluate, type CellResult } from "../src/functions/evaluate";
import { formulaOptions, optionNamed, type OptionId } from "../src/functions/options";
import { titleOf } from "../src/functions/titles";
import { formulaText, listSeparator } from "../src/functions/formulaText";
import { baseWith, handedOver } from "./as-excel";

/** What the pages about functions say: from the definitions, the examples computed on the sample of 2014. */
export interface FunctionReference {
  readonly id: string;
  readonly title: string;
  /** `BVN.SHARE(champ; valeur; [champ_critère…])` */
  readonly signature: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly optional: boolean;
    readonly repeating: boolean;
  }[];
  readonly examples: readonly { readonly formula: string; readonly result: ExampleResult }[];
  /** Indicators the function gives, with their definitions. */
  readonly indicators: readonly { readonly label: string; readonly described: IndicatorDescription }[];
}

/** One figure or text, or a table with its header. */
export type ExampleResult =
  { readonly kind: "single"; readonly text: string } | { readonly kind: "table"; readonly rows: string[][] };

export const codebook = new Codebook(editionById("2014"));

/** The base of the sample of 2014. */
export function sampleBase(): Base {
  const { panel, projects, motivations, actors } = sample2014(codebook);
  return baseWith(codebook, { panel, projects, motivations, actors });
}

/** What a function answers to the arguments of an example. */
export function runExample(
  definition: FunctionDefinition,
  args: ExampleArguments,
  base: Base,
  language: Language,
): CellResult {
  return evaluate(definition, { base, codebook, language, anomalies: [] }, handedOver(definition, args));
}

/** A word of an example in a language: a field, an indicator, an option, an answer. */
function wordIn(word: string, language: Language): string {
  const field = codebook.findField(word, ["projects", "panel", "motivations", "actors"]);
  if (field?.label.fr === word) return field.label[language];
  const option = optionNamed(word);
  const name = findIndicator(codebook, word) ?? field ?? (option && formulaOptions[option]);
  if (name) return name.label[language];
  for (const { list } of codedFields(codebook)) {
    const answer = codebook.reader(list!).read(word);
    if (answer.kind === "code") return codebook.label(list!, answer.code, language);
  }
  return codebook.findListedProject(word)?.label[language] ?? word;
}

/** A value of an option; undefined if it has no words of its own. */
function optionValueIn(id: OptionId | undefined, word: string, language: Language): string | undefined {
  const option = id && formulaOptions[id];
  if (!option || !("values" in option)) return undefined;
  const found = (Object.values(option.values) as (readonly string[])[]).find((names) =>
    names.includes(word.toLowerCase()),
  );
  // The first word of a value is French, the second English.
  return found?.[language === "fr" ? 0 : 1] ?? found?.[0];
}

/** An example as a person of the language types it; examples are written in French. */
export function inLanguage(
  { parameters }: Pick<FunctionDefinition, "parameters">,
  args: ExampleArguments,
  language: Language,
): ExampleArguments {
  if (language === "fr") return args;
  return args.map((value, i) => {
    const takes = parameters[i]?.takes;
    const choice = takes?.kind === "choice" && takes.options.find(({ fr }) => fr === value);
    if (choice) return choice[language];
    if (typeof value !== "string" || /^[\d.,]/.test(value)) return value;
    const before = args[i - 1];
    const option = typeof before === "string" ? optionNamed(before) : undefined;
    const [, sign = "", rest] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(value)!;
    const words = rest
      .split("|")
      .map((word) => optionValueIn(option, word, language) ?? wordIn(word, language));
    return sign + words.join("|");
  });
}

const rounded = (value: number | string, language: Language): string => {
  if (typeof value === "string") return value;
  return value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB", {
    maximumFractionDigits: 4,
    useGrouping: false,
  });
};

function resultOf(result: CellResult, language: Language): ExampleResult {
  const isTable = Array.isArray(result) && (result.length > 1 || result[0].length > 1);
  if (isTable)
    return { kind: "table", rows: result.map((row) => row.map((cell) => rounded(cell, language))) };
  return { kind: "single", text: rounded(Array.isArray(result) ? result[0][0] : result, language) };
}

/** Every function in one language, in the order of the documentation. @throws FormulaError if an example fails. */
export function functionReferences(language: Language, base = sampleBase()): FunctionReference[] {
  const separator = listSeparator[language];
  return functionDefinitions.map((definition) => {
    const { id, description, parameters, examples } = definition;
    const shown = parameters.map(({ name, optional, repeating }) => {
      const text = `${name[language]}${repeating ? "…" : ""}`;
      return optional ? `[${text}]` : text;
    });
    return {
      id,
      title: titleOf(definition)[language],
      signature: `BVN.${id}(${shown.join(`${separator} `)})`,
      description: description[language],
      parameters: parameters.map(({ name, description: meaning, optional, repeating }) => ({
        name: name[language],
        meaning: meaning[language],
        optional: optional === true,
        repeating: repeating === true,
      })),
      examples: examples.map((args) => {
        const own = inLanguage(definition, args, language);
        return {
          formula: formulaText(id, own, separator),
          result: resultOf(runExample(definition, own, base, language), language),
        };
      }),
      indicators: indicatorsOf(codebook)
        .filter(({ functionId }) => functionId === id)
        .map((indicator) => ({
          label: indicator.label[language],
          described: describeIndicator(codebook, indicator),
        })),
    };
  });
}
