import { useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Question } from "../shell/Question";
import { useStudyState } from "../study/context";
import { decidedOf } from "./importState";
import { useImport } from "./useImport";

/** Writing the import, or giving it up; what is undecided is asked about first. */
export function ImportBar() {
  const { session, state, texts } = useImport();
  const { progress } = useStudyState();
  const [asking, setAsking] = useState<"undecided" | "abandon" | null>(null);
  const { plan, planning, phase, stale } = state;
  const required = (plan?.questions ?? []).filter(
    (question) => question.required && !decidedOf(state, question),
  ).length;
  const busy = phase === "writing" || progress !== null;
  const writes = plan !== null && plan.files.some(({ status }) => status === "new");
  const write = () => {
    if (required && asking !== "undecided") return setAsking("undecided");
    setAsking(null);
    void session.write();
  };
  return (
    <div className="bvn-savebar">
      {asking === "undecided" && (
        <Question
          text={texts.writeUndecided(required)}
          answers={[
            { reply: "decide", label: texts.decideFirst, primary: true },
            { reply: "write", label: texts.writeAnyway },
          ]}
          escape="decide"
          onReply={(reply) => (reply === "write" ? write() : setAsking(null))}
        />
      )}
      {asking === "abandon" && (
        <Question
          text={texts.confirmAbandon}
          answers={[
            { reply: "keep", label: texts.carryOn, primary: true },
            { reply: "abandon", label: texts.abandon },
          ]}
          escape="keep"
          onReply={(reply) => {
            setAsking(null);
            if (reply === "abandon") session.abandon();
          }}
        />
      )}
      {(stale || !writes) && (
        <p role="status" className="bvn-missing">
          {stale ? texts.stale : texts.nothingNew}
        </p>
      )}
      <div className="bvn-savebar-row">
        {stale ? (
          <PrimaryButton text={texts.again} onClick={() => void session.runAgain()} />
        ) : (
          <PrimaryButton
            text={texts.write}
            title={texts.writeTitle}
            disabled={busy || planning || !writes}
            allowDisabledFocus
            onClick={write}
          />
        )}
        <DefaultButton
          text={texts.abandon}
          disabled={busy}
          allowDisabledFocus
          onClick={() => setAsking("abandon")}
        />
      </div>
    </div>
  );
}
