import { useId, useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { SearchField } from "../project/SearchField";
import { searchPanel } from "../project/territorySearch";
import { useServices, useStudyState } from "../study/context";
import { synthesisTexts } from "../texts/synthesis";
import { useSpoken } from "../texts/useSpoken";

/** Chooses a territory of the panel and opens its sheet. */
export function FicheChoice() {
  const { study, reporter } = useServices();
  const { territories, progress } = useStudyState();
  const texts = useSpoken(synthesisTexts);
  const [territory, setTerritory] = useState("");
  const isKnown = territories.some(({ name }) => name === territory);
  return (
    <>
      <h3>{texts.fiche}</h3>
      <p>{texts.ficheIntro}</p>
      <SearchField
        id={useId()}
        label={texts.territory}
        placeholder={texts.placeholder}
        value={territory}
        takesFirst
        find={(text) => [
          {
            choices: searchPanel(territories, text).map(({ code, name, type }) => ({
              key: code,
              label: name,
              detail: type,
            })),
          },
        ]}
        nothingFound={texts.notInPanel}
        onChoose={({ label }) => setTerritory(label)}
        onText={setTerritory}
      />
      <div className="bvn-actions">
        <DefaultButton
          text={texts.openFiche}
          disabled={progress !== null || !isKnown}
          allowDisabledFocus
          onClick={() => void reporter.attempt(() => study.buildFiche(territory))}
        />
      </div>
    </>
  );
}
