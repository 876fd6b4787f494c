import type { ChoiceGroup } from "../project/choices";
import { SearchField } from "../project/SearchField";
import { searchPanel } from "../project/territorySearch";
import { useStudyState } from "../study/context";
import { usePolitics } from "./usePolitics";

/** Which territory of the panel is worked on. */
export function TerritoryChoice() {
  const { editor, state, texts } = usePolitics();
  const { territories } = useStudyState();
  const find = (text: string): ChoiceGroup[] => {
    const choices = searchPanel(territories, text).map(({ code, name, type, region }) => ({
      key: code,
      label: name,
      detail: [code, type, region].filter(Boolean).join(" · "),
    }));
    return choices.length ? [{ choices }] : [];
  };
  const take = (text: string) => {
    const [found] = text ? searchPanel(territories, text) : [];
    if (found) editor.choose(found.name);
  };
  return (
    <SearchField
      id="bvn-politics-territory"
      label={texts.territory}
      value={state.sheet?.territory ?? ""}
      placeholder={texts.chooseTerritory}
      takesFirst
      find={find}
      nothingFound={texts.noTerritory}
      onChoose={({ label }) => editor.choose(label)}
      onText={take}
    />
  );
}
