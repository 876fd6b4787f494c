import { Spinner, SpinnerSize } from "office-ui-fabric-react/lib/Spinner";
import { useTexts } from "../study/context";

/** While the workbook is being looked at. */
export function Starting() {
  const texts = useTexts();
  return <Spinner size={SpinnerSize.large} label={texts.starting} className="bvn-starting" />;
}
