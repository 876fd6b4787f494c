import { useState } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import "../styles/parts.css";
import { Question } from "../shell/Question";
import { useServices, useStudyState } from "../study/context";
import { FicheChoice } from "./FicheChoice";
import { MapChoice } from "./MapChoice";
import { synthesisTexts } from "../texts/synthesis";
import { useSpoken } from "../texts/useSpoken";

/** The published study in the workbook: building it, and putting back what was changed or deleted of it. */
export function SynthesisScreen() {
  const { study, reporter } = useServices();
  const { progress } = useStudyState();
  const texts = useSpoken(synthesisTexts);
  const [asks, setAsks] = useState(false);
  const [mapOf, setMapOf] = useState<string>();
  const busy = progress !== null;
  const build = (restore: boolean) => void reporter.attempt(() => study.buildSynthesis({ restore, mapOf }));
  return (
    <div className="bvn-scroll bvn-page">
      <h2>{texts.title}</h2>
      <p>{texts.intro}</p>
      <MapChoice value={mapOf} onChange={setMapOf} />
      <div className="bvn-actions">
        <PrimaryButton text={texts.build} disabled={busy} allowDisabledFocus onClick={() => build(false)} />
      </div>
      <FicheChoice />
      <h3>{texts.yours}</h3>
      <p>{texts.kept}</p>
      {asks ? (
        <Question
          text={texts.sure}
          answers={[
            { reply: "synthesis", label: texts.restoreSynthesis, primary: true },
            { reply: "fiche", label: texts.restoreFiche },
            { reply: "no", label: texts.no },
          ]}
          escape="no"
          onReply={(reply) => {
            setAsks(false);
            if (reply === "synthesis") build(true);
            if (reply === "fiche")
              void reporter.attempt(() => study.buildFiche(undefined, { restore: true }));
          }}
        />
      ) : (
        <div className="bvn-actions">
          <DefaultButton
            text={texts.restore}
            disabled={busy}
            allowDisabledFocus
            onClick={() => setAsks(true)}
          />
        </div>
      )}
    </div>
  );
}
