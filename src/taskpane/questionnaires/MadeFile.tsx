import { useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ReceivedField } from "../imports/ReceivedField";
import { localDay } from "../localDay";
import { SavedFiles } from "../making/SavedFiles";
import { useStudyState } from "../study/context";
import type { Made } from "./makingSession";
import { useMaking } from "./useMaking";

/** The file that was made: saved at once, saved again by its link; its territories marked as sent on request. */
export function MadeFile({ made }: { made: Made }) {
  const { session, texts } = useMaking();
  const { codebook, progress, language } = useStudyState();
  const [day, setDay] = useState(localDay);
  const { file, count, prefilled, marked } = made;
  return (
    <SavedFiles title={texts.made(count)} files={[file]}>
      {prefilled > 0 && <p>{texts.prefilled(prefilled, codebook.edition.label[language])}</p>}
      <ReceivedField label={texts.sentOn} day={day} disabled={marked} onDay={setDay} />
      <div className="bvn-actions">
        <DefaultButton
          text={marked ? texts.marked : texts.markSent(count)}
          iconProps={marked ? { iconName: "CheckMark" } : undefined}
          disabled={marked || progress !== null}
          allowDisabledFocus
          onClick={() => void session.markSent(day)}
        />
        <DefaultButton text={texts.again} onClick={session.forget} />
      </div>
    </SavedFiles>
  );
}
