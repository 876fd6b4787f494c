import { useMemo } from "react";
import { panelBoard, toCorrect } from "../../domain/completeness";
import { CorrectionList } from "../board/CorrectionList";
import { useSnapshot } from "../study/useSnapshot";
import { useImport } from "./useImport";

/** What waits for a correction, by territory, each with its e-mail ready to be copied. */
export function Corrections() {
  const { state } = useImport();
  const { snapshot } = useSnapshot(state.past);
  const rows = useMemo(() => (snapshot ? toCorrect(panelBoard(snapshot)) : []), [snapshot]);
  return snapshot && rows.length ? <CorrectionList rows={rows} snapshot={snapshot} /> : null;
}
