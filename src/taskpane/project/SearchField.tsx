import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { IconButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { useTexts } from "../study/context";
import type { Choice, ChoiceGroup } from "./choices";
import { ChoiceList } from "./ChoiceList";

export interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly error?: string;
  /** Choices for what is typed; "" asks for all of them. */
  readonly find: (text: string) => readonly ChoiceGroup[];
  /** Said when nothing is found. */
  readonly nothingFound: (text: string) => string;
  readonly onChoose: (choice: Choice) => void;
  /** The text as it stands when the person leaves the field or presses Enter without choosing. */
  readonly onText: (text: string) => void;
  /** Whether Enter takes the first choice found, or the text as typed. */
  readonly takesFirst?: boolean;
  readonly onFocus?: () => void;
}

/** A text field with a list of choices that follows what is typed: the combobox pattern of ARIA. */
export function SearchField(props: SearchFieldProps) {
  const { id, value, find, onChoose, onText, takesFirst = false } = props;
  const texts = useTexts();
  const listId = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  // Another project, or the value replaced from outside: what was typed is over.
  useEffect(() => {
    setTyped(null);
    setOpen(false);
  }, [value]);

  const groups = open ? find(typed ?? "") : [];
  const choices = groups.flatMap((group) => group.choices);
  // The first choice found counts as highlighted until the person moves, also when it arrives late.
  const first = takesFirst && typed ? 0 : -1;
  const at = Math.min(active >= 0 ? active : first, choices.length - 1);
  const current = choices[at];

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (choice: Choice) => {
    close();
    setTyped(null);
    onChoose(choice);
  };
  const leave = () => {
    close();
    if (typed !== null && typed.trim() !== value) onText(typed.trim());
    setTyped(null);
  };
  const show = (text: string | null) => {
    setOpen(true);
    const found = find(text ?? "").flatMap((group) => group.choices);
    const chosen = text === null ? found.findIndex(({ label }) => label === value) : -1;
    setActive(chosen);
  };
  const step = (by: number) => {
    const from = by < 0 && at < 0 ? 0 : at;
    setActive(choices.length === 0 ? -1 : (from + by + choices.length) % choices.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      // Saving takes what has just been typed along.
      if (event.key === "Enter" || event.key.toLowerCase() === "s") leave();
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (!open) show(typed);
        else if (event.altKey && event.key === "ArrowUp") close();
        else step(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        if (current) choose(current);
        else leave();
        break;
      case "Escape":
        if (!open && typed === null) return;
        close();
        setTyped(null);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const optionId = (position: number) => `${listId}-${position}`;
  return (
    <div ref={anchor}>
      <TextField
        id={id}
        label={props.label}
        required={props.required}
        placeholder={props.placeholder}
        description={props.error ? undefined : props.description}
        errorMessage={props.error}
        value={typed ?? value}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open && choices.length > 0}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={current ? optionId(at) : undefined}
        onChange={(_, text = "") => {
          setTyped(text);
          show(text);
        }}
        onClick={() => open || show(typed)}
        onFocus={props.onFocus}
        onBlur={leave}
        onKeyDown={onKeyDown}
        onRenderSuffix={() => (
          <IconButton
            tabIndex={-1}
            iconProps={{ iconName: "ChevronDown" }}
            ariaLabel={texts.openList}
            aria-hidden
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (open ? close() : show(null))}
            styles={{ root: { height: 30, width: 28 }, icon: { fontSize: 12 } }}
          />
        )}
        styles={{ suffix: { padding: 0, background: "none" } }}
      />
      <span className="bvn-unseen" role="status">
        {open ? texts.resultCount(choices.length) : ""}
      </span>
      {open && (
        <ChoiceList
          id={listId}
          label={props.label}
          target={anchor}
          groups={groups}
          active={at}
          optionId={optionId}
          nothingFound={choices.length === 0 ? props.nothingFound(typed ?? "") : undefined}
          onChoose={choose}
          onDismiss={close}
        />
      )}
    </div>
  );
}
