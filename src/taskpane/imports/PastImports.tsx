import { useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Question } from "../shell/Question";
import { useStudyState } from "../study/context";
import { pastTitle } from "./pastTitle";
import { useImport } from "./useImport";

/** The imports the workbook remembers, the latest first; each can be taken back whole. */
export function PastImports() {
  const { session, state, texts } = useImport();
  const { language, progress } = useStudyState();
  const [asking, setAsking] = useState<string | null>(null);
  const past = state.past ?? [];
  return (
    <section className="bvn-section" aria-label={texts.past}>
      <h3>{texts.past}</h3>
      {state.past && !past.length && <p className="bvn-quiet">{texts.noPast}</p>}
      <ul className="bvn-lines">
        {[...past].reverse().map((record) => {
          const { id, counts, canBeTakenBack } = record;
          const what = pastTitle(record, texts, language);
          return (
            <li key={id}>
              <span className="bvn-line-name">{what}</span>
              <span className="bvn-quiet">
                {texts.pastCounts(counts.added, counts.changed, counts.rejected)}
                {!canBeTakenBack && ` · ${texts.pastGone}`}
              </span>
              {canBeTakenBack && asking !== id && (
                <DefaultButton
                  text={texts.takeBack}
                  ariaLabel={texts.takeBackOf(what)}
                  disabled={progress !== null}
                  allowDisabledFocus
                  onClick={() => setAsking(id)}
                />
              )}
              {asking === id && (
                <Question
                  text={texts.confirmTakeBack(what)}
                  answers={[
                    { reply: "back", label: texts.takeBack, primary: true },
                    { reply: "keep", label: texts.keep },
                  ]}
                  escape="keep"
                  onReply={(reply) => {
                    setAsking(null);
                    if (reply === "back") void session.takeBack(id);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
