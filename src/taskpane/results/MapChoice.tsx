import { useEffect } from "react";
import { Dropdown } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";
import { isProjectIndicator } from "../../domain/indicators/profile";
import { indicatorsOf } from "../../domain/indicators/registry";
import { useServices, useStudyState } from "../study/context";
import { synthesisTexts } from "../texts/synthesis";
import { useSpoken } from "../texts/useSpoken";

interface MapChoiceProps {
  /** Id of the indicator; undefined until it is known or chosen. */
  readonly value: string | undefined;
  readonly onChange: (indicatorId: string) => void;
}

/** The indicator that colours the map; at first the one the workbook remembers. */
export function MapChoice({ value, onChange }: MapChoiceProps) {
  const { study } = useServices();
  const { language, codebook, status } = useStudyState();
  const texts = useSpoken(synthesisTexts);
  useEffect(() => {
    let isGone = false;
    // What cannot be read is left for the build to say.
    if (status === "ready" && value === undefined)
      study.synthesisMapOf().then(
        (id) => !isGone && onChange(id),
        () => undefined,
      );
    return () => void (isGone = true);
  }, [study, status, value, onChange]);
  return (
    <>
      <Dropdown
        label={texts.mapOf}
        options={indicatorsOf(codebook)
          .filter(isProjectIndicator)
          .map(({ id, label }) => ({ key: id, text: label[language] }))}
        selectedKey={value ?? null}
        responsiveMode={ResponsiveMode.large}
        onChange={(_, option) => option && onChange(String(option.key))}
      />
      <p>{texts.mapHelp}</p>
    </>
  );
}
