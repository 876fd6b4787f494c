import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Icon } from "office-ui-fabric-react/lib/Icon";
import type { Anomaly } from "../../domain/messages";
import { useServices, useStudyState, useTexts } from "../study/context";
import { applySuggestion, canApply } from "./applySuggestion";
import { placeOf } from "./grouping";

/** One anomaly: where, what, what was expected. Choosing it goes to the cell. */
export function AnomalyItem({ anomaly }: { anomaly: Anomaly }) {
  const { study, reporter } = useServices();
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const { severity, message, suggestion } = anomaly;
  const error = severity === "error";
  return (
    <li className="bvn-anomaly">
      <button
        type="button"
        title={texts.goToHint}
        onClick={() => void reporter.attempt(() => study.goTo(anomaly))}
      >
        <span className="bvn-anomaly-place">
          <Icon
            iconName={error ? "ErrorBadge" : "Warning"}
            className={error ? "bvn-icon-error" : "bvn-icon-warning"}
            aria-label={error ? texts.error : texts.warning}
            role="img"
          />
          {placeOf(anomaly, codebook, language, texts)}
        </span>
        <span>{message[language]}</span>
      </button>
      {canApply(anomaly) && (
        <DefaultButton
          text={texts.apply(suggestion!)}
          onClick={() => void reporter.attempt(() => applySuggestion(study, anomaly))}
          styles={{ root: "bvn-apply", textContainer: "bvn-cut", flexContainer: { minWidth: 0 } }}
        />
      )}
    </li>
  );
}
