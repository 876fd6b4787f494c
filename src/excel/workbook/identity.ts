import { defaultEditionId, editionById, editions, type Edition } from "../../domain/codebook";
import type { Language } from "../../domain/language";

/** Defined names by which a workbook says what it is. */
export const identityNames = {
  kind: "BVN_Kind",
  edition: "BVN_Edition",
  codebook: "BVN_Codebook",
  language: "BVN_Language",
  documentId: "BVN_DocumentId",
} as const;

export { STUDY_KIND } from "../../domain/messages/workbook";

/** What the workbook's defined names say; undefined where a name is missing or broken. */
export interface Identity {
  readonly kind?: string;
  /** Edition as the cell or the name says it, known or not. */
  readonly edition?: string;
  readonly codebook?: string;
  readonly language?: Language;
  readonly documentId?: string;
}

/** Value of a defined name that holds a constant text: `="study"` → study. */
export function constantOf(formula: unknown): string | undefined {
  const text = /^="((?:[^"]|"")*)"$/.exec(String(formula ?? ""));
  return text ? text[1].replace(/""/g, '"') : undefined;
}

export const constantFormula = (value: string): string => `="${value.replace(/"/g, '""')}"`;

/** The edition a workbook was made with: the one its names give, else the one of its code-book version. */
export function editionOf(identity: Identity): Edition {
  const named = editions.find(({ id }) => id === identity.edition);
  return (
    named ?? editions.find(({ version }) => version === identity.codebook) ?? editionById(defaultEditionId)
  );
}

/** A document id: enough to tell two workbooks apart. */
export function newDocumentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
