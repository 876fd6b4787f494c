import { fromCell } from "../../domain/records/project";
import type { Anomaly } from "../../domain/messages";
import type { StudyOperations } from "../../excel/contract";

/** Whether the pane can mend this anomaly by itself: a project's answer, and a value that is surely meant. */
export function canApply({ place, suggestion }: Anomaly): boolean {
  return (
    suggestion !== undefined && place.table === "projects" && place.row >= 0 && place.field !== undefined
  );
}

/** Writes the suggested value into the project's answer; can be undone like every change of the pane. */
export async function applySuggestion(study: StudyOperations, anomaly: Anomaly): Promise<void> {
  const { codebook } = study.getState();
  const { place, suggestion } = anomaly;
  const project = await study.readProjectAt(place.row);
  if (!project || place.field === undefined) return;
  const field = codebook.field("projects", place.field);
  const draft = { ...project.draft, [field.id]: fromCell(codebook, field, suggestion) };
  await study.updateProject({ id: project.id, row: project.row }, draft, project.draft);
}
