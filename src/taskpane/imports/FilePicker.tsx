import { useRef, useState, type DragEvent } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { useStudyState } from "../study/context";
import { useImport } from "./useImport";

const ACCEPTED =
  ".xlsx,.xlsm,.csv,.zip,application/zip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Files are picked with the system's dialog, or dropped; any number, any mix. */
export function FilePicker({ more = false }: { more?: boolean }) {
  const { session, texts } = useImport();
  const { unfinished } = useStudyState();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const Button = more ? DefaultButton : PrimaryButton;

  const take = (files: FileList | null) => {
    if (files?.length) void session.pick([...files]);
  };
  const carriesFiles = (event: DragEvent) => [...event.dataTransfer.types].includes("Files");
  return (
    <div
      className={more ? "bvn-drop bvn-drop-more" : "bvn-drop"}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Button
        text={more ? texts.addFiles : texts.pick}
        disabled={!!unfinished}
        allowDisabledFocus
        onClick={() => input.current?.click()}
      />
      <span className="bvn-quiet" aria-hidden={!over}>
        {over ? texts.dropNow : texts.drop}
      </span>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label={texts.pick}
        tabIndex={-1}
        className="bvn-unseen"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be picked again.
          event.target.value = "";
        }}
      />
    </div>
  );
}
