import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
import { ChoiceGroup } from "office-ui-fabric-react/lib/ChoiceGroup";
import { exportFormats } from "../../files/exports";
import { Choice } from "../lists/Choice";
import { useStudyState } from "../study/context";
import { LanguageChoice } from "../making/LanguageChoice";
import { SavedFiles } from "../making/SavedFiles";
import { useSay } from "../texts/useSpoken";
import { ExportProgress } from "./ExportProgress";
import { useExports } from "./useExports";

/** The base as files: which formats, how, and the files once made. */
export function DataExport() {
  const { session, state, texts } = useExports();
  const { exported, making } = state;
  return (
    <section aria-labelledby="bvn-export-data">
      <h3 id="bvn-export-data">{texts.data}</h3>
      {exported ? <ExportedFiles /> : <ExportOptions />}
      {making?.what === "data" ? (
        <ExportProgress making={making} />
      ) : (
        <div className="bvn-actions">
          {exported ? (
            <DefaultButton
              text={texts.again}
              disabled={making !== null}
              allowDisabledFocus
              onClick={session.forget}
            />
          ) : (
            <PrimaryButton
              text={texts.export}
              disabled={!state.formats.size || making !== null}
              allowDisabledFocus
              onClick={() => void session.export()}
            />
          )}
          {!state.formats.size && <p className="bvn-quiet">{texts.noFormat}</p>}
        </div>
      )}
    </section>
  );
}

function ExportOptions() {
  const { session, state, texts } = useExports();
  const { language } = useStudyState();
  const disabled = state.making !== null;
  return (
    <>
      <fieldset className="bvn-picker" disabled={disabled}>
        <legend>{texts.formats}</legend>
        {exportFormats.map((format) => (
          <Checkbox
            key={format}
            label={texts[format]}
            checked={state.formats.has(format)}
            onChange={(_, on = false) => session.toggle(format, on)}
          />
        ))}
      </fieldset>
      <div className="bvn-making-options">
        {state.formats.has("csv") && (
          <>
            <Choice
              label={texts.separator}
              options={[
                { key: ",", text: texts.comma },
                { key: ";", text: texts.semicolon },
              ]}
              value={state.separator}
              disabled={disabled}
              onChoose={(separator) => session.patch({ separator })}
            />
            <Checkbox
              label={texts.bom}
              checked={state.bom}
              disabled={disabled}
              onChange={(_, bom = false) => session.patch({ bom })}
            />
          </>
        )}
        <LanguageChoice
          label={texts.labelLanguage}
          value={state.labels ?? language}
          disabled={disabled}
          onChoose={(labels) => session.patch({ labels })}
        />
        <ChoiceGroup
          label={texts.delivery}
          options={[
            { key: "zip", text: texts.zip, disabled },
            { key: "files", text: texts.files, disabled },
          ]}
          selectedKey={state.zip ? "zip" : "files"}
          onChange={(_, option) => option && session.patch({ zip: option.key === "zip" })}
        />
        <Checkbox
          label={texts.personal}
          checked={state.personal}
          disabled={disabled}
          onChange={(_, personal = false) => session.patch({ personal })}
        />
        <p className={state.personal ? "bvn-remark" : "bvn-quiet"}>
          {state.personal ? texts.personalOn : texts.personalOff}
        </p>
      </div>
    </>
  );
}

function ExportedFiles() {
  const { state, texts } = useExports();
  const say = useSay();
  const { files, tables, facts } = state.exported!;
  return (
    <SavedFiles as="h4" files={files} title={texts.ready(files.length)}>
      <ul className="bvn-plain-list">
        {tables.map(({ title, rows }) => (
          <li key={title.fr}>{texts.tableRows(say(title), rows)}</li>
        ))}
      </ul>
      {tables.every(({ rows }) => rows === 0) && <p className="bvn-remark">{texts.emptyBase}</p>}
      {facts.notUnderstood > 0 && <p>{texts.notUnderstood(facts.notUnderstood)}</p>}
      {facts.cut > 0 && <p>{texts.cut(facts.cut)}</p>}
    </SavedFiles>
  );
}
