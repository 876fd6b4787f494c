import { useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { defaultEditionId, editions } from "../../domain/codebook";
import { Choice } from "../lists/Choice";
import { useServices, useStudyState, useTexts } from "../study/context";
import { command } from "./commandTexts";

/** A workbook without study: make it one, or fill it with the sample. */
export function NoStudy() {
  const { study, reporter } = useServices();
  const { language, progress } = useStudyState();
  const texts = useTexts();
  const [editionId, setEditionId] = useState(defaultEditionId);
  const create = command("createStudy");
  const sample = command("loadSample2014");
  const busy = progress !== null;
  return (
    <div className="bvn-scroll bvn-empty">
      <h2>{texts.noStudyTitle}</h2>
      <p>{texts.noStudyText}</p>
      <Choice
        label={texts.edition}
        options={editions.map(({ id, label }) => ({ key: id, text: label[language] }))}
        value={editionId}
        onChoose={setEditionId}
      />
      <PrimaryButton
        text={create.label[language]}
        title={create.description[language]}
        disabled={busy}
        allowDisabledFocus
        onClick={() => void reporter.attempt(() => study.createOrRepair({ editionId }))}
      />
      <section>
        <h3>{texts.orTry}</h3>
        <p>{sample.description[language]}</p>
        <DefaultButton
          text={sample.label[language]}
          disabled={busy}
          allowDisabledFocus
          onClick={() => void reporter.attempt(() => study.loadSample2014())}
        />
      </section>
    </div>
  );
}
