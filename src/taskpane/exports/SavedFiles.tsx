import { useEffect, useRef, type ReactNode } from "react";
import type { SavedFile } from "./exportSession";
import { useExports } from "./useExports";

interface SavedFilesProps {
  readonly title: string;
  readonly files: readonly SavedFile[];
  readonly children?: ReactNode;
}

/** Files that were made: one is saved at once, several by their links. */
export function SavedFiles({ title, files, children }: SavedFilesProps) {
  const { texts } = useExports();
  const link = useRef<HTMLAnchorElement>(null);
  const [first] = files;
  const only = files.length === 1;
  useEffect(() => {
    // A browser that wants the person's own click for it does nothing here: the link stays.
    if (only) link.current?.click();
    if (document.hasFocus()) link.current?.focus();
  }, [first.url, only]);
  return (
    <div className="bvn-made">
      <h4 role="status">{title}</h4>
      <ul className="bvn-exported-files">
        {files.map(({ name, url }, i) => (
          <li key={name}>
            <a ref={i === 0 ? link : undefined} href={url} download={name}>
              {texts.save(name)}
            </a>
          </li>
        ))}
      </ul>
      {only && <p className="bvn-quiet">{texts.saveHint}</p>}
      {children}
    </div>
  );
}
