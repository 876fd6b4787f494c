import { useRef, useState } from "react";
import type { TerritoryReference } from "../../domain/territories";
import { normalizeText } from "../../domain/text/normalize";
import type { PanelTerritory } from "../../excel/contract";
import { useServices, useStudyState, useTexts } from "../study/context";
import type { Choice, ChoiceGroup } from "./choices";
import type { FieldEditorProps } from "./FieldEditor";
import { formatNumber } from "./NumberField";
import { SearchField } from "./SearchField";
import { searchOfficial, searchPanel, type Candidate } from "./territorySearch";

/** Shortest text the official list is searched for. */
const LEAST_TYPED = 2;

/** The territory: the panel's first, then the official list, whose choice joins the panel. */
export function TerritoryField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { study, reporter, loadTerritories } = useServices();
  const { territories, codebook, language } = useStudyState();
  const texts = useTexts();
  const [official, setOfficial] = useState<TerritoryReference | "unavailable" | null>(null);
  const offered = useRef(new Map<string, Candidate>());

  const detail = ({ type, region, population, department }: PanelTerritory & Partial<Candidate>): string =>
    [type, department, region, population ? texts.inhabitants(formatNumber(population, language)) : ""]
      .filter(Boolean)
      .join(" · ");
  const findOfficial = (text: string): Candidate[] => {
    if (!official || official === "unavailable" || normalizeText(text).length < LEAST_TYPED) return [];
    const known = new Set(territories.map(({ code }) => code));
    const found = searchOfficial(official, codebook, text, language).filter(({ code }) => !known.has(code));
    for (const territory of found) offered.current.set(territory.code, territory);
    return found;
  };
  const find = (text: string): ChoiceGroup[] => {
    const toChoice = (territory: PanelTerritory): Choice => ({
      key: territory.code,
      label: territory.name,
      detail: detail(territory),
    });
    const groups = [
      { heading: texts.panelGroup, choices: searchPanel(territories, text).map(toChoice) },
      {
        heading: texts.otherTerritories,
        note: texts.addsToPanel,
        choices: findOfficial(text).map(toChoice),
      },
    ];
    return groups.filter(({ choices }) => choices.length > 0);
  };

  const choose = async ({ key }: Choice) => {
    const inPanel = territories.find(({ code }) => code === key);
    if (inPanel) return onChange(inPanel.name);
    const candidate = offered.current.get(key);
    if (!candidate) return;
    const { department: _department, ...territory } = candidate;
    const added = await reporter.attempt(() => study.addTerritory(territory));
    // The panel may have given it another name, to tell it from a namesake.
    const named = study.getState().territories.find(({ code }) => code === territory.code);
    if (added) onChange(named?.name ?? territory.name);
  };
  const onText = (text: string) => {
    const meant = territories.find(
      ({ name, code }) => normalizeText(name) === normalizeText(text) || code === text,
    );
    onChange(meant?.name ?? (text || null));
  };
  const load = () => {
    if (official) return;
    loadTerritories().then(setOfficial, () => setOfficial("unavailable"));
  };

  return (
    <SearchField
      id={id}
      label={field.label[language]}
      value={String(value ?? "")}
      required={field.required}
      placeholder={texts.territoryPlaceholder}
      description={official === "unavailable" ? texts.referenceUnavailable : undefined}
      error={error}
      takesFirst
      find={find}
      nothingFound={texts.noTerritory}
      onChoose={(choice) => void choose(choice)}
      onText={onText}
      onFocus={load}
    />
  );
}
