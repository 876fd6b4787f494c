import { Choice } from "../lists/Choice";
import { territoryTexts } from "../texts/territories";
import { useSpoken } from "../texts/useSpoken";

interface PanelFilterProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const ALL = "";

/** Shows only the territories of one type, or one region. */
export function PanelFilter({ label, values, value, onChange }: PanelFilterProps) {
  const texts = useSpoken(territoryTexts);
  const options = [...values].filter(Boolean).sort((a, b) => a.localeCompare(b, "fr"));
  return (
    <Choice
      ariaLabel={label}
      options={[{ key: ALL, text: texts.allOf(label) }, ...options.map((text) => ({ key: text, text }))]}
      value={value ?? ALL}
      onChoose={(key) => onChange(key === ALL ? null : key)}
    />
  );
}
