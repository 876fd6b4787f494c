import { useEffect, useRef, useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ReceivedField } from "../imports/ReceivedField";
import { localDay } from "../localDay";
import { useStudyState } from "../study/context";
import type { Made } from "./makingSession";
import { useMaking } from "./useMaking";

/** The file that was made: saved at once, saved again by its link; its territories marked as sent on request. */
export function MadeFile({ made }: { made: Made }) {
  const { session, texts } = useMaking();
  const { codebook, progress, language } = useStudyState();
  const [day, setDay] = useState(localDay);
  const link = useRef<HTMLAnchorElement>(null);
  const { url, name, count, prefilled, marked } = made;

  useEffect(() => {
    // A browser that wants the person's own click for it does nothing here: the link stays.
    link.current?.click();
    if (document.hasFocus()) link.current?.focus();
  }, [url]);

  return (
    <div className="bvn-made">
      <h3 role="status">{texts.made(count)}</h3>
      {prefilled > 0 && <p>{texts.prefilled(prefilled, codebook.edition.label[language])}</p>}
      <p>
        <a ref={link} href={url} download={name}>
          {texts.download(name)}
        </a>
      </p>
      <p className="bvn-quiet">{texts.downloadHint}</p>
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
    </div>
  );
}
