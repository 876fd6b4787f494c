import type { CorrectedReject } from "../../domain/imports";
import { usePages } from "../lists/usePages";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";

const PAGE = 15;

/** What was put aside before, and is mended by a file of this import: what it was, what stands there now. */
export function Mended({ corrected, count }: { corrected: readonly CorrectedReject[]; count: number }) {
  const texts = useSpoken(importTexts);
  const { shown, more } = usePages(corrected, PAGE);
  if (!corrected.length) return null;
  return (
    <details className="bvn-part">
      <summary>{`${texts.mended} (${count})`}</summary>
      <p className="bvn-quiet">{texts.mendedText}</p>
      <ul className="bvn-lines">
        {shown.map(({ at, row, file, answer }) => (
          <li key={at}>
            <span className="bvn-line-name">
              {[row.rejectedTerritory, row.sheetName, row.cell, row.fieldName].filter(Boolean).join(", ") ||
                row.file}
            </span>
            <span>
              {row.value != null && <q>{String(row.value)}</q>} →{" "}
              {answer === null ? texts.fileMended : <q>{answer}</q>}{" "}
              <span className="bvn-quiet">({file})</span>
            </span>
          </li>
        ))}
      </ul>
      {more}
    </details>
  );
}
