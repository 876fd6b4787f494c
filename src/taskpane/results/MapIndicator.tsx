import { isProjectIndicator } from "../../domain/indicators/profile";
import { indicatorsOf } from "../../domain/indicators/registry";
import { Choice } from "../lists/Choice";
import { useStudyState } from "../study/context";

interface MapIndicatorProps {
  readonly label: string;
  /** Id of an indicator. */
  readonly value: string | null;
  readonly onChoose: (indicatorId: string) => void;
}

/** The indicator that colours a map: one that every territory with projects has. */
export function MapIndicator(props: MapIndicatorProps) {
  const { language, codebook } = useStudyState();
  const options = indicatorsOf(codebook)
    .filter(isProjectIndicator)
    .map(({ id, label }) => ({ key: id, text: label[language] }));
  return <Choice {...props} options={options} />;
}
