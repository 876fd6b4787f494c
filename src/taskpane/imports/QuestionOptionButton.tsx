import type { QuestionOption, Said } from "../../domain/imports";
import { showDate } from "../project/dates";
import { useStudyState } from "../study/context";
import { importTexts } from "../texts/imports";
import { useSay, useSpoken } from "../texts/useSpoken";

interface QuestionOptionButtonProps {
  readonly option: QuestionOption;
  readonly digit: number;
  readonly onChoose: () => void;
}

/** Sources named of one answer; who else said the same is only counted. */
const MOST = 3;

/** One possible answer: the value, and who gave it, when, where. The whole of it is the button. */
export function QuestionOptionButton({ option, digit, onChoose }: QuestionOptionButtonProps) {
  const { language } = useStudyState();
  const say = useSay();
  const texts = useSpoken(importTexts);
  const { label, said } = option;
  const line = ({ source, place }: Said): string =>
    [
      source.inBase ? texts.inBase : source.file,
      source.inBase && source.file,
      source.who && texts.saidBy(source.who),
      source.received && showDate(source.received, language),
      !source.inBase && [place.sheet, place.cell].filter(Boolean).join("!"),
    ]
      .filter(Boolean)
      .join(", ");
  const lines = [...new Set(said.map(line))];
  return (
    <button type="button" className="bvn-side" onClick={onChoose}>
      <span className="bvn-side-label">
        <span className="bvn-code-number" aria-hidden>
          {digit}
        </span>
        <span>{say(label)}</span>
      </span>
      {lines.slice(0, MOST).map((text) => (
        <span key={text} className="bvn-side-who">
          {text}
        </span>
      ))}
      {lines.length > MOST && <span className="bvn-side-who">+ {lines.length - MOST}</span>}
    </button>
  );
}
