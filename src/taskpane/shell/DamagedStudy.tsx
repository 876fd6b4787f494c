import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { useServices, useStudyState, useTexts } from "../study/context";
import { command } from "./commandTexts";

/** A study with missing parts: what they are, and the repair. */
export function DamagedStudy() {
  const { study, reporter } = useServices();
  const { language, anomalies, progress } = useStudyState();
  const texts = useTexts();
  const repair = command("createStudy");
  const missing = anomalies.filter(({ place }) => place.row < 0);
  return (
    <div className="bvn-scroll bvn-empty">
      <h2>{texts.damagedTitle}</h2>
      {missing.length > 0 && (
        <ul>
          {missing.map(({ message, place }) => (
            <li key={`${place.table} ${place.field ?? ""} ${message.fr}`}>{message[language]}</li>
          ))}
        </ul>
      )}
      <p>{texts.damagedText}</p>
      <PrimaryButton
        text={repair.label[language]}
        title={repair.description[language]}
        disabled={progress !== null}
        allowDisabledFocus
        onClick={() => void reporter.attempt(() => study.createOrRepair())}
      />
    </div>
  );
}
