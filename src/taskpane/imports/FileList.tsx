import { usePages } from "../lists/usePages";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";
import type { FileNews } from "../worker/protocol";
import { FileLine } from "./FileLine";

/** Files shown before the person asks for more. */
const PAGE = 30;

/** What became of each file so far; those being read and those refused first. */
export function FileList({ files }: { files: readonly FileNews[] }) {
  const texts = useSpoken(importTexts);
  const weight = ({ state }: FileNews) =>
    ["reading", "refused", "ignored", "base", "read", "waiting"].indexOf(state);
  const ordered = [...files].sort((a, b) => weight(a) - weight(b));
  const { shown, more } = usePages(ordered, PAGE);
  return (
    <>
      <ul aria-label={texts.fileList}>
        {shown.map((file) => (
          <FileLine key={file.key} file={file} />
        ))}
      </ul>
      {more}
    </>
  );
}
