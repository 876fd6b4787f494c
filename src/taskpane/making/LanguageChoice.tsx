import type { Language } from "../../domain/language";
import { Choice } from "../lists/Choice";
import { makingTexts } from "../texts/making";
import { useSpoken } from "../texts/useSpoken";

interface LanguageChoiceProps {
  readonly label: string;
  readonly value: Language;
  readonly disabled?: boolean;
  readonly onChoose: (language: Language) => void;
}

/** The language of what is made, whatever the pane's own. */
export function LanguageChoice(props: LanguageChoiceProps) {
  const { french, english } = useSpoken(makingTexts);
  return (
    <Choice
      {...props}
      options={[
        { key: "fr", text: french },
        { key: "en", text: english },
      ]}
    />
  );
}
