import { useEffect, useId, useRef, type ReactNode } from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";

export interface QuestionAnswer<R extends string> {
  readonly reply: R;
  readonly label: string;
  readonly primary?: boolean;
}

interface QuestionProps<R extends string> {
  readonly text: string;
  readonly children?: ReactNode;
  readonly answers: readonly QuestionAnswer<R>[];
  /** What Escape answers. */
  readonly escape: R;
  readonly onReply: (reply: R) => void;
}

/**
 * Something to decide before going on, asked in the pane itself: it covers nothing, so that the person can
 * still see what it is about. It takes the focus and hands it back.
 */
export function Question<R extends string>({ text, children, answers, escape, onReply }: QuestionProps<R>) {
  const textId = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    // While the person works in the sheet, the keyboard is not taken from there.
    if (document.hasFocus()) root.current?.querySelector("button")?.focus();
    return () => {
      if (document.activeElement === document.body || !document.activeElement) before?.focus?.();
    };
  }, []);
  return (
    <div
      ref={root}
      role="alertdialog"
      aria-labelledby={textId}
      className="bvn-question"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onReply(escape);
      }}
    >
      <p id={textId}>{text}</p>
      {children}
      <div className="bvn-question-answers">
        {answers.map(({ reply, label, primary }) => {
          const Button = primary ? PrimaryButton : DefaultButton;
          return <Button key={reply} text={label} onClick={() => onReply(reply)} />;
        })}
      </div>
    </div>
  );
}
