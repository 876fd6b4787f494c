import type { Base } from "../domain/base/base";
import { languageOf } from "../domain/language";
import type { StudyOperations } from "../excel/contract";
import type { FunctionEnvironment } from "./register";

/**
 * The functions' data: the base that the study's loader fills. Cells wait while the workbook is being looked
 * at; in a workbook without a study, functions of ranges still work.
 */
export function studyEnvironment(
  study: Pick<StudyOperations, "getState" | "subscribe">,
  base: Base,
): FunctionEnvironment {
  return {
    context: () => {
      const { status, codebook, anomalies } = study.getState();
      const hasBase = base.has("projects");
      if (status === "starting" && !hasBase) return null;
      const language = languageOf(Office.context.displayLanguage);
      return {
        base: hasBase ? base : null,
        isLoading: base.isLoading("projects"),
        codebook: hasBase ? base.codebook : codebook,
        language,
        anomalies,
      };
    },
    onChange: (listener) => {
      const stops = [base.onChange(listener), followStatus(study, listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** Of the pane's state, only the status and what the checks found concern the cells. */
function followStatus(
  study: Pick<StudyOperations, "getState" | "subscribe">,
  listener: () => void,
): () => void {
  let known = study.getState();
  return study.subscribe(() => {
    const before = known;
    known = study.getState();
    if (before.status !== known.status || before.anomalies !== known.anomalies) listener();
  });
}
