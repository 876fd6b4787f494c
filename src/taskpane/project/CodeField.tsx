import { useMemo, useRef, type KeyboardEvent } from "react";
import { Dropdown, type IDropdown, type IDropdownOption } from "office-ui-fabric-react/lib/Dropdown";
import { listMode } from "../lists/Choice";
import { useStudyState, useTexts } from "../study/context";
import { BLANK, codeChoices, type CodeChoice } from "./codeChoices";
import { CodeOption } from "./CodeOption";
import type { FieldEditorProps } from "./FieldEditor";

/** Longest pause between the two digits of a code above 9. */
const TYPING_MS = 700;

/** The answer of a code list: each choice with its number, label and meaning; its number typed chooses it. */
export function CodeField({ id, field, value, error, onChange }: FieldEditorProps) {
  const { codebook, language } = useStudyState();
  const texts = useTexts();
  const dropdown = useRef<IDropdown>(null);
  const typed = useRef({ digits: "", at: 0 });
  const choices = useMemo(
    () => codeChoices(codebook, field, value, language, texts),
    [codebook, field, value, language, texts],
  );
  const options = choices.map((choice): IDropdownOption<CodeChoice> => ({
    key: choice.key,
    text: choice.text,
    data: choice,
  }));
  const key = value === null || value === undefined || value === "" ? BLANK : String(value);
  const chosen = choices.find((choice) => choice.key === key);

  const choose = (choice: CodeChoice | undefined) => {
    if (choice) onChange(choice.value);
    return choice !== undefined;
  };
  const chooseByDigit = (digit: string): boolean => {
    const now = Date.now();
    const before = now - typed.current.at < TYPING_MS ? typed.current.digits : "";
    const find = (digits: string) => choices.find(({ code }) => String(code) === digits);
    const digits = find(before + digit) ? before + digit : digit;
    typed.current = { digits, at: now };
    return digits === "0" ? choose(choices.find((choice) => choice.key === BLANK)) : choose(find(digits));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const clears = event.key === "Delete" || event.key === "Backspace";
    if (!clears && !/^[0-9]$/.test(event.key)) return;
    event.preventDefault();
    if (chooseByDigit(clears ? "0" : event.key)) dropdown.current?.dismissMenu();
  };

  return (
    <div onKeyDown={onKeyDown}>
      <Dropdown
        id={id}
        componentRef={dropdown}
        label={field.label[language]}
        required={field.required}
        options={options}
        selectedKey={chosen ? (chosen.key === BLANK && field.required ? null : key) : null}
        // An answer that is not in the list stays to be seen as it was found.
        placeholder={key !== BLANK && !chosen ? key : field.required ? texts.choose : texts.blank}
        errorMessage={error}
        title={texts.digitHint}
        responsiveMode={listMode}
        calloutProps={{
          calloutMaxHeight: 360,
          isBeakVisible: false,
          // Keys pressed in the open list reach us: digits, and those that save.
          layerProps: { eventBubblingEnabled: true },
        }}
        onRenderOption={(option) => (option?.data ? <CodeOption choice={option.data as CodeChoice} /> : null)}
        onChange={(_, option) => option && choose(option.data as CodeChoice)}
        styles={{
          dropdownItem: "bvn-option",
          dropdownItemSelected: "bvn-option",
          dropdownOptionText: { whiteSpace: "normal" },
        }}
      />
      {!error && chosen?.meaning && <p className="bvn-meaning">{chosen.meaning}</p>}
    </div>
  );
}
