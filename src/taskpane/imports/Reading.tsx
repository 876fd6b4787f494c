import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import { FileList } from "./FileList";
import { useImport } from "./useImport";

/** Files being read: how far all of them are, and each one; stopped at once. */
export function Reading() {
  const { session, state, texts } = useImport();
  const { files, planning } = state;
  const finished = files.filter(({ state: own }) => own !== "waiting" && own !== "reading").length;
  const share = files.reduce((sum, { share: own }) => sum + own, 0) / Math.max(1, files.length);
  const label = planning ? texts.comparing : texts.reading(finished, files.length);
  return (
    <>
      <h2 tabIndex={-1}>{texts.title}</h2>
      <div className="bvn-work bvn-import-work" role="group" aria-label={label}>
        <ProgressIndicator
          label={label}
          percentComplete={planning ? undefined : share}
          ariaValueText={`${Math.round(share * 100)} %`}
          styles={{ root: { flex: 1 } }}
        />
        <DefaultButton text={texts.stop} onClick={session.stop} />
      </div>
      <FileList files={files} />
    </>
  );
}
