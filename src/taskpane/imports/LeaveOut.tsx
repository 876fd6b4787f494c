import { Link } from "office-ui-fabric-react/lib/Link";
import { useImport } from "./useImport";

/** Leaves a file out of the import, or takes it in again. */
export function LeaveOut({ fileKey, name }: { fileKey: string; name: string }) {
  const { session, state, texts } = useImport();
  const isOut = state.leftOut.has(fileKey);
  return (
    <Link
      onClick={() => session.leaveOut(fileKey, !isOut)}
      aria-label={isOut ? texts.takeInOf(name) : texts.leaveOutOf(name)}
    >
      {isOut ? texts.takeIn : texts.leaveOut}
    </Link>
  );
}
