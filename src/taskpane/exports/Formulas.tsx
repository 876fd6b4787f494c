import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Link } from "office-ui-fabric-react/lib/Link";
import type { BvnFormula } from "../../excel/outContract";
import { Question } from "../shell/Question";
import { useStudyState } from "../study/context";
import { useExports } from "./useExports";

/** Formulas listed at most; nobody reads more, and they are counted. */
const MOST = 20;

/** Formulas to values and back, stuck ones entered again, and what would leave that others cannot read. */
export function Formulas() {
  const { session, state, texts } = useExports();
  const { progress } = useStudyState();
  const disabled = progress !== null || state.making !== null;
  const button = (text: string, act: () => unknown) => (
    <DefaultButton text={text} disabled={disabled} allowDisabledFocus onClick={() => void act()} />
  );
  return (
    <section aria-labelledby="bvn-export-formulas">
      <h3 id="bvn-export-formulas">{texts.formulas}</h3>
      <p>{texts.formulasIntro}</p>
      {state.changed.length > 0 && (
        <Question
          text={texts.changedTitle(state.changed.length)}
          answers={[
            { reply: "keep", label: texts.keepValues, primary: true },
            { reply: "overwrite", label: texts.overwrite },
          ]}
          escape="keep"
          onReply={session.decide}
        >
          <ul>
            {state.changed.map(({ id, place, formula }) => (
              <li key={id}>
                {place} <code>{formula}</code>
              </li>
            ))}
          </ul>
        </Question>
      )}
      <div className="bvn-export-buttons">
        {button(texts.freezeBook, () => session.freeze("book"))}
        {button(texts.freezeSelection, () => session.freeze("selection"))}
        {button(texts.thaw, session.thaw)}
        {button(texts.repair, session.repair)}
        {button(texts.find, session.find)}
      </div>
      <FoundFormulas />
    </section>
  );
}

function FoundFormulas() {
  const { session, state, texts } = useExports();
  if (!state.report) return null;
  const { found, frozen } = state.report;
  const kinds: Readonly<Record<BvnFormula["kind"], string>> = {
    cell: texts.kindCell,
    stuck: texts.kindStuck,
    name: texts.kindName,
    format: texts.kindFormat,
    validation: texts.kindValidation,
  };
  return (
    <>
      <p role="status" className="bvn-remark">
        {found.length ? texts.found(found.length) : texts.nothingFound(frozen.length)}
      </p>
      <ul className="bvn-plain-list bvn-found-formulas">
        {found.slice(0, MOST).map((formula) => (
          <li key={`${formula.kind} ${formula.place}`}>
            {formula.cells === null ? (
              <b>{formula.place}</b>
            ) : (
              <Link onClick={() => void session.show(formula)}>{formula.place}</Link>
            )}{" "}
            <span className="bvn-quiet">{kinds[formula.kind]}</span>
            <code>{formula.formula}</code>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p>{texts.more(found.length - MOST)}</p>}
      {found.some(({ kind }) => kind === "name") && <p className="bvn-quiet">{texts.namesHint}</p>}
    </>
  );
}
