import { useEffect, useState } from "react";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { readDate, showDate } from "../project/dates";
import { useStudyState } from "../study/context";

interface ReceivedFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly help?: string;
  readonly day: string;
  readonly disabled?: boolean;
  readonly onDay: (day: string) => void;
}

/** A day typed as people write it; it is taken when the field is left, and what is no day is dropped. */
export function ReceivedField({ label, hideLabel, help, day, disabled, onDay }: ReceivedFieldProps) {
  const { language } = useStudyState();
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [day, language]);
  const take = () => {
    const read = typed === null ? null : readDate(typed);
    setTyped(null);
    if (read && read !== day) onDay(read);
  };
  return (
    <TextField
      label={hideLabel ? undefined : label}
      ariaLabel={hideLabel ? label : undefined}
      description={help}
      disabled={disabled}
      autoComplete="off"
      value={typed ?? showDate(day, language)}
      onChange={(_, text = "") => setTyped(text)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
      styles={{ root: { maxWidth: hideLabel ? 120 : 200 } }}
    />
  );
}
