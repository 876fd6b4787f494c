import { toCell, type Draft } from "../../domain/records/project";
import { Question, type QuestionAnswer } from "../shell/Question";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";
import { isBlankAnswer } from "./draft";
import type { Reply } from "./editorState";

/** What the editor must know before it goes on: unsaved changes, a deletion, a row changed by someone else. */
export function ProjectQuestion() {
  const { editor } = useServices();
  const { question, draft, before } = useStore(editor);
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  if (!question) return null;

  const shown = (id: string, of: Draft): string => {
    const field = codebook.field("projects", id);
    return isBlankAnswer(of[id]) ? texts.blank : String(toCell(codebook, field, of[id], language));
  };
  const name =
    isBlankAnswer(draft.project) || isBlankAnswer(draft.territory)
      ? texts.thisProject
      : texts.projectOfTerritory(String(draft.project), String(draft.territory));
  const keep: QuestionAnswer<Reply> = { reply: "keep", label: texts.keepEditing };
  const asked: Record<typeof question.kind, { text: string; answers: QuestionAnswer<Reply>[] }> = {
    unsaved: {
      text:
        question.kind === "unsaved" && question.because === "selection"
          ? texts.unsavedSelection
          : texts.unsaved,
      answers: [
        { reply: "save", label: texts.save, primary: true },
        { reply: "discard", label: texts.discard },
        keep,
      ],
    },
    remove: {
      text: texts.confirmRemove(name),
      answers: [
        { reply: "remove", label: texts.remove, primary: true },
        { reply: "keep", label: texts.keepProject },
      ],
    },
    conflict: {
      text: texts.conflict,
      answers: [
        { reply: "takeSheet", label: texts.takeSheet, primary: true },
        { reply: "overwrite", label: texts.overwrite },
        keep,
      ],
    },
  };
  const { text, answers } = asked[question.kind];
  return (
    <Question
      key={question.kind}
      text={text}
      answers={answers}
      escape="keep"
      onReply={(reply) => void editor.reply(reply)}
    >
      {question.kind === "conflict" && (
        <ul>
          {question.fields.map((id) => (
            <li key={id}>
              {texts.conflictField(
                codebook.field("projects", id).label[language],
                shown(id, before),
                shown(id, question.now),
              )}
            </li>
          ))}
        </ul>
      )}
    </Question>
  );
}
