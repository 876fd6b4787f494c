import { useId, useState } from "react";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useStudyState, useTexts } from "../study/context";
import { anomalyTitles } from "../texts/check";
import { AnomalyItem } from "./AnomalyItem";
import type { AnomalyKind } from "./grouping";

/** Anomalies shown of a kind before the person asks for more. */
const PAGE = 25;

/** The anomalies of one kind, with their number. */
export function AnomalyGroup({ group }: { group: AnomalyKind }) {
  const { language } = useStudyState();
  const texts = useTexts();
  const titleId = useId();
  const [shown, setShown] = useState(PAGE);
  const { code, anomalies } = group;
  const hidden = anomalies.length - shown;
  return (
    <section aria-labelledby={titleId} className="bvn-anomalies">
      <h2 id={titleId}>{texts.groupCount(anomalyTitles[code][language], anomalies.length)}</h2>
      <ul>
        {anomalies.slice(0, shown).map((anomaly) => (
          <AnomalyItem
            key={`${anomaly.place.table} ${anomaly.place.row} ${anomaly.place.field}`}
            anomaly={anomaly}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <ActionButton
          text={texts.showMore(Math.min(hidden, PAGE))}
          onClick={() => setShown((count) => count + PAGE)}
        />
      )}
    </section>
  );
}
