import { byKind } from "./questionKinds";
import { decidedOf } from "./importState";
import { QuestionKindSection } from "./QuestionKindSection";
import { useImport } from "./useImport";

/** All that a person must or may decide, by kind. */
export function Questions() {
  const { state, texts } = useImport();
  const questions = state.plan?.questions ?? [];
  if (!questions.length) return null;
  const open = questions.filter((question) => !decidedOf(state, question));
  return (
    <section className="bvn-questions" aria-label={texts.questions}>
      <h3>{texts.questions}</h3>
      <p role="status" className="bvn-quiet">
        {texts.undecided(open.length, open.filter(({ required }) => required).length)}
      </p>
      {byKind(questions).map(({ kind, questions: own }) => (
        <QuestionKindSection key={kind} kind={kind} questions={own} />
      ))}
    </section>
  );
}
