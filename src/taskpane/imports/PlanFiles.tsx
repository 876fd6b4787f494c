import { useState } from "react";
import { ActionButton } from "office-ui-fabric-react/lib/Button";
import { useStudyState } from "../study/context";
import { fileStatusTitles } from "../texts/imports";
import { FileLine } from "./FileLine";
import { receivedOf } from "./importState";
import { ReceivedDay } from "./ReceivedDay";
import { ReceivedField } from "./ReceivedField";
import { useImport } from "./useImport";

const PAGE = 20;

/** The files of the dry run: what each one is taken for, and the day it came in. */
export function PlanFiles({ open }: { open: boolean }) {
  const { session, state, texts } = useImport();
  const { language } = useStudyState();
  const [shown, setShown] = useState(PAGE);
  const { files, plan, days } = state;
  const planned = new Map(plan?.files.map((file) => [`${file.digest} ${file.file}`, file]));
  const aside = files.filter((file) => file.state !== "read");
  const taken = files.filter((file) => file.state === "read");
  const hidden = taken.length - shown;
  return (
    <details className="bvn-part" open={open || undefined}>
      <summary>
        {texts.files(files.length)}
        {aside.length > 0 && `, ${texts.refusedFiles(aside.length)}`}
      </summary>
      {aside.length > 0 && (
        <ul className="bvn-files">
          {aside.map((file) => (
            <FileLine key={file.key} file={file} />
          ))}
        </ul>
      )}
      <ReceivedDay />
      <ul className="bvn-lines">
        {taken.slice(0, shown).map((file) => {
          const found = planned.get(`${file.digest} ${file.name}`);
          return (
            <li key={file.key}>
              <span className="bvn-line-name">
                {file.name}
                {found?.late && <span className="bvn-tag">{texts.late}</span>}
              </span>
              <span className="bvn-quiet">
                {[
                  found?.territory || texts.unknownTerritory,
                  found && fileStatusTitles[found.status][language],
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <ReceivedField
                label={texts.receivedOf(file.name)}
                hideLabel
                day={receivedOf(state, file)}
                onDay={(day) => session.setReceived({ days: { ...days, [file.key]: day } })}
              />
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <ActionButton
          text={texts.showMore(Math.min(hidden, PAGE))}
          onClick={() => setShown((count) => count + PAGE)}
        />
      )}
    </details>
  );
}
