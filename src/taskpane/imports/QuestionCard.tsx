import { useId, type KeyboardEvent } from "react";
import { Link } from "office-ui-fabric-react/lib/Link";
import type { Question } from "../../domain/imports";
import { Choice } from "../lists/Choice";
import { importTexts } from "../texts/imports";
import { useSay, useSpoken } from "../texts/useSpoken";
import { QuestionOptionButton } from "./QuestionOptionButton";

interface QuestionCardProps {
  readonly question: Question;
  readonly decided: string | null;
  /** Decided in this import, so that it can be opened again. */
  readonly mine: boolean;
  readonly onChoose: (option: string) => void;
  readonly onReopen: () => void;
}

/** More options than this are chosen from a list. */
const SIDE_BY_SIDE = 4;

/** One question with its answers side by side: who said what, when, in which file. Digits choose. */
export function QuestionCard({ question, decided, mine, onChoose, onReopen }: QuestionCardProps) {
  const say = useSay();
  const texts = useSpoken(importTexts);
  const id = useId();
  const { message, options, key } = question;
  const chosen = options.find((option) => option.id === decided);

  if (chosen) {
    return (
      <li className="bvn-decided">
        <span>{say(message)}</span>{" "}
        <span>
          <strong>{say(chosen.label)}</strong>{" "}
          {mine ? (
            <Link onClick={onReopen} aria-label={texts.reopenOf(say(message))}>
              {texts.reopen}
            </Link>
          ) : (
            <span className="bvn-quiet">({texts.decidedBefore})</span>
          )}
        </span>
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest("input"))
      return;
    const option = options[Number(event.key) - 1];
    if (!option || options.length > SIDE_BY_SIDE) return;
    event.preventDefault();
    onChoose(option.id);
  };
  return (
    <li className="bvn-ask" data-open={key} onKeyDown={onKeyDown}>
      <p id={id}>{say(message)}</p>
      {options.length > SIDE_BY_SIDE ? (
        <Choice
          ariaLabel={say(message)}
          placeholder={texts.choose}
          options={options.map((option) => ({ key: option.id, text: say(option.label) }))}
          value={null}
          onChoose={onChoose}
        />
      ) : (
        <div role="group" aria-labelledby={id} title={texts.digitHint} className="bvn-sides">
          {options.map((option, at) => (
            <QuestionOptionButton
              key={option.id}
              option={option}
              digit={at + 1}
              onChoose={() => onChoose(option.id)}
            />
          ))}
        </div>
      )}
    </li>
  );
}
