import { FormulaError, both } from "../../domain/messages";
import { peersOption, territoryNamed } from "../../domain/indicators/peers";
import { territoryPlan } from "../../domain/reports/territoryPlan";
import {
  describeSection,
  editionsAnswered,
  studySections,
  type Evaluate,
  type Section,
} from "../../domain/synthesis";
import { normalizeText } from "../../domain/text/normalize";
import { nearest } from "../../domain/text/similarity";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionContext, FunctionDefinition } from "../definition";
import { evaluator } from "../figures";
import { optionValue, splitOptions } from "../options";
import { pairs } from "../parameters";
import { peerFields } from "./position";

const sectionName = { fr: "section", en: "section" };
const parts = {
  label: { fr: "partie", en: "part" },
  values: { sentence: ["phrase", "sentence"], base: ["base"] },
} as const;

/** What a section of the synthesis shows, in words that follow the figures. Needs the other functions. */
export const sentence = (definitions: readonly FunctionDefinition[]): FunctionDefinition => ({
  id: "SENTENCE",
  description: {
    fr: "Phrase qui dit ce que montre une section de la synthèse, avec la prudence que sa base mérite ; ou ce sur quoi elle repose.",
    en: "Sentence that says what a section of the synthesis shows, with the caution its base deserves; or what it rests on.",
  },
  parameters: [
    {
      name: sectionName,
      description: {
        fr: 'Section de la synthèse, par son code ("domains") ou son titre ("Projets par domaine").',
        en: 'Section of the synthesis, by its code ("domains") or title ("Projects by domain").',
      },
    },
    {
      name: parts.label,
      description: { fr: '"phrase" (par défaut) ou "base".', en: '"sentence" (default) or "base".' },
      optional: true,
    },
    pairs,
  ],
  result: "scalar",
  examples: [["domains"], ["domains", "base"], ["Projets par domaine", null, "Type", "Commune"]],
  compute: (context, [wanted, part], repeated) => {
    const key = partAsked(part);
    if (!context.base) throw FormulaError.notAvailable("noBase");
    const plain = evaluator(definitions, context);
    const ofTerritory = territorySection(context, plain, wanted, repeated);
    const section = ofTerritory ?? sectionAsked(context, plain, wanted);
    const criteria = repeated.map((argument) => argument.single() as string | number);
    const evaluate = ofTerritory ? plain : evaluator(definitions, context, criteria);
    return both(
      (language) => describeSection(section, { evaluate, codebook: context.codebook, language })[key],
    );
  },
});

/**
 * A section of one territory's sheet, whose territory and peers stand in the pairs: `"Territoire";"Vannes"`,
 * `"Pairs";"même type"`. Undefined for a section of the synthesis.
 */
function territorySection(
  { codebook, base }: FunctionContext,
  evaluate: Evaluate,
  wanted: Argument,
  repeated: readonly Argument[],
): Section | undefined {
  const id = String(wanted.single() ?? "");
  if (!id.startsWith("territory-")) return undefined;
  const { options, pairs } = splitOptions(repeated, ["peers"]);
  const isTerritory = ([name]: readonly Argument[]): boolean =>
    codebook.findField(name.text() ?? "", ["projects"])?.id === "territory";
  const territory = territoryNamed(base!, String(pairs.find(isTerritory)?.[1].single() ?? ""));
  const fields = peerFields(codebook, options.peers).map((field) => field.id);
  const editions = editionsAnswered(codebook, evaluate);
  return territoryPlan(codebook, territory, { label: peersOption, fields }, editions)
    .map(({ section }) => section)
    .find((section) => section.id === id);
}

function sectionAsked({ codebook }: FunctionContext, evaluate: Evaluate, wanted: Argument) {
  const value = wanted.single();
  const key = normalizeText(String(value ?? ""));
  const sections = studySections(codebook, evaluate);
  const found = sections.find(({ id, title }) =>
    [id, title.fr, title.en].some((name) => normalizeText(name) === key),
  );
  if (found) return found;
  const expected = sections.map(({ id }) => id);
  const suggestion = nearest(key, [...expected, ...sections.flatMap(({ title }) => [title.fr, title.en])]);
  throw FormulaError.value("unknownOption", {
    option: sectionName,
    value: value ?? "",
    expected,
    suggestion,
  });
}

function partAsked(part: Argument): keyof typeof parts.values {
  return isBlank(part.single()) ? "sentence" : optionValue(parts, part);
}
