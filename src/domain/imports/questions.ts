import type { Localized } from "../language";
import { hashText } from "../records/ids";
import type { Draft } from "../records/project";
import { importWords } from "../messages/imports";
import { compareText, digestTag } from "./source";
import type { Decision, OptionRole, Question, QuestionOption } from "./types";

/**
 * A stable key of a question or an option made of what it is about.
 * @example stableKey("a", 1) === stableKey("a", "1") // true
 */
export function stableKey(...parts: readonly (string | number | null | undefined)[]): string {
  return `k${hashText(parts.map((part) => String(part ?? "")).join("\u0001")).toString(36)}`;
}

/** A question before it is known whether somebody has decided it. */
export type Asked = Omit<Question, "decided">;

/** Asks questions once each, and answers those that were decided. */
export class QuestionList {
  private readonly asked = new Map<string, Question>();
  private readonly decisions: ReadonlyMap<string, Decision>;

  constructor(decisions: readonly Decision[]) {
    // The last decision on a question holds.
    this.decisions = new Map(decisions.map((decision) => [decision.key, decision]));
  }

  /** The option decided on, or null; the question is on the list from now on. */
  ask(asked: Asked): QuestionOption | null {
    const known = this.asked.get(asked.key);
    const options = known ? mergedOptions(known.options, asked.options) : asked.options;
    const files = known ? [...new Set([...known.files, ...asked.files])].sort(compareText) : asked.files;
    const whole = { ...asked, options, files, decided: this.decided(asked.key, options, files) };
    this.asked.set(asked.key, whole);
    return options.find(({ id }) => id === whole.decided) ?? null;
  }

  /** A list that knows the same decisions and asks nobody. */
  aside(): QuestionList {
    return new QuestionList([...this.decisions.values()]);
  }

  /** A question was decided on other files: a new one that joins in opens it again. */
  private decided(key: string, options: readonly QuestionOption[], files: readonly string[]): string | null {
    const decision = this.decisions.get(key);
    if (!decision || !options.some(({ id }) => id === decision.option)) return null;
    const covered = new Set(decision.files.map(digestTag));
    return files.every((digest) => covered.has(digestTag(digest))) ? decision.option : null;
  }

  /** All questions, by territory and key. */
  all(): Question[] {
    return [...this.asked.values()].sort(
      (a, b) =>
        compareText(a.territory, b.territory) || compareText(a.kind, b.kind) || compareText(a.key, b.key),
    );
  }
}

function mergedOptions(a: readonly QuestionOption[], b: readonly QuestionOption[]): QuestionOption[] {
  return a.map((option) => {
    const more = b.find(({ id }) => id === option.id)?.said ?? [];
    return { ...option, said: [...option.said, ...more] };
  });
}

/** The decision that chooses an option of a question. @throws RangeError if it has no such option. */
export function decide(question: Question, option: string): Decision {
  if (!question.options.some(({ id }) => id === option))
    throw new RangeError(`Question ${question.key} has no option ${option}`);
  return { key: question.key, option, files: digestsOf(question) };
}

/** Files a decision is taken on: those that raised the question, and those the base has its answers from. */
function digestsOf({ files, options }: Question): string[] {
  const said = options.flatMap((option) => option.said.map(({ source }) => source.digest));
  return [
    ...new Set([...files, ...said].flatMap((digest) => (digest === null ? [] : [digestTag(digest)]))),
  ].sort(compareText);
}

/** Decisions that answer all questions of a kind alike, those that have such an option. */
export function decideAll(
  questions: readonly Question[],
  role: OptionRole,
  kind?: Question["kind"],
): Decision[] {
  return questions.flatMap((question) => {
    const option = question.options.find((candidate) => candidate.role === role);
    return option && (kind === undefined || question.kind === kind) ? [decide(question, option.id)] : [];
  });
}

/** Answers to what the reader left open, as it takes them: question id → option id. */
export function fileDecisions(questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ kind, key, decided }) =>
      kind === "file" && decided !== null ? [[key, decided]] : [],
    ),
  );
}

const MARK = "décision:";

/**
 * The journal's cell that keeps a decision to be found again; it stands in the column of digests.
 * @example decisionCell({ key: "k1", option: "v2", files: ["a1b2c3d4e5"] }) // "décision:k1=v2@a1b2c3d4"
 */
export function decisionCell({ key, option, files }: Decision): string {
  return `${MARK}${key}=${encodeURIComponent(option)}@${files.map(digestTag).join(",")}`;
}

/** The decisions a journal keeps, oldest first. */
export function rememberedDecisions(journal: readonly Draft[]): Decision[] {
  return journal.flatMap(({ digest }): Decision[] => {
    const found = /^décision:([^=]+)=([^@]+)@(.*)$/.exec(String(digest ?? "").normalize("NFC"));
    if (!found) return [];
    try {
      const option = decodeURIComponent(found[2]);
      return [{ key: found[1], option, files: found[3].split(",").filter(Boolean) }];
    } catch {
      // Somebody has written into the cell: it keeps no decision any more.
      return [];
    }
  });
}

/** Digests (as cells hold them) of the files a journal says are in the base. */
export function importedDigests(journal: readonly Draft[]): Set<string> {
  const imported = new Set<string>();
  const says = (operation: Draft[string], word: Localized) => operation === word.fr || operation === word.en;
  for (const { operation, digest } of journal) {
    const tag = digestTag(String(digest ?? ""));
    if (!tag) continue;
    if (says(operation, importWords.imported)) imported.add(tag);
    else if (says(operation, importWords.takenBack)) imported.delete(tag);
  }
  return imported;
}
