import { fileRefusals, type FileFacts } from "../../../domain/messages/files";
import type { Localized } from "../../../domain/language";
import type { RefusalCode } from "../types";

/** Every code has its sentence; a missing one does not compile. */
const sentences: Record<RefusalCode, (facts: FileFacts) => Localized> = fileRefusals;

/** A file is refused as a whole: nothing of it may be taken. Code and facts survive a message between threads. */
export class FileRefused extends Error {
  readonly code: RefusalCode;
  readonly facts: FileFacts;

  constructor(code: RefusalCode, facts: FileFacts = {}) {
    super(`${code}: ${sentences[code](facts).en}`);
    this.name = "FileRefused";
    this.code = code;
    this.facts = facts;
  }

  /** What it is, what was expected and what to do, in both languages. */
  get sentence(): Localized {
    return sentences[this.code](this.facts);
  }
}

export function refuse(code: RefusalCode, facts?: FileFacts): never {
  throw new FileRefused(code, facts);
}
