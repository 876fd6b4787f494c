import { useId } from "react";
import { usePages } from "../lists/usePages";
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
  const { code, anomalies } = group;
  const { shown, more } = usePages(anomalies, PAGE);
  return (
    <section aria-labelledby={titleId} className="bvn-anomalies">
      <h2 id={titleId}>{texts.groupCount(anomalyTitles[code][language], anomalies.length)}</h2>
      <ul>
        {shown.map((anomaly) => (
          <AnomalyItem
            key={`${anomaly.place.table} ${anomaly.place.row} ${anomaly.place.field}`}
            anomaly={anomaly}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}
