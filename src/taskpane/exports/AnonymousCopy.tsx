import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { SavedFiles } from "../making/SavedFiles";
import { useSay } from "../texts/useSpoken";
import { ExportProgress } from "./ExportProgress";
import { useExports } from "./useExports";

/** A copy of the workbook without people, to share. */
export function AnonymousCopy() {
  const { session, state, texts } = useExports();
  const say = useSay();
  const { copy, codeTerritories, withKey, keepComments } = state;
  const disabled = state.making !== null;
  return (
    <section aria-labelledby="bvn-export-anonymous">
      <h3 id="bvn-export-anonymous">{texts.anonymous}</h3>
      <p>{texts.anonymousIntro}</p>
      {copy ? (
        <SavedFiles as="h4" files={copy.files} title={texts.copyReady}>
          {copy.files.length > 1 && <p className="bvn-remark">{texts.keyWarning}</p>}
          <ul className="bvn-plain-list">
            {copy.said.map((each) => (
              <li key={each.fr}>{say(each)}</li>
            ))}
          </ul>
          <DefaultButton
            text={texts.anotherCopy}
            disabled={disabled}
            allowDisabledFocus
            onClick={session.forget}
          />
        </SavedFiles>
      ) : (
        <div className="bvn-making-options">
          <Checkbox
            label={texts.codeTerritories}
            checked={codeTerritories}
            disabled={disabled}
            onChange={(_, on = false) => session.patch({ codeTerritories: on })}
          />
          {codeTerritories && (
            <>
              <Checkbox
                label={texts.withKey}
                checked={withKey}
                disabled={disabled}
                onChange={(_, on = false) => session.patch({ withKey: on })}
              />
              {withKey && <p className="bvn-remark">{texts.keyWarning}</p>}
            </>
          )}
          <Checkbox
            label={texts.keepComments}
            checked={keepComments}
            disabled={disabled}
            onChange={(_, on = false) => session.patch({ keepComments: on })}
          />
          {keepComments && <p className="bvn-quiet">{texts.commentsHint}</p>}
          {state.making?.what === "copy" ? (
            <ExportProgress making={state.making} />
          ) : (
            <div className="bvn-actions">
              <DefaultButton
                text={texts.makeCopy}
                disabled={disabled}
                allowDisabledFocus
                onClick={() => void session.makeCopy()}
              />
            </div>
          )}
        </div>
      )}
    </section>
  );
}
