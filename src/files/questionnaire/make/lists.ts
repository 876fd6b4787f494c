import type { Field } from "../../../domain/codebook";
import { questionnaireSheets, specialChoices } from "../../../domain/questionnaire/words";
import { absolute, blockAddress, sheetReference, type CellContent, type DefinedName } from "../../xlsx/write";
import type { Speech } from "./speech";

/** One column of the locked sheet: a list that validations or conditional formats look at, by its name. */
export interface ListColumn {
  readonly name: string;
  readonly values: readonly CellContent[];
  /** Spellings that are understood, for conditional formats only. */
  readonly hidden: boolean;
}

type Special = keyof typeof specialChoices;
const SPECIALS = Object.keys(specialChoices) as Special[];

/** The lists of a questionnaire. Validations name them; nothing points straight at another sheet. */
export class Lists {
  private readonly columns = new Map<string, ListColumn>();

  constructor(private readonly speech: Speech) {}

  /** Name of the list a field's dropdown offers: "SO" where an answer is required, else all that are no codes. */
  offered(field: Field): string {
    return this.codes(field.list!, field.required ? ["SO"] : SPECIALS);
  }

  /** Name of the list of a list's codes and these others. */
  codes(listId: string, specials: readonly Special[]): string {
    const { codebook } = this.speech;
    const suffix = specials.length ? `_${specials.join("")}` : "";
    const active = codebook.list(listId).codes.filter(({ active: on }) => on !== false);
    return this.add(`BVN_Liste_${listId}${suffix}`, false, () => [
      ...active.map((code) => this.speech.code(listId, code)),
      ...specials.map((key) => this.speech.special(key)),
    ]);
  }

  /** Name of all spellings of a list that are understood when the file comes back. */
  understood(listId: string): string {
    return this.add(`BVN_Connu_${listId}`, true, () => spellings(this.speech, listId));
  }

  /** Name of the ranks from 1 to n. */
  ranks(n: number): string {
    return this.add(`BVN_Rangs_${n}`, false, () => [
      ...Array.from({ length: n }, (_, i) => i + 1),
      this.speech.special("NR"),
      this.speech.special("NSP"),
    ]);
  }

  /** Name of what may stand in place of a number or a date. */
  noAnswer(): string {
    return this.add("BVN_SansReponse", true, () => [
      ...SPECIALS,
      ...SPECIALS.map((key) => this.speech.special(key)),
    ]);
  }

  /** All lists asked for, those that are only looked at last. */
  list(): readonly ListColumn[] {
    return [...this.columns.values()].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  }

  private add(name: string, hidden: boolean, values: () => CellContent[]): string {
    if (!this.columns.has(name)) this.columns.set(name, { name, hidden, values: values() });
    return name;
  }
}

function spellings(speech: Speech, listId: string): CellContent[] {
  const { codebook } = speech;
  const texts = new Set<CellContent>();
  for (const code of codebook.list(listId).codes) {
    texts.add(code.code).add(speech.code(listId, code));
    for (const language of ["fr", "en"] as const) {
      texts.add(code.label[language]).add(codebook.display(listId, code.code, language));
    }
  }
  for (const key of SPECIALS) texts.add(key).add(speech.special(key));
  return [...texts];
}

/** Defined names of the lists, from where they stand. */
export function listNames(
  columns: readonly ListColumn[],
  firstRow: number,
  firstColumn: number,
): DefinedName[] {
  const sheet = sheetReference(questionnaireSheets.codes);
  return columns.map(({ name, values }, i) => {
    const column = firstColumn + i;
    const block = blockAddress(firstRow, column, firstRow + values.length - 1, column);
    return { name, formula: `${sheet}!${absolute(block)}` };
  });
}
