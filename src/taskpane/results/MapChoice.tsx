import { useEffect } from "react";
import { useServices, useStudyState } from "../study/context";
import { synthesisTexts } from "../texts/synthesis";
import { useSpoken } from "../texts/useSpoken";
import { MapIndicator } from "./MapIndicator";

interface MapChoiceProps {
  /** Id of the indicator; undefined until it is known or chosen. */
  readonly value: string | undefined;
  readonly onChange: (indicatorId: string) => void;
}

/** The indicator that colours the map; at first the one the workbook remembers. */
export function MapChoice({ value, onChange }: MapChoiceProps) {
  const { study } = useServices();
  const { status } = useStudyState();
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
      <MapIndicator label={texts.mapOf} value={value ?? null} onChoose={onChange} />
      <p>{texts.mapHelp}</p>
    </>
  );
}
