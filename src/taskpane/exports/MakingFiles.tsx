import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import { useSay } from "../texts/useSpoken";
import { useExports } from "./useExports";

/** How far the files are, and stopping them. */
export function MakingFiles() {
  const { session, state, texts } = useExports();
  const say = useSay();
  const { label, share } = state.making!;
  return (
    <div className="bvn-work bvn-import-work" role="group" aria-label={say(label)}>
      <ProgressIndicator
        label={say(label)}
        percentComplete={share}
        styles={{ root: { flex: 1, minWidth: 0 } }}
      />
      <DefaultButton text={texts.stop} onClick={session.stop} />
    </div>
  );
}
