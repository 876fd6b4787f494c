import { Link } from "office-ui-fabric-react/lib/Link";
import type { PlannedFile } from "../../domain/imports";
import { useStudyState } from "../study/context";
import { fileStatusTitles } from "../texts/imports";
import type { FileNews } from "../worker/protocol";
import { LeaveOut } from "./LeaveOut";
import { receivedOf } from "./importState";
import { ReceivedField } from "./ReceivedField";
import { useImport } from "./useImport";

/** One file of the dry run: what it is taken for, the day it came in, and whether it is taken at all. */
export function PlanFileLine({ file, planned }: { file: FileNews; planned: PlannedFile | undefined }) {
  const { session, state, texts } = useImport();
  const { language } = useStudyState();
  const { key, name } = file;
  const { days, leftOut, reread } = state;
  const isOut = leftOut.has(key);
  const again = reread.has(key);
  const { prefilled } = planned ?? {};
  const facts = isOut
    ? [texts.leftOut]
    : [
        planned?.territory || texts.unknownTerritory,
        planned && fileStatusTitles[planned.status][language],
        prefilled && texts.prefilled(prefilled.edition, prefilled.unchanged, prefilled.filledIn),
      ];
  return (
    <li data-out={isOut || undefined}>
      <span className="bvn-line-name">
        {name}
        {planned?.late && <span className="bvn-tag">{texts.late}</span>}
      </span>
      <span className="bvn-quiet">{facts.filter(Boolean).join(" · ")}</span>
      {!isOut && (
        <ReceivedField
          label={texts.receivedOf(name)}
          hideLabel
          day={receivedOf(state, file)}
          onDay={(day) => session.setReceived({ days: { ...days, [key]: day } })}
        />
      )}
      <span className="bvn-line-actions">
        <LeaveOut fileKey={key} name={name} />
        {!isOut && (planned?.status === "again" || again) && (
          <Link
            onClick={() => session.readAgain(key, !again)}
            aria-label={again ? texts.notAgainOf(name) : texts.readAgainOf(name)}
          >
            {again ? texts.notAgain : texts.readAgain}
          </Link>
        )}
      </span>
    </li>
  );
}
