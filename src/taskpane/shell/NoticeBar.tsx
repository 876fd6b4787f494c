import { useEffect } from "react";
import { MessageBar, MessageBarType } from "office-ui-fabric-react/lib/MessageBar";
import type { Notice } from "../../excel/contract";
import { useServices, useStore, useStudyState, useTexts } from "../study/context";

const typeOf: Readonly<Record<Notice["kind"], MessageBarType>> = {
  success: MessageBarType.success,
  warning: MessageBarType.warning,
  error: MessageBarType.error,
};

/** A success leaves by itself; warnings and errors stay until they are closed. */
const SUCCESS_MS = 12_000;

/** What happened or went wrong, and what to do; announced, and closed by the person. */
export function NoticeBar() {
  const { study, reporter } = useServices();
  const { notice, undoable, language } = useStudyState();
  const own = useStore(reporter);
  const texts = useTexts();
  // What the bar below names as the last change needs no second announcement.
  const told = notice?.kind === "success" && notice.message.fr === undoable?.fr;
  const shown = own ?? (told ? null : notice);
  const dismiss = () => (own ? reporter.set(null) : study.dismissNotice());
  const fades = shown?.kind === "success";
  useEffect(() => {
    if (!fades) return;
    const timer = setTimeout(() => study.dismissNotice(), SUCCESS_MS);
    return () => clearTimeout(timer);
  }, [study, shown, fades]);
  return (
    <div aria-live="polite" className="bvn-notices">
      {shown && (
        <MessageBar
          key={`${shown.code} ${shown.message[language]}`}
          messageBarType={typeOf[shown.kind]}
          isMultiline
          delayedRender={false}
          onDismiss={dismiss}
          dismissButtonAriaLabel={texts.dismiss}
        >
          {shown.message[language]}
        </MessageBar>
      )}
    </div>
  );
}
