import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Dropdown } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";
import { isProjectIndicator } from "../../domain/indicators/profile";
import { indicatorsOf } from "../../domain/indicators/registry";
import type { Language } from "../../domain/language";
import { peerChoices, type PeerChoiceId } from "../../domain/indicators/peers";
import { useStudyState } from "../study/context";
import { useReports } from "./useReports";

/** How the reports are made: forms, language, whom a territory is compared with. */
export function ReportOptions() {
  const { session, state, texts } = useReports();
  const { language } = useStudyState();
  return (
    <div className="bvn-making-options">
      <Dropdown
        label={texts.peers}
        title={texts.peersHelp}
        options={peerChoices.map(({ id, label }) => ({ key: id, text: label[language] }))}
        selectedKey={state.peers}
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => option && session.patch({ peers: option.key as PeerChoiceId })}
      />
      <Dropdown
        label={texts.language}
        options={[
          { key: "fr", text: texts.french },
          { key: "en", text: texts.english },
        ]}
        selectedKey={state.language}
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => option && session.patch({ language: option.key as Language })}
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
  const { language, codebook } = useStudyState();
  return (
    <div className="bvn-making-options">
      <Dropdown
        label={texts.mapOf}
        options={indicatorsOf(codebook)
          .filter(isProjectIndicator)
          .map(({ id, label }) => ({ key: id, text: label[language] }))}
        selectedKey={state.mapOf}
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => option && session.patch({ mapOf: String(option.key) })}
      />
      <Checkbox
        label={texts.hide}
        title={texts.hideHelp}
        checked={state.hidesSmallCells}
        onChange={(_, hidesSmallCells = false) => session.patch({ hidesSmallCells })}
      />
    </div>
  );
}
