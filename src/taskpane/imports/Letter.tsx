import { useMemo, useRef, useState } from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField, type ITextField } from "office-ui-fabric-react/lib/TextField";
import { correctionsEmail, type StudySnapshot } from "../../domain/imports";
import { importTexts } from "../texts/imports";
import { useSpoken } from "../texts/useSpoken";
import { copyText } from "./copyText";

/** The e-mail that asks a territory for its corrections, in French whatever the screen speaks. */
export function Letter({ territory, snapshot }: { territory: string; snapshot: StudySnapshot }) {
  const texts = useSpoken(importTexts);
  const field = useRef<ITextField>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const letter = useMemo(() => {
    const { subject, body } = correctionsEmail(snapshot.codebook, territory, snapshot.tables.rejects);
    return `${subject}\n\n${body}`;
  }, [snapshot, territory]);
  const copy = async () => {
    const done = await copyText(letter);
    if (!done) {
      field.current?.focus();
      field.current?.select();
    }
    setCopied(done);
  };
  return (
    <div className="bvn-letter">
      <TextField
        componentRef={field}
        ariaLabel={texts.letterText}
        multiline
        readOnly
        rows={8}
        value={letter}
        inputClassName="bvn-letter-text"
      />
      <PrimaryButton text={texts.copyLetter} iconProps={{ iconName: "Copy" }} onClick={() => void copy()} />
      <span role="status">{copied === null ? "" : copied ? texts.letterCopied : texts.letterByHand}</span>
    </div>
  );
}
