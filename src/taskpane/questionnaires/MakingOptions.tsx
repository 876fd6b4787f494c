import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Dropdown } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";
import type { QuestionnaireLanguage } from "../../files/questionnaire";
import { useMaking } from "./useMaking";

/** How the questionnaires are made. */
export function MakingOptions() {
  const { session, state, texts } = useMaking();
  return (
    <div className="bvn-making-options">
      <Dropdown
        label={texts.language}
        options={[
          { key: "fr", text: texts.french },
          { key: "bilingual", text: texts.bilingual },
        ]}
        selectedKey={state.language}
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => option && session.patch({ language: option.key as QuestionnaireLanguage })}
      />
      <Checkbox
        label={texts.previous}
        title={texts.previousHelp}
        checked={state.previous}
        onChange={(_, previous = false) => session.patch({ previous })}
      />
    </div>
  );
}
