import { useMemo, useState } from "react";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { panelBoard } from "../../domain/completeness";
import { useSnapshot } from "../study/useSnapshot";
import { TerritoryPicker } from "../territories/TerritoryPicker";
import { useMaking } from "./useMaking";

/** The panel to choose from, on request without the territories that have their questionnaire. */
export function NotSentPicker() {
  const { session, state, texts } = useMaking();
  const [notSent, setNotSent] = useState(false);
  const { snapshot } = useSnapshot(undefined, notSent);
  const sent = useMemo(
    () =>
      new Set(
        (snapshot ? panelBoard(snapshot).rows : [])
          .filter((row) => row.sent || row.hasReturned || row.declined)
          .map(({ territory }) => territory),
      ),
    [snapshot],
  );
  return (
    <TerritoryPicker
      chosen={state.chosen}
      onChoose={session.choose}
      isShown={({ name }) => !notSent || !sent.has(name)}
    >
      <Checkbox label={texts.notSent} checked={notSent} onChange={(_, on = false) => setNotSent(on)} />
    </TerritoryPicker>
  );
}
