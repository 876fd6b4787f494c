import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
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
        <div className="bvn-work bvn-import-work" role="group" aria-label={label}>
          <ProgressIndicator
            label={label}
            description={news?.name}
            percentComplete={news ? news.done / news.total : undefined}
            styles={{ root: { flex: 1, minWidth: 0 } }}
          />
          <DefaultButton text={texts.stop} onClick={session.stop} />
        </div>
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
