import { memo, type ReactNode } from "react";
import { Icon } from "office-ui-fabric-react/lib/Icon";
import { importTexts } from "../texts/imports";
import { useSay, useSpoken } from "../texts/useSpoken";
import type { FileNews, FileState } from "../worker/protocol";

const icons: Readonly<Record<FileState, string | undefined>> = {
  waiting: undefined,
  reading: "Refresh",
  read: "CheckMark",
  base: "CheckMark",
  refused: "ErrorBadge",
  ignored: "Info",
};

/** One file: its name, how far it is, and why it is not taken. */
export const FileLine = memo(function FileLine({ file, children }: { file: FileNews; children?: ReactNode }) {
  const say = useSay();
  const texts = useSpoken(importTexts);
  const { name, archive, state, share, message } = file;
  const words: Readonly<Record<FileState, string>> = {
    waiting: texts.stateWaiting,
    reading: texts.stateReading,
    read: texts.stateRead,
    base: texts.stateBase,
    refused: texts.stateRefused,
    ignored: texts.stateIgnored,
  };
  return (
    <li className="bvn-file" data-state={state}>
      <span className="bvn-file-icon" aria-hidden>
        {icons[state] && <Icon iconName={icons[state]} />}
      </span>
      <span className="bvn-file-name">
        {name} {archive && <span className="bvn-quiet">{texts.inArchive(archive)}</span>}
      </span>
      <span className="bvn-quiet">
        {words[state]}
        {state === "reading" && share > 0 ? ` ${Math.round(share * 100)} %` : ""}
      </span>
      {message && <p className="bvn-file-why">{say(message)}</p>}
      {children}
    </li>
  );
});
