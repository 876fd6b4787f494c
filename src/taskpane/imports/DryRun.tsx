import { BaseFiles } from "./base/BaseFiles";
import { Agreements } from "./Agreements";
import { FilePicker } from "./FilePicker";
import { Mended } from "./Mended";
import { PlanCounts } from "./PlanCounts";
import { PlanFiles } from "./PlanFiles";
import { Questions } from "./Questions";
import { Rejects } from "./Rejects";
import { Territories } from "./Territories";
import { useImport } from "./useImport";

/** What the import would do, and what is to be decided before. */
export function DryRun() {
  const { state, texts } = useImport();
  const { plan, files } = state;
  if (!plan) return null;
  const refused = files.filter(({ state: own }) => own === "refused" || own === "ignored");
  return (
    <>
      <h2 tabIndex={-1}>{texts.dryRun}</h2>
      <p>{texts.dryRunText}</p>
      <BaseFiles />
      <PlanCounts counts={plan} />
      <Questions />
      <Territories territories={plan.territories} />
      <Rejects
        title={texts.rejects}
        text={texts.rejectsText}
        anomalies={plan.rejects}
        count={plan.rejected}
      />
      <Rejects title={texts.remarks} anomalies={plan.remarks} count={plan.remarked} />
      <Mended corrected={plan.corrected} count={plan.mended} />
      <Agreements agreements={plan.agreements} />
      <PlanFiles open={refused.length > 0} />
      <FilePicker more />
    </>
  );
}
