import { useMemo } from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { FocusZone, FocusZoneDirection } from "office-ui-fabric-react/lib/FocusZone";
import { Icon } from "office-ui-fabric-react/lib/Icon";
import { command } from "../shell/commandTexts";
import { useServices, useStudyState, useTexts } from "../study/context";
import { AnomalyGroup } from "./AnomalyGroup";
import { groupAnomalies } from "./grouping";

/** Everything that is wrong in the workbook, by kind, one key away from its cell. */
export function CheckScreen() {
  const { study, reporter } = useServices();
  const { anomalies, language, progress } = useStudyState();
  const texts = useTexts();
  const groups = useMemo(() => groupAnomalies(anomalies), [anomalies]);
  const errors = anomalies.filter(({ severity }) => severity === "error").length;
  const warnings = anomalies.length - errors;
  const check = command("checkWorkbook");
  const counts = [errors && texts.errors(errors), warnings && texts.warnings(warnings)]
    .filter(Boolean)
    .join(", ");
  return (
    <div className="bvn-scroll bvn-check">
      <div className="bvn-check-top">
        <p>{texts.checkIntro}</p>
        <PrimaryButton
          text={check.label[language]}
          iconProps={{ iconName: "Refresh" }}
          disabled={progress !== null}
          allowDisabledFocus
          onClick={() => void reporter.attempt(() => study.check())}
        />
      </div>
      <p role="status" className="bvn-check-counts">
        {counts}
      </p>
      {anomalies.length === 0 ? (
        <div className="bvn-none">
          <Icon iconName="Completed" aria-hidden />
          <h2>{texts.noAnomaly}</h2>
          <p>{texts.noAnomalyText}</p>
        </div>
      ) : (
        <FocusZone direction={FocusZoneDirection.bidirectional} title={texts.goToHint}>
          {groups.map((group) => (
            <AnomalyGroup key={group.code} group={group} />
          ))}
        </FocusZone>
      )}
    </div>
  );
}
