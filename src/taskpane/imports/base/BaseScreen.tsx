import { Spinner } from "office-ui-fabric-react/lib/Spinner";
import type { MappingSection as Section } from "../../../domain/olderBase";
import { importTexts } from "../../texts/imports";
import { useSay, useSpoken } from "../../texts/useSpoken";
import { PlanCounts } from "../PlanCounts";
import { Rejects } from "../Rejects";
import { MappingSection } from "./MappingSection";
import { useBase } from "./useBase";

const SECTIONS: readonly Section[] = ["same", "column", "edition", "territory", "value"];

/** What a base of another edition is taken for, and what it would do to the study. */
export function BaseScreen() {
  const { state, texts } = useBase();
  const imports = useSpoken(importTexts);
  const say = useSay();
  const { file, mapping } = state;
  if (!file) return null;
  return (
    <>
      <h2 tabIndex={-1}>{texts.title}</h2>
      <p className="bvn-line-name">{file.name}</p>
      {!mapping && <Spinner label={texts.reading} />}
      {mapping?.again && <p role="status">{texts.again}</p>}
      {mapping && !mapping.again && (
        <>
          <p>{texts.intro}</p>
          <PlanCounts counts={mapping} />
          <ul className="bvn-base-facts">
            {mapping.editions.map(({ edition, rows }) => (
              <li key={edition}>{texts.editionRows(edition, rows)}</li>
            ))}
            {(mapping.tables.length > 1 ? mapping.tables : []).map(
              ({ table, title, added, changed, unchanged }) => (
                <li key={table}>{texts.tableCounts(say(title), added, changed, unchanged)}</li>
              ),
            )}
          </ul>
          {SECTIONS.map((section) => (
            <MappingSection
              key={section}
              section={section}
              items={mapping.items.filter((item) => item.section === section)}
            />
          ))}
          <Rejects
            title={imports.rejects}
            text={imports.rejectsText}
            anomalies={mapping.rejects}
            count={mapping.rejected}
          />
          <Rejects title={imports.remarks} anomalies={mapping.remarks} count={mapping.remarks.length} />
        </>
      )}
    </>
  );
}
