import type { ImportPlan } from "../../domain/imports";
import type { PlanView, TerritoryCounts } from "./protocol";

/** Remarks handed over: nobody reads more of them in a pane, and copying them would make it wait. */
const MOST = 300;

/** What the screen shows of a dry run: everything but its rows, which are only counted. */
export function planView(plan: ImportPlan): PlanView {
  const { files, questions, rejects, remarks, corrected, agreements } = plan;
  const { added, changed, unchanged, conflicting, rejected } = plan;
  const counts = { added, changed, unchanged, conflicting, rejected };
  return {
    ...{ files, questions, agreements },
    ...counts,
    rejects: rejects.slice(0, MOST),
    remarks: remarks.slice(0, MOST),
    remarked: remarks.length,
    corrected: corrected.slice(0, MOST),
    mended: corrected.length,
    territories: territoriesOf(plan),
  };
}

/** Counts by territory, in the order of their names; those of which nothing came are left out. */
function territoriesOf({ rows, rejects, files }: ImportPlan): TerritoryCounts[] {
  type Counting = { -readonly [K in keyof TerritoryCounts]: TerritoryCounts[K] };
  const found = new Map<string, Counting>();
  const of = (territory: string): Counting => {
    let counts = found.get(territory);
    if (!counts) {
      const zero = { added: 0, changed: 0, unchanged: 0, conflicting: 0, rejected: 0 };
      found.set(territory, (counts = { territory, ...zero, files: 0, late: false }));
    }
    return counts;
  };
  for (const { territory, outcome } of rows) of(territory)[outcome]++;
  for (const { territory } of rejects) if (territory) of(territory).rejected++;
  for (const { territory, status, late } of files) {
    if (status !== "new") continue;
    const counts = of(territory);
    counts.files++;
    counts.late ||= late;
  }
  return [...found.values()].sort((a, b) => a.territory.localeCompare(b.territory, "fr"));
}
