import type { Codebook, Field } from "../../../domain/codebook";
import type { Localized } from "../../../domain/language";
import { projectFields, respondentFields } from "../../../domain/questionnaire/questions";
import { headers, questionnaireTables, type BlockId } from "../../../domain/questionnaire/words";
import { normalizeText } from "../../../domain/text/normalize";

/** One column a block of questions has. */
export interface BlockColumn {
  readonly id: string;
  readonly label: Localized;
  /** Normalised names it is found by. */
  readonly names: readonly string[];
  /** Holds formulas of ours: known, never read. */
  readonly isOurs: boolean;
  /** The question itself, not an answer: without it no row can be read. */
  readonly isKey: boolean;
  readonly field?: Field;
}

/** A table of the questionnaire as the reader looks for it. */
export interface BlockDefinition {
  readonly id: BlockId;
  readonly table: string;
  readonly columns: readonly BlockColumn[];
}

/** The blocks of an edition's questionnaire that are read. */
export function blockDefinitions(codebook: Codebook): readonly BlockDefinition[] {
  const ofField = (field: Field, isKey = false): BlockColumn => ({
    id: field.id,
    label: field.label,
    names: [field.label.fr, field.label.en, field.id, ...(field.aliases ?? [])].map(normalizeText),
    isOurs: false,
    isKey,
    field,
  });
  const ofWord = (id: keyof typeof headers, isOurs = false, isKey = false): BlockColumn => ({
    id,
    label: headers[id],
    names: [headers[id].fr, headers[id].en].map(normalizeText),
    isOurs,
    isKey,
  });
  const { projects, motivations, actors } = {
    projects: (id: string, isKey = false) => ofField(codebook.field("projects", id), isKey),
    motivations: (id: string, isKey = false) => ofField(codebook.field("motivations", id), isKey),
    actors: (id: string, isKey = false) => ofField(codebook.field("actors", id), isKey),
  };
  const check = ofWord("check", true);
  const columns: Record<Exclude<BlockId, "codes">, BlockColumn[]> = {
    projects: [
      projects("domain", true),
      projects("project", true),
      ...projectFields(codebook).map((field) => ofField(field)),
      check,
      ofWord("missing", true),
      ofWord("order", true),
    ],
    motivations: [motivations("motivation", true), motivations("rank"), check],
    meanings: [motivations("motivation", true), motivations("meaning", true), motivations("rank"), check],
    statements: [actors("statement", true), actors("agreement"), check],
    fiche: [ofWord("question", false, true), ofWord("answer"), ofWord("help", true)],
    respondents: respondentFields(codebook).map((field) => ofField(field)),
    parts: [ofWord("part", false, true), ofWord("filledBy"), ofWord("done")],
  };
  return (Object.keys(columns) as Exclude<BlockId, "codes">[]).map((id) => ({
    id,
    table: questionnaireTables[id],
    columns: columns[id],
  }));
}
