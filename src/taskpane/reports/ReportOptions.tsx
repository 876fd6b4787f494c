import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { peerChoices } from "../../domain/indicators/peers";
import { Choice } from "../lists/Choice";
import { LanguageChoice } from "../making/LanguageChoice";
import { MapIndicator } from "../results/MapIndicator";
import { useStudyState } from "../study/context";
import { useReports } from "./useReports";

/** How the reports are made: forms, language, whom a territory is compared with. */
export function ReportOptions() {
  const { session, state, texts } = useReports();
  const { language } = useStudyState();
  return (
    <div className="bvn-making-options">
      <Choice
        label={texts.peers}
        title={texts.peersHelp}
        options={peerChoices.map(({ id, label }) => ({ key: id, text: label[language] }))}
        value={state.peers}
        onChoose={(peers) => session.patch({ peers })}
      />
      <LanguageChoice
        label={texts.language}
        value={state.language}
        onChoose={(language) => session.patch({ language })}
      />
      <Checkbox
        label={texts.workbook}
        checked={state.workbook}
        onChange={(_, workbook = false) => session.patch({ workbook })}
      />
      <Checkbox
        label={texts.page}
        checked={state.page}
        onChange={(_, page = false) => session.patch({ page })}
      />
      {!state.workbook && !state.page && <p role="alert">{texts.noForm}</p>}
    </div>
  );
}

/** How the panel's report is made: the indicator that colours its map, whether small cells are hidden. */
export function PanelOptions() {
  const { session, state, texts } = useReports();
  return (
    <div className="bvn-making-options">
      <MapIndicator label={texts.mapOf} value={state.mapOf} onChoose={(mapOf) => session.patch({ mapOf })} />
      <Checkbox
        label={texts.hide}
        title={texts.hideHelp}
        checked={state.hidesSmallCells}
        onChange={(_, hidesSmallCells = false) => session.patch({ hidesSmallCells })}
      />
    </div>
  );
}
