import { useMemo, useState } from "react";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Link } from "office-ui-fabric-react/lib/Link";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { panelBoard } from "../../domain/completeness";
import { searchPanel } from "../project/territorySearch";
import { useStudyState } from "../study/context";
import { useSnapshot } from "../study/useSnapshot";
import { PanelFilter } from "./PanelFilter";
import { useMaking } from "./useMaking";

const PAGE = 40;

/** The panel, filtered, each territory with its box. */
export function TerritoryPicker() {
  const { session, state, texts } = useMaking();
  const { territories, codebook, language } = useStudyState();
  const { snapshot } = useSnapshot();
  const [text, setText] = useState("");
  const [type, setType] = useState<string | null>(null);
  const [region, setRegion] = useState<string | null>(null);
  const [notSent, setNotSent] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const sent = useMemo(
    () =>
      new Set(
        (snapshot ? panelBoard(snapshot).rows : [])
          .filter((row) => row.sent || row.hasReturned || row.declined)
          .map(({ territory }) => territory),
      ),
    [snapshot],
  );
  const found = searchPanel(territories, text).filter(
    (territory) =>
      (type === null || territory.type === type) &&
      (region === null || territory.region === region) &&
      (!notSent || !sent.has(territory.name)),
  );
  const hidden = found.length - shown;
  const label = (id: string) => codebook.field("panel", id).label[language];
  const values = (id: "type" | "region") => [...new Set(territories.map((territory) => territory[id]))];
  return (
    <fieldset className="bvn-picker">
      <legend>{texts.territories}</legend>
      <TextField
        ariaLabel={texts.filter}
        placeholder={texts.filterPlaceholder}
        autoComplete="off"
        value={text}
        onChange={(_, typed = "") => setText(typed)}
      />
      <div className="bvn-picker-filters">
        <PanelFilter label={label("type")} values={values("type")} value={type} onChange={setType} />
        <PanelFilter label={label("region")} values={values("region")} value={region} onChange={setRegion} />
      </div>
      <Checkbox label={texts.notSent} checked={notSent} onChange={(_, on = false) => setNotSent(on)} />
      <p className="bvn-picker-all">
        <Link
          disabled={!found.length}
          onClick={() =>
            session.choose(
              found.map(({ name }) => name),
              true,
            )
          }
        >
          {texts.chooseAll(found.length)}
        </Link>
        <Link disabled={!state.chosen.size} onClick={() => session.choose(state.chosen, false)}>
          {texts.chooseNone}
        </Link>
      </p>
      <ul className="bvn-picker-list">
        {found.slice(0, shown).map(({ code, name }) => (
          <li key={code}>
            <Checkbox
              label={name}
              checked={state.chosen.has(name)}
              onChange={(_, on = false) => session.choose([name], on)}
            />
          </li>
        ))}
      </ul>
      {!found.length && <p role="status">{texts.noMatch}</p>}
      {hidden > 0 && (
        <ActionButton
          text={texts.showMore(Math.min(hidden, PAGE))}
          onClick={() => setShown((count) => count + PAGE)}
        />
      )}
    </fieldset>
  );
}
