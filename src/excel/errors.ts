import type { Localized } from "../domain/language";
import { freezingMessages } from "../domain/messages/freezing";
import { importingMessages } from "../domain/messages/importing";
import { studyMessages } from "../domain/messages/study";
import { synthesisMessages } from "../domain/messages/synthesis";
import type { Notice } from "./contract";

const messages = { ...studyMessages, ...importingMessages, ...synthesisMessages, ...freezingMessages };
type MessageCode = keyof typeof messages;
type ParamsOf<C extends MessageCode> = Parameters<(typeof messages)[C]>[0];

/** The sentence of a message of the study, in both languages. */
export function sentence<C extends MessageCode>(code: C, params: ParamsOf<C>): Localized {
  return (messages[code] as (params: ParamsOf<C>) => Localized)(params);
}

/** A notice for the state. */
export function notice<C extends MessageCode>(kind: Notice["kind"], code: C, params: ParamsOf<C>): Notice {
  return { kind, code, message: sentence(code, params) };
}

/** What every operation of the study rejects with: a notice fit to be shown as it is. */
export class StudyError extends Error {
  override readonly name = "StudyError";

  constructor(
    readonly notice: Notice,
    options?: { cause?: unknown },
  ) {
    super(notice.message.en, options);
  }

  static of<C extends MessageCode>(code: C, params: ParamsOf<C>, cause?: unknown): StudyError {
    return new StudyError(notice("error", code, params), { cause });
  }
}

/** What an error of Excel was met at, for messages that name the place. */
export interface Where {
  readonly sheet?: string;
  readonly table?: string;
}

/** Code of an error of Excel, if it is one. */
export function excelCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Code Excel refuses requests with while somebody types in a cell. */
export const CELL_EDIT = "InvalidOperationInCellEditMode";

/** Codes Excel answers with when rows cannot be shifted: a filter is on, or something is in the way. */
const CANNOT_SHIFT = /Filter|ShiftRange|InvalidOperation$|InsertDeleteConflict|ConflictWithOtherTable/;

/** An error of Excel in the catalogue's words; errors that are ours already stay as they are. */
export function toStudyError(error: unknown, where: Where = {}): StudyError {
  if (error instanceof StudyError) return error;
  const code = excelCode(error) ?? "Error";
  if (code === CELL_EDIT) return StudyError.of("cellEdit", {}, error);
  if (code === "AccessDenied") {
    return where.sheet
      ? StudyError.of("protectedSheet", { sheet: where.sheet }, error)
      : StudyError.of("accessDenied", {}, error);
  }
  if (/PayloadSizeLimitExceeded$/.test(code)) {
    return StudyError.of("tooLarge", { table: where.table ?? "" }, error);
  }
  if (code === "ItemNotFound" && where.table) {
    return StudyError.of("tableMissing", { table: where.table }, error);
  }
  if (where.table && CANNOT_SHIFT.test(code)) {
    return StudyError.of("filteredTable", { table: where.table }, error);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return StudyError.of("unexpected", { code, detail }, error);
}
