import "../styles/parts.css";
import "../styles/exports.css";
import { useSay } from "../texts/useSpoken";
import { AnonymousCopy } from "./AnonymousCopy";
import { DataExport } from "./DataExport";
import { Formulas } from "./Formulas";
import { useExports } from "./useExports";

/** What leaves the workbook: its data, its formulas as values, a copy without people. */
export function ExportsScreen() {
  const { state, texts } = useExports();
  const say = useSay();
  return (
    <div className="bvn-screen">
      <div className="bvn-scroll bvn-page bvn-exports">
        <h2>{texts.title}</h2>
        <p>{texts.intro}</p>
        <p role="status" className={state.status ? "bvn-remark" : "bvn-unseen"}>
          {state.status && say(state.status)}
        </p>
        <DataExport />
        <Formulas />
        <AnonymousCopy />
      </div>
    </div>
  );
}
