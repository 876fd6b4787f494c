import { useEffect, useState } from "react";
import type { StudySnapshot } from "../../domain/imports";
import { useServices, useStudyState } from "./context";

/**
 * The study's rows as they stand: read when a screen is shown, and again when the pane has changed something,
 * or something else the caller names. Null until then, and as long as it is not wanted.
 */
export function useSnapshot(
  changed?: unknown,
  wanted = true,
): { snapshot: StudySnapshot | null; refresh: () => void } {
  const services = useServices();
  const { status, undoable, editionId, codebook } = useStudyState();
  const [snapshot, setSnapshot] = useState<StudySnapshot | null>(null);
  const [asked, setAsked] = useState(0);
  const ready = wanted && status === "ready";
  useEffect(() => {
    if (!ready) return;
    let current = true;
    services.study
      .snapshot()
      .then((found) => current && setSnapshot(found))
      // What it fails with is told in the state.
      .catch(() => undefined);
    return () => void (current = false);
  }, [services, ready, undoable, editionId, codebook, asked, changed]);
  return { snapshot, refresh: () => setAsked((count) => count + 1) };
}
