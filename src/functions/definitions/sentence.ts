import { FormulaError, both } from "../../domain/messages";
import { describeSection, studySections, type Evaluate } from "../../domain/synthesis";
import { normalizeText } from "../../domain/text/normalize";
import type { Argument } from "../arguments";
import type { FunctionContext, FunctionDefinition } from "../definition";
import { evaluator } from "../figures";
import { pairs } from "../parameters";

const sectionName = { fr: "section", en: "section" };
const partName = { fr: "partie", en: "part" };
const PARTS = { sentence: ["phrase", "sentence"], base: ["base"] } as const;

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
      name: partName,
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
    const section = sectionAsked(context, evaluator(definitions, context), wanted);
    const criteria = repeated.map((argument) => argument.single() as string | number);
    const evaluate = evaluator(definitions, context, criteria);
    return both(
      (language) => describeSection(section, { evaluate, codebook: context.codebook, language })[key],
    );
  },
});

function sectionAsked({ codebook }: FunctionContext, evaluate: Evaluate, wanted: Argument) {
  const value = wanted.isOmitted ? "" : wanted.single();
  const key = normalizeText(String(value ?? ""));
  const sections = studySections(codebook, evaluate);
  const found = sections.find(({ id, title }) =>
    [id, title.fr, title.en].some((name) => normalizeText(name) === key),
  );
  if (found) return found;
  const expected = sections.map(({ id }) => id);
  throw FormulaError.value("unknownOption", { option: sectionName, value: value ?? "", expected });
}

function partAsked(part: Argument): keyof typeof PARTS {
  const value = part.isOmitted ? null : part.single();
  const key = normalizeText(String(value ?? ""));
  if (!key) return "sentence";
  const found = (Object.keys(PARTS) as (keyof typeof PARTS)[]).find((id) =>
    (PARTS[id] as readonly string[]).includes(key),
  );
  if (found) return found;
  const expected = Object.values(PARTS).map(([first]) => first);
  throw FormulaError.value("unknownOption", { option: partName, value, expected });
}
