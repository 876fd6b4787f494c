import { Link } from "office-ui-fabric-react/lib/Link";
import type { Explanation } from "../../functions/explain";
import { useStudyState } from "../study/context";
import { formulaTexts } from "../texts/formulas";
import { useSay, useSpoken } from "../texts/useSpoken";

/** The definition of a figure, how it is computed, what becomes of missing answers, and its page. */
export function Words({ said }: { said: Explanation }) {
  const texts = useSpoken(formulaTexts);
  const { language } = useStudyState();
  const say = useSay();
  const { words, mathematics, missing, definition } = said;
  return (
    <>
      <dl className="bvn-formula-words">
        <dt>{texts.definition}</dt>
        <dd>{say(words)}</dd>
        {mathematics && (
          <>
            <dt>{texts.computed}</dt>
            <dd className="bvn-formula-mathematics">{mathematics}</dd>
          </>
        )}
        {missing && (
          <>
            <dt>{texts.missing}</dt>
            <dd>{say(missing)}</dd>
          </>
        )}
      </dl>
      <Link href={`help/${language}/${definition.id}.html`} target="_blank" rel="noopener">
        {texts.reference} {definition.id} <span className="bvn-unseen">{texts.newTab}</span>
      </Link>
    </>
  );
}
