import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Choice } from "../lists/Choice";
import { useMaking } from "./useMaking";

/** How the questionnaires are made. */
export function MakingOptions() {
  const { session, state, texts } = useMaking();
  return (
    <div className="bvn-making-options">
      <Choice
        label={texts.language}
        options={[
          { key: "fr", text: texts.french },
          { key: "bilingual", text: texts.bilingual },
        ]}
        value={state.language}
        onChoose={(language) => session.patch({ language })}
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
