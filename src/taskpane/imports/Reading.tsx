import { WorkProgress } from "../shell/WorkProgress";
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
      <WorkProgress within label={label} share={planning ? undefined : share} onStop={session.stop} />
      <FileList files={files} />
    </>
  );
}
