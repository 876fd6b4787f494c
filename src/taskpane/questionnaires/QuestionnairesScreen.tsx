import "../styles/parts.css";
import { useStudyState } from "../study/context";
import { useSay } from "../texts/useSpoken";
import { MadeFile } from "./MadeFile";
import { MakingBar } from "./MakingBar";
import { MakingOptions } from "./MakingOptions";
import { NotSentPicker } from "./NotSentPicker";
import { useMaking } from "./useMaking";

/** Questionnaires for one territory, a selection or the whole panel. */
export function QuestionnairesScreen() {
  const { state, texts } = useMaking();
  const { territories } = useStudyState();
  const say = useSay();
  const { made, status } = state;
  return (
    <div className="bvn-screen">
      <div className="bvn-scroll bvn-page">
        <h2>{texts.title}</h2>
        <p>{texts.intro}</p>
        <p role="status" className={status ? "bvn-remark" : "bvn-unseen"}>
          {status && say(status)}
        </p>
        {made ? (
          <MadeFile made={made} />
        ) : territories.length ? (
          <>
            <NotSentPicker />
            <MakingOptions />
          </>
        ) : (
          <p>{texts.noPanel}</p>
        )}
      </div>
      {!made && <MakingBar />}
    </div>
  );
}
