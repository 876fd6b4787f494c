import { useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Question } from "../../shell/Question";
import { useStudyState } from "../../study/context";
import { importTexts } from "../../texts/imports";
import { useSpoken } from "../../texts/useSpoken";
import { useImport } from "../useImport";
import { useBase } from "./useBase";

/** Writing the base, or leaving it. */
export function BaseBar() {
  const { session, state, texts } = useBase();
  const { session: whole, state: importing } = useImport();
  const imports = useSpoken(importTexts);
  const { progress } = useStudyState();
  const [asking, setAsking] = useState(false);
  const { mapping, choices, planning, writing, stale } = state;
  const busy = planning || writing || progress !== null;
  const open = mapping?.open ?? 0;
  const writes = mapping !== null && !mapping.again && mapping.added + mapping.changed + mapping.rejected > 0;
  const leave = () => {
    // With nothing else to look at, the import starts anew.
    if (importing.files.filter(({ state: own }) => own === "read" || own === "base").length > 1)
      session.close();
    else whole.abandon();
  };
  const remark = stale
    ? imports.stale
    : open
      ? texts.leftOpen(open)
      : mapping && !mapping.again && !writes
        ? texts.nothing
        : "";
  return (
    <div className="bvn-savebar">
      {asking && (
        <Question
          text={texts.confirmBack}
          answers={[
            { reply: "stay", label: imports.carryOn, primary: true },
            { reply: "leave", label: texts.back },
          ]}
          escape="stay"
          onReply={(reply) => {
            setAsking(false);
            if (reply === "leave") leave();
          }}
        />
      )}
      {remark && (
        <p role="status" className="bvn-missing">
          {remark}
        </p>
      )}
      <div className="bvn-savebar-row">
        {stale ? (
          <PrimaryButton text={imports.again} disabled={busy} onClick={() => void session.runAgain()} />
        ) : (
          <PrimaryButton
            text={texts.write}
            title={imports.writeTitle}
            disabled={busy || open > 0 || !writes}
            allowDisabledFocus
            onClick={() => void session.write()}
          />
        )}
        <DefaultButton
          text={texts.back}
          disabled={writing}
          onClick={() => (choices.size ? setAsking(true) : leave())}
        />
      </div>
    </div>
  );
}
