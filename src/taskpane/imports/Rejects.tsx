import { Icon } from "office-ui-fabric-react/lib/Icon";
import type { PlannedAnomaly } from "../../domain/imports";
import { usePages } from "../lists/usePages";
import { importTexts } from "../texts/imports";
import { useSay, useSpoken } from "../texts/useSpoken";

const PAGE = 15;

interface RejectsProps {
  readonly title: string;
  readonly text?: string;
  /** The first of them, and how many there are in all. */
  readonly anomalies: readonly PlannedAnomaly[];
  readonly count: number;
}

/** What the files say that cannot be taken, or is worth a look: where, what, what was expected, what to do. */
export function Rejects({ title, text, anomalies, count }: RejectsProps) {
  const say = useSay();
  const texts = useSpoken(importTexts);
  const { shown, more } = usePages(anomalies, PAGE);
  if (!anomalies.length) return null;
  return (
    <details className="bvn-part">
      <summary>{`${title} (${count})`}</summary>
      {text && <p className="bvn-quiet">{text}</p>}
      <ul>
        {shown.map((anomaly, at) => {
          const { severity, file, place, field, value, reason, expected, action } = anomaly;
          const where = [anomaly.territory, file, place.sheet, place.cell, field && say(field)];
          return (
            <li key={at} className="bvn-aside">
              <span className="bvn-anomaly-place">
                <Icon
                  iconName={severity === "error" ? "ErrorBadge" : severity === "warning" ? "Warning" : "Info"}
                  className={severity === "error" ? "bvn-icon-error" : "bvn-icon-warning"}
                  aria-hidden
                />
                <span>{where.filter(Boolean).join(", ")}</span>
              </span>
              <span>
                {say(reason)} {value !== undefined && <q>{String(value)}</q>}{" "}
                {expected && texts.expected(say(expected))} {say(action)}
              </span>
            </li>
          );
        })}
      </ul>
      {!more && count > anomalies.length && (
        <p className="bvn-quiet">{texts.othersLater(count - anomalies.length)}</p>
      )}
      {more}
    </details>
  );
}
