import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { localeOf } from "../../domain/language";
import { importingMessages } from "../../domain/messages/importing";
import { useServices, useStudyState } from "../study/context";
import { importTexts } from "../texts/imports";
import { useSay, useSpoken } from "../texts/useSpoken";

/** An import that was interrupted half-way: it is finished or undone before anything else. */
export function UnfinishedImport() {
  const services = useServices();
  const { unfinished, language, progress } = useStudyState();
  const say = useSay();
  const texts = useSpoken(importTexts);
  if (!unfinished) return null;
  const study = services.study;
  const { record } = unfinished;
  const when = new Date(record.when).toLocaleString(localeOf(language));
  const files = record.files.map(({ name }) => name);
  return (
    <div className="bvn-question" role="group" aria-label={texts.finishImport}>
      <p>{say(importingMessages.importUnfinished({ when, files }))}</p>
      <div className="bvn-question-answers">
        <PrimaryButton
          text={texts.finishImport}
          disabled={progress !== null}
          allowDisabledFocus
          onClick={() => void services.reporter.attempt(() => study.finishImport())}
        />
        <DefaultButton
          text={texts.undoImport}
          disabled={progress !== null}
          allowDisabledFocus
          onClick={() => void services.reporter.attempt(() => study.undoImport())}
        />
      </div>
    </div>
  );
}
