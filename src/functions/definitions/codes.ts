import type { Codebook, Field } from "../../domain/codebook";
import type { Language } from "../../domain/language";
import type { ResultCell, ResultTable } from "../../domain/indicators/tables";
import { FormulaError } from "../../domain/messages";
import { isErrorValue, type Cells } from "../../domain/query/cells";
import { codedFields } from "../../domain/query/codedFields";
import { normalizeText } from "../../domain/text/normalize";
import { nearest } from "../../domain/text/similarity";
import { isBlank } from "../../domain/values/answer";
import type { Argument } from "../arguments";
import type { FunctionDefinition, ParameterDefinition } from "../definition";

const fieldParameter: ParameterDefinition = {
  name: { fr: "champ", en: "field" },
  description: {
    fr: 'Champ codé : "État", "Domaine", "Mode de gestion"… Peut manquer si le texte n’existe que dans un champ.',
    en: 'Coded field: "Status", "Domain", "Management"… May be left out if the text exists in one field only.',
  },
  optional: true,
  takes: { kind: "field" },
};

/** The coded fields a look-up may use: the one that is named, or all. */
function fieldsFor(codebook: Codebook, argument: Argument): readonly Field[] {
  const name = argument.single();
  if (isBlank(name)) return codedFields(codebook);
  const field = codebook.findField(String(name));
  if (!field) {
    const suggestion = codebook.suggestField(String(name), ["projects", "panel", "motivations", "actors"]);
    throw FormulaError.value("unknownField", { value: name, suggestion: suggestion?.label });
  }
  if (!field.list) throw FormulaError.value("notACodedField", { field: field.label });
  return [field];
}

/** One value for one cell; a cell range gives a range of the same shape. */
function forEachCell(cells: Cells, look: (value: unknown) => ResultCell): ResultCell | ResultTable {
  const memory = new Map<unknown, ResultCell>();
  const once = (value: unknown) => {
    if (!memory.has(value)) memory.set(value, look(value));
    return memory.get(value)!;
  };
  const result = cells.map((row) => row.map(once));
  return result.length === 1 && result[0].length === 1 ? result[0][0] : result;
}

/** Field and code a value stands for. @throws FormulaError unknownLabel, ambiguousCode, errorInCriterion. */
function lookUp(
  codebook: Codebook,
  fields: readonly Field[],
  value: unknown,
  position: number,
): [Field, number] | null {
  if (isBlank(value)) return null;
  if (isErrorValue(value)) throw FormulaError.value("errorInCriterion", { value, position });
  const found = fields.flatMap((field): [Field, number][] => {
    const answer = codebook.reader(field.list!).read(value);
    return answer.kind === "code" ? [[field, answer.code]] : [];
  });
  if (found.length === 0) {
    const special = codebook.reader(fields[0].list!).read(value);
    if (special.kind !== "invalid") return null;
    const labels = fields.flatMap(({ list }) => codebook.list(list!).codes.map(({ label }) => label));
    const near = nearest(
      String(value),
      labels.flatMap(({ fr, en }) => [fr, en]),
    );
    const suggestion = labels.find(({ fr, en }) => fr === near || en === near);
    if (fields.length === 1) {
      throw FormulaError.value("unknownCode", {
        field: fields[0].label,
        value,
        expected: labels,
        suggestion,
      });
    }
    throw FormulaError.value("unknownLabel", { value, suggestion });
  }
  return found[0];
}

export const code: FunctionDefinition = {
  id: "CODE",
  description: {
    fr: "Code d’un libellé du code book ; une plage donne une plage.",
    en: "Code of a label of the code book; a range gives a range.",
  },
  parameters: [
    {
      name: { fr: "libellé", en: "label" },
      description: {
        fr: "Libellé, en français ou en anglais ; cellule ou plage.",
        en: "Label, in French or English; cell or range.",
      },
    },
    fieldParameter,
  ],
  result: "matrix",
  examples: [["Réalisé"], ["Autre", "Mode de gestion"]],
  compute: ({ codebook }, [label, fieldArgument]) => {
    const fields = fieldsFor(codebook, fieldArgument);
    return forEachCell(label.range({ fr: "libellé", en: "label" }), (value) => {
      const found = lookUp(codebook, fields, value, label.position);
      if (!found) return null;
      const others = fields.filter((field) => {
        const answer = codebook.reader(field.list!).read(value);
        return answer.kind === "code" && answer.code !== found[1];
      });
      if (others.length) {
        throw FormulaError.value("ambiguousCode", {
          value,
          fields: [found[0], ...others].map((field) => field.label),
        });
      }
      return found[1];
    });
  },
};

const LANGUAGES: Readonly<Record<string, Language>> = {
  fr: "fr",
  francais: "fr",
  french: "fr",
  en: "en",
  anglais: "en",
  english: "en",
};
const languageName = { fr: "langue", en: "language" };

export const label: FunctionDefinition = {
  id: "LABEL",
  description: {
    fr: "Libellé d’un code du code book ; une plage donne une plage.",
    en: "Label of a code of the code book; a range gives a range.",
  },
  parameters: [
    {
      name: { fr: "code", en: "code" },
      description: {
        fr: "Code, ou « 3 – Réalisé » ; cellule ou plage.",
        en: "Code, or “3 – Done”; cell or range.",
      },
    },
    {
      ...fieldParameter,
      description: {
        fr: 'Champ codé : "État", "Domaine"… Nécessaire pour un code seul.',
        en: 'Coded field: "Status", "Domain"… Needed for a bare code.',
      },
    },
    {
      name: languageName,
      description: {
        fr: '"fr" ou "en" ; par défaut, la langue d’Excel.',
        en: '"fr" or "en"; by default the language of Excel.',
      },
      optional: true,
      takes: {
        kind: "choice",
        options: [
          { fr: "fr", en: "fr" },
          { fr: "en", en: "en" },
        ],
      },
    },
  ],
  result: "matrix",
  examples: [[3, "État"], [3, "État", "en"], ["2 – Régie"]],
  compute: ({ codebook, language }, [codeArgument, fieldArgument, languageArgument]) => {
    const fields = fieldsFor(codebook, fieldArgument);
    const wanted = languageArgument.single();
    const wantedLanguage = isBlank(wanted) ? language : LANGUAGES[normalizeText(String(wanted))];
    if (!wantedLanguage) {
      throw FormulaError.value("unknownOption", {
        option: languageName,
        value: wanted,
        expected: ["fr", "en"],
      });
    }
    return forEachCell(codeArgument.range({ fr: "code", en: "code" }), (value) => {
      const found = lookUp(codebook, fields, value, codeArgument.position);
      if (!found) return null;
      if (fields.length > 1 && /^[\s\d.,]+$/.test(String(value))) {
        throw FormulaError.value("fieldNeeded", { value });
      }
      const text = codebook.label(found[0].list!, found[1], wantedLanguage);
      return { fr: text, en: text };
    });
  },
};
