import { useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Question } from "../shell/Question";
import { useServices, useStudyState } from "../study/context";
import { pastTitle } from "./pastTitle";
import { PlanCounts } from "./PlanCounts";
import { useImport } from "./useImport";

/** What the import has written, and how to take it back. */
export function ImportResult() {
  const { session, state, texts } = useImport();
  const { navigation } = useServices();
  const { progress, language } = useStudyState();
  const [asking, setAsking] = useState(false);
  const { result } = state;
  if (!result) return null;
  const what = pastTitle(result, texts, language);
  return (
    <>
      <h2 tabIndex={-1}>{texts.done}</h2>
      <p>{what}</p>
      <PlanCounts counts={result.counts} />
      {asking && (
        <Question
          text={texts.confirmTakeBack(what)}
          answers={[
            { reply: "back", label: texts.takeBack, primary: true },
            { reply: "keep", label: texts.keep },
          ]}
          escape="keep"
          onReply={(reply) => {
            setAsking(false);
            if (reply === "back") void session.takeBack(result.id);
          }}
        />
      )}
      <div className="bvn-actions">
        <PrimaryButton text={texts.another} onClick={session.abandon} />
        <DefaultButton text={texts.seeBoard} onClick={() => navigation.go("board")} />
        <DefaultButton
          text={texts.takeBack}
          iconProps={{ iconName: "Undo" }}
          disabled={progress !== null || !result.canBeTakenBack}
          allowDisabledFocus
          onClick={() => setAsking(true)}
        />
      </div>
    </>
  );
}
