import { useStudyState } from "../study/context";
import { WorkProgress } from "./WorkProgress";

/** What is being done with the workbook, and how far it is. */
export function WorkBar() {
  const { progress, language } = useStudyState();
  if (!progress) return null;
  return <WorkProgress label={progress.label[language]} share={progress.share} onStop={progress.cancel} />;
}
