import type { OptionRole, Question, QuestionKind } from "../../domain/imports";

/** Kinds in the order they are decided: what must be decided first, names last. */
const ORDER: readonly QuestionKind[] = [
  "territory",
  "file",
  "conflict",
  "late",
  "repeated",
  "shared",
  "listed",
  "spelling",
];

export interface KindOfQuestions {
  readonly kind: QuestionKind;
  /** Questions of one group stand together. */
  readonly questions: readonly Question[];
}

/** Questions by kind, those of a group beside each other. */
export function byKind(questions: readonly Question[]): KindOfQuestions[] {
  return ORDER.flatMap((kind) => {
    const own = questions.filter((question) => question.kind === kind);
    const groups = new Map<string, Question[]>();
    for (const question of own) {
      const group = groups.get(question.group);
      if (group) group.push(question);
      else groups.set(question.group, [question]);
    }
    return own.length ? [{ kind, questions: [...groups.values()].flat() }] : [];
  });
}

/** Kinds whose questions are each about something else: one answer cannot stand for all. */
const ONE_BY_ONE: ReadonlySet<QuestionKind> = new Set(["territory", "file"]);

/** What all open questions of a kind could be answered with at once. */
export function commonRoles(kind: QuestionKind, open: readonly Question[]): OptionRole[] {
  if (ONE_BY_ONE.has(kind) || !open.length) return [];
  const roles = new Set(open.flatMap(({ options }) => options.map(({ role }) => role)));
  return [...roles].filter((role) => role !== "other" && open.some(({ options }) => uniquely(options, role)));
}

/** A role that several options have does not say which one is meant. */
const uniquely = (options: Question["options"], role: OptionRole): boolean =>
  options.filter((option) => option.role === role).length === 1;
