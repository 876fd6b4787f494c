import { useState } from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import type { StudySnapshot } from "../../domain/imports";
import { Letter } from "../imports/Letter";
import { boardTexts } from "../texts/board";
import { useSpoken } from "../texts/useSpoken";

interface CorrectionListProps {
  readonly rows: readonly { readonly territory: string; readonly toCorrect: number }[];
  readonly snapshot: StudySnapshot;
}

/** Territories with values put aside, each with the e-mail that asks for them. */
export function CorrectionList({ rows, snapshot }: CorrectionListProps) {
  const texts = useSpoken(boardTexts);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <details className="bvn-part" open={rows.length > 0 || undefined}>
      <summary>{`${texts.toCorrect} (${rows.length})`}</summary>
      {!rows.length && <p>{texts.toCorrectNone}</p>}
      <ul className="bvn-lines">
        {rows.map(({ territory, toCorrect }) => (
          <li key={territory}>
            <span className="bvn-line-row">
              <span>
                <span className="bvn-line-name">{territory}</span>{" "}
                <span className="bvn-quiet">{texts.corrections(toCorrect)}</span>
              </span>
              <DefaultButton
                text={shown === territory ? texts.hideLetter : texts.letter}
                ariaLabel={shown === territory ? texts.hideLetter : texts.letterOf(territory)}
                aria-expanded={shown === territory}
                onClick={() => setShown(shown === territory ? null : territory)}
              />
            </span>
            {shown === territory && <Letter territory={territory} snapshot={snapshot} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
