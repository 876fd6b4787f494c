import { useState, type ReactNode } from "react";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { Link } from "office-ui-fabric-react/lib/Link";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import type { PanelTerritory } from "../../excel/contract";
import { usePages } from "../lists/usePages";
import { searchPanel } from "../project/territorySearch";
import { useStudyState } from "../study/context";
import { territoryTexts } from "../texts/territories";
import { useSpoken } from "../texts/useSpoken";
import { PanelFilter } from "./PanelFilter";

interface TerritoryPickerProps {
  /** Names. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (names: Iterable<string>, chosen: boolean) => void;
  /** What else decides whether a territory is listed; its controls stand among the filters. */
  readonly isShown?: (territory: PanelTerritory) => boolean;
  readonly children?: ReactNode;
}

const PAGE = 40;

/** The panel, filtered, each territory with its box. */
export function TerritoryPicker({ chosen, onChoose, isShown = () => true, children }: TerritoryPickerProps) {
  const texts = useSpoken(territoryTexts);
  const { territories, codebook, language } = useStudyState();
  const [text, setText] = useState("");
  const [type, setType] = useState<string | null>(null);
  const [region, setRegion] = useState<string | null>(null);
  const found = searchPanel(territories, text).filter(
    (territory) =>
      (type === null || territory.type === type) &&
      (region === null || territory.region === region) &&
      isShown(territory),
  );
  const { shown, more } = usePages(found, PAGE);
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
      {children}
      <p className="bvn-picker-all">
        <Link
          disabled={!found.length}
          onClick={() =>
            onChoose(
              found.map(({ name }) => name),
              true,
            )
          }
        >
          {texts.chooseAll(found.length)}
        </Link>
        <Link disabled={!chosen.size} onClick={() => onChoose(chosen, false)}>
          {texts.chooseNone}
        </Link>
      </p>
      <ul className="bvn-picker-list">
        {shown.map(({ code, name }) => (
          <li key={code}>
            <Checkbox
              label={name}
              checked={chosen.has(name)}
              onChange={(_, on = false) => onChoose([name], on)}
            />
          </li>
        ))}
      </ul>
      {!found.length && <p role="status">{texts.noMatch}</p>}
      {more}
    </fieldset>
  );
}
