import type { Agreement } from "../../domain/imports";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";

/** How far those who answered for one territory agree; nothing where they have no answer in common. */
export function Agreements({ agreements }: { agreements: readonly Agreement[] }) {
  const texts = useSpoken(importTexts);
  const common = agreements.filter(({ n }) => n > 0);
  if (!common.length) return null;
  const name = ({ who, file, inBase }: Agreement["first"]) => who ?? (file || (inBase ? texts.theBase : ""));
  return (
    <details className="bvn-part">
      <summary>{`${texts.agreements} (${common.length})`}</summary>
      <ul className="bvn-lines">
        {common.map(({ territory, edition, first, second, rate, agreeing, n }) => (
          <li key={`${territory} ${edition} ${first.digest} ${second.digest}`}>
            <span className="bvn-line-name">{territory}</span>
            <span>
              {texts.agreement(name(first), name(second))} {texts.agreementRate(rate, agreeing, n)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
