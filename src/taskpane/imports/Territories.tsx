import { usePages } from "../lists/usePages";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";
import type { TerritoryCounts } from "../worker/protocol";

const PAGE = 20;

/** What the import would do, territory by territory. */
export function Territories({ territories }: { territories: readonly TerritoryCounts[] }) {
  const texts = useSpoken(importTexts);
  const { shown, more } = usePages(territories, PAGE);
  if (!territories.length) return null;
  return (
    <details className="bvn-part" open={territories.length <= 5 || undefined}>
      <summary>{texts.byTerritory(territories.length)}</summary>
      <ul className="bvn-lines">
        {shown.map((counts) => {
          const { territory, late, files } = counts;
          const figures = (["added", "changed", "unchanged", "conflicting", "rejected"] as const)
            .filter((name) => counts[name] > 0)
            .map((name) => `${counts[name]} ${texts[name]}`);
          return (
            <li key={territory}>
              <span className="bvn-line-name">
                {territory || texts.unknownTerritory}
                {late && <span className="bvn-tag">{texts.late}</span>}
              </span>
              <span className="bvn-quiet">
                {[...(files ? [texts.files(files)] : []), ...figures].join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
      {more}
    </details>
  );
}
