import { usePages } from "../lists/usePages";
import { FileLine } from "./FileLine";
import { LeaveOut } from "./LeaveOut";
import { PlanFileLine } from "./PlanFileLine";
import { ReceivedDay } from "./ReceivedDay";
import { useImport } from "./useImport";

const PAGE = 20;

/** The files of the dry run: those put aside, and what each of the others is taken for. */
export function PlanFiles({ open }: { open: boolean }) {
  const { state, texts } = useImport();
  const { files, plan } = state;
  const planned = new Map(plan?.files.map((file) => [`${file.digest} ${file.file}`, file]));
  const aside = files.filter(({ state: own }) => own !== "read" && own !== "base");
  const taken = files.filter((file) => file.state === "read");
  const { shown, more } = usePages(taken, PAGE);
  return (
    <details className="bvn-part" open={open || undefined}>
      <summary>
        {texts.files(aside.length + taken.length)}
        {aside.length > 0 && `, ${texts.refusedFiles(aside.length)}`}
      </summary>
      {aside.length > 0 && (
        <ul>
          {aside.map((file) => (
            <FileLine key={file.key} file={file}>
              {file.state === "refused" && <LeaveOut fileKey={file.key} name={file.name} />}
            </FileLine>
          ))}
        </ul>
      )}
      <ReceivedDay />
      <ul className="bvn-lines">
        {shown.map((file) => (
          <PlanFileLine key={file.key} file={file} planned={planned.get(`${file.digest} ${file.name}`)} />
        ))}
      </ul>
      {more}
    </details>
  );
}
