import { useEffect, useId, useRef, type ReactNode } from "react";
import "../styles/parts.css";
import "../styles/making.css";
import { makingTexts } from "../texts/making";
import { useSpoken } from "../texts/useSpoken";
import type { SavedFile } from "./savedFile";

interface SavedFilesProps {
  readonly title: string;
  /** The title's element, by where it stands on the screen. */
  readonly as?: "h3" | "h4";
  readonly files: readonly SavedFile[];
  readonly children?: ReactNode;
}

/** Files that were made: one is saved at once, several by their links. */
export function SavedFiles({ title, as: Title = "h3", files, children }: SavedFilesProps) {
  const texts = useSpoken(makingTexts);
  const titleId = useId();
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
      <Title id={titleId}>{title}</Title>
      <ul className="bvn-plain-list">
        {files.map(({ name, url }, i) => (
          <li key={name}>
            <a ref={i === 0 ? link : undefined} href={url} download={name} aria-describedby={titleId}>
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
