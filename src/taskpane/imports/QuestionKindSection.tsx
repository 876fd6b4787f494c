import { useRef } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Link } from "office-ui-fabric-react/lib/Link";
import type { Question, QuestionKind } from "../../domain/imports";
import { usePages } from "../lists/usePages";
import { useStudyState } from "../study/context";
import { questionTitles, roleTitles } from "../texts/imports";
import { commonRoles } from "./questionKinds";
import { decidedOf } from "./importState";
import { QuestionCard } from "./QuestionCard";
import { useImport } from "./useImport";

const PAGE = 10;

/** The questions of one kind: one by one, or all that are left at once. */
export function QuestionKindSection({
  kind,
  questions,
}: {
  kind: QuestionKind;
  questions: readonly Question[];
}) {
  const { session, state, texts } = useImport();
  const { language } = useStudyState();
  const root = useRef<HTMLDetailsElement>(null);
  const title = questionTitles[kind][language];
  const open = questions.filter((question) => !decidedOf(state, question));
  const mine = questions.filter(({ key }) => state.decisions.has(key));
  const { shown, more } = usePages(questions, PAGE);

  const labelOf = (role: Question["options"][number]["role"]): string => {
    const labels = new Set(
      open.flatMap(({ options }) =>
        options.filter((option) => option.role === role).map(({ label }) => label[language]),
      ),
    );
    // Where the option says the same everywhere, its own words are clearer.
    return labels.size === 1 && open.length > 1 && kind !== "conflict"
      ? [...labels][0]
      : roleTitles[role][language];
  };
  const next = (after: string) => {
    const cards = [...(root.current?.querySelectorAll<HTMLElement>("[data-open]") ?? [])];
    const at = cards.findIndex((card) => card.dataset.open === after);
    (cards[at + 1] ?? cards.find((card) => card.dataset.open !== after))?.querySelector("button")?.focus();
  };
  return (
    <details className="bvn-part" open ref={root}>
      <summary>{texts.kindCount(title, open.length, questions.length)}</summary>
      {open.length > 1 && (
        <div className="bvn-all" role="group" aria-label={texts.forAllOf(title)}>
          <span>{texts.forAll(open.length)}</span>
          {commonRoles(kind, open).map((role) => (
            <DefaultButton key={role} text={labelOf(role)} onClick={() => session.decideAll(kind, role)} />
          ))}
        </div>
      )}
      <ul>
        {shown.map((question) => (
          <QuestionCard
            key={question.key}
            question={question}
            decided={decidedOf(state, question)}
            mine={state.decisions.has(question.key)}
            onChoose={(option) => {
              next(question.key);
              session.decide(question, option);
            }}
            onReopen={() => session.reopen([question.key])}
          />
        ))}
      </ul>
      {more}
      {mine.length > 1 && (
        <Link onClick={() => session.reopen(mine.map(({ key }) => key))}>{texts.reopenAll}</Link>
      )}
    </details>
  );
}
