import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import { useStudyState, useTexts } from "../study/context";

/** What is being done, how far it is, and a way to stop it where there is one. */
export function WorkBar() {
  const { progress, language } = useStudyState();
  const texts = useTexts();
  if (!progress) return null;
  return (
    <div className="bvn-work" role="group" aria-label={progress.label[language]}>
      <ProgressIndicator
        label={progress.label[language]}
        percentComplete={progress.share}
        ariaValueText={progress.share === undefined ? undefined : `${Math.round(progress.share * 100)} %`}
        styles={{ root: { flex: 1 } }}
      />
      {progress.cancel && <DefaultButton text={texts.cancelWork} onClick={progress.cancel} />}
    </div>
  );
}
