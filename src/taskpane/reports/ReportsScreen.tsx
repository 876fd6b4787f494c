import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import "../styles/parts.css";
import "../styles/reports.css";
import { WorkProgress } from "../shell/WorkProgress";
import { SavedFiles } from "../making/SavedFiles";
import { useStudyState } from "../study/context";
import { TerritoryPicker } from "../territories/TerritoryPicker";
import { useSay } from "../texts/useSpoken";
import { PanelOptions, ReportOptions } from "./ReportOptions";
import { useReports } from "./useReports";

/** Reports for the panel, one territory, a selection or all of them. */
export function ReportsScreen() {
  const { session, state, texts } = useReports();
  const { projectCount } = useStudyState();
  const say = useSay();
  const { made, status, making, workbook, page } = state;
  const isReady = !making && (workbook || page);
  return (
    <div className="bvn-screen">
      <div className="bvn-scroll bvn-page bvn-reports">
        <h2>{texts.title}</h2>
        <p>{texts.intro}</p>
        <p role="status" className={status ? "bvn-remark" : "bvn-unseen"}>
          {status && say(status)}
        </p>
        {made ? (
          <SavedFiles title={texts.made(made.count)} files={[made.file]}>
            <div className="bvn-actions">
              <DefaultButton text={texts.again} onClick={session.forget} />
            </div>
          </SavedFiles>
        ) : projectCount === 0 ? (
          <p>{texts.noBase}</p>
        ) : (
          <>
            <ReportOptions />
            <h3>{texts.panel}</h3>
            <PanelOptions />
            <div className="bvn-actions">
              <DefaultButton
                text={texts.panelMake}
                disabled={!isReady}
                allowDisabledFocus
                onClick={() => void session.makePanel()}
              />
              <DefaultButton
                text={texts.print}
                disabled={making}
                allowDisabledFocus
                onClick={() => void session.print({ panel: true })}
              />
            </div>
            <h3>{texts.territories}</h3>
            <TerritoryPicker chosen={state.chosen} onChoose={session.choose} />
          </>
        )}
      </div>
      {!made && projectCount > 0 && <ReportBar isReady={isReady} />}
    </div>
  );
}

/** How many are chosen; making or printing them, how far it is, and stopping it. */
function ReportBar({ isReady }: { isReady: boolean }) {
  const { session, state, texts } = useReports();
  const { making, news } = state;
  const chosen = session.chosenNow();
  const label = news ? texts.making(news.done + 1, news.total) : texts.preparing;
  if (making)
    return (
      <div className="bvn-savebar">
        <WorkProgress
          within
          label={label}
          detail={news?.name}
          share={news && news.done / news.total}
          onStop={session.stop}
        />
      </div>
    );
  return (
    <div className="bvn-savebar">
      <p role="status" className="bvn-quiet bvn-bar-status">
        {texts.chosen(chosen.length)}
      </p>
      <div className="bvn-savebar-row">
        <PrimaryButton
          text={texts.make(chosen.length)}
          disabled={!isReady || chosen.length === 0}
          allowDisabledFocus
          onClick={() => void session.makeChosen()}
        />
        <DefaultButton
          text={texts.print}
          disabled={chosen.length !== 1}
          allowDisabledFocus
          onClick={() => void session.print({ territory: chosen[0] })}
        />
      </div>
    </div>
  );
}
