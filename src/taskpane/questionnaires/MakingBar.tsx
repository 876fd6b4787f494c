import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { WorkProgress } from "../shell/WorkProgress";
import { useMaking } from "./useMaking";

/** How many are chosen; making them, how far it is, and stopping it. */
export function MakingBar() {
  const { session, state, texts } = useMaking();
  const { making, news } = state;
  const count = session.chosenNow().length;
  const label = news ? texts.making(news.done, news.total) : texts.preparing;
  return (
    <div className="bvn-savebar">
      {making ? (
        <WorkProgress
          within
          label={label}
          detail={news?.name}
          share={news && news.done / news.total}
          onStop={session.stop}
        />
      ) : (
        <>
          <p role="status" className="bvn-quiet bvn-bar-status">
            {texts.chosen(count)}
          </p>
          <div className="bvn-savebar-row">
            <PrimaryButton
              text={texts.make(count)}
              disabled={count === 0}
              allowDisabledFocus
              onClick={() => void session.make()}
            />
          </div>
        </>
      )}
    </div>
  );
}
