import { useEffect, useMemo, useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { StudySnapshot } from "../../domain/imports";
import { useServices, useStudyState } from "../study/context";
import { wholeStudy } from "../study/operations";
import { Letter } from "./Letter";
import { useImport } from "./useImport";

/** What waits for a correction, by territory, each with its e-mail ready to be copied. */
export function Corrections() {
  const services = useServices();
  const { status } = useStudyState();
  const { state, texts } = useImport();
  const [snapshot, setSnapshot] = useState<StudySnapshot | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const ready = status === "ready";

  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    // What it fails with is told in the state.
    wholeStudy(services)
      .snapshot()
      .then((found) => wanted && setSnapshot(found))
      .catch(() => undefined);
    return () => void (wanted = false);
    // Another import, or one taken back, changes what waits.
  }, [services, ready, state.past]);

  const waiting = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { rejectedTerritory } of snapshot?.tables.rejects ?? []) {
      const territory = String(rejectedTerritory ?? "").trim();
      if (territory) counts.set(territory, (counts.get(territory) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => a.localeCompare(b, "fr"));
  }, [snapshot]);

  if (!snapshot || !waiting.length) return null;
  return (
    <section className="bvn-past" aria-label={texts.corrections}>
      <h3>{texts.corrections}</h3>
      <ul className="bvn-lines">
        {waiting.map(([territory, count]) => (
          <li key={territory}>
            <span className="bvn-line-row">
              <span>
                <span className="bvn-line-name">{territory}</span>{" "}
                <span className="bvn-quiet">{texts.correctionCount(count)}</span>
              </span>
              <DefaultButton
                text={shown === territory ? texts.hideLetter : texts.showLetter}
                ariaLabel={shown === territory ? texts.hideLetter : texts.letterOf(territory)}
                aria-expanded={shown === territory}
                onClick={() => setShown(shown === territory ? null : territory)}
              />
            </span>
            {shown === territory && <Letter territory={territory} snapshot={snapshot} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
