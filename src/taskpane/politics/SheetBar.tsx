import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Link } from "office-ui-fabric-react/lib/Link";
import { formKeys } from "../project/shortcuts";
import { Question } from "../shell/Question";
import { useStudyState, useTexts } from "../study/context";
import { useSay } from "../texts/useSpoken";
import type { SheetReply } from "./politicsEditor";
import { usePolitics } from "./usePolitics";

/** Saving the sheet, what prevents it, and what must be decided first. */
export function SheetBar() {
  const { editor, state, texts } = usePolitics();
  const paneTexts = useTexts();
  const { language } = useStudyState();
  const say = useSay();
  const { problems, attempted, question, status, before, busy } = state;
  const dirty = editor.dirty;
  const answers: { reply: SheetReply; label: string; primary?: boolean }[] =
    question?.kind === "conflict"
      ? [
          { reply: "takeSheet", label: texts.takeSheet, primary: true },
          { reply: "overwrite", label: texts.overwrite },
          { reply: "keep", label: texts.keepEditing },
        ]
      : [
          { reply: "save", label: texts.save, primary: true },
          { reply: "discard", label: texts.discard },
          { reply: "keep", label: texts.keepEditing },
        ];
  return (
    <div className="bvn-savebar">
      {question && (
        <Question
          key={question.kind}
          text={question.kind === "conflict" ? texts.conflict : texts.unsaved(before?.territory ?? "")}
          answers={answers}
          escape="keep"
          onReply={(reply) => void editor.reply(reply)}
        />
      )}
      {attempted && problems.size > 0 && (
        <div role="alert" className="bvn-missing">
          {texts.toMend(problems.size)}{" "}
          {[...problems].map(([id, { label }], at) => (
            <span key={id}>
              {at > 0 && ", "}
              <Link onClick={() => document.getElementById(id)?.focus()}>{label[language]}</Link>
            </span>
          ))}
        </div>
      )}
      <p role="status" className={status ? "bvn-status bvn-bar-status" : "bvn-quiet bvn-bar-status"}>
        {(status && say(status)) ?? (dirty ? texts.modified : "")}
      </p>
      <div className="bvn-savebar-row">
        <PrimaryButton
          text={texts.save}
          title={paneTexts.withShortcut(texts.save, formKeys.save.shown(paneTexts))}
          aria-keyshortcuts={formKeys.save.aria}
          disabled={busy}
          allowDisabledFocus
          onClick={() => void editor.save()}
        />
        <DefaultButton
          text={texts.revert}
          disabled={!dirty || busy}
          allowDisabledFocus
          onClick={() => editor.revert()}
        />
      </div>
    </div>
  );
}
