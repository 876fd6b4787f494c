import { WorkProgress } from "../shell/WorkProgress";
import { useSay } from "../texts/useSpoken";
import type { Making } from "./exportSession";
import { useExports } from "./useExports";

/** How far the files are, and stopping them. */
export function ExportProgress({ making: { label, share } }: { making: Making }) {
  const { session } = useExports();
  return <WorkProgress within label={useSay()(label)} share={share} onStop={session.stop} />;
}
