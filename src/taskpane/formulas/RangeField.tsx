import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { useServices } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSpoken } from "../texts/useSpoken";
import { useFormulaOperations } from "./formulaOperations";

interface RangeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A range: typed, or taken from what is selected in the sheet. */
export function RangeField({ label, value, onChange }: RangeFieldProps) {
  const texts = useSpoken(formulaTexts);
  const { reporter } = useServices();
  const formulas = useFormulaOperations();
  return (
    <div className="bvn-range">
      <TextField
        label={label}
        value={value}
        placeholder={texts.rangeHint}
        onChange={(_, text = "") => onChange(text)}
      />
      <DefaultButton
        text={texts.takeSelection}
        ariaLabel={texts.takeSelectionFor(label)}
        onClick={() => void reporter.attempt(async () => onChange(await formulas.selectedAddress()))}
      />
    </div>
  );
}
