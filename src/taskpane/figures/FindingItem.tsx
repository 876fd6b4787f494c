import { Icon } from "office-ui-fabric-react/lib/Icon";
import type { PlacedFinding } from "../../excel/figures/contract";
import { figuresTexts } from "../texts/figures";
import { useSay, useSpoken } from "../texts/useSpoken";

/** One finding: where, what is printed, why it cannot be, what could. Choosing it goes to the cell. */
export function FindingItem({ finding, onGo }: { finding: PlacedFinding; onGo: () => void }) {
  const texts = useSpoken(figuresTexts);
  const say = useSay();
  const { address, name, printed, message, nearest, severity } = finding;
  const impossible = severity === "impossible";
  return (
    <li className="bvn-anomaly">
      <button type="button" title={texts.goTo} onClick={onGo}>
        <span className="bvn-anomaly-place">
          <Icon
            iconName={impossible ? "ErrorBadge" : "Warning"}
            className={impossible ? "bvn-icon-error" : "bvn-icon-warning"}
            aria-hidden
          />
          <span className="bvn-figure-name">
            {address} · {name}
          </span>
          <span className="bvn-figure-printed">{printed}</span>
        </span>
        <span>{say(message)}</span>
        {nearest && <span className="bvn-figure-nearest">{texts.nearest(say(nearest))}</span>}
      </button>
    </li>
  );
}
